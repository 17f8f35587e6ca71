import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newProfile, openBrowser } from '../stage/browser.ts'
import { openStage } from '../stage/kith.ts'
import { openOtherBuild } from '../stage/other-build.ts'
import { beginWith, log, openPerson } from '../stage/walk.ts'

const stage = await openStage()
const updated = await openStage()
const other = await openOtherBuild(updated)
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await other.end()
  await stage.end()
  await updated.end()
})

/** Waits until the program lies on the device and answers for the page. */
const kept = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 60_000 })
}
/** Waits for a line of the shell, which stands in the sidebar and, on a phone, at the top. */
const seen = async (page: Page, text: string | RegExp): Promise<void> => {
  await page.getByText(text).locator('visible=true').first().waitFor()
}
const freshLink = async (): Promise<string> => /http\S+#open=\S+/.exec((await stage.kith('open')).out)?.[0] ?? stage.base
const phone = { width: 390, height: 844, touch: true } as const

test('a day without a server, on a phone: the book opens, two lines are written, one is taken back, and all is sent once', async () => {
  const { page, context, faults } = await newProfile(browser, phone)
  await page.goto(await stage.start())
  await beginWith(page, ['Tom Becker', 'Priya Raman', 'Inês Prado'])
  await log(page, 'lunch with Tom under the big tree')
  await kept(page)
  await page.getByRole('button', { name: 'Yes, remember it' }).tap()
  await page.getByText('This browser opens the book by itself for 30 days.').waitFor()

  expect(await stage.stop()).toBe(0)
  await page.reload()
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await seen(page, 'Kith is out of reach. You can go on reading and writing.')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'People' }).tap()
  await page.getByRole('link', { name: 'Priya Raman' }).first().waitFor()
  await openPerson(page, stage.base, 'Tom Becker')
  await page.getByText('lunch with Tom under the big tree').first().waitFor()

  await page.goto(stage.base)
  await log(page, 'coffee with Priya about the garden')
  await log(page, 'call with Inês about the missing order')
  await page.getByRole('button', { name: 'Undo' }).tap()
  await seen(page, /lines? (?:is|are) kept here and sent later/)
  await page.reload()
  await openPerson(page, stage.base, 'Priya Raman')
  await page.getByText('coffee with Priya about the garden').first().waitFor()

  const link = await stage.start()
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await page
    .getByText(/out of reach|to be sent/)
    .first()
    .waitFor({ state: 'detached', timeout: 90_000 })

  const second = await newProfile(browser)
  await second.page.goto(link)
  await second.page.getByRole('heading', { level: 1 }).first().waitFor()
  await openPerson(second.page, stage.base, 'Priya Raman')
  await second.page.getByText('coffee with Priya about the garden').first().waitFor()
  expect(await second.page.getByRole('listitem').filter({ hasText: 'coffee with Priya about the garden' }).count()).toBe(1)
  await openPerson(second.page, stage.base, 'Inês Prado')
  expect(await second.page.getByText('call with Inês about the missing order').count()).toBe(0)
  expect([...faults, ...second.faults]).toEqual([])
  await second.context.close()
  await context.close()
})

test('the network of a train comes and goes, and no fault is shown', async () => {
  const { page, context, faults } = await newProfile(browser)
  await page.goto(await freshLink())
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await kept(page)
  await page.goto(`${stage.base}/data`)
  await page.getByRole('button', { name: 'Make it readable here without Kith' }).click()
  await page.getByText('This browser opens the book by itself for 30 days.').waitFor()
  for (let times = 0; times < 2; times++) {
    await context.setOffline(true)
    await page.goto(`${stage.base}/people`)
    await page.getByRole('link', { name: 'Tom Becker' }).first().waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    await context.setOffline(false)
  }
  expect(faults).toEqual([])
  await context.close()
})

test('a browser that was not told to remember the book says so in one sentence, and opens it again later', async () => {
  const { page, context } = await newProfile(browser, phone)
  await page.goto(await freshLink())
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await kept(page)
  await context.setOffline(true)
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Your book cannot be opened here while Kith is out of reach.' }).waitFor()
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Try again' }).tap()
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
  await context.close()
})

test('nothing of a book lies in what the worker keeps', async () => {
  const { page, context } = await newProfile(browser)
  await page.goto(await freshLink())
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await kept(page)
  const paths = await page.evaluate(async () => {
    const names = await caches.keys()
    const lists = await Promise.all(names.map(async (name) => await (await caches.open(name)).keys()))
    return lists.flat().map((request) => new URL(request.url).pathname)
  })
  expect(paths.length).toBeGreaterThan(20)
  expect(paths.filter((path) => path.startsWith('/api/'))).toEqual([])
  await context.close()
})

test('a new version is offered, waits for what is being typed, and its old files work until then', async () => {
  const { page, context, faults } = await newProfile(browser)
  const link = await updated.start({ KITH_PUBLIC_URL: other.base })
  await page.goto(`${other.base}/${new URL(link).hash}`)
  await beginWith(page, ['Tom Becker', 'Priya Raman'])
  await kept(page)
  await page.reload()
  await page.getByPlaceholder('Coffee with Léa').waitFor()
  const tab = await context.newPage()
  await tab.goto(`${other.base}/people`)
  await tab.getByRole('link', { name: 'Tom Becker' }).first().waitFor()

  other.update('second', /\/assets\/(?:palette|shortcut-sheet)-/)
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
  await seen(page, 'A new version is here.')
  expect(await page.locator('body').getAttribute('data-build')).toBeNull()

  const line = page.getByRole('combobox', { name: 'Log a moment' }).first()
  await line.fill('lunch with Tom about pears')
  await page.getByRole('button', { name: 'Load it' }).first().click()
  await seen(page, 'The new version comes as soon as nothing is half written here.')
  await tab.locator('body[data-build=second]').waitFor()
  expect(await line.inputValue()).toBe('lunch with Tom about pears')
  // A part that this tab never fetched, and that the server no longer has.
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('A name, a word, something to do').waitFor()
  await page.keyboard.press('Escape')
  await line.press('Enter')
  await page.locator('body[data-build=second]').waitFor()
  await openPerson(page, other.base, 'Tom Becker')
  await page.getByText('lunch with Tom about pears').first().waitFor()
  expect(faults).toEqual([])
  await context.close()
})
