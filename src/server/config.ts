import { realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { AppError } from '../kernel/errors.ts'

/** How this Kith runs. */
export interface Config {
  readonly mode: 'solo'
  /** Port on 127.0.0.1; 0 takes a free one. */
  readonly port: number
  /** Directory of the database, its lock and the running server's note. */
  readonly data: string
  /** Directory of the key file; never inside the data. */
  readonly config: string
  /** Whether to open the browser at the start. */
  readonly open: boolean
  /** A PostgreSQL of one's own, instead of the one that comes with Kith. */
  readonly databaseUrl: string | undefined
  /** The address people use when it is not `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly publicUrl: string | undefined
}

/** What the defaults depend on besides the environment. */
export interface Surroundings {
  readonly root: boolean
  readonly home: string
  readonly platform: NodeJS.Platform
}

const here = (): Surroundings => ({ root: process.getuid?.() === 0, home: homedir(), platform: process.platform })

const wrong = (name: string, why: string, next: string): AppError =>
  new AppError('wrong-setting', { what: 'Kith does not start.', why: `${name} ${why}`, next })

/**
 * Reads the settings from the environment. A wrong value stops the start.
 *
 * @throws AppError `wrong-setting` with the name of the variable, what is wrong and what would be right
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, at: Surroundings = here()): Config {
  const given = (name: string): string | undefined => (env[name] === undefined || env[name].trim() === '' ? undefined : env[name].trim())

  const mode = given('KITH_MODE') ?? 'solo'
  if (mode === 'company') {
    throw wrong(
      'KITH_MODE',
      'is "company", and this version knows the book of one person only.',
      'Leave it out, or set it to "solo"; the company mode comes in a later version.',
    )
  }
  if (mode !== 'solo') throw wrong('KITH_MODE', `is "${mode}", which is not a mode.`, 'Leave it out, or set it to "solo".')

  const data = directory(given('KITH_DATA') ?? defaultData(given, at), 'KITH_DATA')
  const config = directory(given('KITH_CONFIG') ?? defaultConfig(given, at), 'KITH_CONFIG')
  if (within(real(config), real(data))) {
    throw wrong(
      'KITH_CONFIG',
      'lies inside the data directory, so a copy of the data would carry the key that opens it.',
      'Choose a directory elsewhere.',
    )
  }
  return {
    mode,
    port: portOf(given('KITH_PORT') ?? '8484'),
    data,
    config,
    open: yes(given('KITH_OPEN') ?? '1'),
    databaseUrl: databaseOf(given('DATABASE_URL')),
    publicUrl: publicOf(given('KITH_PUBLIC_URL')),
  }
}

type Given = (name: string) => string | undefined

function defaultData(given: Given, at: Surroundings): string {
  if (at.root) return '/var/lib/kith'
  if (at.platform === 'win32') return join(given('LOCALAPPDATA') ?? join(at.home, 'AppData', 'Local'), 'Kith', 'data')
  return join(xdg(given('XDG_DATA_HOME')) ?? join(at.home, '.local', 'share'), 'kith')
}

/** Root gets a place of its own: its HOME differs between `sudo` and a real login, and the key must be found again. */
function defaultConfig(given: Given, at: Surroundings): string {
  if (at.root) return '/etc/kith'
  if (at.platform === 'win32') return join(given('APPDATA') ?? join(at.home, 'AppData', 'Roaming'), 'Kith')
  return join(xdg(given('XDG_CONFIG_HOME')) ?? join(at.home, '.config'), 'kith')
}

/** The XDG rules say that a relative path is to be ignored. */
const xdg = (path: string | undefined): string | undefined => (path !== undefined && isAbsolute(path) ? path : undefined)

function directory(path: string, name: string): string {
  if (path.includes('\0')) throw wrong(name, 'is not a path.', 'Set it to a directory, e.g. /home/ana/kith.')
  return resolve(path)
}

/** The path with links resolved as far as it exists. */
function real(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const parent = dirname(path)
    return parent === path ? path : join(real(parent), basename(path))
  }
}

function within(inner: string, outer: string): boolean {
  const way = relative(outer, inner)
  return way === '' || (!way.startsWith('..') && !isAbsolute(way))
}

function portOf(text: string): number {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  throw wrong('KITH_PORT', `is "${text}", which is not a port.`, 'Set it to a number from 1 to 65535, e.g. 8484.')
}

function yes(text: string): boolean {
  if (['1', 'true', 'yes', 'on'].includes(text.toLowerCase())) return true
  if (['0', 'false', 'no', 'off'].includes(text.toLowerCase())) return false
  throw wrong('KITH_OPEN', `is "${text}", which is neither yes nor no.`, 'Set it to 0 to keep the browser closed, or leave it out.')
}

/** The value is not repeated: it may hold a password. */
function databaseOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  if (URL.canParse(text) && ['postgres:', 'postgresql:'].includes(new URL(text).protocol)) return text
  throw wrong(
    'DATABASE_URL',
    'is not the address of a PostgreSQL.',
    'Set it like postgres://kith:secret@db.example:5432/kith, or leave it out.',
  )
}

function publicOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  if (URL.canParse(text)) {
    const url = new URL(text)
    if (['http:', 'https:'].includes(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '')
      return url.origin
  }
  throw wrong(
    'KITH_PUBLIC_URL',
    `is "${text}", which is not the address of a website.`,
    'Set it like https://kith.example, without a path.',
  )
}
