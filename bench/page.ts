import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { mergeBodies } from '../src/mine/merge.ts'
import type { AnyRecord } from '../src/mine/record.ts'
import { memoryShelf, newBoard } from '../src/vault/shelf-memory.ts'
import { unlockHere } from '../src/vault/unlock.ts'
import { openVault } from '../src/vault/vault.ts'
import { httpWire } from '../src/vault/wire.ts'
import { newProfile, openBrowser } from '../test/stage/browser.ts'
import { openStage, type Stage } from '../test/stage/kith.ts'
import { fullBook } from './plan.ts'
import type { Figure } from './run.ts'

const PEOPLE = 1_000
const MOMENTS = 50_000
const RUNS = 5
const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN

/** Puts the full book on the server as a device would: sealed, sent, its moments packed. */
async function seed(stage: Stage): Promise<void> {
  const { base, token } = JSON.parse(readFileSync(join(stage.data, 'run.json'), 'utf8')) as { base: string; token: string }
  const wire = httpWire({ base, bearer: token })
  const opened = await unlockHere(wire)
  if (opened.is !== 'open') throw new Error('a new book is locked')
  const vault = openVault<AnyRecord>({
    wire,
    shelf: memoryShelf(newBoard()),
    key: opened.ring,
    merge: mergeBodies,
    mayPack: ({ kind }) => kind === 'moment',
    background: false,
  })
  await vault.load()
  const records = fullBook(PEOPLE, MOMENTS).everything()
  for (let at = 0; at < records.length; at += 2_000) {
    await vault.keep(records.slice(at, at + 2_000))
    for (let tries = 0; vault.state.waiting > 0 || tries === 0; tries++) {
      await vault.flush()
      if (tries > 50) throw new Error(`not sent: ${vault.state.problem?.message ?? ''}`)
    }
  }
  while ((await vault.pack()) > 0);
  await vault.close()
}

/** Milliseconds from the start of the navigation until Today shows a move, or its end, painted. */
async function untilToday(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: 'commit' })
  await page.getByText('That’s everyone for today.').first().waitFor({ timeout: 120_000 })
  return await page.evaluate(() => new Promise<number>((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now())))))
}

/** Notes for each key from now on how long it takes to the next painted frame. */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(globalThis, { times })
    addEventListener(
      'keydown',
      () => {
        const from = performance.now()
        requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - from)))
      },
      true,
    )
  })
}

/** Presses keys one after another; gives the milliseconds of each to the next painted frame. */
async function press(page: Page, keys: readonly string[]): Promise<number[]> {
  const before = await page.evaluate(() => (globalThis as unknown as { times: number[] }).times.length)
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.waitForTimeout(60)
  }
  await page.waitForTimeout(1_000)
  return await page.evaluate((at) => (globalThis as unknown as { times: number[] }).times.slice(at), before)
}

/** What the page costs with 1,000 people and 50,000 moments, in a real Chromium against the real program. */
export async function run(): Promise<readonly Figure[]> {
  const stage = await openStage()
  const browser = await openBrowser()
  const figures: Figure[] = []
  const add = (name: string, value: number, unit: string, bar: number): void =>
    void figures.push({ name, value: Math.round(value * 10) / 10, unit, bar, ok: value <= bar })
  try {
    const scripts = new Map<string, number>()
    const link = await stage.start()
    const empty = await newProfile(browser)
    await empty.page.goto(link)
    await empty.page.getByRole('heading', { level: 1 }).first().waitFor()
    await seed(stage)
    const fresh: number[] = []
    const warm: number[] = []
    let typed: number[] = []
    for (let n = 0; n < RUNS; n++) {
      const { page, context } = await newProfile(browser)
      if (n === 0) {
        page.on('response', (response) => {
          if (response.request().resourceType() !== 'script') return
          void response.body().then(
            (body) => scripts.set(response.url(), brotliCompressSync(body).length),
            () => undefined,
          )
        })
      }
      const address = await stage.kith('open')
      fresh.push(await untilToday(page, /http\S+#open=\S+/.exec(`${address.out} ${address.err}`)?.[0] ?? stage.base))
      if (n === 0)
        add('page: JavaScript until the first paint of Today', [...scripts.values()].reduce((sum, one) => sum + one, 0) / 1000, 'kB', 200)
      await page.waitForTimeout(6_000)
      warm.push(await untilToday(page, `${stage.base}/`))
      if (n === 0) {
        await page.getByRole('combobox', { name: 'Log a moment' }).first().focus()
        await page.waitForTimeout(1_000)
        await watchKeys(page)
        const line = 'lunch with Person 7 about pears'
        typed = await press(
          page,
          [...line].map((key) => (key === ' ' ? 'Space' : key)),
        )
        add('page: a line logged, to paint', quantile(await press(page, ['Enter']), 0), 'ms', 100)
      }
      await context.close()
    }
    add('page: a key on the line, to paint (p95)', quantile(typed, 0.95), 'ms', 100)
    add('page: open on a new device', quantile(fresh, 0.5), 'ms', 8_000)
    add('page: open on a warm device', quantile(warm, 0.5), 'ms', 1_500)
  } finally {
    await browser.close()
    await stage.end()
  }
  return figures
}
