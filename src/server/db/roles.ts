import { sql } from 'kysely'
import pg from 'pg'
import { AppError } from '../../kernel/errors.ts'
import { type Db, type Doors, RUNTIME_ROLE } from './db.ts'

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

const unreachable = (why: string, next: string): AppError =>
  new AppError('database-url', { what: 'Kith cannot use the database of DATABASE_URL.', why, next })

function reasonOf(error: unknown): AppError {
  const code = codeOf(error)
  const check = 'Check DATABASE_URL, e.g. postgres://kith:secret@db.example:5432/kith.'
  if (code === '28P01' || code === '28000') return unreachable('It refuses this name or password.', check)
  if (code === '3D000')
    return unreachable('There is no database of that name.', 'Create it with "create database", or correct the name in DATABASE_URL.')
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return unreachable('Its host name is not known here.', check)
  if (code === 'ECONNREFUSED' || code === 'ENOENT')
    return unreachable('Nothing answers at that address.', 'Start it, or correct the host and port in DATABASE_URL.')
  return unreachable('It does not answer as a PostgreSQL should.', check)
}

/**
 * Opens the doors of a PostgreSQL of one's own: checks its version, and makes the runtime role
 * when it is missing. Requests then connect with the same login and take on that role with the
 * connection itself.
 *
 * @param url a `postgres://` address whose login owns the tables
 * @throws AppError `database-url`
 */
export async function openExternal(url: string): Promise<Doors> {
  const owner: pg.PoolConfig = { connectionString: url }
  const client = new pg.Client({ ...owner, connectionTimeoutMillis: 8_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    throw reasonOf(error)
  }
  try {
    const version = await client.query<{ number: number }>("select current_setting('server_version_num')::int as number")
    if ((version.rows[0]?.number ?? 0) < 150_000) throw unreachable('It is older than PostgreSQL 15.', 'Update it, or use another server.')
    await ensureRole(client)
  } finally {
    await client.end()
  }
  return { owner, runtime: { ...owner, options: `-c role=${RUNTIME_ROLE}` } }
}

async function ensureRole(client: pg.Client): Promise<void> {
  try {
    const there = await client.query('select 1 from pg_roles where rolname = $1', [RUNTIME_ROLE])
    if (there.rowCount === 0) {
      await client.query(`create role ${RUNTIME_ROLE} nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls`)
    }
    const may = await client.query<{ may: boolean }>("select pg_has_role(current_user, $1, 'member') as may", [RUNTIME_ROLE])
    if (may.rows[0]?.may !== true) await client.query(`grant ${RUNTIME_ROLE} to current_user`)
    await client.query(`set role ${RUNTIME_ROLE}`)
  } catch (error) {
    const code = codeOf(error)
    if (code === '42710' || code === '23505') return await ensureRole(client)
    if (code !== '42501') throw error
    const login = await client.query<{ name: string }>('select quote_ident(session_user) as name')
    throw unreachable(
      `Requests are served by a role without privileges, ${RUNTIME_ROLE}, and this login may neither make nor use it.`,
      `Let an administrator run: create role ${RUNTIME_ROLE} nologin; grant ${RUNTIME_ROLE} to ${login.rows[0]?.name ?? 'this login'};`,
    )
  }
}

/**
 * Makes sure that requests really run without privileges; a start with a role that could read past
 * row-level security is refused.
 *
 * @param db the runtime door
 * @throws AppError `database-role`
 */
export async function checkRuntimeRole(db: Db): Promise<void> {
  const found = await sql<{ name: string; mighty: boolean; owns: boolean }>`
    select current_user as name,
      (select rolsuper or rolbypassrls or rolcreaterole from pg_roles where rolname = current_user) as mighty,
      exists (select 1 from pg_class where relowner = current_user::regrole and relnamespace = 'public'::regnamespace) as owns`.execute(db)
  const role = found.rows[0]
  if (role?.name === RUNTIME_ROLE && !role.mighty && !role.owns) return
  throw new AppError('database-role', {
    what: 'Kith does not start with this database.',
    why: `Requests would run as "${role?.name ?? ''}", which can read past the walls between people.`,
    next: `Give ${RUNTIME_ROLE} no privileges, and let no proxy in between change the role of a connection.`,
  })
}
