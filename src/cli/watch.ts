import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { AppError } from '../kernel/errors.ts'
import type { Book } from '../mine/book.ts'
import { mineIn, propose } from '../mine/calendar/actions.ts'
import { calendarRun, eventsOf } from '../mine/calendar/proposals.ts'
import { proposedText } from '../mine/calendar/wording.ts'
import type { FileRead } from '../mine/importing/contract.ts'
import { addresses, mustKnowMe } from './my-addresses.ts'
import { readPath } from './path-reader.ts'
import { loadTexts } from './texts.ts'
import { type WatchedFile, WatchedFolder } from './watched-folder.ts'

export const about = 'watch a folder for calendars, and propose the moments they know of'

const help = `kith watch FOLDER [--once] [--json] [--me ADDRESS]

Reads each calendar in the folder, and again whenever it changes, and proposes the moments it knows of.
Nothing is proposed twice, and nothing is written before you take it in Kith.

  --once        look through the folder once, and end
  --json        with --once print one JSON document at the end, else one line of JSON for each file
  --me ADDRESS  your own address in these calendars; several with commas between. It is remembered

Ctrl-C ends it. A file that cannot be read is named in one sentence, and the watch goes on; with --once
the command then ends with 2.
`

/** How often the folder is looked at, and how long to wait after the book could not be opened, in milliseconds. */
const LOOK = 1000
const AGAIN = 15_000

interface Options {
  readonly folder: string
  readonly once: boolean
  readonly json: boolean
  readonly me: readonly string[]
}

/** What became of one file. */
interface Outcome {
  readonly file: string
  readonly format?: string
  readonly proposed?: number
  readonly same?: number
  readonly leftOut?: number
  readonly error?: { readonly code: string; readonly what: string; readonly why: string; readonly next: string }
}

function optionsOf(args: string[]): Options | 'help' | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        once: { type: 'boolean' },
        json: { type: 'boolean' },
        me: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    if (values.help === true) return 'help'
    const [folder, ...more] = positionals
    if (folder === undefined || more.length > 0) return 'It names no folder, or more than one.'
    return { folder, once: values.once === true, json: values.json === true, me: addresses(values.me) }
  } catch (error) {
    return error instanceof Error ? `${error.message.split('. ')[0]}.` : 'The options could not be read.'
  }
}

/** Watches a folder until it is told to end, or looks through it once. Answers the exit code. */
export async function run(args: string[]): Promise<number> {
  loadTexts()
  const options = optionsOf(args)
  if (options === 'help') {
    process.stdout.write(help)
    return 0
  }
  if (typeof options === 'string') {
    process.stderr.write(`This watch was not started. ${options} See "kith watch --help".\n`)
    return 2
  }
  const folder = new WatchedFolder(options.folder)
  const ending = new AbortController()
  const end = (): void => ending.abort()
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
  try {
    await folder.open()
    return options.once ? await once(folder, options, ending.signal) : await goOn(folder, options, ending.signal)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'watch-folder') throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  } finally {
    process.off('SIGINT', end)
    process.off('SIGTERM', end)
  }
}

/** Waits, or ends at once when the watch ends. */
const pause = (time: number, signal: AbortSignal): Promise<unknown> => sleep(time, undefined, { signal }).catch(() => undefined)

async function once(folder: WatchedFolder, options: Options, signal: AbortSignal): Promise<number> {
  const files: WatchedFile[] = []
  for (;;) {
    const { ready, growing } = await folder.look()
    files.push(...ready)
    if (growing === 0 || signal.aborted) break
    await pause(LOOK, signal)
  }
  const outcomes = await round(files, options)
  if (options.json) process.stdout.write(`${JSON.stringify({ folder: options.folder, files: outcomes })}\n`)
  return outcomes.some((outcome) => outcome.error !== undefined) ? 2 : 0
}

async function goOn(folder: WatchedFolder, options: Options, signal: AbortSignal): Promise<number> {
  process.stderr.write(`Kith watches ${options.folder}. Ctrl-C ends it.\n`)
  while (!signal.aborted) {
    const { ready } = await folder.look()
    try {
      const outcomes = await round(ready, options)
      if (options.json) for (const outcome of outcomes) process.stdout.write(`${JSON.stringify(outcome)}\n`)
      await pause(LOOK, signal)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      // The book could not be opened: the files are read again a little later.
      process.stderr.write(`${error.message}\n`)
      for (const file of ready) folder.forget(file)
      await pause(AGAIN, signal)
    }
  }
  return 0
}

/** Reads files and proposes what they know, with the book open for just as long as that takes. */
async function round(files: readonly WatchedFile[], options: Options): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  const reads: FileRead[] = []
  for (const file of files) {
    try {
      const read = await readPath(file.path)
      if (read.format === 'icalendar') reads.push({ ...read, file: file.name })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      outcomes.push(refused(file.name, error))
    }
  }
  if (reads.length > 0) {
    const { withBook } = await import('./book.ts')
    await withBook(async (book, keep) => {
      for (const read of reads) {
        try {
          outcomes.push(proposeFrom(book, read, reads, options))
        } catch (error) {
          if (!(error instanceof AppError)) throw error
          outcomes.push(refused(read.file, error))
        }
      }
      await keep()
    })
  }
  for (const { file, proposed, error } of outcomes) {
    if (error !== undefined) process.stderr.write(`${error.what} ${error.why} ${error.next}\n`)
    else if (!options.json) process.stdout.write(`${file}: ${proposedText(proposed ?? 0)}\n`)
  }
  return outcomes
}

function proposeFrom(book: Book, read: FileRead, all: readonly FileRead[], options: Options): Outcome {
  // A calendar program may keep each meeting in a file of its own: together they show better whose they are.
  const together: FileRead = { ...read, items: all.flatMap(({ items }) => items) }
  mustKnowMe(book, together, options.me)
  const me = mineIn(book, together)
  const { known, leftOut } = calendarRun(book, eventsOf(read.items), me)
  const { added } = propose(book, read, me)
  return {
    file: read.file,
    format: read.format,
    proposed: added,
    same: known,
    leftOut: [...leftOut.values()].reduce((sum, n) => sum + n, 0),
  }
}

const refused = (file: string, { code, what, why, next }: AppError): Outcome => ({ file, error: { code, what, why, next } })
