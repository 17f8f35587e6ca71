import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a running server leaves in the data directory for the command line of the same account. */
export interface RunNote {
  readonly pid: number
  readonly base: string
  /** The bearer token that signs in as the owner. */
  readonly token: string
}

const pathOf = (data: string): string => join(data, 'run.json')

/** Writes the note, readable by this account only, whole or not at all. */
export function writeRunNote(data: string, note: RunNote): void {
  const part = `${pathOf(data)}.part`
  rmSync(part, { force: true })
  writeFileSync(part, JSON.stringify(note), { mode: 0o600 })
  renameSync(part, pathOf(data))
}

/** The note as it stands, or null; it may be stale, see {@link answering}. */
export function readRunNote(data: string): RunNote | null {
  try {
    const note = JSON.parse(readFileSync(pathOf(data), 'utf8')) as Partial<RunNote>
    if (typeof note.pid !== 'number' || typeof note.base !== 'string' || typeof note.token !== 'string') return null
    return { pid: note.pid, base: note.base, token: note.token }
  } catch {
    return null
  }
}

/** Removes the note. */
export const removeRunNote = (data: string): void => rmSync(pathOf(data), { force: true })

/** The note of a server that answers to its token, or null when there is none or it is left over from a killed one. */
export async function answering(data: string): Promise<RunNote | null> {
  const note = readRunNote(data)
  if (note === null) return null
  try {
    const answer = await fetch(`${note.base}/api/session`, {
      headers: { authorization: `Bearer ${note.token}` },
      signal: AbortSignal.timeout(3_000),
    })
    await answer.body?.cancel()
    return answer.status === 200 ? note : null
  } catch {
    return null
  }
}
