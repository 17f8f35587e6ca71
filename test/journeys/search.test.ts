import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { collectFaults, newProfile, openBrowser, openProfileOnDisk } from '../stage/browser.ts'
import { findings } from '../stage/findings.ts'
import { openStage } from '../stage/kith.ts'
import { beginWith, log } from '../stage/walk.ts'

const stage = await openStage()
const profile = mkdtempSync(join(tmpdir(), 'kith-search-'))
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await stage.end()
  rmSync(profile, { recursive: true, force: true })
})

/** Opens the palette and types, without waiting for anything in between, as one does. */
async function find(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(words)
  const line = page.getByRole('dialog').getByRole('combobox')
  await line.waitFor()
  for (let tries = 0; (await line.inputValue()) !== words; tries++) {
    if (tries > 100) throw new Error(`the palette holds "${await line.inputValue()}"`)
    await page.waitForTimeout(50)
  }
}

const option = (page: Page, name: string | RegExp) => page.getByRole('dialog').getByRole('option', { name }).first()

test('everything is found with the keyboard alone: by a mistyped word, in every script, by words of warmth', async () => {
  const { page, faults } = await newProfile(browser)
  await page.goto(await stage.start())
  await beginWith(page, ['Tom Becker, Finance', 'Ελένη Παπαδοπούλου', 'Алёна Соловьёва', '李小龙', 'Priya Raman'])
  await log(page, 'lunch with Priya Raman about the lighthouse on the island')
  await log(page, 'promised Tom Becker the slides by Friday')
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())

  // A slip in the word; Enter leads to the moment on the page of its person.
  await find(page, 'lihgthouse')
  await option(page, /lighthouse on the island/).waitFor()
  expect(await page.getByRole('dialog').locator('mark').allTextContents()).toContain('lighthouse')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Priya Raman' }).waitFor()
  await page.locator('[data-aimed]').getByText('lighthouse').waitFor()

  for (const [typed, name] of [
    ['ελενη', 'Ελένη Παπαδοπούλου'],
    ['соловьева', 'Алёна Соловьёва'],
    ['小龙', '李小龙'],
    ['becekr', 'Tom Becker'],
  ] as const) {
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await find(page, typed)
    await option(page, name).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name }).waitFor()
  }

  // A promise, by the name of whom it was made to and a beginning.
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await find(page, 'tom slid')
  await option(page, /slides/).waitFor()
  await page.keyboard.press('Escape')

  // What is written while the index stands is found at once, and what is taken out is found no more.
  await page.goto(`${stage.base}/`)
  await log(page, 'coffee with Tom Becker about his new bassoon')
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await find(page, 'bassoon')
  await option(page, /^Coffee with Tom Becker/).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Tom Becker' }).waitFor()
  await page.locator('[data-aimed]').getByRole('button', { name: 'Change or remove this moment' }).click()
  await page.getByRole('menuitem', { name: 'Take it out' }).click()
  await page.locator('[data-aimed]').waitFor({ state: 'detached' })
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await find(page, 'bassoon')
  // What was understood beside it, the fact, stays.
  await option(page, /His new bassoon/).waitFor()
  expect(await option(page, /^Coffee with Tom Becker/).count()).toBe(0)
  await page.keyboard.press('Escape')
  expect(faults).toEqual([])
})

test('words of warmth and a department list the people, and each can be taken out again on the page of everything', async () => {
  const { page, faults } = await newProfile(browser)
  const opened = await stage.kith('open')
  await page.goto(/http\S+#open=\S+/.exec(`${opened.out} ${opened.err}`)?.[0] ?? '')
  await page.getByRole('combobox', { name: 'Log a moment' }).first().waitFor()
  await page.goto(`${stage.base}/find`)
  await page.getByRole('heading', { level: 1, name: 'Find' }).waitFor()
  const line = page.getByLabel('Words to look for')
  await line.fill('nothing written yet')
  const people = page.getByRole('region', { name: 'People' })
  await people.getByRole('link', { name: /李小龙/ }).waitFor()
  expect(await people.getByRole('link', { name: /Priya Raman/ }).count()).toBe(0)
  await page.getByRole('button', { name: 'Take “nothing written yet” out' }).click()
  expect(await line.inputValue()).toBe('')
  await line.fill('lighthouse')
  await page.getByRole('link', { name: /lighthouse/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.waitForFunction(() => document.activeElement?.matches('a[data-hit]') === true)
  await page.keyboard.press('ArrowUp')
  await page.waitForFunction(() => document.activeElement?.matches('input') === true)
  await page.getByRole('link', { name: /lighthouse/ }).click()
  await page.locator('[data-aimed]').waitFor()
  // Coming back, the words are still there, and in no address.
  await page.goBack()
  await page.getByRole('heading', { level: 1, name: 'Find' }).waitFor()
  expect(await line.inputValue()).toBe('lighthouse')
  expect(new URL(page.url()).pathname + new URL(page.url()).search + new URL(page.url()).hash).toBe('/find')
  expect(await findings(page)).toEqual([])
  expect(faults).toEqual([])
})

test('the command line finds the same, and says so when nothing fits', async () => {
  const found = await stage.kith('find', 'lihgthouse', '--json')
  expect(found.code).toBe(0)
  expect(JSON.parse(found.out)).toMatchObject({
    found: [{ group: 'moments', hits: [{ kind: 'moment', fit: 'near', people: [{ name: 'Priya Raman' }] }] }],
  })
  expect((await stage.kith('find', 'соловьева')).out).toContain('Алёна Соловьёва')
  expect(await stage.kith('find', 'zebra')).toEqual({ code: 0, out: 'Your book says nothing of that.\n', err: '' })
  expect((await stage.kith('find', '—')).code).toBe(2)
})

test('“cooling accounting” lists whom the two words choose, in the palette, on its page and among the people', async () => {
  const sample = await openStage()
  try {
    const { page, faults } = await newProfile(browser)
    await page.clock.setFixedTime('2026-11-24T09:10:00Z')
    await page.goto(await sample.start())
    await page.getByRole('button', { name: 'Look at a made-up company' }).click()
    await page.getByRole('button', { name: 'Not now' }).first().waitFor()
    await find(page, 'cooling accounting')
    await option(page, /Tom Becker/).waitFor()
    expect(await page.getByRole('dialog').getByRole('option').count()).toBe(2)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Tom Becker' }).waitFor()
    await page.goto(`${sample.base}/find`)
    await page.getByLabel('Words to look for').fill('cooling accounting')
    await page
      .getByRole('region', { name: 'People' })
      .getByRole('link', { name: /Tom Becker/ })
      .waitFor()
    await page.getByRole('button', { name: 'Take “cooling” out' }).click()
    expect(await page.getByLabel('Words to look for').inputValue()).toBe('accounting')
    await page.goto(`${sample.base}/people`)
    await page.getByPlaceholder('Find somebody').fill('cooling accounting')
    await page.getByRole('link', { name: 'Tom Becker' }).waitFor()
    expect(await page.getByRole('table').getByRole('link').count()).toBe(2)
    expect(faults).toEqual([])
  } finally {
    await sample.end()
  }
})

test('a phone has the way to it on each page', async () => {
  const { page, faults } = await newProfile(browser, { width: 390, height: 844, touch: true })
  const opened = await stage.kith('open')
  await page.goto(/http\S+#open=\S+/.exec(`${opened.out} ${opened.err}`)?.[0] ?? '')
  await page.getByRole('combobox', { name: 'Log a moment' }).first().waitFor()
  for (const place of ['/', '/people']) {
    await page.goto(`${stage.base}${place}`)
    await page.getByRole('button', { name: 'Find or do' }).click()
    await page.getByRole('dialog').getByRole('combobox').fill('lighthouse')
    await option(page, /lighthouse/).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  expect(faults).toEqual([])
})

/** Where a word lies in the clear in any file below a folder: in either width, or within base64. */
function lies(folder: string, word: string): string[] {
  const shapes = [
    Buffer.from(word),
    Buffer.from(word.toLowerCase()),
    Buffer.from(word, 'utf16le'),
    Buffer.from(word.toLowerCase(), 'utf16le'),
    ...[0, 1, 2].map((offset) =>
      Buffer.from(
        Buffer.from(`${' '.repeat(offset)}${word}`)
          .toString('base64')
          .slice(offset === 0 ? 0 : 4, -4),
      ),
    ),
  ]
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path)
      return shapes.some((shape) => bytes.includes(shape))
    })
}

test('the index is kept sealed and read again after a start, and neither it nor a question lies anywhere in the clear', async () => {
  const opened = await stage.kith('open')
  let context = await openProfileOnDisk(profile)
  let page = context.pages()[0] ?? (await context.newPage())
  const faults = collectFaults(page)
  const requests: string[] = []
  page.on('request', (request) => requests.push(`${request.url()} ${request.postData() ?? ''}`))
  await page.goto(/http\S+#open=\S+/.exec(`${opened.out} ${opened.err}`)?.[0] ?? '')
  await page.getByRole('combobox', { name: 'Log a moment' }).first().waitFor()
  await log(page, 'tea with Priya Raman about her Wexlbrumpf')
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await find(page, 'Wexlbrumpf')
  await option(page, /Wexlbrumpf/).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await find(page, 'Zwirbelknoxt')
  await page.keyboard.press('Escape')
  await page.goto(`${stage.base}/find`)
  await page.getByLabel('Words to look for').fill('Zwirbelknoxt')
  await page.getByText('Your book says nothing of that.').waitFor()

  const kept = (): Promise<number> =>
    page.evaluate(async () => {
      const bases = await indexedDB.databases()
      const name = bases.map((base) => base.name ?? '').find((base) => /^kith-[0-9a-f]{8}-/.test(base)) ?? ''
      const base = await new Promise<IDBDatabase>((done, fail) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => done(opening.result)
        opening.onerror = () => fail(opening.error)
      })
      const thing = await new Promise<{ sealed?: Uint8Array } | undefined>((done) => {
        const asked = base.transaction('drawer').objectStore('drawer').get('search')
        asked.onsuccess = () => done(asked.result)
      })
      base.close()
      return thing?.sealed?.length ?? 0
    })
  for (let tries = 0; (await kept()) === 0; tries++) {
    if (tries > 240) throw new Error('the index was not kept')
    await page.waitForTimeout(250)
  }
  expect(
    await page.evaluate(() => JSON.stringify([location.href, history.state, { ...localStorage }, { ...sessionStorage }, document.title])),
  ).not.toMatch(/wexlbrumpf|zwirbelknoxt/i)
  await context.close()

  // Another start of the browser: the kept index answers, and follows what changes.
  context = await openProfileOnDisk(profile)
  page = context.pages()[0] ?? (await context.newPage())
  const later = collectFaults(page)
  page.on('request', (request) => requests.push(`${request.url()} ${request.postData() ?? ''}`))
  await page.goto(stage.base)
  await page.getByRole('combobox', { name: 'Log a moment' }).first().waitFor()
  expect(await kept()).toBeGreaterThan(0)
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await find(page, 'wexlbrumfp')
  await option(page, /Wexlbrumpf/).waitFor()
  await page.keyboard.press('Escape')
  await page.waitForTimeout(500)
  await context.close()

  for (const word of ['Wexlbrumpf', 'Zwirbelknoxt']) {
    expect(lies(profile, word)).toEqual([])
    expect(requests.filter((request) => request.toLowerCase().includes(word.toLowerCase()))).toEqual([])
    expect(stage.output()).not.toContain(word)
  }
  expect([...faults, ...later]).toEqual([])
})
