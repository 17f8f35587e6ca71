import { createReadStream } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../kernel/errors.ts'
import { type Clock, localNow, systemClock } from '../kernel/time.ts'
import { BackupCheck, ringOfBackup } from '../vault/backup-check.ts'
import { fromB64 } from '../vault/bytes.ts'
import type { BackupDoors, BackupHead, Head, RestoreOrder } from '../vault/contract.ts'
import type { KeyRing } from '../vault/keys.ts'
import { type BackupPart, backupRefused, readBackup } from '../vault/server/backup-file.ts'
import { makeSlot } from '../vault/slots.ts'
import type { Secret } from '../vault/terms.ts'
import { httpWire, type Wire } from '../vault/wire.ts'
import { makeTypedDoor, refusalOf, writeBackup } from './backup.ts'
import { secretFor } from './secret.ts'
import { type Call, withServer } from './server.ts'
import { isThere } from './whole-file.ts'

export const about = 'bring a book back from a backup'

const help = `kith restore FILE [--replace]

Brings the book of a backup back. It asks for the six words or the recovery code (or takes them from
KITH_WORDS), opens every entry once, and only then puts the book in its place: all of it or nothing.

A book that is here already stays, unless --replace is given; then it is kept as a backup beside FILE.
`

/** Brings a book back. Answers the exit code. */
export async function run(args: string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help)
    return 0
  }
  const [path, ...more] = args.filter((argument) => argument !== '--replace')
  if (path === undefined || more.length > 0 || path.startsWith('-')) {
    process.stderr.write(help)
    return 2
  }
  const begin = await beginningOf(path)
  await withServer((call) => restore(call, path, begin, args.includes('--replace')))
  return 0
}

type Beginning = { readonly head: BackupHead; readonly doors: BackupDoors }

async function restore(call: Call, path: string, begin: Beginning, replace: boolean): Promise<void> {
  const wire = httpWire({ base: call.base, bearer: call.token })
  const before = await wire.head()
  if (before.records > 0 && !replace) throw notEmpty()
  const ring = await openedBackup(wire, begin)
  const records = await checked(path, ring)

  let over = before
  let kept: string | null = null
  if (before.records > 0) {
    kept = await placeFor(path)
    over = await keepOld(call, wire, kept)
  }
  const keyFile = begin.doors.slots.some(({ kind }) => kind === 'key-file') ? await keyFileDoor(wire, ring) : null
  await send(call, path, { over, keyFile })

  const day = begin.head.made.slice(0, 10)
  const say = (line: string): boolean => process.stdout.write(`${line}\n`)
  say(`Your book is back, as it was on ${day}: ${records === 1 ? 'one entry' : `${records} entries`}, each opened once before.`)
  if (kept !== null) say(`The book that was here is kept in ${kept}; "kith restore" brings it back.`)
  say(
    keyFile === null
      ? 'It is locked as it was then: its words or its code open it.'
      : 'It opens by itself on this computer. Run "kith start", or "kith open" for a link if Kith runs already.',
  )
  say('A browser that saw the book later will say that the server is older: “Put back” there brings what it still has.')
}

/** The head and the doors of a backup, read to its end first: a file that breaks off is refused before anybody types a secret. */
async function beginningOf(path: string): Promise<Beginning> {
  let begin: Beginning | undefined
  for await (const part of partsOf(path)) if ('head' in part) begin = part
  if (begin === undefined) throw backupRefused('cut-off')
  return begin
}

async function* partsOf(path: string): AsyncGenerator<BackupPart> {
  try {
    yield* readBackup(createReadStream(path))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (typeof code !== 'string' || error instanceof AppError) throw error
    throw new AppError('file-not-read', {
      what: `${basename(path)} could not be read.`,
      why:
        code === 'ENOENT'
          ? 'There is no such file.'
          : code === 'EISDIR'
            ? 'It is a folder.'
            : 'This account may not read it, or the disk gave an error.',
      next: 'Check the name and the folder, and try again.',
    })
  }
}

/** The keys of the backup: by what was given, else by the key file of this computer where it fits, else by asking. */
async function openedBackup(wire: Wire, { head, doors }: Beginning): Promise<KeyRing> {
  const given = process.env['KITH_WORDS']?.trim() ?? ''
  const own = given === '' && doors.slots.some(({ kind }) => kind === 'key-file') ? await wire.keyFile() : null
  const secret = fromB64(own ?? '')
  if (secret !== null && secret.length > 0) {
    try {
      return await ringOfBackup(head, doors, { kind: 'key-file', secret })
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'wrong-secret') throw error
    }
  }
  const typed: Secret = await secretFor(doors.slots, 'The six words or the recovery code of that book: ')
  return await ringOfBackup(head, doors, typed)
}

/** Opens every row; answers how many records there are. */
async function checked(path: string, ring: KeyRing): Promise<number> {
  const check = new BackupCheck(ring)
  for await (const part of partsOf(path)) if ('rows' in part) await check.take(part.rows)
  return check.end()
}

const notEmpty = (): AppError =>
  new AppError('book-not-empty', {
    what: 'The backup was not brought back, and nothing was changed.',
    why: 'There is a book here already.',
    next: 'Add --replace to put the backup in its place; the book that is here is then kept as a backup file.',
    status: 409,
  })

/** A free name beside the backup for the book that gives way. */
async function placeFor(path: string, clock: Clock = systemClock): Promise<string> {
  const now = localNow(clock).toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', '-').replaceAll(':', '')
  for (let n = 1; ; n++) {
    const place = join(dirname(path), `replaced-${now}${n === 1 ? '' : `-${n}`}.kith`)
    if (!(await isThere(place))) return place
  }
}

/** Keeps the book that gives way, as a backup that can be brought back; answers what exactly was kept. */
async function keepOld(call: Call, wire: Wire, place: string): Promise<Head> {
  await makeTypedDoor(wire)
  const { owner, epoch, seq, records, revSum } = await writeBackup(call, place)
  return { owner, epoch, cursor: seq, records, revSum }
}

/** A door for the key file of this computer, so that the book opens by itself here. */
async function keyFileDoor(wire: Wire, ring: KeyRing): Promise<RestoreOrder['keyFile']> {
  const secret = fromB64(await wire.makeKeyFile()) ?? new Uint8Array(0)
  const keys = ring.of.get(ring.epoch)
  if (keys === undefined) return null
  const { slot, proof } = await makeSlot({ kind: 'key-file', secret }, ring.owner, keys, systemClock)
  return proof === null ? null : { slot, proof }
}

async function send({ base, token }: Call, path: string, order: RestoreOrder): Promise<void> {
  async function* body(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(`${JSON.stringify(order)}\n`)
    for await (const chunk of createReadStream(path, { highWaterMark: 1_048_576 })) yield chunk as Uint8Array
  }
  const request = {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
    body: body() as unknown as ReadableStream,
    duplex: 'half',
  }
  const answer = await fetch(`${base}/api/vault/restore`, request).catch(() => null)
  if (answer === null) throw notAnswered()
  if (!answer.ok) throw await refusalOf(answer)
}

const notAnswered = (): AppError =>
  new AppError('restore-not-answered', {
    what: 'Kith’s server stopped answering before it said that the book is back.',
    why: 'Either the backup is in its place or the old book is; nothing lies between.',
    next: 'Look with "kith doctor", and try again if the book is not back.',
    status: 503,
  })
