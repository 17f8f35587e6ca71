import { readFile, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { AppError } from '../kernel/errors.ts'
import { mergeBodies } from '../mine/merge.ts'
import type { AnyRecord } from '../mine/record.ts'
import { type Config, readConfig } from '../server/config.ts'
import { HouseFacts, programVersion } from '../server/house-facts.ts'
import { answering } from '../server/run-note.ts'
import { KEY_FILE } from '../vault/server/key-file.ts'
import { memoryShelf } from '../vault/shelf-memory.ts'
import { unlockHere } from '../vault/unlock.ts'
import { openVault } from '../vault/vault.ts'
import { httpWire } from '../vault/wire.ts'
import { BACKUP_NOTE } from './backup.ts'
import { type Surroundings, troubles } from './health.ts'
import { type Call, withServer } from './server.ts'

export const about = 'look whether everything is in order, and say what is clear and what is sealed'

const help = `kith doctor [--json]

Looks at the program, the database, the disk, the key file and the book, and says what the server can see and
what is sealed. It changes nothing. Ends with 0 when all is well, and with 1 when something needs you.
`

/** Looks at everything. Answers the exit code. */
export async function run(args: string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help)
    return 0
  }
  if (args.some((argument) => argument !== '--json')) {
    process.stderr.write(help)
    return 2
  }
  const config = readConfig(process.env)
  const around = await look(config)
  const wrong = troubles(around)
  const ok = wrong.length === 0
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify({ ok, ...around, troubles: wrong })}\n`)
  else
    process.stdout.write(
      `${report(around).join('\n')}\n\n${ok ? 'All is well.' : wrong.map(({ what, why, next }) => `${what} ${why} ${next}`).join('\n')}\n`,
    )
  return ok ? 0 : 1
}

async function look(config: Config): Promise<Surroundings> {
  const running = (await answering(config.data)) !== null
  const base = {
    version: { kith: programVersion(), node: process.versions.node },
    running,
    data: { directory: config.data, mode: await modeOf(config.data), free: await freeBytes(config.data) },
    config: { directory: config.config, mode: await modeOf(config.config), keyFile: await modeOf(join(config.config, KEY_FILE)) },
    ownAccount: process.platform !== 'win32',
    lastBackup: await lastBackup(config.data),
  }
  try {
    return await withServer(async (call) => {
      const before = performance.timeOrigin + performance.now()
      const answer = await fetch(`${call.base}/api/house`, {
        headers: { authorization: `Bearer ${call.token}` },
        signal: AbortSignal.timeout(20_000),
      })
      const house = HouseFacts.safeParse(await answer.json())
      if (!house.success) throw unreadable()
      return { ...base, clock: { here: Math.round(before) }, house: house.data, book: await bookState(call, house.data), closed: null }
    })
  } catch (error) {
    const closed = error instanceof AppError ? error : unreadable()
    return {
      ...base,
      clock: { here: Math.round(performance.timeOrigin + performance.now()) },
      house: null,
      book: 'not-looked-at',
      closed: { what: closed.what, why: closed.why, next: closed.next },
    }
  }
}

const unreadable = (): AppError =>
  new AppError('strange-answer', {
    what: 'The running Kith could not be asked how it is.',
    why: 'It answers in a form that this command does not know; it may be of another version.',
    next: 'Restart Kith, then try again.',
  })

/** Opens the book where it opens by itself, and tells whether anything in it is wrong. Nothing is asked and nothing is made. */
async function bookState(call: Call, house: HouseFacts): Promise<Surroundings['book']> {
  if (house.sealed.epoch === 0) return 'none'
  const wire = httpWire({ base: call.base, bearer: call.token })
  const here = await unlockHere(wire).catch((error: unknown) => error)
  if (here instanceof AppError) return { what: here.what, why: here.why, next: here.next }
  const opened = here as Awaited<ReturnType<typeof unlockHere>>
  if (opened.is === 'locked') return 'locked'
  const vault = openVault<AnyRecord>({ wire, shelf: memoryShelf(), key: opened.ring, merge: mergeBodies, background: false })
  try {
    await vault.load()
    const { alarm, problem } = vault.state
    const wrong = alarm ?? problem
    return wrong === null ? 'well' : { what: wrong.what, why: wrong.why, next: wrong.next }
  } finally {
    await vault.close()
  }
}

/** The permissions of a file or folder as octal digits, or null when it is not there. */
async function modeOf(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null)
  return found === null ? null : (found.mode & 0o777).toString(8).padStart(4, '0')
}

async function freeBytes(path: string): Promise<number | null> {
  const disk = await statfs(path).catch(() => null)
  return disk === null ? null : disk.bavail * disk.bsize
}

async function lastBackup(data: string): Promise<string | null> {
  const text = await readFile(join(data, BACKUP_NOTE), 'utf8').catch(() => '{}')
  try {
    const note = z.safeParse(z.object({ made: z.string() }), JSON.parse(text))
    return note.success ? note.data.made : null
  } catch {
    return null
  }
}

const size = (bytes: number): string => (bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${Math.round(bytes / 100_000) / 10} MB`)

function report(around: Surroundings): string[] {
  const { house } = around
  const lines: [string, string][] = [
    ['Kith', `${around.version.kith}, on Node ${around.version.node}${around.running ? '; it runs' : '; it does not run at the moment'}`],
    ['Data', `${around.data.directory}, ${around.data.free === null ? 'not made yet' : `${size(around.data.free)} free on that disk`}`],
    [
      'Key file',
      around.config.keyFile === null ? `none in ${around.config.directory}` : `in ${around.config.directory}, apart from the data`,
    ],
    [
      'Last backup',
      around.lastBackup === null ? 'none known; "kith backup FILE" makes one' : around.lastBackup.slice(0, 16).replace('T', ' '),
    ],
  ]
  if (house !== null) {
    const own = house.embedded ? 'comes with Kith; companies use a server of their own (DATABASE_URL)' : 'a server of your own'
    const { doors } = house
    lines.push(
      ['Database', `PostgreSQL ${house.postgres}, ${own}; schema ${house.schema}, ${size(house.databaseBytes)}`],
      [
        'Sealed',
        `${house.sealed.records} entries, ${size(house.sealed.bytes)}, key number ${house.sealed.epoch}: who, what and when all stand inside`,
      ],
      [
        'Clear',
        `opaque ids, revisions, padded sizes, the month of making (${house.clear.months}), and counts of things due on ${house.clear.daysWithDue} days`,
      ],
      [
        'Ways in',
        `key file ${doors['key-file']}, six words ${doors.words}, recovery code ${doors.code}, remembered browsers ${doors.device}; ${house.sessions} signed in`,
      ],
      ['Book', bookWords(around.book)],
    )
  }
  return lines.map(([label, text]) => `${label.padEnd(12)} ${text}`)
}

function bookWords(book: Surroundings['book']): string {
  if (book === 'none') return 'not begun yet'
  if (book === 'locked') return 'locked, so its entries were not opened; the counts above are what the server has'
  return book === 'well' ? 'every entry opens, and none is missing' : 'something is wrong, see below'
}
