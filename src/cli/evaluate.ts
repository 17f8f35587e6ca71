import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { type LogFlaw, readMessageLog } from '../formats/message-log.ts'
import { AppError } from '../kernel/errors.ts'
import { type Evaluation, evaluate, type Quality, SNAPSHOTS } from '../mine/warmth/evaluation.ts'

export const about = 'try the forecast of quiet ties on real messages'

const help = `kith evaluate FILE.csv [--snapshots 330,360] [--json]

Judges how well "may go quiet" foretells which ties have no contact in the next 30 days.
The file has a header with the columns time (in seconds), from and to. Nothing of it is kept.

  --snapshots LIST  days after the first message on which ties are judged (${SNAPSHOTS.join(',')})
  --json            leave out the table on standard error

Prints one JSON document: ties, rows, auc, ap, brier, ece, and the same for each baseline, fitted on
days 90, 120 and 150.
`

const wrong = (why: string): AppError =>
  new AppError('wrong-option', { what: 'Nothing was evaluated.', why, next: 'See "kith evaluate --help".', status: 400 })

/** Reads a log of messages and prints how good the forecast is on it. Answers the exit code: 2 when the file cannot be used. */
export async function run(args: string[]): Promise<number> {
  try {
    const options = optionsOf(args)
    if (options === 'help') {
      process.stdout.write(help)
      return 0
    }
    const found = evaluate(await logOf(options.file), options.snapshots)
    if (found === null) throw tooLittle(options.file, options.snapshots)
    if (!options.quiet) process.stderr.write(table(found))
    process.stdout.write(`${JSON.stringify(found)}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  }
}

function optionsOf(args: string[]): { file: string; snapshots: readonly number[]; quiet: boolean } | 'help' {
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (error) {
    throw wrong(error instanceof Error ? `${error.message.split('. ')[0]}.` : 'The options could not be read.')
  }
  const { values, positionals } = parsed
  if (values.help === true) return 'help'
  const [file, ...more] = positionals
  if (file === undefined) throw wrong('It names no file.')
  if (more.length > 0) throw wrong('It names more than one file.')
  const list = values.snapshots
  const snapshots = list === undefined ? SNAPSHOTS : list.split(',').map((part) => Number(part.trim() || Number.NaN))
  if (snapshots.some((day) => !Number.isInteger(day) || day < 1)) throw wrong(`"${list}" is not a list of days such as 330,360.`)
  return { file, snapshots, quiet: values.json === true }
}

const parse = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: { snapshots: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  })

async function logOf(path: string): Promise<Parameters<typeof evaluate>[0]> {
  const file = basename(path)
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    throw new AppError('file-not-read', {
      what: `${file} could not be read.`,
      why: reason(error),
      next: 'Look at the name and its folder, and try again.',
      status: 400,
    })
  }
  const read = readMessageLog(text)
  if (read.ok) return read.value
  throw new AppError('no-messages', {
    what: `${file} is not a list of messages that can be evaluated.`,
    why: flawText(read.reason),
    next: 'It needs a header with the columns time, from and to, and one message on each line after it.',
    status: 400,
  })
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'It is not there.'
  if (code === 'EACCES' || code === 'EPERM') return 'This account may not read it.'
  if (code === 'EISDIR') return 'It is a folder.'
  if (code === 'ERR_STRING_TOO_LONG' || code === 'ERR_FS_FILE_TOO_LARGE') return 'It is too large.'
  return 'The disk gave an error.'
}

function flawText(flaw: LogFlaw): string {
  switch (flaw.is) {
    case 'header':
      return `Its first line does not name the column ${flaw.missing.join(' and the column ')}.`
    case 'cell':
      return `Line ${flaw.line}, column ${flaw.column}: ${flaw.column === 'time' ? 'this is no number of seconds' : 'nobody is named'}.`
    case 'empty':
      return 'It holds no message.'
  }
}

const tooLittle = (path: string, snapshots: readonly number[]): AppError =>
  new AppError('too-little', {
    what: `${basename(path)} says too little to judge anything.`,
    why: `On day ${snapshots.join(', ')} after its first message too little was written between any two people, or all of them went on the same way.`,
    next: 'Choose other days with --snapshots, or a file that covers more time.',
    status: 400,
  })

function table(found: Evaluation): string {
  const line = (name: string, { auc, ap, brier, ece }: Quality): string =>
    `  ${name.padEnd(22)}${[auc, ap, brier, ece].map((value) => value.toFixed(3).padStart(8)).join('')}\n`
  const { recency, frequency, recencyFrequency, overdue } = found.baselines
  return [
    `${found.rows} judgements about ${found.ties} ties, on day ${found.snapshots.join(', ')}; ${Math.round(found.quiet * 100)} in 100 went quiet.\n`,
    `  ${''.padEnd(22)}${['AUC', 'AP', 'Brier', 'ECE'].map((name) => name.padStart(8)).join('')}\n`,
    line('Kith', found),
    line('recency', recency),
    line('frequency', frequency),
    line('recency and frequency', recencyFrequency),
    line('time over own rhythm', overdue),
  ].join('')
}
