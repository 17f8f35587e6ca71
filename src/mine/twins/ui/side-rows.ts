import { useLingui } from '@lingui/react/macro'
import { type Day, nextYearDay } from '../../../kernel/time.ts'
import { useBook } from '../../../web/book-context.tsx'
import { longDay } from '../../moments/day-text.ts'
import type { Person, YearDate } from '../../people/contract.ts'
import { importanceText, rhythmText } from '../../people/rhythm-wording.ts'
import { monthName } from '../../warmth/days-in-words.ts'
import { birthdayOf } from '../differences.ts'

/** What two people know of the same thing, as texts; an empty text where one of them knows nothing. */
export interface SideRow {
  readonly field: string
  readonly label: string
  readonly texts: readonly [string, string]
}

const MOST_NOTES = 3

/** The rows of two people beside each other. What both say in the same words is left out. */
export function useSideRows(pair: readonly [Person, Person], today: Day): readonly SideRow[] {
  const { t } = useLingui()
  const days = useBook((book) => [birthdayOf(book, pair[0].id), birthdayOf(book, pair[1].id)] as const, [pair[0].id, pair[1].id])
  const notes = useBook(
    (book) =>
      pair.map(({ id }) =>
        book
          .factsOf(id)
          .slice(0, MOST_NOTES)
          .map((fact) => fact.text),
      ) as [string[], string[]],
    [pair[0].id, pair[1].id],
  )
  const dayText = (date: YearDate | undefined): string => {
    if (date === undefined) return ''
    const [day, month, year] = [date.day, monthName(nextYearDay(date, today)), date.year]
    return year === undefined ? t`${day} ${month}` : t`${day} ${month} ${year}`
  }
  const restText = ({ resting }: Person): string => {
    if (resting === undefined) return t`Awake`
    const day = longDay(resting.since, today)
    return t`Rests since ${day}`
  }
  const both = (field: string, label: string, text: (person: Person) => string | undefined): SideRow => ({
    field,
    label,
    texts: [text(pair[0]) ?? '', text(pair[1]) ?? ''],
  })
  const list = (texts: readonly string[] | undefined): string => (texts ?? []).join(', ')
  const rows: readonly SideRow[] = [
    both('name', t`Name`, (person) => person.name),
    both('line', t`In one line`, (person) => person.line),
    both('role', t`Role`, (person) => person.role),
    both('department', t`Department`, (person) => person.department),
    both('company', t`Company`, (person) => person.company),
    both('place', t`Place`, (person) => person.place),
    both('manager', t`Reports to`, (person) => person.manager),
    both('emails', t`Email`, (person) => list(person.emails)),
    both('phones', t`Phone`, (person) => list(person.phones)),
    both('links', t`Links`, (person) => list(person.links)),
    both('aliases', t`Other names`, (person) => list(person.aliases)),
    both('circle', t`Circle`, (person) => person.circle),
    both('tags', t`Tags`, (person) => list(person.tags)),
    both('rhythm', t`Rhythm`, (person) => (person.rhythm === undefined ? undefined : rhythmText(person.rhythm))),
    both('importance', t`Importance`, (person) => (person.importance === undefined ? undefined : importanceText(person.importance))),
    { field: 'birthday', label: t`Birthday`, texts: [dayText(days[0]), dayText(days[1])] },
    both('resting', t`Rest`, restText),
    { field: 'notes', label: t`To remember`, texts: [notes[0].join(' · '), notes[1].join(' · ')] },
  ]
  return rows.filter(({ texts }) => texts[0] !== texts[1])
}
