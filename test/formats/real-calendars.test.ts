import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { readBytes, UnreadableFile } from '../../src/formats/read.ts'
import expected from './real-calendars.json' with { type: 'json' }

const folder = new URL('../../../shared/data/import/', import.meta.url).pathname

/** The work that one file may make, in microseconds of this process's own time. */
const MOST = 1_000_000

const files = existsSync(folder)
  ? readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.toLowerCase().endsWith('.ics'))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .sort()
  : []

/** Several left out for one reason are counted; the reasons come in the order of the alphabet. */
function counted(reasons: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([reason, count]) => `${count} ${reason}`)
}

/** What became of a file, in one line: its format, how many entries, how often they come, and what was left out. */
function outcome(file: string): string {
  try {
    const { format, items } = readBytes(readFileSync(join(folder, file)))
    const events = items.filter((item) => item.kind === 'event')
    const times = events.reduce((sum, event) => sum + event.starts.length, 0)
    const skipped = counted(items.flatMap((item) => (item.kind === 'skipped' ? [item.why] : [])))
    return [format, `${events.length} events`, `${times} times`, ...skipped].join(', ')
  } catch (error) {
    if (error instanceof UnreadableFile) return `refused: ${error.why}`
    throw error
  }
}

// The files of other programs are not part of the repository: where they are absent there is nothing to compare.
test.skipIf(files.length === 0)(
  'Calendars that real programs wrote bring the entries that a reader counts in them, each file in its second',
  () => {
    const slow: string[] = []
    const found = files.map((file) => {
      const began = process.cpuUsage()
      const line = outcome(file)
      if (process.cpuUsage(began).user > MOST) slow.push(file)
      return [file, line]
    })
    expect(Object.fromEntries(found)).toEqual(expected)
    expect(slow).toEqual([])
  },
)
