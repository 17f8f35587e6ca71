import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newProfile, openBrowser } from '../stage/browser.ts'
import { findings } from '../stage/findings.ts'
import { openStage, type Stage } from '../stage/kith.ts'

let browser: Browser
let stage: Stage
beforeAll(async () => {
  browser = await openBrowser()
  stage = await openStage()
})
afterAll(async () => {
  await browser?.close()
  await stage?.end()
})

test('the map shows who is near and where nobody stands, is walked with the keyboard, and reads as a table', async () => {
  const { page, faults, context } = await newProfile(browser)
  await page.goto(await stage.start())
  await page.getByRole('button', { name: 'Look at a made-up company' }).click()
  await page.getByRole('button', { name: 'Not now' }).first().waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await page.getByRole('heading', { level: 1, name: 'My map' }).waitFor()

  const picture = page.getByRole('group', { name: 'Everybody around you, from the middle outwards' })
  await picture.getByText('nobody yet').waitFor()
  const reading = 'in Facilities you know nobody yet'
  expect(await page.getByRole('complementary').textContent()).toContain(reading)
  const people = await picture.getByRole('link').count()
  expect(people).toBeGreaterThan(100)

  // One stop of the Tab key; the arrows go from ring to ring, and back.
  expect(await picture.locator('a[tabindex="0"]').count()).toBe(1)
  await picture.locator('a[tabindex="0"]').focus()
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
  expect(await focused()).toMatch(/, warm$/)
  await page.keyboard.press('ArrowDown')
  expect(await focused()).toMatch(/, steady$/)
  const steady = await focused()
  await page.keyboard.press('ArrowRight')
  expect(await focused()).not.toBe(steady)
  await page.keyboard.press('ArrowUp')
  expect(await focused()).toMatch(/, warm$/)
  await page.keyboard.press('End')
  expect(await focused()).toMatch(/, nothing written yet$/)
  await page.keyboard.press('Home')
  const name = (await focused()).split(',')[0] as string
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page.goBack()

  // The table twin holds the same people.
  await page.getByText('Table', { exact: true }).click()
  expect(await page.getByRole('table').getByRole('link').count()).toBe(people)
  await page.getByRole('table').getByText('Facilities').waitFor()

  // A department can be taken off and put back.
  await page.getByRole('button', { name: 'Take Facilities off the map' }).click()
  await page.getByRole('table').getByText('Facilities').waitFor({ state: 'detached' })
  await page.getByLabel('Department').fill('Purchasing')
  await page.getByRole('button', { name: 'Add' }).click()
  await page.getByRole('table').getByText('Purchasing').waitFor()

  await page.getByText('Picture', { exact: true }).click()
  expect(await findings(page)).toEqual([])
  expect(faults).toEqual([])
  await context.close()
})
