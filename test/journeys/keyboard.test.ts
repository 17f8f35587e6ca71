import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newProfile, openBrowser } from '../stage/browser.ts'
import { openStage } from '../stage/kith.ts'

const stage = await openStage()
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await stage.end()
})

/** Whether what has the focus can be seen to have it. */
const focusShows = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return false
    const shows = (one: Element | null): boolean => {
      if (one === null) return false
      const { outlineStyle, outlineWidth } = getComputedStyle(one)
      return outlineStyle !== 'none' && outlineWidth !== '0px'
    }
    return shows(element) || shows(element.parentElement) || shows(element.closest('form > div'))
  })

test('the whole way from the first name to an answered move needs no mouse', async () => {
  const { page, faults } = await newProfile(browser)
  await page.goto(await stage.start())
  await page.getByRole('heading', { name: 'Who helped you this month?' }).waitFor()
  await page.getByLabel('Person 1', { exact: true }).focus()
  await page.keyboard.type('Tom Becker, who found my badge')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Priya Raman')
  for (
    let i = 0;
    i < 12 && !(await page.getByRole('button', { name: 'Begin with them' }).evaluate((button) => button === document.activeElement));
    i++
  )
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Not now' }).first().waitFor()

  await page.keyboard.press('l')
  await page.keyboard.type('coffee with Priya about the audit')
  await page.keyboard.press('Enter')
  await page.getByText('The moment with Priya Raman is written', { exact: false }).waitFor()
  await page.keyboard.press('Escape')

  await page.keyboard.press('j')
  expect(await focusShows(page)).toBe(true)
  await page.keyboard.press('n')
  await page.getByRole('menuitem').first().waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('menuitem').first().waitFor({ state: 'hidden' })
  expect(await focusShows(page)).toBe(true)

  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('people')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await page.getByRole('combobox', { name: 'Log a moment' }).first().waitFor()

  await page.keyboard.press('g')
  await page.keyboard.press('d')
  const single = page.getByRole('checkbox', { name: /Single letters/ })
  await single.focus()
  await page.keyboard.press('Space')
  await page.getByRole('heading', { level: 1 }).first().click({ trial: true })
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await page.keyboard.press('?')
  await page.waitForTimeout(500)
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(faults).toEqual([])
})

test('every page is reached from Find or do, by its name or by another word for it', async () => {
  const { page, faults } = await newProfile(browser)
  await page.goto(/http\S+#open=\S+/.exec((await stage.kith('open')).out)?.[0] ?? stage.base)
  await page.getByRole('combobox', { name: 'Log a moment' }).first().waitFor()
  for (const [word, path] of [
    ['calendar', '/calendar'],
    ['map', '/map'],
    ['business', '/people/stack'],
    ['same', '/people/same'],
    ['still', '/people/still-true'],
    ['import', '/data/import'],
    ['backup', '/data#copies'],
    ['trash', '/data#trash'],
    ['six words', '/data#keys'],
  ] as const) {
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder('A name, a word, something to do').fill(word)
    await page.getByRole('dialog').getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(`${stage.base}${path}`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
  }
  expect(faults).toEqual([])
})
