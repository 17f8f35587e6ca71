import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { aFact, aPerson, bookAt, personId } from '../../../test/a-book.ts'
import { readBytes } from '../../formats/read.ts'
import type { Book } from '../book.ts'
import { archiveOf } from '../exporting/archive.ts'
import { planFor } from '../today/plan.ts'
import { titleText } from '../today/wording.ts'
import {
  cardOfLine,
  cardsOf,
  cardsOfItems,
  describeStack,
  letGo,
  MOST_CARDS,
  openStack,
  putAway,
  putOn,
  takeOff,
  wantAgain,
  writeOn,
} from './actions.ts'
import { seeAgain } from './again.ts'
import { readCardLines } from './card-line.ts'
import type { Card, Stack } from './contract.ts'
import { dayFor } from './first-move.ts'
import { Standings } from './standing.ts'

const DAY = '2026-11-24'
const about = { title: 'Harbour days', day: '2026-11-20' }
let book: Book
beforeEach(() => {
  book = bookAt(DAY, [aPerson(1, { name: 'Vera Pohl', emails: ['vera@example.org'], company: 'Havenlicht' })])
})
const put = (text: string) => putOn(book, about, readCardLines(text).map(cardOfLine))
const stack = (): Stack => openStack(book) as Stack
const card = (name: string): Card => cardsOf(stack()).find((one) => one.name === name) as Card
const named = (name: string) => book.people().find((person) => person.name === name)

test('typed lines become cards in their order, and the same card twice is one', () => {
  expect(put('Léa Fontaine, Nordwind, research lead, lea@example.org - bees\nTheo Lindahl')).toMatchObject({ added: 2, twice: 0 })
  expect(put('Lea Fontaine, LEA@example.org\nTheo Lindahl\nTheo Lindahl, Fjordlicht')).toMatchObject({ added: 1, twice: 2 })
  expect(cardsOf(stack()).map((one) => [one.place, one.name])).toEqual([
    [1, 'Léa Fontaine'],
    [2, 'Theo Lindahl'],
    [3, 'Theo Lindahl'],
  ])
  expect(stack()).toMatchObject({ title: 'Harbour days', day: '2026-11-20' })
  expect(book.people()).toHaveLength(1)
})

test('cards of a file join the same stack, and there is an end to it', () => {
  const { items } = readBytes(
    new TextEncoder().encode('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jan Kuiper\r\nORG:Nordwind\r\nNOTE:sails\r\nEND:VCARD\r\n'),
  )
  put('Theo Lindahl')
  putOn(book, about, cardsOfItems(items))
  expect(card('Jan Kuiper')).toMatchObject({ company: 'Nordwind', notes: ['sails'] })
  const many = Array.from({ length: MOST_CARDS + 5 }, (_, n) => ({ name: `Somebody ${n}` }))
  expect(putOn(book, about, many)).toMatchObject({ added: MOST_CARDS - 2, left: 7 })
})

test('somebody is known by an address, and asked about by a name alone', () => {
  put('Vera Pohl, vera@example.org\nVera Pohl, Nordwind\nTheo Lindahl')
  const standings = new Standings(book)
  expect(cardsOf(stack()).map((one) => standings.of(one).is)).toEqual(['known', 'ask', 'new'])
  expect(standings.meant(cardsOf(stack())[1] as Card)).toBeUndefined()
  expect(standings.meant({ ...(cardsOf(stack())[1] as Card), as: 'same' })).toBe(personId(1))
})

test('who is one to see again joins with the meeting, the talk and a first move; of the rest nothing is kept', () => {
  put(
    'Léa Fontaine, Nordwind, research lead, lea@example.org - talks about bees\nTheo Lindahl, Fjordlicht - loud\nStig Moen, stig@example.org',
  )
  wantAgain(book, stack().id, card('Léa Fontaine'))
  writeOn(book, stack().id, card('Léa Fontaine').id, {
    talked: 'Her move to Porto',
    first: { move: 'send', due: '2026-11-26', what: 'the article on hives' },
  })
  letGo(book, stack().id, card('Theo Lindahl'))
  const ended = seeAgain(book, stack().id)
  expect(ended).toMatchObject({ again: 1, gone: 2 })
  const lea = named('Léa Fontaine')
  expect(lea).toMatchObject({ company: 'Nordwind', role: 'research lead', emails: ['lea@example.org'], tags: ['Harbour days'] })
  const id = lea?.id ?? ''
  expect(book.momentsOf(id)).toMatchObject([{ day: '2026-11-20', medium: 'face', text: 'Met at Harbour days: Her move to Porto' }])
  expect(
    book
      .factsOf(id)
      .map((fact) => fact.text)
      .sort(),
  ).toEqual(['Her move to Porto', 'talks about bees'])
  expect(book.promisesTo(id)).toMatchObject([{ text: 'send the article on hives', due: '2026-11-26' }])
  expect(planFor(book, '2026-11-26').moves.map((move) => titleText(book, move))).toContain('For Léa Fontaine: send the article on hives')
  expect(archiveOf(book)).not.toMatch(/Theo|Lindahl|loud|Stig|stig@/)
  expect(openStack(book)).toBeUndefined()
})

test('one undo brings the whole stack back and takes everybody out again', () => {
  put('Léa Fontaine\nTheo Lindahl')
  wantAgain(book, stack().id, card('Léa Fontaine'))
  letGo(book, stack().id, card('Theo Lindahl'))
  const before = JSON.stringify(stack().cards)
  const ended = seeAgain(book, stack().id)
  if (ended !== null) book.undo(ended.change)
  expect(JSON.stringify(stack().cards)).toBe(before)
  expect(book.people().map((person) => person.name)).toEqual(['Vera Pohl'])
  expect([book.all('moment'), book.all('promise'), book.all('fact')]).toEqual([[], [], []])
})

test('somebody of the book gains what is missing, and keeps what is there', () => {
  book.receive([aFact(1, { text: 'sails' })])
  put('Vera Pohl, Nordwind, engineer, vera@example.org, +49 30 1234567 - sails')
  wantAgain(book, stack().id, card('Vera Pohl'))
  seeAgain(book, stack().id)
  expect(book.people()).toHaveLength(1)
  expect(named('Vera Pohl')).toMatchObject({ company: 'Havenlicht', role: 'engineer', phones: ['+49 30 1234567'], tags: ['Harbour days'] })
  expect(book.factsOf(personId(1))).toHaveLength(1)
  expect(book.momentsOf(personId(1))).toHaveLength(1)
})

test('a name alone joins as somebody else unless it is said to be the same', () => {
  put('Vera Pohl, Nordwind')
  wantAgain(book, stack().id, card('Vera Pohl'))
  const ended = seeAgain(book, stack().id)
  expect(book.people()).toHaveLength(2)
  if (ended !== null) book.undo(ended.change)
  writeOn(book, stack().id, card('Vera Pohl').id, { as: 'same' })
  seeAgain(book, stack().id)
  expect(book.people()).toHaveLength(1)
})

test('an answer can be changed and taken back, a card taken off, the stack put away', () => {
  put('Léa Fontaine\nTheo Lindahl')
  const change = letGo(book, stack().id, card('Léa Fontaine'))
  expect(letGo(book, stack().id, card('Léa Fontaine'))).toBeNull()
  if (change !== null) book.undo(change)
  expect(card('Léa Fontaine').answer).toBeUndefined()
  takeOff(book, stack().id, card('Theo Lindahl'))
  expect(cardsOf(stack())).toHaveLength(1)
  const away = putAway(book, stack().id)
  expect(openStack(book)).toBeUndefined()
  expect(archiveOf(book)).not.toContain('Fontaine')
  book.undo(away)
  expect(card('Léa Fontaine').name).toBe('Léa Fontaine')
})

test('the day of the meeting never lies ahead', () => {
  putOn(book, { title: 'Harbour days', day: '2026-12-24' }, [{ name: 'Léa Fontaine' }])
  expect(stack().day).toBe(DAY)
  describeStack(book, stack().id, { title: 'Harbour nights', day: '2027-01-01' })
  expect(stack()).toMatchObject({ title: 'Harbour nights', day: DAY })
})

test('a first move is due on a working day', () => {
  expect(dayFor('write', '2026-11-24')).toBe('2026-11-27')
  expect(dayFor('write', '2026-11-25')).toBe('2026-11-30')
  expect(dayFor('coffee', '2026-11-28')).toBe('2026-12-14')
})

test('whatever is decided: exactly those chosen join, and nothing of the others is in a copy', () => {
  const answers = fc.array(fc.constantFrom('again', 'let-go', 'open'), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(answers, (list) => {
      const own = bookAt(DAY, [])
      putOn(
        own,
        about,
        list.map((_, n) => ({ name: `Canary${n}x`, emails: [`canary${n}x@example.org`], notes: [`note of canary${n}x`] })),
      )
      const id = openStack(own)?.id ?? ''
      for (const [n, one] of cardsOf(openStack(own) as Stack).entries()) {
        if (list[n] === 'again') wantAgain(own, id, one)
        if (list[n] === 'let-go') letGo(own, id, one)
      }
      seeAgain(own, id)
      const copy = archiveOf(own)
      for (const [n, answer] of list.entries()) expect(copy.includes(`anary${n}x`)).toBe(answer === 'again')
      expect(own.people()).toHaveLength(list.filter((answer) => answer === 'again').length)
    }),
  )
})
