/**
 * The vault in a real Chromium, under the policy of the real server: what is kept survives, tabs hear
 * each other, keys are derived in a worker, and nothing readable lies in the browser.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { COOKIE } from '../../src/server/auth/gate.ts'
import { startSession } from '../../src/server/auth/store.ts'
import { freshSecrets } from '../../src/vault/locking.ts'
import { type TestHouse, testHouse } from '../../src/vault/server/testing.ts'
import { collectFaults, newProfile, openBrowser } from '../stage/browser.ts'
import type { VaultPage } from './vault-page/page.ts'

const directory = mkdtempSync(join(tmpdir(), 'kith-vault-page-'))
let browser: Browser
let house: TestHouse
let base: string

beforeAll(async () => {
  const root = join(directory, 'page')
  const built = join(directory, 'built')
  const entry = resolve(import.meta.dirname, 'vault-page/page.ts')
  mkdirSync(root)
  writeFileSync(
    join(root, 'index.html'),
    '<!doctype html><html lang="en"><title>vault</title><script type="module" src="/entry.ts"></script></html>',
  )
  writeFileSync(join(root, 'entry.ts'), `import ${JSON.stringify(entry)}\n`)
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir: built, target: 'es2023', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
    server: { fs: { strict: false } },
  })
  house = await testHouse(built)
  base = await house.listen()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  rmSync(directory, { recursive: true, force: true })
})

async function profile(signedIn = true): Promise<{ context: BrowserContext; page: Page; faults: string[] }> {
  const made = await newProfile(browser)
  if (signedIn) await made.context.addCookies([{ name: COOKIE, value: await startSession(house.db, house.owner), url: base }])
  await made.page.goto(base)
  return made
}

/** Calls a function of the page. */
const call = async <K extends Exclude<keyof VaultPage, 'shelf'>>(page: Page, name: K, ...args: Parameters<VaultPage[K]>) =>
  (await page.evaluate(
    ([name, args]) =>
      (globalThis as unknown as { vaultPage: Record<string, (...args: unknown[]) => unknown> }).vaultPage[name as string]?.(
        ...(args as unknown[]),
      ),
    [name, args] as const,
  )) as Awaited<ReturnType<VaultPage[K]>>

test('what is kept in a tab is heard in another, survives a reload offline, and is sent later', async () => {
  const { context, page, faults } = await profile()
  await call(page, 'openHere')
  const second = await context.newPage()
  faults.push(...collectFaults(second))
  await second.goto(base)
  await call(second, 'openHere')
  const [a, b] = [newId(), newId()]
  await call(page, 'write', a, 'canary one')
  await expect.poll(() => call(second, 'notes')).toEqual({ [a]: 'canary one' })
  await expect.poll(() => call(page, 'state')).toMatchObject({ waiting: 0, online: true, alarm: null })

  await call(page, 'remember')
  await call(page, 'saveSnapshot')
  await context.route('**/api/**', (route) => route.abort())
  await Promise.all([call(page, 'write', b, 'canary tab one'), call(second, 'write', b, 'canary tab two')])
  await second.close()
  await page.reload()
  expect((await call(page, 'openRemembered'))?.length).toBe(2)
  expect(await call(page, 'state')).toMatchObject({ online: false, waiting: 2 })
  const stores = await call(page, 'stores')
  expect(stores).toContain('"extractable":false')
  expect(stores).not.toMatch(/canary|"extractable":true/)
  await context.unroute('**/api/**')
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await expect.poll(() => call(page, 'state'), { timeout: 20_000 }).toMatchObject({ waiting: 0, online: true, alarm: null })
  expect(await call(page, 'notes')).toEqual({ [a]: 'canary one', [b]: 'canary tab one|canary tab two' })
  expect(faults).toEqual([])
  await context.close()
})

test('words are stretched in a worker that alone may compile WebAssembly, and open the book in a second profile', async () => {
  const first = await profile()
  await call(first.page, 'openHere', false)
  const secrets = freshSecrets()
  await call(first.page, 'lock', secrets)
  expect(await call(first.page, 'compiles')).toBe(false)
  first.faults.splice(0)

  const { context, page, faults } = await profile(false)
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  const workers: string[] = []
  page.on('worker', (worker) => workers.push(new URL(worker.url()).pathname))
  await call(page, 'openWithWords', secrets.words)
  expect(await call(page, 'state')).toMatchObject({ alarm: null, online: true })
  expect(workers.length).toBe(1)
  expect(workers[0]).toMatch(/^\/assets\/kdf-worker[^/]*\.js$/)
  const all = sent.join('\n')
  for (const word of secrets.words.split(' ')) expect(all.includes(`"${word}`) || all.includes(`${word} `)).toBe(false)
  expect(await call(page, 'stores')).not.toContain(secrets.words)
  expect(faults).toEqual([])
  await context.close()
  await first.context.close()
})

test('the shelf of the browser keeps what it was given, in order, through closing and opening', async () => {
  const { context, page } = await profile()
  const seen = await page.evaluate(async () => {
    const {
      shelf: { open, bytesOf },
    } = (globalThis as unknown as { vaultPage: VaultPage }).vaultPage
    const owner = crypto.randomUUID()
    const entry = (rev: number) => ({
      id: 'x',
      epoch: 1,
      rev,
      after: rev - 1,
      envelope: `e${rev}`,
      month: '2026-11',
      base: rev === 2 ? bytesOf('base') : null,
    })
    const one = await open(owner)
    const placed = await one.exchange([], [entry(1), entry(2), entry(3)])
    await one.exchange([placed[1]?.n as number], [entry(4)])
    await one.saveSnapshot({ epoch: 1, generation: 'g', chunks: [bytesOf('a'), bytesOf('b')] })
    await one.saveMark({ epoch: 1, sealed: bytesOf('m') })
    one.close()
    const two = await open(owner)
    const first = {
      revs: (await two.outbox()).map(({ rev }) => rev),
      places: (await two.outbox()).every(({ n }, i, all) => i === 0 || n > (all[i - 1]?.n ?? 0)),
      snapshot: (await two.snapshot())?.chunks.map((chunk) => new TextDecoder().decode(chunk)),
      mark: new TextDecoder().decode((await two.mark())?.sealed),
    }
    const order: string[] = []
    await Promise.all([
      two.alone(async () => {
        order.push('one in')
        await new Promise((resolve) => setTimeout(resolve, 50))
        order.push('one out')
      }),
      two.alone(async () => void order.push('two')),
    ])
    await two.wipe()
    const after = { outbox: await two.outbox(), snapshot: await two.snapshot(), mark: await two.mark() }
    two.close()
    return { ...first, order, after }
  })
  expect(seen).toEqual({
    revs: [1, 3, 4],
    places: true,
    snapshot: ['a', 'b'],
    mark: 'm',
    order: ['one in', 'one out', 'two'],
    after: { outbox: [], snapshot: null, mark: null },
  })
  await context.close()
})
