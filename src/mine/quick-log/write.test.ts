import { i18n } from '@lingui/core'
import { beforeAll, expect, test } from 'vitest'
import { frozenClock } from '../../kernel/time.ts'
import { Book } from '../book.ts'
import { flaw } from '../records.ts'
import { addWho, askHow, askHowInstead, changeMoment, chooseWho, keepAsWritten, leaveOut, leaveOutWho } from './amend.ts'
import { complete } from './complete.ts'
import { type DayReader, loadDays } from './days.ts'
import { chips, sentences } from './summary.ts'
import { cast } from './understand.testing.ts'
import { understand } from './understand.ts'
import type { Context, Understanding } from './understanding.ts'
import { write } from './write.ts'

const today = '2026-11-24'
const [ana, tomBecker, tomAdeyemi, priya] = cast
let days: DayReader

beforeAll(async () => {
  i18n.loadAndActivate({ locale: 'en', messages: {} })
  days = await loadDays()
})

const opened = (): Book => {
  const book = new Book(frozenClock('2026-11-24T10:00:00Z'))
  book.receive(cast)
  return book
}
const read = (line: string, more: Partial<Context> = {}): Understanding => understand(line, { people: cast, today, days, ...more })
const nameOf = (id: string): string => cast.find((person) => person.id === id)?.name ?? ''

test('one line with somebody new, somebody known and a promise becomes one change that one undo takes back', () => {
  const book = opened()
  const change = write(
    book,
    read('coffee with Ana and Ruth Okafor yesterday, promised Ruth the deck by Friday, her daughter starts school'),
  )
  const ruth = book.people().find((person) => person.name === 'Ruth Okafor')
  const [moment] = book.all('moment')
  expect(change.label).toBe('The moment with Ana Ferreira and one more is written.')
  expect(moment).toMatchObject({
    day: '2026-11-23',
    people: [ana?.id, ruth?.id],
    medium: 'face',
    shape: 'coffee',
    text: 'Coffee with Ana and Ruth Okafor, her daughter starts school',
  })
  expect(book.promisesTo(ruth?.id ?? '')).toMatchObject([{ text: 'the deck', due: '2026-11-27', madeOn: today, moment: moment?.id }])
  expect(book.factsOf(ruth?.id ?? '')).toMatchObject([{ text: 'Her daughter starts school', child: true, moment: moment?.id }])
  book.undo(change)
  expect([book.people().length, book.all('moment').length, book.all('promise').length, book.all('fact').length]).toEqual([
    cast.length,
    0,
    0,
    0,
  ])
})

test('every record written from a line is well formed', () => {
  const book = opened()
  for (const line of [
    'lunch with Ana, her move to Porto',
    'Jonas birthday 3 May 1988',
    'dinner with Priya and 5 others',
    'I owe Tom a review',
    'Priya is pregnant',
  ])
    write(book, read(line))
  expect(book.everything().map(flaw)).toEqual(book.everything().map(() => null))
})

test('a birthday that is told again corrects the one in the book', () => {
  const book = opened()
  write(book, read("Ana's birthday is on 3 May"))
  write(book, read("Ana's birthday is on 4 May 1990"))
  expect(book.datesOf(ana?.id ?? '')).toMatchObject([{ what: 'birthday', month: 5, day: 4, year: 1990 }])
})

test('a line that names nobody writes nothing', () => {
  const book = opened()
  const change = write(book, read('the printer is broken'))
  expect([change.after.size, book.all('moment').length]).toEqual([0, 0])
})

test('the moment carries the key of the move it answers', () => {
  const book = opened()
  write(book, read('walked over to Priya'), { move: `warmth:${priya?.id}` })
  expect(book.all('moment')[0]?.move).toBe(`warmth:${priya?.id}`)
})

test('choosing the other Tom changes him everywhere and keeps the first as a choice', () => {
  if (tomBecker === undefined || tomAdeyemi === undefined) throw new Error('the cast is incomplete')
  const before = read('lunch with Tom, his move to Porto, promised him the flat listing')
  const was = before.mentions[0]?.who
  if (was === undefined || !('known' in was)) throw new Error('nobody was understood')
  const other = was.known === tomBecker.id ? tomAdeyemi.id : tomBecker.id
  const after = chooseWho(before, was, { known: other })
  expect([after.moment?.people[0]?.who, after.promises[0]?.to, after.facts[0]?.about]).toEqual([
    { known: other },
    [{ known: other }],
    [{ known: other }],
  ])
  expect(after.mentions[0]?.others).toContain(was.known)
})

test('a new name can be said to be somebody known, and then nobody joins the book', () => {
  if (ana === undefined) throw new Error('the cast is incomplete')
  const after = chooseWho(read('lunch with Annika'), { fresh: 'Annika' }, { known: ana.id })
  expect(after.newPeople).toEqual([])
  const book = opened()
  write(book, after)
  expect(book.momentsOf(ana.id)).toHaveLength(1)
})

test('somebody added by hand takes on the promise that had nobody', () => {
  if (priya === undefined) throw new Error('the cast is incomplete')
  const after = addWho(read('coffee, promised her the deck'), { known: priya.id })
  expect(after.needs).toBeUndefined()
  expect(after.promises[0]?.to).toEqual([{ known: priya.id }])
})

test('leaving somebody out leaves their promise out, and the last one leaves a line that needs a person', () => {
  if (priya === undefined || ana === undefined) throw new Error('the cast is incomplete')
  const without = leaveOutWho(read('lunch with Ana, promised Priya the deck'), { known: priya.id })
  expect([without.promises.length, without.needs]).toEqual([0, undefined])
  expect(leaveOutWho(without, { known: ana.id }).needs).toBe('person')
})

test('a part that is left out is not written, and a day ahead becomes today', () => {
  const line = read('lunch with Ana, her move to Porto')
  const book = opened()
  write(book, leaveOut(changeMoment(line, { day: '2026-12-24', medium: 'video' }, today), { list: 'facts', at: 0 }))
  expect(book.all('fact')).toEqual([])
  expect(book.all('moment')[0]).toMatchObject({ day: today, medium: 'video' })
})

test('a word about health forgets itself after fourteen days and gives way to "ask how they are" everywhere', () => {
  const line = read('coffee with Priya, she is in hospital')
  expect(line.facts[0]).toMatchObject({ tact: true, expires: '2026-12-08' })
  const book = opened()
  write(book, askHow(line, 0))
  expect(JSON.stringify(book.everything())).not.toContain('hospital')
  expect(book.factsOf(priya?.id ?? '')).toMatchObject([{ text: 'Ask how they are', expires: '2026-12-08' }])
})

test('words kept as written stay beyond the two weeks and are marked, and a day that the line names stands', () => {
  const book = opened()
  write(book, keepAsWritten(read('coffee with Priya, she is in hospital'), 0, today))
  const kept = book.factsOf(priya?.id ?? '')[0]
  expect(kept).toMatchObject({ text: 'She is in hospital', tact: true })
  expect(kept?.expires).toBeUndefined()
  const until = read('Priya is on sick leave until 12 December')
  expect(keepAsWritten(until, 0, today).facts[0]?.expires).toBe(until.facts[0]?.expires)
})

test('a moment whose own words are delicate can be written without them', () => {
  const book = opened()
  write(book, askHowInstead(read('lunch with Priya about the surgery'), today))
  expect(JSON.stringify(book.everything())).not.toContain('surgery')
  expect(book.all('moment')[0]).toMatchObject({ shape: 'lunch', medium: 'meal', text: '' })
  expect(book.factsOf(priya?.id ?? '')).toMatchObject([{ text: 'Ask how they are', expires: '2026-12-08' }])
})

test('German words are noticed in an English line', () => {
  expect(read('coffee with Priya, she is schwanger').facts[0]).toMatchObject({ tact: true })
})

test('what was understood is said in words that can be changed one by one', () => {
  const said = chips(read('quick hello to Priya yesterday, promised her the deck by Friday, she likes oat milk'), nameOf, today).map(
    (chip) => chip.text,
  )
  expect(said).toEqual([
    'Priya Raman',
    'A talk',
    'yesterday',
    'in passing',
    'You promise Priya Raman: the deck (this coming Friday)',
    'To remember about Priya Raman: She likes oat milk',
  ])
})

test('a terminal gets one line for the moment and one for each thing besides', () => {
  expect(sentences(read('lunch with Ana and Ruth Okafor, I owe Ana a review'), nameOf, today)).toEqual([
    'Ana Ferreira · Ruth Okafor, new in your book · Lunch · today',
    'You promise Ana Ferreira: a review',
  ])
  expect(sentences(read('had a coffee'), nameOf, today).at(-1)).toBe(
    'Whom is it about? Add a name; somebody new begins with a capital letter.',
  )
})

const offered = (text: string, lastDay: Record<string, string> = {}): string[] =>
  complete(text, text.length, cast, (id) => lastDay[nameOf(id)]).map((each) => each.name)

test('while a name is typed those met most recently are offered first', () => {
  expect(offered('lunch with t')).toEqual(['Tom Adeyemi', 'Tom Becker'])
  expect(offered('lunch with T', { 'Tom Becker': '2026-11-02' })).toEqual(['Tom Becker', 'Tom Adeyemi'])
})

test('names are found without their accents, by a later part, and by another name', () => {
  expect(offered('coffee with ines')).toEqual(['Inês Duarte'])
  expect(offered('coffee with lin')).toEqual(['Jonas Lindqvist', 'Mei-Lin Chou'])
  expect(offered('coffee with Hans')).toEqual(['Hanna Virtanen'])
  expect(offered('coffee with Ana Fer')).toEqual(['Ana Ferreira'])
})

test('everyday words and names already typed out offer nothing', () => {
  expect(offered('lu')).toEqual([])
  expect(offered('lunch with Priya Raman')).toEqual([])
  expect(complete('lunch with Priya', 12, cast, () => undefined)).toEqual([])
})

test('the name replaces exactly what was typed of it', () => {
  const [first] = complete('lunch with ana fe and', 17, cast, () => undefined)
  expect(first).toMatchObject({ from: 11, to: 17, name: 'Ana Ferreira' })
})
