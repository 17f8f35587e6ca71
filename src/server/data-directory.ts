import { accessSync, constants, mkdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../kernel/errors.ts'
import { type Lock, takeLock } from './lock.ts'
import { answering } from './run-note.ts'

/** A new database and its log of changes take about 60 MB. */
const ROOM_TO_START = 150 * 1024 * 1024
/** Below this, writes are refused: three files of PostgreSQL's log of changes, so that it never meets the last byte. */
const ROOM_TO_WRITE = 48 * 1024 * 1024

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

const closed = (path: string, why: string): AppError =>
  new AppError('data-closed', {
    what: `Kith cannot use its data directory, ${path}.`,
    why,
    next: 'Give this account the right to write there, or set KITH_DATA to another directory.',
  })

const full = (): AppError =>
  new AppError('disk-full', {
    what: 'Kith does not start.',
    why: 'The disk that holds the data directory is full.',
    next: 'Free at least 200 MB there, or set KITH_DATA to a directory on another disk.',
    status: 507,
  })

/**
 * Makes the data directory when it is missing and makes sure that it can be written to.
 *
 * @throws AppError `data-closed`, `disk-full`
 */
export function prepareData(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    if (!statSync(path).isDirectory()) throw closed(path, 'It is a file.')
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
    const probe = join(path, 'probe')
    writeFileSync(probe, 'x', { mode: 0o600 })
    rmSync(probe)
  } catch (error) {
    if (error instanceof AppError) throw error
    const code = codeOf(error)
    if (code === 'ENOSPC' || code === 'EDQUOT') throw full()
    if (code === 'EEXIST' || code === 'ENOTDIR') throw closed(path, 'A file stands where the directory should be.')
    if (code === 'EROFS') throw closed(path, 'That disk is read-only.')
    throw closed(path, 'It cannot be read and written by this account.')
  }
}

/** @throws AppError `disk-full` when there is no room for a new database */
export function checkRoomToStart(path: string): void {
  const { bavail, bsize } = statfsSync(path)
  if (bavail * bsize < ROOM_TO_START) throw full()
}

/** Whether the disk has room for a write. Asks the operating system at most once a second. */
export function roomToWrite(path: string): () => Promise<boolean> {
  let asked = Number.NEGATIVE_INFINITY
  let room = true
  return async () => {
    if (performance.now() - asked > 1_000) {
      asked = performance.now()
      const { bavail, bsize } = await statfs(path)
      room = bavail * bsize >= ROOM_TO_WRITE
    }
    return room
  }
}

/**
 * Takes the data directory for this process alone.
 *
 * @param wait how long to wait for a command that is about to end, in milliseconds
 * @throws AppError `already-running`
 */
export async function holdData(path: string, wait: number): Promise<Lock> {
  const file = join(path, 'lock')
  const first = await takeLock(file)
  if (first !== null) return first
  const running = await answering(path)
  if (running !== null) throw alreadyRunning(`It answers at ${running.base}.`)
  const lock = await takeLock(file, wait)
  if (lock !== null) return lock
  const now = await answering(path)
  throw alreadyRunning(now === null ? 'Another process holds its data directory.' : `It answers at ${now.base}.`)
}

const alreadyRunning = (why: string): AppError =>
  new AppError('already-running', {
    what: 'Kith is running already with this data.',
    why,
    next: 'Run "kith open" for a link to it, or stop it first.',
  })
