import type { Browser, Page } from 'playwright-core'
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

/** Adds six words or a code in Your data; gives the secret as it was shown. */
async function addSecret(page: Page, button: string, list: string, keep: string): Promise<string[]> {
  await page.goto(`${stage.base}/data`)
  await page.getByRole('button', { name: button, exact: true }).click()
  await page.getByRole('list', { name: list }).getByRole('listitem').first().waitFor()
  const parts = (await page.getByRole('list', { name: list }).getByRole('listitem').allInnerTexts()).map((text) =>
    text.replace(/^\s*\d+\s+/, '').trim(),
  )
  await page.getByRole('button', { name: 'I have written it down' }).click()
  const fields = page.getByRole('dialog').getByRole('textbox')
  await fields.first().waitFor()
  for (const label of await page.getByRole('dialog').locator('label').allInnerTexts()) {
    const place = Number(/\d+/.exec(label)?.[0])
    if (place > 0)
      await page
        .getByRole('dialog')
        .getByLabel(label.trim())
        .fill(parts[place - 1] ?? '')
  }
  await page.getByRole('button', { name: keep }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  return parts
}

const describe = async (page: Page, line: string): Promise<void> => {
  await page.getByTitle('Change the line').click()
  await page.getByLabel('Who they are, in one line').fill(line)
  await page.keyboard.press('Enter')
}

test('two tabs and three profiles hold one book; edits made offline in two of them all stay', async () => {
  const one = await newProfile(browser)
  await one.page.goto(await stage.start())
  await beginWith(one.page, ['Tom Becker', 'Priya Raman'])

  const tab = await one.context.newPage()
  await tab.goto(stage.base)
  await log(tab, 'lunch with Tom under the big tree')
  await openPerson(one.page, stage.base, 'Tom Becker')
  await one.page.getByText('lunch with Tom under the big tree').first().waitFor()

  const words = await addSecret(one.page, 'Add six words', 'Six words', 'Keep these words')
  const code = await addSecret(one.page, 'Make a recovery code', 'Recovery code', 'Keep this code')
  expect([words.length, code.length]).toEqual([6, 8])

  const two = await newProfile(browser)
  await two.page.goto(stage.base)
  await two.page.getByLabel('Your six words').fill(words.join(' '))
  await two.page.getByRole('button', { name: 'Open my book' }).click()
  await two.page.getByRole('combobox', { name: 'Log a moment' }).first().waitFor()
  const three = await newProfile(browser)
  await three.page.goto(stage.base)
  await three.page.getByText('Recovery code', { exact: true }).click()
  await three.page.getByLabel('Your recovery code').fill(code.join('-'))
  await three.page.getByRole('button', { name: 'Open my book' }).click()
  await three.page.getByRole('combobox', { name: 'Log a moment' }).first().waitFor()

  await tab.close()
  await openPerson(one.page, stage.base, 'Tom Becker')
  await openPerson(two.page, stage.base, 'Tom Becker')
  await one.page.waitForTimeout(1500)
  await one.context.setOffline(true)
  await two.context.setOffline(true)
  await describe(one.page, 'Keeps a cactus named Gerald')
  await describe(two.page, 'Plays chess by post')
  await log(one.page, 'coffee, he told the cactus story')
  await log(two.page, 'call about the tournament')
  await one.context.setOffline(false)
  await two.context.setOffline(false)
  for (const { page } of [one, two]) {
    for (const text of [
      'coffee, he told the cactus story',
      'call about the tournament',
      'Keeps a cactus named Gerald',
      'Plays chess by post',
    ]) {
      await page.getByText(text, { exact: false }).first().waitFor({ timeout: 60_000 })
    }
  }
  await openPerson(three.page, stage.base, 'Tom Becker')
  for (const text of ['Keeps a cactus named Gerald', 'Plays chess by post'])
    await three.page.getByText(text, { exact: false }).first().waitFor()
  expect([...one.faults, ...two.faults, ...three.faults]).toEqual([])
})
