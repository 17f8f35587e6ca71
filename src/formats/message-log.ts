import { CsvRows } from './csv-rows.ts'

/** Messages of a group of people, in columns: who wrote to whom, and when in seconds. Numbers stand for people, in the order of their first message. */
export interface MessageLog {
  readonly time: Float64Array
  readonly from: Int32Array
  readonly to: Int32Array
}

/** Why a file is no log of messages: `header` when a column is missing, else the line and column of the first bad cell. */
export type LogFlaw =
  | { readonly is: 'header'; readonly missing: readonly string[] }
  | { readonly is: 'cell'; readonly line: number; readonly column: string }
  | { readonly is: 'empty' }

const COLUMNS = ['time', 'from', 'to'] as const

/**
 * Reads a CSV file with the columns `time` (seconds), `from` and `to`, in any order and among any
 * others; people may be written as numbers or as texts. Rows need not be in order.
 */
export function readMessageLog(
  text: string,
): { readonly ok: true; readonly value: MessageLog } | { readonly ok: false; readonly reason: LogFlaw } {
  const time: number[] = []
  const from: number[] = []
  const to: number[] = []
  const people = new Map<string, number>()
  let places: readonly number[] | undefined
  let flaw: LogFlaw | undefined
  const personOf = (name: string): number => {
    const known = people.get(name)
    if (known !== undefined) return known
    people.set(name, people.size)
    return people.size - 1
  }
  const rows = new CsvRows(',', (cells, line) => {
    if (flaw !== undefined) return
    if (places === undefined) {
      const names = (cells ?? []).map((cell) => cell.trim().toLowerCase())
      places = COLUMNS.map((name) => names.indexOf(name))
      const missing = COLUMNS.filter((_, at) => places?.[at] === -1)
      if (missing.length > 0) flaw = { is: 'header', missing }
      return
    }
    if (cells?.every((cell) => cell.trim() === '') === true) return
    const [at, a, b] = places.map((place) => cells?.[place]?.trim() ?? '')
    const seconds = at === '' ? Number.NaN : Number(at)
    const bad = !Number.isFinite(seconds) ? 'time' : a === '' ? 'from' : b === '' ? 'to' : undefined
    if (bad !== undefined) {
      flaw = { is: 'cell', line, column: bad }
      return
    }
    time.push(seconds)
    from.push(personOf(a as string))
    to.push(personOf(b as string))
  })
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)
  lines.forEach((line, at) => {
    if (flaw === undefined) rows.push(line, at + 1)
  })
  rows.end()
  if (flaw === undefined && time.length === 0) flaw = { is: 'empty' }
  if (flaw !== undefined) return { ok: false, reason: flaw }
  return { ok: true, value: { time: Float64Array.from(time), from: Int32Array.from(from), to: Int32Array.from(to) } }
}
