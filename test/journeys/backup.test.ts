import { spawn } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newProfile, openBrowser } from '../stage/browser.ts'
import { openStage, type Stage } from '../stage/kith.ts'
import { beginWith, log } from '../stage/walk.ts'

const canaries = ['Quizzaxbarn', 'Voxelmurfin', 'Dribbenquast'] as const
const [name, talk, promised] = canaries
const shapes = (word: string): Buffer[] => [
  Buffer.from(word),
  Buffer.from(word.toLowerCase()),
  Buffer.from(word, 'utf16le'),
  Buffer.from(Buffer.from(word).toString('base64').slice(1, -3)),
]

let first: Stage
let second: Stage
let browser: Browser
let file: string
let code = ''

beforeAll(async () => {
  first = await openStage()
  second = await openStage('America/St_Johns')
  browser = await openBrowser()
  file = join(first.directory, 'ana.kith')
})
afterAll(async () => {
  await browser?.close()
  await first.end()
  await second.end()
})

/** The records of a stage's book as its archive has them. */
async function records(stage: Stage): Promise<string> {
  const path = join(stage.directory, 'now.json')
  const done = await stage.kith('export', path, '--replace')
  expect(done).toMatchObject({ code: 0, err: '' })
  return readFileSync(path, 'utf8').replace(/^.*\n/, '')
}

/** A copy of the backup with something done to it. */
function altered(change: (text: string) => string): string {
  const path = join(first.directory, 'altered.kith')
  writeFileSync(path, change(readFileSync(file, 'utf8')))
  return path
}

test('the first backup of a book without words makes a code, prints it once, and holds nothing readable', async () => {
  const { context, page } = await newProfile(browser)
  await page.goto(await first.start())
  await beginWith(page, [`Tom ${name}`])
  await log(page, `lunch with Tom ${name} about ${talk}, promised him the ${promised} by tomorrow`)
  await page.waitForTimeout(1500)
  // With the running server.
  const made = await first.kith('backup', file)
  expect(made).toMatchObject({ code: 0, err: '' })
  code = /\b(?:[0-9A-Z]{5}-){7}[0-9A-Z]{5}\b/.exec(made.out)?.[0] ?? ''
  expect(code).not.toBe('')
  await context.close()
  expect(await first.stop()).toBe(0)

  const bytes = readFileSync(file)
  for (const word of canaries) for (const shape of shapes(word)) expect(bytes.includes(shape), word).toBe(false)
  expect(bytes.includes(Buffer.from(code))).toBe(false)
  const key = readFileSync(join(first.directory, 'config', 'book.key'), 'utf8').trim()
  expect(bytes.includes(Buffer.from(key))).toBe(false)
  expect(statSync(file).mode & 0o777).toBe(0o600)

  // Without a server; the code is not made again, and a file that is there stays.
  const again = await first.kith('backup', join(first.directory, 'second.kith'))
  expect(again.code).toBe(0)
  expect(again.out).not.toMatch(/[0-9A-Z]{5}-[0-9A-Z]{5}/)
  expect((await first.kith('backup', file)).err).toContain('is there already')
  expect(readFileSync(file).equals(bytes)).toBe(true)
})

test('on another computer it asks for the code, refuses another one, and brings the same book, which then opens by itself', async () => {
  expect(await second.kith('restore', file)).toMatchObject({ code: 1, out: '' })
  second.env['KITH_WORDS'] = code.replace(/^./, (sign) => (sign === '0' ? '1' : '0'))
  expect(await second.kith('restore', file)).toMatchObject({ code: 1, out: '' })
  second.env['KITH_WORDS'] = code
  const done = await second.kith('restore', file)
  expect(done).toMatchObject({ code: 0, err: '' })
  delete second.env['KITH_WORDS']
  expect(await records(second)).toBe(await records(first))

  const { context, page, faults } = await newProfile(browser)
  await page.goto(await second.start())
  await page.getByText(promised).first().waitFor()
  expect(faults).toEqual([])
  await context.close()
  await second.stop()
})

test('a book that is there stays, unless it may be replaced; then it is kept beside the backup and can be brought back', async () => {
  expect((await second.kith('log', 'tea with Ruth Okafor')).code).toBe(0)
  const mine = await records(second)
  second.env['KITH_WORDS'] = code
  const refused = await second.kith('restore', file)
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.err).toContain('--replace')
  expect(await records(second)).toBe(mine)

  // With the running server this time: its browsers are signed out, and the book changes under it.
  await second.start()
  const replaced = await second.kith('restore', file, '--replace')
  expect(replaced).toMatchObject({ code: 0, err: '' })
  expect(await records(second)).toBe(await records(first))
  await second.stop()
  const kept = readdirSync(first.directory).filter((entry) => entry.startsWith('replaced-'))
  expect(kept).toHaveLength(1)
  expect(replaced.out).toContain(kept[0])
  const old = join(first.directory, kept[0] as string)
  expect(await second.kith('restore', old, '--replace')).toMatchObject({ code: 0, err: '' })
  expect(await records(second)).toBe(mine)
})

test('a backup that is cut off, altered or none at all is refused in one sentence, and nothing changes', async () => {
  const mine = await records(second)
  const bad = [
    altered((text) => text.slice(0, -100)),
    altered((text) => text.replace(/"ciphertext\\":\\"..../, (head) => `${head.slice(0, -4)}AAAA`)),
    altered(() => '{"kith": 1, "records": []}'),
    altered(() => ''),
    join(first.directory, 'nowhere.kith'),
    first.directory,
  ]
  for (const path of bad) {
    const { code: ended, out, err } = await second.kith('restore', path, '--replace')
    expect([ended, out], path).toEqual([1, ''])
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(err).not.toMatch(/Error|at .*:\d+/)
  }
  expect(await records(second)).toBe(mine)
  delete second.env['KITH_WORDS']
})

test('killed in the middle, again and again, it leaves the old book or the new one and nothing between', async () => {
  const old = await records(second)
  const next = await records(first)
  const root = resolve(import.meta.dirname, '../..')
  let killed = 0
  for (const wait of [500, 900, 1200, 1500, 1800, 2200]) {
    const child = spawn(process.execPath, [join(root, 'src/cli/main.ts'), 'restore', file, '--replace'], {
      cwd: root,
      env: { ...second.env, KITH_WORDS: code },
      stdio: 'ignore',
    })
    const ended = new Promise<number | null>((done) => child.once('exit', done))
    await sleep(wait)
    if (child.kill('SIGKILL')) killed += 1
    await ended
    expect([old, next]).toContain(await records(second))
  }
  expect(killed).toBeGreaterThan(0)
  expect((await second.kith('doctor')).code).toBe(0)
})

test('a browser that saw the book later says so, and puts back what it still has', async () => {
  const { context, page, faults } = await newProfile(browser)
  await page.goto(await first.start())
  await page.getByText(promised).first().waitFor()
  await log(page, 'tea with Noor Haddad')
  await page.waitForTimeout(1500)
  await page.goto(`${first.base}/people`)
  await page.getByRole('link', { name: 'Noor Haddad' }).first().waitFor()
  expect(await records(first)).toContain('Noor Haddad')
  expect(await first.kith('restore', file, '--replace')).toMatchObject({ code: 0, err: '' })
  expect(await records(first)).not.toContain('Noor Haddad')

  // The page looks for changes every few seconds, and is told that it is signed out.
  await page.waitForTimeout(6000)
  await page.goto((await first.kith('open')).out.trim())
  await page.getByRole('alert').filter({ hasText: 'may have been restored from a backup' }).waitFor()
  await page.getByRole('link', { name: 'To Your data' }).click()
  await page.getByRole('button', { name: 'Put back what this device has' }).click()
  await page.getByText('What this device had is back on the server.').waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
  expect(await records(first)).toContain('Noor Haddad')
  expect(faults).toEqual([])
  await context.close()
  await first.stop()
})

test('doctor says what is clear and what is sealed, and what needs somebody', async () => {
  const well = await first.kith('doctor', '--json')
  expect(well.code).toBe(0)
  expect(JSON.parse(well.out)).toMatchObject({
    ok: true,
    running: false,
    book: 'well',
    house: { embedded: true, doors: { code: 1, 'key-file': 1 } },
    lastBackup: expect.stringMatching(/^\d{4}-/),
  })
  for (const word of canaries) expect(well.out).not.toContain(word)
  chmodSync(join(first.directory, 'config', 'book.key'), 0o644)
  const open = await first.kith('doctor')
  expect(open.code).toBe(1)
  expect(open.out).toContain('chmod 600')
  chmodSync(join(first.directory, 'config', 'book.key'), 0o600)
  // The key file of somebody else: the book does not open with it.
  mkdirSync(join(first.directory, 'aside'))
  copyFileSync(join(first.directory, 'config', 'book.key'), join(first.directory, 'aside', 'book.key'))
  rmSync(join(first.directory, 'config', 'book.key'))
  const locked = await first.kith('doctor', '--json')
  expect(JSON.parse(locked.out)).toMatchObject({ ok: true, book: 'locked', config: { keyFile: null } })
})
