import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newProfile, openBrowser } from '../stage/browser.ts'
import { openStage } from '../stage/kith.ts'
import { beginWith, log, openPerson } from '../stage/walk.ts'

const stage = await openStage()
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await stage.end()
})

test('five people are typed, a line is logged and taken back, moves are answered, and a restart keeps it all', async () => {
  const { page, faults } = await newProfile(browser)
  await page.goto(await stage.start())
  await beginWith(page, ['Inês Prado, who found the missing order', 'Tom Becker', 'Priya Raman', 'Jonas Lindqvist', 'Mei-Lin Chou'])
  const moves = page.getByRole('button', { name: 'Not now' })
  await moves.first().waitFor()
  expect(await moves.count()).toBeGreaterThan(0)
  expect(await moves.count()).toBeLessThanOrEqual(3)
  await page.getByText('Inês helped you', { exact: false }).first().waitFor()

  await log(page, 'lunch with Tom, Priya and Ruth Okafor, promised Priya the deck by tomorrow')
  await page.getByText('the deck', { exact: false }).first().waitFor()
  // A move that was answered by the line folds away first.
  await page.getByText('Say hello to Tom').waitFor({ state: 'detached' })
  await openPerson(page, stage.base, 'Ruth Okafor')
  await page.getByText('lunch with Tom, Priya and Ruth Okafor', { exact: false }).first().waitFor()
  await openPerson(page, stage.base, 'Tom Becker')
  await page.getByText('lunch with Tom, Priya and Ruth Okafor', { exact: false }).first().waitFor()

  await page.goto(stage.base)
  await log(page, 'coffee with Jonas about the release')
  await page.getByRole('button', { name: 'Undo' }).click()
  await openPerson(page, stage.base, 'Jonas Lindqvist')
  expect(await page.getByText('coffee with Jonas about the release').count()).toBe(0)

  await page.getByRole('button', { name: 'Let it rest' }).click()
  await page.getByRole('button', { name: 'Wake it' }).first().waitFor()

  await page.goto(stage.base)
  await moves.first().waitFor()
  await moves.first().click()
  await page.getByRole('menuitem', { name: /1 week/ }).click()
  await moves.first().waitFor({ state: 'hidden' })
  expect(await moves.count()).toBe(0)

  expect(await stage.stop()).toBe(0)
  await stage.start()
  await page.goto(`${stage.base}/people`)
  for (const name of ['Inês Prado', 'Tom Becker', 'Priya Raman', 'Mei-Lin Chou', 'Ruth Okafor'])
    await page.getByRole('link', { name }).first().waitFor()
  expect(await page.getByRole('link', { name: 'Jonas Lindqvist' }).count()).toBe(0)
  await page.getByText('resting', { exact: true }).first().click()
  await page.getByRole('link', { name: 'Jonas Lindqvist' }).waitFor()
  expect(faults).toEqual([])
})
