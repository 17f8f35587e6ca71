import { i18n } from '@lingui/core'
import { asWritten, fileNames, onOneLine } from '../../formats/markdown-text.ts'
import type { FileOut } from '../../formats/zip-archive.ts'
import type { YearDay } from '../../kernel/time.ts'
import type { Book } from '../book.ts'
import type { Moment, Promised } from '../moments/contract.ts'
import { longDay } from '../moments/day-text.ts'
import { shapeText } from '../moments/wording.ts'
import type { Person, YearDate } from '../people/contract.ts'
import { importanceText, rhythmText } from '../people/rhythm-wording.ts'
import { tellable } from './people.ts'

/** A day with its year always, since such a file is read years later. */
const dayText = (day: string): string => longDay(day, '0000-01-01')

/** A day of the year: "22 March 1980", without its year "22 March". */
function yearDayText({ month, day, year }: YearDay): string {
  // 2000 is a leap year: 29 February is one of its days.
  const on = `${String(year ?? 2000).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return year === undefined ? longDay(on, on) : dayText(on)
}

const entry = (label: string, value: string | undefined): string[] =>
  value === undefined || value === ''
    ? []
    : [`- ${i18n._({ id: 'export.md.entry', message: '{label}: {value}', values: { label, value } })}`]

const listOf = (values: readonly string[] | undefined): string | undefined => values?.map(onOneLine).join(', ')

const section = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines])

function dateEntry(date: YearDate): string[] {
  const label =
    date.label !== undefined && date.label !== ''
      ? onOneLine(date.label)
      : date.what === 'birthday'
        ? i18n._({ id: 'export.md.birthday', message: 'Birthday' })
        : date.what === 'anniversary'
          ? i18n._({ id: 'export.md.anniversary', message: 'First day at work' })
          : i18n._({ id: 'export.md.a-day', message: 'A day to think of them' })
  return entry(label, yearDayText(date))
}

function whoTheyAre(book: Book, person: Person): string[] {
  const work = [person.role, person.department, person.company]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => onOneLine(part ?? ''))
  return [
    ...entry(i18n._({ id: 'export.md.aliases', message: 'Also called' }), listOf(person.aliases)),
    ...entry(i18n._({ id: 'export.md.work', message: 'Work' }), work.join(', ')),
    ...entry(i18n._({ id: 'export.md.manager', message: 'Reports to' }), person.manager && onOneLine(person.manager)),
    ...entry(i18n._({ id: 'export.md.place', message: 'Place' }), person.place && onOneLine(person.place)),
    ...entry(i18n._({ id: 'export.md.emails', message: 'Email' }), listOf(person.emails)),
    ...entry(i18n._({ id: 'export.md.phones', message: 'Phone' }), listOf(person.phones)),
    ...entry(i18n._({ id: 'export.md.links', message: 'Links' }), listOf(person.links)),
    ...book.datesOf(person.id).flatMap(dateEntry),
    ...entry(i18n._({ id: 'export.md.circle', message: 'Circle' }), person.circle && onOneLine(person.circle)),
    ...entry(i18n._({ id: 'export.md.tags', message: 'Tags' }), listOf(person.tags)),
    ...entry(i18n._({ id: 'export.md.rhythm', message: 'In touch' }), person.rhythm && rhythmText(person.rhythm)),
    ...entry(i18n._({ id: 'export.md.importance', message: 'To me' }), person.importance && importanceText(person.importance)),
    ...entry(i18n._({ id: 'export.md.resting', message: 'Resting since' }), person.resting && dayText(person.resting.since)),
  ]
}

function promiseLine(promise: Promised): string {
  const text = onOneLine(promise.text)
  const { kept, dropped, due } = promise
  if (kept !== undefined)
    return `- [x] ${i18n._({ id: 'export.md.kept', message: '{text} (kept on {day})', values: { text, day: dayText(kept.on) } })}`
  if (dropped !== undefined)
    return `- ${i18n._({ id: 'export.md.dropped', message: '{text} (let go on {day})', values: { text, day: dayText(dropped.on) } })}`
  return `- [ ] ${due === undefined ? text : i18n._({ id: 'export.md.due', message: '{text} (by {day})', values: { text, day: dayText(due) } })}`
}

function momentLines(book: Book, moment: Moment, about: string): string[] {
  const others = moment.people.filter((id) => id !== about).flatMap((id) => book.get('person', id)?.name ?? [])
  const values = { day: dayText(moment.day), what: shapeText(moment), names: listOf(others) ?? '' }
  const head =
    others.length === 0
      ? i18n._({ id: 'export.md.moment', message: '**{day}**: {what}', values })
      : i18n._({ id: 'export.md.moment-with', message: '**{day}**: {what}, with {names}', values })
  const text =
    moment.text.trim() === ''
      ? []
      : asWritten(moment.text.trim())
          .split('\n')
          .map((line) => (line === '' ? '' : `  ${line}`))
  return text.length === 0 ? [`- ${head}`] : [`- ${head}`, '', ...text, '']
}

/** Everything about one person as a page that reads well without any program. What is about a child stays out. */
export function pageOf(book: Book, person: Person): string {
  const facts = tellable(book.factsOf(person.id)).map((fact) => `- ${onOneLine(fact.text)}`)
  const lines = [
    `# ${onOneLine(person.name)}`,
    ...(person.line === undefined || person.line === '' ? [] : ['', asWritten(person.line)]),
    '',
    ...whoTheyAre(book, person),
    ...section(i18n._({ id: 'export.md.remember', message: 'To remember' }), facts),
    ...section(i18n._({ id: 'export.md.promises', message: 'Promises' }), book.promisesTo(person.id).map(promiseLine)),
    ...section(
      i18n._({ id: 'export.md.moments', message: 'What took place' }),
      book.momentsOf(person.id).flatMap((moment) => momentLines(book, moment, person.id)),
    ),
  ]
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`
}

/** One page for each person, and one that lists them all. */
export function pagesOf(book: Book): readonly FileOut[] {
  const people = book.people()
  const names = fileNames(
    people.map(({ name }) => name),
    '.md',
  )
  const list = people.map((person, at) => {
    const work = [person.role, person.department].filter((part) => part !== undefined && part !== '').map((part) => onOneLine(part ?? ''))
    return `- [${onOneLine(person.name)}](people/${encodeURIComponent(names[at] ?? '')})${work.length === 0 ? '' : ` · ${work.join(', ')}`}`
  })
  const index = [`# ${i18n._({ id: 'export.md.people', message: 'People' })}`, '', ...list]
  return [
    { path: 'people.md', text: `${index.join('\n')}\n` },
    ...people.map((person, at) => ({ path: `people/${names[at]}`, text: pageOf(book, person) })),
  ]
}

/** Everybody on one page, one after the other. */
export const onePage = (book: Book): string =>
  book
    .people()
    .map((person) => pageOf(book, person))
    .join('\n')
