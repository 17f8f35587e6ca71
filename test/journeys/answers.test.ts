import type { Browser } from 'playwright-core'
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

test('not now comes back on its day, wrong changes what it says, done leaves a trace, and each can be taken back', async () => {
  const { page, faults } = await newProfile(browser)
  await page.clock.setFixedTime('2026-11-24T09:10:00Z')
  await page.goto(await stage.start())
  await page.getByRole('button', { name: 'Look at a made-up company' }).click()
  const cards = page.locator('article')
  const card = (name: string) => cards.filter({ hasText: name })
  await page.getByRole('button', { name: 'Not now' }).nth(2).waitFor()
  // An answered card stays while the pointer is on the list, so that the next one does not jump under it.
  const gone = async (name: string): Promise<void> => {
    await page.mouse.move(2, 2)
    await card(name).waitFor({ state: 'hidden' })
  }
  const named = async (at: number): Promise<string> => (await cards.nth(at).getByRole('link').first().textContent()) ?? ''
  const [first, second, third] = [await named(0), await named(1), await named(2)]
  expect(new Set([first, second, third]).size).toBe(3)

  await card(third).getByRole('button', { name: 'Not now' }).click()
  await page.getByRole('menuitem').first().click()
  await gone(third)
  await page.getByRole('button', { name: 'Undo' }).click()
  await card(third).waitFor()
  await card(third).getByRole('button', { name: 'Not now' }).click()
  await page.getByRole('menuitem').first().click()
  await gone(third)
  await page.reload()
  await card(first).waitFor()
  expect(await card(third).count()).toBe(0)

  await card(second).getByRole('button', { name: 'Wrong' }).click()
  const choices = page.getByRole('menuitem')
  await choices.first().waitFor()
  const said = (await choices.allTextContents()).map((text) => text.length)
  expect(Math.min(...said)).toBeGreaterThan(15)
  await choices.first().click()
  await gone(second)

  await card(first).getByRole('button', { name: 'Done' }).click()
  await gone(first)
  await page.getByText('That’s everyone for today.').first().waitFor()

  await page.clock.setFixedTime('2026-11-25T09:10:00Z')
  await page.reload()
  await card(third).waitFor()
  expect(await card(first).filter({ hasText: 'You said so' }).count()).toBe(0)
  expect(faults).toEqual([])
})
