import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import { AppError } from '../../kernel/errors.ts'
import { BACKUP, BackupDoors, BackupEnd, BackupHead, BackupRow, LARGEST_ENVELOPE } from '../contract.ts'

/** A longer line is no line of a backup: the largest envelope with its escapes, and some room. */
const LONGEST_LINE = 2 * LARGEST_ENVELOPE

/** Why a file is no backup that can be brought back. */
export type BackupFlaw = 'not-a-backup' | 'newer' | 'cut-off' | 'altered'

const whys: Record<BackupFlaw, readonly [why: string, next: string]> = {
  'not-a-backup': ['It does not begin as a backup of Kith does.', 'Choose a file that "kith backup" wrote.'],
  newer: ['A newer version of Kith wrote it.', 'Update Kith here, then try again.'],
  'cut-off': [
    'It ends before its last line, so it was not copied to its end.',
    'Copy it once more from where it was made, or take an older backup.',
  ],
  altered: ['What stands in it does not fit its own count, so it was changed or damaged.', 'Take another copy of it, or an older backup.'],
}

/** The refusal of a backup as three sentences. */
export const backupRefused = (flaw: BackupFlaw): AppError =>
  new AppError(`backup-${flaw}`, {
    what: 'This backup was not brought back, and nothing was changed.',
    why: whys[flaw][0],
    next: whys[flaw][1],
    status: 422,
  })

/** What stands in a backup, in order: its head with its doors once, then runs of rows. */
export type BackupPart = { readonly head: BackupHead; readonly doors: BackupDoors } | { readonly rows: readonly BackupRow[] }

/** Cuts text into lines, each with its end; what is left over after the last end comes by itself. */
async function* linesOf(text: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  for await (const chunk of text) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    let start = 0
    for (let at = rest.indexOf('\n'); at >= 0; at = rest.indexOf('\n', start)) {
      yield rest.slice(start, at + 1)
      start = at + 1
    }
    rest = rest.slice(start)
    if (rest.length > LONGEST_LINE) throw backupRefused('altered')
  }
  if (rest !== '') yield rest
}

function json(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function as<T>(schema: z.ZodMiniType<T>, value: unknown): T {
  const read = z.safeParse(schema, value)
  if (!read.success) throw backupRefused('altered')
  return read.data
}

/**
 * Reads a backup file and checks all that can be checked without a key: its form, its order, its
 * counts and its hash. Rows are handed out before the end has been checked, so that memory stays
 * small: nothing counts before the last part came without an error.
 *
 * @throws AppError `backup-…` with one sentence for each way in which it may be wrong
 */
export async function* readBackup(text: AsyncIterable<Uint8Array | string>): AsyncGenerator<BackupPart> {
  const hash = createHash('sha256')
  const read: { head?: BackupHead; doors?: BackupDoors; end?: BackupEnd } = {}
  const sum = { rows: 0, revs: 0, seq: 0 }
  let together: BackupRow[] = []
  let length = 0
  try {
    for await (const line of linesOf(text)) {
      if (read.end !== undefined) throw backupRefused('altered')
      const value = json(line)
      if (read.head === undefined) {
        read.head = headOf(value)
      } else if (read.doors === undefined) {
        if (!line.endsWith('\n')) throw backupRefused('cut-off')
        read.doors = as(BackupDoors, value)
        yield { head: read.head, doors: read.doors }
      } else if (!line.endsWith('\n')) {
        throw backupRefused('cut-off')
      } else if (line.startsWith('{"end":')) {
        read.end = as(BackupEnd, value)
        continue
      } else {
        const row = as(BackupRow, value)
        if (row.seq <= sum.seq || row.epoch > read.head.epoch) throw backupRefused('altered')
        sum.rows += 1
        sum.revs += row.rev
        sum.seq = row.seq
        together.push(row)
        length += line.length
        if (together.length >= 500 || length > LARGEST_ENVELOPE) {
          yield { rows: together }
          together = []
          length = 0
        }
      }
      hash.update(line)
    }
  } catch (error) {
    if (error instanceof TypeError) throw backupRefused(read.head === undefined ? 'not-a-backup' : 'altered')
    throw error
  }
  const { head, end } = read
  if (head === undefined) throw backupRefused('not-a-backup')
  if (end === undefined) throw backupRefused('cut-off')
  const whole = end.end === sum.rows && head.records === sum.rows && head.revSum === sum.revs && head.seq >= sum.seq
  if (!whole || end.sha256 !== hash.digest('hex')) throw backupRefused('altered')
  if (together.length > 0) yield { rows: together }
}

function headOf(value: unknown): BackupHead {
  const version = (value as { 'kith-backup'?: unknown } | null | undefined)?.['kith-backup']
  if (typeof version !== 'number') throw backupRefused('not-a-backup')
  if (version > BACKUP) throw backupRefused('newer')
  return as(BackupHead, value)
}
