import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { detect } from '../formats/detect.ts'
import { AppError } from '../kernel/errors.ts'
import { type Clock, systemClock } from '../kernel/time.ts'

/** A file of the folder that is whole and new, or whole and changed. */
export interface WatchedFile {
  readonly name: string
  readonly path: string
}

/** How long a file must have rested to be taken for whole at first sight, in milliseconds. */
const RESTED = 3000
/** So much of a file shows what it is, in bytes. */
const HEAD = 4096

/** Names under which programs write what is not finished, or what is none of our business. */
const unfinished = /^\.|^~|\.(?:part|partial|tmp|temp|crdownload|download|swp)$|~$/i
const calendar = /\.(?:ics|ical|icalendar|ifb)$/i

interface Seen {
  readonly stamp: string
  /** Whether it was handed out in this state. */
  readonly done: boolean
}

/** A folder whose calendars are handed out once for each state they rest in. A file that still grows waits. */
export class WatchedFolder {
  readonly #folder: string
  readonly #clock: Clock
  readonly #seen = new Map<string, Seen>()

  constructor(folder: string, clock: Clock = systemClock) {
    this.#folder = folder
    this.#clock = clock
  }

  /** @throws AppError `watch-folder` when there is no such folder, or it may not be read */
  async open(): Promise<void> {
    await this.#names()
  }

  /** The calendars that are new or changed and whole, by name, and how many are still being written. */
  async look(): Promise<{ readonly ready: readonly WatchedFile[]; readonly growing: number }> {
    const ready: WatchedFile[] = []
    let growing = 0
    const names = await this.#names()
    for (const name of this.#seen.keys()) if (!names.includes(name)) this.#seen.delete(name)
    for (const name of names) {
      const path = join(this.#folder, name)
      const found = await stat(path).catch(() => undefined)
      if (found === undefined || !found.isFile()) continue
      const stamp = `${found.size} ${found.mtimeMs} ${found.ino}`
      const before = this.#seen.get(name)
      if (before?.stamp === stamp && before.done) continue
      const rested = before?.stamp === stamp || this.#clock.now().epochMilliseconds - found.mtimeMs > RESTED
      this.#seen.set(name, { stamp, done: rested })
      if (!rested) growing += 1
      else if (await this.#isCalendar(path, name)) ready.push({ name, path })
    }
    return { ready, growing }
  }

  /** Hands a file out again at the next look. */
  forget({ name }: WatchedFile): void {
    this.#seen.delete(name)
  }

  async #names(): Promise<readonly string[]> {
    try {
      return (await readdir(this.#folder)).filter((name) => !unfinished.test(name)).sort()
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      const why =
        code === 'ENOENT'
          ? 'There is no such folder.'
          : code === 'ENOTDIR'
            ? 'It is a file, not a folder.'
            : 'This account may not read it.'
      throw new AppError('watch-folder', {
        what: `The folder ${this.#folder} cannot be watched.`,
        why,
        next: 'Name a folder of yours that your calendar program writes to.',
        status: 422,
      })
    }
  }

  /** Known by its content; what only calls itself a calendar is handed out too, so that somebody hears what is wrong with it. */
  async #isCalendar(path: string, name: string): Promise<boolean> {
    if (calendar.test(name)) return true
    try {
      const handle = await open(path, 'r')
      try {
        const { buffer, bytesRead } = await handle.read(new Uint8Array(HEAD), 0, HEAD, 0)
        return detect(new TextDecoder().decode(buffer.subarray(0, bytesRead)))?.name === 'icalendar'
      } finally {
        await handle.close()
      }
    } catch {
      return false
    }
  }
}
