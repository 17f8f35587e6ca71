import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { AppError } from '../../kernel/errors.ts'
import type { OwnerId } from '../../kernel/ids.ts'
import { systemClock } from '../../kernel/time.ts'
import { asOwner, type Db } from '../../server/db/db.ts'
import { type App, ownerOf } from '../../server/routes.ts'
import { Changes, Doors, DueCounts, Head, KeyFile, MOST_WRITES, PutRecords, PutResult, PutSlot, Rekey, Slots } from '../contract.ts'
import { backupText } from './backup.ts'
import { readBackup } from './backup-file.ts'
import { putSlot, readDoors, readSlots, rekey, removeSlot } from './doors.ts'
import { fromHere, makeKeyFile, readKeyFile, removeKeyFile } from './key-file.ts'
import { notAnOrder, readOrder, replaceBook, spool } from './restore.ts'
import { putDue, putRecords, readChanges, readHead } from './store.ts'
import { type VaultTrx, vaultIn } from './tables.ts'

/** What the vault's routes need. */
export interface VaultDeps {
  readonly db: Db
  /**
   * Solo mode only: whose book this house keeps, and the configuration directory for its key file.
   * Without it, neither the key file nor the list of doors for strangers exists.
   */
  readonly solo?: SoloHouse | undefined
}

/** The house of one person. */
export interface SoloHouse {
  /** Whose book lives here now; a restored backup may bring another owner. */
  readonly owner: OwnerId
  readonly configDirectory: string
  /** Does work with the database as the role that owns the tables, and takes whom it answers as the owner of the house. */
  readonly moveIn: (work: (admin: Db) => Promise<OwnerId>) => Promise<void>
}

const count = (least: number, most: number) =>
  z.pipe(
    z.string().check(z.regex(/^\d{1,16}$/)),
    z.pipe(
      z.transform((text: string) => Number(text)),
      z.int().check(z.minimum(least), z.maximum(most)),
    ),
  )

const Ask = z.object({
  since: count(0, Number.MAX_SAFE_INTEGER),
  limit: count(1, MOST_WRITES),
  quiet: z.optional(count(0, Number.MAX_SAFE_INTEGER)),
})
const SlotPath = z.object({ slot: z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)) })
const Nothing = z.null()

/** The vault's routes: sealed records, due counts, doors. The server learns nothing from them but what is clear by design. */
export function vaultRoutes(app: App, deps: VaultDeps): void {
  const own = <T>(request: FastifyRequest, work: (trx: VaultTrx, owner: OwnerId) => Promise<T>): Promise<T> => {
    const owner = ownerOf(request)
    return asOwner(deps.db, owner, (trx) => work(vaultIn(trx), owner))
  }

  app.route({
    method: 'GET',
    url: '/api/vault/head',
    config: { who: 'owner' },
    schema: { summary: 'Totals of the sealed book', response: { 200: Head } },
    handler: (request) => own(request, readHead),
  })
  app.route({
    method: 'GET',
    url: '/api/vault/changes',
    config: { who: 'owner' },
    schema: { summary: 'Sealed rows changed after a cursor', querystring: Ask, response: { 200: Changes } },
    handler: (request) => own(request, (trx, owner) => readChanges(trx, owner, request.query)),
  })
  app.route({
    method: 'PUT',
    url: '/api/vault/records',
    config: { who: 'owner' },
    schema: { summary: 'Write sealed rows', body: PutRecords, response: { 200: PutResult } },
    handler: (request) => own(request, (trx, owner) => putRecords(trx, owner, request.body)),
  })
  app.route({
    method: 'PUT',
    url: '/api/vault/due',
    config: { who: 'owner' },
    schema: { summary: 'Counts of things due per day', body: DueCounts, response: { 204: Nothing } },
    handler: async (request, reply) => {
      await own(request, (trx, owner) => putDue(trx, owner, request.body.days))
      return reply.code(204).send(null)
    },
  })
  app.route({
    method: 'GET',
    url: '/api/vault/slots',
    config: { who: 'owner' },
    schema: { summary: 'Slots and older keys, all wrapped', response: { 200: Slots } },
    handler: (request) => own(request, readSlots),
  })
  app.route({
    method: 'PUT',
    url: '/api/vault/slots',
    config: { who: 'owner' },
    schema: { summary: 'Add a door', body: PutSlot, response: { 204: Nothing } },
    handler: async (request, reply) => {
      await own(request, (trx, owner) => putSlot(trx, owner, request.body))
      return reply.code(204).send(null)
    },
  })
  app.route({
    method: 'DELETE',
    url: '/api/vault/slots/:slot',
    config: { who: 'owner' },
    schema: { summary: 'Forget the door of one browser', params: SlotPath, response: { 204: Nothing } },
    handler: async (request, reply) => {
      await own(request, (trx, owner) => removeSlot(trx, owner, request.params.slot))
      return reply.code(204).send(null)
    },
  })
  app.route({
    method: 'POST',
    url: '/api/vault/rekey',
    config: { who: 'owner' },
    schema: { summary: 'A new key with its doors, all or nothing', body: Rekey, response: { 204: Nothing } },
    handler: async (request, reply) => {
      await own(request, (trx, owner) => rekey(trx, owner, request.body))
      return reply.code(204).send(null)
    },
  })
  if (deps.solo !== undefined) soloRoutes(app, deps.db, deps.solo)
}

const elsewhere = (): AppError =>
  new AppError('not-found', {
    what: 'There is nothing here.',
    why: 'It does not exist, or it is not yours.',
    next: 'Go back to Today.',
    status: 404,
  })

/** What exists only in the house of one person: the doors before sign-in, and the key file for a browser on this computer. */
function soloRoutes(app: App, db: Db, solo: SoloHouse): void {
  const { configDirectory } = solo
  const here = (request: FastifyRequest): void => {
    const { headers, socket } = request
    const forwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined
    if (ownerOf(request) !== solo.owner || !fromHere(socket.remoteAddress, forwarded)) throw elsewhere()
  }

  app.route({
    method: 'GET',
    url: '/api/vault/doors',
    config: { who: 'anyone', rateLimit: { max: 120, timeWindow: 60_000 } },
    schema: { summary: 'The doors of this house, without anything wrapped', response: { 200: Doors } },
    handler: async () => ({ doors: await asOwner(db, solo.owner, (trx) => readDoors(vaultIn(trx), solo.owner)) }),
  })
  app.route({
    method: 'GET',
    url: '/api/vault/key-file',
    config: { who: 'owner' },
    schema: { summary: 'The key file, for a browser on this computer', response: { 200: KeyFile } },
    handler: async (request) => {
      here(request)
      const secret = await readKeyFile(configDirectory)
      if (secret === null) throw elsewhere()
      return { secret }
    },
  })
  app.route({
    method: 'PUT',
    url: '/api/vault/key-file',
    config: { who: 'owner' },
    schema: { summary: 'Make the key file unless there is one', response: { 200: KeyFile } },
    handler: async (request) => {
      here(request)
      return { secret: await makeKeyFile(configDirectory) }
    },
  })
  app.route({
    method: 'DELETE',
    url: '/api/vault/key-file',
    config: { who: 'owner' },
    schema: { summary: 'Remove the key file', response: { 204: Nothing } },
    handler: async (request, reply) => {
      here(request)
      await removeKeyFile(configDirectory)
      return reply.code(204).send(null)
    },
  })
  backupRoutes(app, db, solo, here)
}

const LINES = 'application/x-ndjson'

/** The whole book out, as ciphertext, and one from a backup in its place. */
function backupRoutes(app: App, db: Db, solo: SoloHouse, here: (request: FastifyRequest) => void): void {
  // The body stays a stream: a book is larger than any body that is kept in memory.
  app.addContentTypeParser(LINES, (_request, body, done) => done(null, body))

  app.route({
    method: 'GET',
    url: '/api/vault/backup',
    config: { who: 'owner' },
    schema: { summary: 'The whole sealed book as the text of a backup file', produces: [LINES], response: { 200: z.string() } },
    handler: async (request, reply) => {
      here(request)
      const text = backupText(db, ownerOf(request), systemClock.now().toString())
      return reply.type(LINES).send(Readable.from(text, { objectMode: false }) as unknown as string)
    },
  })
  app.route({
    method: 'POST',
    url: '/api/vault/restore',
    config: { who: 'owner' },
    schema: { summary: 'Put a book from a backup in the place of the one here', consumes: [LINES], response: { 204: Nothing } },
    handler: async (request, reply) => {
      here(request)
      if (!(request.body instanceof Readable)) throw notAnOrder()
      // Kept on the disk first, so that a slow sender holds up nobody's book.
      const spooled = await spool(request.body)
      try {
        const { order, backup } = await readOrder(spooled.path)
        await solo.moveIn((admin) => replaceBook(admin, solo.owner, order, readBackup(backup)))
      } finally {
        await spooled.remove()
      }
      return reply.code(204).send(null)
    },
  })
}
