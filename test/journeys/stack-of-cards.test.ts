import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newProfile, openBrowser } from '../stage/browser.ts'
import { findings } from '../stage/findings.ts'
import { openStage } from '../stage/kith.ts'
import { beginWith, openPerson } from '../stage/walk.ts'

const stage = await openStage()
let browser: Browser
let page: Page
let faults: string[]
beforeAll(async () => {
  browser = await openBrowser()
  const profile = await newProfile(browser)
  page = profile.page
  faults = profile.faults
  await page.clock.setFixedTime('2026-11-24T12:00:00Z')
  await page.goto(await stage.start())
  await beginWith(page, ['Tom Becker', 'Priya Raman'])
})
afterAll(async () => {
  await browser?.close()
  await stage.end()
})

const card = (name: string) => page.getByRole('heading', { level: 2, name })
/** What a copy of the whole book holds, as the command line writes it. */
const copy = async (name: string): Promise<string> => {
  const path = join(stage.directory, name)
  expect((await stage.kith('export', path)).code).toBe(0)
  return readFileSync(path, 'utf8')
}
const sent = async (): Promise<void> => {
  await page.waitForTimeout(1500)
}

test('typed lines and a card file make one stack', async () => {
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('A name, a word, something to do').fill('stack')
  await page.getByRole('option', { name: 'Go through a stack of cards', selected: true }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'A stack of cards' }).waitFor()
  expect(await findings(page)).toEqual([])
  await page.getByLabel('Where you met').fill('Harbour days')
  await page.getByLabel('When').fill('2026-11-20')
  await page
    .getByLabel('The cards, one on each line')
    .fill(
      'Léa Fontaine, Nordwind, research lead, lea@example.org - talks about bees\nTheo Lindahl, Havenlicht - loud canary\nTom Becker, Nordwind',
    )
  await page.getByRole('button', { name: 'Put on the stack' }).click()
  await page.getByText('3 cards on the stack').waitFor()
  const text = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Stig Moen\r\nEMAIL:stig@example.org\r\nNOTE:knows every ferry\r\nEND:VCARD\r\n'
  await page.getByLabel('File with cards').setInputFiles({ name: 'cards.vcf', mimeType: 'text/vcard', buffer: Buffer.from(text) })
  await page.getByText('4 cards on the stack').waitFor()
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'Go through them' }).click()
  await card('Léa Fontaine').waitFor()
})

test('yes and let go are one key each, an answer is taken back, and the stack waits while one is away', async () => {
  await page.keyboard.press('e')
  await page.getByLabel('What did you talk about?').waitFor()
  await page.waitForFunction(() => document.activeElement?.id === 'talked')
  await page.keyboard.type('Her hives on the roof')
  await page.getByText('Would Léa be fine reading this?').waitFor()
  await page.getByRole('button', { name: 'Send what you promised' }).click()
  await page.getByLabel('What you said you would send').fill('the article about hives')
  await page.getByLabel('On which day').fill('2026-11-26')
  expect(await findings(page)).toEqual([])
  await page.getByLabel('What you said you would send').press('Enter')
  await card('Theo Lindahl').waitFor()
  await page.keyboard.press('n')
  await card('Tom Becker').waitFor()
  await page.keyboard.press('Control+z')
  await card('Theo Lindahl').waitFor()
  await page.keyboard.press('n')
  await card('Tom Becker').waitFor()
  await page.getByText('Somebody called Tom Becker is in your book.').waitFor()
  expect(await findings(page)).toEqual([])

  await page.goto(`${stage.base}/people`)
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor()
  expect(await page.getByRole('link', { name: 'Léa Fontaine' }).count()).toBe(0)
  await page.getByRole('link', { name: 'A stack of cards' }).click()
  await card('Tom Becker').waitFor()
  await page.keyboard.press('n')
  await card('Stig Moen').waitFor()
  await page.keyboard.press('n')
  await page.getByRole('heading', { level: 2, name: 'One to see again.' }).waitFor()
  expect(await findings(page)).toEqual([])
})

test('the end is one step that can be taken back, and nothing of the others stays', async () => {
  await page.getByRole('button', { name: 'Take them along' }).click()
  await page.getByText('The rest is gone, and nothing of it is kept.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Take them along' }).click()
  await page.getByText('The rest is gone, and nothing of it is kept.').waitFor()
  await sent()
  expect(await findings(page)).toEqual([])
  const whole = await copy('after.json')
  expect(whole).toContain('Fontaine')
  expect(whole).toContain('Harbour days')
  expect(whole).not.toMatch(/Lindahl|canary|Stig|ferry|Havenlicht/)

  await openPerson(page, stage.base, 'Léa Fontaine')
  await page.getByText('Met at Harbour days:', { exact: false }).waitFor()
  await page.getByText('talks about bees').waitFor()
  await page.goto(`${stage.base}/people`)
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor()
  expect(await page.getByRole('link', { name: 'Tom Becker' }).count()).toBe(1)
})

test('the first move stands in the plan on its day', async () => {
  await page.clock.setFixedTime('2026-11-26T09:00:00Z')
  await page.goto(stage.base)
  await page.locator('article').filter({ hasText: 'send the article about hives' }).filter({ hasText: 'Léa Fontaine' }).waitFor()
  expect(faults).toEqual([])
})
