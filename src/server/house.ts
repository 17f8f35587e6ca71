import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { AppError } from '../kernel/errors.ts'
import type { OwnerId } from '../kernel/ids.ts'
import { checkProof } from '../vault/server/doors.ts'
import { type SoloHouse, vaultRoutes } from '../vault/server/routes.ts'
import { buildApp, type Part } from './app.ts'
import { openGate } from './auth/gate.ts'
import { sessionRoutes } from './auth/routes.ts'
import { mintOpenToken, newToken } from './auth/store.ts'
import type { Config } from './config.ts'
import { checkRoomToStart, holdData, prepareData, roomToWrite } from './data-directory.ts'
import { asOwner, type Db, type Doors, openDb } from './db/db.ts'
import { startEmbedded } from './db/embedded.ts'
import { migrate } from './db/migrate.ts'
import { migrations } from './db/migrations/all.ts'
import { checkRuntimeRole, openExternal } from './db/roles.ts'
import { allowedHosts } from './hosts.ts'
import { houseRoutes } from './house-facts.ts'
import { removeRunNote, writeRunNote } from './run-note.ts'

/** A Kith that answers. */
export interface House {
  /** The address people open, without a slash at the end. */
  readonly base: string
  readonly owner: OwnerId
  /** The bearer token of the command line. */
  readonly token: string
  readonly db: Db
  /** A link that signs in once. */
  openLink(): Promise<string>
  /** Ends the server, then the database. */
  close(): Promise<void>
}

export interface HouseOptions {
  /** Whether to leave a note for the command line; a command that runs its own server leaves none. */
  readonly note: boolean
  /** Milliseconds to wait for another process that is about to let go of the data. */
  readonly wait: number
}

const web = fileURLToPath(new URL('../../dist/web', import.meta.url))

/**
 * Opens the whole house: data directory, database, schema, server. What was opened is closed again
 * when a later step fails.
 *
 * @throws AppError with one sentence for the person
 */
export async function openHouse(config: Config, options: HouseOptions): Promise<House> {
  const closers: (() => Promise<void> | void)[] = []
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    return await build(config, options, closers, close)
  } catch (error) {
    await close()
    throw error
  }
}

async function build(
  config: Config,
  options: HouseOptions,
  closers: (() => Promise<void> | void)[],
  close: () => Promise<void>,
): Promise<House> {
  prepareData(config.data)
  const lock = await holdData(config.data, options.wait)
  closers.push(() => lock.release())
  removeRunNote(config.data)

  const doors = await openDatabase(config, closers)
  const db = openDb(doors.runtime)
  closers.push(() => db.destroy())
  let owner = await prepareSchema(doors, db)
  const solo: SoloHouse = {
    get owner() {
      return owner
    },
    configDirectory: config.config,
    moveIn: async (work) => {
      const admin = openDb(doors.owner, 1)
      try {
        owner = await work(admin)
      } finally {
        await admin.destroy()
      }
    },
  }

  const token = newToken()
  let port = config.port
  const tls = config.publicUrl?.startsWith('https:') ?? false
  const base = (): string => config.publicUrl ?? `http://127.0.0.1:${port}`
  const session: Part = (app) => sessionRoutes(app, { db, mode: config.mode, tls, base, checkProof })
  const vault: Part = (app) => vaultRoutes(app, { db, solo })
  const facts: Part = (part) =>
    houseRoutes(part, { db, embedded: config.databaseUrl === undefined, schema: migrations.at(-1)?.number ?? 0 })
  const app = await buildApp({
    db,
    gate: openGate(db, {
      token,
      get owner() {
        return owner
      },
    }),
    hosts: () => allowedHosts(port, config.publicUrl),
    tls,
    web,
    ...(config.databaseUrl === undefined && { hasRoom: roomToWrite(config.data) }),
    parts: [session, vault, facts],
  })
  closers.push(() => app.close())
  try {
    await app.listen({ host: '127.0.0.1', port })
  } catch (error) {
    throw notListening(error, port)
  }
  port = (app.server.address() as AddressInfo).port
  if (options.note) {
    writeRunNote(config.data, { pid: process.pid, base: `http://127.0.0.1:${port}`, token })
    closers.push(() => removeRunNote(config.data))
  }
  return {
    base: base(),
    get owner() {
      return owner
    },
    token,
    db,
    openLink: async () => `${base()}/#open=${await mintOpenToken(db, owner)}`,
    close,
  }
}

async function openDatabase(config: Config, closers: (() => Promise<void> | void)[]): Promise<Doors> {
  if (config.databaseUrl !== undefined) return await openExternal(config.databaseUrl)
  if (!existsSync(join(config.data, 'postgres'))) checkRoomToStart(config.data)
  const embedded = await startEmbedded(config.data)
  closers.push(() => embedded.stop())
  return embedded.doors
}

/** Migrates, makes sure of the runtime role, and answers who lives here, making the owner at the first start. */
async function prepareSchema(doors: Doors, db: Db): Promise<OwnerId> {
  const admin = openDb(doors.owner, 1)
  try {
    await migrate(admin)
    await checkRuntimeRole(db)
    return await soloOwner(admin)
  } finally {
    await admin.destroy()
  }
}

async function soloOwner(admin: Db): Promise<OwnerId> {
  const fresh = randomUUID() as OwnerId
  return await asOwner(admin, fresh, async (trx) => {
    const house = await trx.selectFrom('house').select('solo_owner').forUpdate().executeTakeFirstOrThrow()
    if (house.solo_owner !== null) return house.solo_owner
    await trx.insertInto('owner').values({ id: fresh }).execute()
    await sql`update house set solo_owner = ${fresh}`.execute(trx)
    return fresh
  })
}

function notListening(error: unknown, port: number): AppError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const why =
    code === 'EADDRINUSE'
      ? `Another program listens on port ${port} already.`
      : code === 'EACCES'
        ? `This account may not listen on port ${port}.`
        : `Port ${port} of this computer cannot be listened on (${code || 'unknown'}).`
  return new AppError('port', { what: 'Kith does not start.', why, next: 'Set KITH_PORT to another number, e.g. KITH_PORT=8585.' })
}
