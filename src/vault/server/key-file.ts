import { randomBytes } from 'node:crypto'
import { chmod, link, mkdir, open, readFile, rm, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../../kernel/errors.ts'

/** The name of the key file in the configuration directory; it never lies beside the data. */
export const KEY_FILE = 'book.key'

const codeOf = (error: unknown): string => (typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '')

const broken = (why: string): AppError =>
  new AppError('key-file-broken', {
    what: 'The key file of this book cannot be used.',
    why,
    next: 'Put it back from a copy, or open the book with its six words or its recovery code.',
    status: 409,
  })

/**
 * The secret in the key file (32 bytes as base64url), or null when there is no such file.
 *
 * @throws AppError `key-file-broken` when it is there and cannot be read
 */
export async function readKeyFile(directory: string): Promise<string | null> {
  const path = join(directory, KEY_FILE)
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw broken('The system does not let Kith read it.')
  }
  const secret = text.trim()
  if (!/^[A-Za-z0-9_-]{43}$/.test(secret)) throw broken('It does not hold a key.')
  return secret
}

async function syncDirectory(directory: string): Promise<void> {
  // Windows has no handle of a directory to flush.
  if (process.platform === 'win32') return
  const handle = await open(directory, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes the key file, readable by this account alone, unless there is one; gives its secret. It is whole or absent, also after a power cut. */
export async function makeKeyFile(directory: string): Promise<string> {
  const there = await readKeyFile(directory)
  if (there !== null) return there
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const path = join(directory, KEY_FILE)
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  try {
    const handle = await open(draft, 'wx', 0o600)
    try {
      await handle.writeFile(`${randomBytes(32).toString('base64url')}\n`)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await chmod(draft, 0o600)
    // A link fails where a file already is, so that two that start at once agree on one key.
    await link(draft, path).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error
    })
    await syncDirectory(dirname(path))
  } finally {
    await unlink(draft).catch(() => undefined)
  }
  const made = await readKeyFile(directory)
  if (made === null) throw broken('It vanished while it was made.')
  return made
}

/** Removes the key file for good; removing one that is not there changes nothing. */
export async function removeKeyFile(directory: string): Promise<void> {
  await rm(join(directory, KEY_FILE), { force: true })
  await syncDirectory(directory).catch(() => undefined)
}

/** Whether a request came from this very computer and through no proxy. */
export function fromHere(remote: string | undefined, forwarded: boolean): boolean {
  if (forwarded || remote === undefined) return false
  const address = remote.replace(/^::ffff:/, '')
  return address === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(address)
}
