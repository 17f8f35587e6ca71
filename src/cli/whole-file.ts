import { randomBytes } from 'node:crypto'
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { AppError } from '../kernel/errors.ts'

/**
 * Refuses to write over a file that is there, unless it may be replaced.
 *
 * @throws AppError `file-there`
 */
export async function keepWhatIsThere(path: string, replace: boolean): Promise<void> {
  if (replace || !(await isThere(path))) return
  throw new AppError('file-there', {
    what: `${basename(path)} is there already.`,
    why: 'It was not touched.',
    next: 'Choose another name, or add --replace.',
    status: 409,
  })
}

/** Whether there is a file or a folder at a path. */
export async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch {
    return false
  }
}

/**
 * Writes beside the place and moves it there when it is whole and on the disk, so that no half file is
 * ever found. Only this account may read it.
 *
 * @throws AppError `file-not-written`; what `write` throws as an AppError goes through
 */
export async function writeWhole(path: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
  const beside = `${path}.${randomBytes(4).toString('hex')}.part`
  try {
    const file = await open(beside, 'wx', 0o600)
    try {
      await write(file)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await rm(beside, { force: true })
    if (error instanceof AppError) throw error
    throw new AppError('file-not-written', {
      what: `${basename(path)} could not be written.`,
      why: reason(error),
      next: 'Nothing was left behind. Choose another place and try again.',
    })
  }
}

/** Windows has no handle of a folder to flush, and some disks of others refuse it: the file is whole all the same. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null)
  if (folder === null) return
  await folder.sync().catch(() => undefined)
  await folder.close()
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'The folder is not there.'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'This account may not write there.'
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'There is no room left on the disk.'
  if (code === 'EISDIR') return 'There is a folder of that name.'
  return 'The disk gave an error.'
}
