import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { aDate, aFact, aMoment, aPerson, aPromise, bookAt, personId } from '../../../test/a-book.ts'
import { readBytes } from '../../formats/read.ts'
import { dryRun } from '../importing/preview.ts'
import { type CopyForm, copyOf } from './copies.ts'

const day = '2026-11-24'
const canary = 'Quizzaxbarn'
const book = bookAt(day, [
  aPerson(1, { name: 'Ana Ferreira', line: 'Third floor', department: 'Research', role: 'Planner', tags: ['choir'] }),
  aPerson(2, { name: 'Tom Becker', trashed: { on: day } }),
  aFact(1, { text: `Her daughter ${canary} starts school`, child: true }),
  aFact(2, { text: 'Moves to Porto' }),
  aDate(1, { month: 2, day: 29 }),
  aPromise(1, { text: 'The flat listing', due: '2026-11-30' }),
  aPromise(2, { text: 'A *good* book', kept: { on: '2026-11-20' } }),
  aMoment(1, '2026-11-03', { people: [personId(1)], shape: 'lunch', text: 'Lunch.\n\nHer move.' }),
])
const text = (form: CopyForm, choice = {}): string => strFromU8(copyOf(book, form, choice))

test('what is about a child is in the whole archive and in nothing else', () => {
  expect(text('json')).toContain(canary)
  for (const only of ['people', 'moments', 'promises'] as const) expect(text('csv', { only })).not.toContain(canary)
  for (const form of ['md', 'vcf', 'ics'] as const) expect(text(form)).not.toContain(canary)
  expect(text('vcf', { notes: true })).not.toContain(canary)
  for (const form of ['zip', 'md.zip'] as const) {
    const with_ = Object.entries(unzipSync(copyOf(book, form))).flatMap(([name, bytes]) =>
      strFromU8(bytes).includes(canary) ? [name] : [],
    )
    expect(with_).toEqual(form === 'zip' ? ['book.json'] : [])
  }
})

test('who lies in the trash is in the whole archive alone', () => {
  expect(text('json')).toContain('Tom Becker')
  for (const form of ['md', 'vcf', 'csv', 'ics'] as const) expect(text(form)).not.toContain('Tom Becker')
})

test('cards carry what a card says, and my own words only when asked for', () => {
  expect(text('vcf')).not.toMatch(/Third floor|Porto/)
  expect(text('vcf', { notes: true })).toMatch(/X-KITH-ABOUT:Third floor[\s\S]*|NOTE:Moves to Porto/)
})

test('a page reads well and shows signs as they were written', () => {
  expect(text('md')).toBe(`# Ana Ferreira

Third floor

- Work: Planner, Research
- Birthday: 29 February
- Tags: choir

## To remember

- Moves to Porto

## Promises

- [ ] The flat listing (by 30 November 2026)
- [x] A \\*good\\* book (kept on 20 November 2026)

## What took place

- **3 November 2026**: Lunch

  Lunch.

  Her move.
`)
})

test('the folder holds the archive, every other form, and says what each is', () => {
  const files = unzipSync(copyOf(book, 'zip'))
  expect(Object.keys(files).sort()).toEqual([
    'README.txt',
    'book.json',
    'dates.ics',
    'moments.csv',
    'people.csv',
    'people.md',
    'people.vcf',
    'people/Ana Ferreira.md',
    'promises.csv',
  ])
  expect(strFromU8(files['people.md'] ?? new Uint8Array())).toContain('- [Ana Ferreira](people/Ana%20Ferreira.md) · Planner, Research')
})

test('our own cards and our own table change nothing in the book they came from', () => {
  for (const form of ['vcf', 'csv'] as const) {
    for (const notes of [false, true]) {
      const rows = dryRun(book, readBytes(copyOf(book, form, { notes: form === 'vcf' && notes })).items)
      expect(rows.map(({ verdict, candidate }) => [verdict, candidate?.id])).toEqual([['same', personId(1)]])
    }
  }
})
