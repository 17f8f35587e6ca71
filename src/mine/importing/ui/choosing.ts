import { fold } from '../../../kernel/text.ts'
import { addDays, type Day } from '../../../kernel/time.ts'
import type { Book } from '../../book.ts'
import type { Choice, PreviewRow } from '../contract.ts'

/** The words by which rows of a dry run can be narrowed down. */
export type Lens = 'everyone' | 'new' | 'more' | 'asks' | 'company' | 'touch' | 'recent' | 'chosen'

/** What is chosen: rows by their place in the file, and how a doubtful one was answered. */
export type Chosen = ReadonlyMap<number, 'same' | 'two' | undefined>

/** Days within which somebody counts as known lately. */
const RECENT_DAYS = 365

/** The rows of people or records; what could not be read stands in the rail. */
export const readable = (rows: readonly PreviewRow[]): readonly PreviewRow[] => rows.filter((row) => row.verdict !== 'skipped')

/** The company that most people of the book share; undefined where fewer than two share one. */
export function usualCompany(book: Book): string | undefined {
  const counts = new Map<string, { readonly name: string; count: number }>()
  for (const { company } of book.all('person')) {
    if (company === undefined) continue
    const known = counts.get(fold(company))
    if (known === undefined) counts.set(fold(company), { name: company, count: 1 })
    else known.count += 1
  }
  const most = [...counts.values()].sort((a, b) => b.count - a.count)[0]
  return most !== undefined && most.count > 1 ? most.name : undefined
}

/** Whether a row is seen through a lens. */
export function seen(
  row: PreviewRow,
  lens: Lens,
  given: { readonly company: string | undefined; readonly today: Day; readonly chosen: Chosen },
): boolean {
  switch (lens) {
    case 'everyone':
      return true
    case 'new':
      return row.verdict === 'new' && row.ask === undefined
    case 'more':
      return row.verdict === 'differs'
    case 'asks':
      return row.ask !== undefined
    case 'company':
      return (
        given.company !== undefined &&
        row.item.kind === 'person' &&
        row.item.company !== undefined &&
        fold(row.item.company) === fold(given.company)
      )
    case 'touch':
      return row.item.kind === 'person' && row.item.moments?.some(({ medium }) => medium !== 'one-way') === true
    case 'recent':
      return row.item.kind === 'person' && row.item.connectedOn !== undefined && row.item.connectedOn >= addDays(given.today, -RECENT_DAYS)
    case 'chosen':
      return given.chosen.has(row.index)
  }
}

/** Whether all the words typed are found in a row. */
export function fits(row: PreviewRow, typed: string): boolean {
  const words = fold(typed)
  if (words === '') return true
  const text = fold(`${row.name} ${row.about}`)
  return words.split(' ').every((word) => text.includes(word))
}

/** What the chosen rows would do. A doubtful row without an answer does nothing. */
export function outcome(rows: readonly PreviewRow[], chosen: Chosen): { readonly joins: number; readonly grows: number } {
  let joins = 0
  let grows = 0
  for (const row of rows) {
    if (!row.choosable || !chosen.has(row.index)) continue
    const answer = chosen.get(row.index)
    if (row.ask !== undefined ? answer === 'two' : row.verdict === 'new') joins += 1
    else if (row.ask === undefined ? row.verdict === 'differs' : answer === 'same') grows += 1
  }
  return { joins, grows }
}

/** The answers as `accept` wants them. */
export const choicesOf = (chosen: Chosen): readonly Choice[] =>
  [...chosen].map(([index, as]) => (as === undefined ? { index } : { index, as }))
