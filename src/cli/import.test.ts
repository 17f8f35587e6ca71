import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'kith-import-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const data = join(folder, 'data')
const main = new URL('./main.ts', import.meta.url).pathname

const file = (name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** Runs `kith import` on an account that has no book yet. */
const kith = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    const env = { ...process.env, KITH_DATA: data, KITH_CONFIG: join(folder, 'config'), KITH_PORT: '18482', KITH_OPEN: '0' }
    execFile(process.execPath, [main, 'import', ...args], { env, maxBuffer: 64 * 1024 * 1024 }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })

const cards = 'BEGIN:VCARD\nVERSION:3.0\nFN:Ana Sousa\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Example\nKIND:org\nEND:VCARD\n'
const rows = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\nJan,Kuiper,,,,,12 Mar 2024\n'

test('A dry run prints one JSON document, ends with 0 though a card was skipped, and starts nothing', async () => {
  const path = file('people.vcf', cards)
  const { code, out, err } = await kith(path, '--dry-run', '--json')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(JSON.parse(out)).toEqual({
    file: path,
    format: 'vcard',
    items: [
      { index: 1, verdict: 'new', name: 'Ana Sousa', reason: 'Not in your book yet.' },
      { index: 2, verdict: 'skipped', name: 'Example', reason: 'It is a company, not a person.' },
    ],
    seconds: expect.any(Number),
  })
  expect(existsSync(data)).toBe(false)
})

test('Several files are one JSON document; one that cannot be read is named on standard error and ends with 2', async () => {
  const big = file('big.vcf', '')
  truncateSync(big, 1024 ** 3)
  const { code, out, err } = await kith(file('list.csv', rows), big, join(folder, 'nowhere.vcf'), '--dry-run', '--json')
  expect(code).toBe(2)
  expect(JSON.parse(out)).toMatchObject([
    { format: 'linkedin-connections', items: [{ name: 'Jan Kuiper' }] },
    { error: { code: 'file-too-large' } },
    { error: { code: 'file-missing' } },
  ])
  expect(err).toContain('big.vcf is larger than 50 MB.')
  expect(err).toContain('There is no file nowhere.vcf.')
  expect(err).not.toMatch(/\bat .*:\d+:\d+/)
})

test('A file with many people is not brought in until somebody chooses, and nothing is started before', async () => {
  const { code, err } = await kith(file('many.csv', rows + 'Jan,Kuiper2,,,,,\nTom,Becker,,,,,\n'.repeat(6)))
  expect(code).not.toBe(0)
  expect(err).toContain('many.csv names 13 people, and nobody is chosen.')
  expect(existsSync(data)).toBe(false)
})

test('A table whose columns nobody can guess asks for them, and is read as its owner says', async () => {
  const path = file('liste.csv', 'wo;wer\nPorto;Ana\nUtrecht;Jan\n')
  const asked = await kith(path, '--dry-run', '--json')
  expect(asked.code).toBe(2)
  expect(asked.err).toContain('--columns name=2,email=3')
  expect(JSON.parse(asked.out)).toMatchObject({ file: path, error: { code: 'table-columns' } })
  const told = await kith(path, '--dry-run', '--json', '--columns', 'place=1,name=2')
  expect(told.code).toBe(0)
  expect(JSON.parse(told.out)).toMatchObject({ format: 'csv', items: [{ name: 'Ana' }, { name: 'Jan' }] })
  expect(await kith(path, '--columns', 'who=2')).toMatchObject({ code: 2, err: expect.stringContaining('"who=2" does not say') })
})

test('A packed folder is read as it is', async () => {
  const path = join(folder, 'export.zip')
  writeFileSync(path, zipSync({ 'a/Connections.csv': strToU8(rows) }))
  const { code, out } = await kith(path, '--dry-run', '--json')
  expect({ code, read: JSON.parse(out) }).toMatchObject({
    code: 0,
    read: { format: 'linkedin-export', items: [{ index: 1, verdict: 'new', name: 'Jan Kuiper' }] },
  })
})

test('Options that mean nothing are told, and help is given', async () => {
  expect(await kith('--whatever')).toMatchObject({ code: 2, err: expect.stringContaining("Unknown option '--whatever'") })
  expect(await kith('--help')).toMatchObject({ code: 0, out: expect.stringContaining('--dry-run') })
})
