import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'

/** A lock on a data directory, held until it is released or the process ends in whatever way. */
export interface Lock {
  release(): void
}

/**
 * Takes the lock at `path`, waiting up to `wait` milliseconds.
 *
 * Node has no file lock of its own; SQLite, which comes with it, takes one of the operating
 * system's, and the operating system gives it back even after a kill -9. The file stays empty.
 *
 * @returns null when somebody else holds it
 */
export async function takeLock(path: string, wait = 0): Promise<Lock | null> {
  const until = performance.now() + wait
  for (;;) {
    const lock = tryLock(path)
    if (lock !== null) return lock
    if (performance.now() >= until) return null
    await sleep(100)
  }
}

function tryLock(path: string): Lock | null {
  const file = new DatabaseSync(path, { timeout: 0 })
  try {
    file.exec('pragma journal_mode = memory; begin exclusive')
    return { release: () => file.close() }
  } catch (error) {
    file.close()
    // SQLITE_BUSY
    if (error instanceof Error && 'errcode' in error && error.errcode === 5) return null
    throw error
  }
}
