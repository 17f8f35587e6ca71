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
const noon = (day: string): Promise<void> => page.clock.setFixedTime(`${day}T12:00:00Z`)
const visit = async (day: string): Promise<void> => {
  await noon(day)
  await openPerson(page, stage.base, 'Tom Becker')
}
const remember = (on: Page) => on.getByRole('textbox', { name: 'What to remember' })
beforeAll(async () => {
  browser = await openBrowser()
  const profile = await newProfile(browser)
  page = profile.page
  faults = profile.faults
  await noon('2026-11-24')
  await page.goto(await stage.start())
  await beginWith(page, ['Tom Becker', 'Priya Raman'])
})
afterAll(async () => {
  await browser?.close()
  await stage.end()
})

const openNote = async (): Promise<void> => {
  await page.getByRole('button', { name: /What would be good to know|Something else/ }).click()
}

test('words about health are noticed in English and in German, and a gentler note says no reason', async () => {
  await visit('2026-11-24')
  await openNote()
  await remember(page).fill('sick of the old printer')
  await page.getByText('Would Tom be fine reading this?').waitFor()
  expect(await page.getByText('This touches somebody’s health.').count()).toBe(0)
  await remember(page).fill('Seine Frau ist schwanger')
  await page.getByText('This touches somebody’s health.').waitFor()
  await remember(page).fill('His surgery is in May')
  await page.getByText('This touches somebody’s health.').waitFor()
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'Just ask how they are' }).click()
  await page.getByText('Ask how they are', { exact: true }).waitFor()
  await page.getByText('Forgets itself on 8 December.').waitFor()
  expect(await page.getByText('surgery').count()).toBe(0)
})

test('the reminder is there for fourteen days and gone on the fifteenth', async () => {
  await visit('2026-12-08')
  await page.getByText('Ask how they are', { exact: true }).waitFor()
  await visit('2026-12-09')
  await page.getByRole('button', { name: /What would be good to know/ }).waitFor()
  expect(await page.getByText('Ask how they are', { exact: true }).count()).toBe(0)
})

test('what is kept as written comes up after a year, anything else after two, and nothing goes unseen', async () => {
  await visit('2026-12-10')
  await openNote()
  await remember(page).fill('Singt im Kirchenchor')
  await page.getByText('This touches what somebody believes.').waitFor()
  await page.getByRole('button', { name: 'Keep as written' }).click()
  await page.getByText('It stays, and comes up again in a year.').waitFor()
  await page.getByRole('button', { name: 'Remember', exact: true }).click()
  await page.getByRole('button', { name: 'Something else' }).click()
  await remember(page).fill('Oat milk')
  await page.getByRole('button', { name: 'Remember', exact: true }).click()
  await page.getByText('Oat milk', { exact: true }).waitFor()

  await visit('2027-11-09')
  await page.getByText('Oat milk', { exact: true }).waitFor()
  expect(await page.getByText('Still true?').count()).toBe(0)

  // Long after its year: it was never shown, so it is still there, and its thirty days begin now.
  await noon('2028-03-01')
  await page.goto(`${stage.base}/people`)
  await page.getByRole('link', { name: /grows? old/ }).click()
  const list = page.getByRole('list', { name: 'Notes that grow old' })
  await list.getByText('Singt im Kirchenchor').waitFor()
  expect(await list.getByText('Oat milk').count()).toBe(0)
  expect(await findings(page)).toEqual([])
  await list.getByText('Stays until 31 March unless you keep it.', { exact: false }).waitFor()
  await visit('2028-03-31')
  await page.getByText('Singt im Kirchenchor').waitFor()
  await visit('2028-04-01')
  await page.getByText('Oat milk', { exact: true }).waitFor()
  expect(await page.getByText('Singt im Kirchenchor').count()).toBe(0)
  await page.goto(`${stage.base}/data#trash`)
  await page.getByText('Singt im Kirchenchor').waitFor()
})

test('a note that still holds is kept with one key, and one undo asks again', async () => {
  await noon('2028-12-01')
  await page.goto(`${stage.base}/people/still-true`)
  const list = page.getByRole('list', { name: 'Notes that grow old' })
  await list.getByText('Oat milk').waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('e')
  await page.getByText('Your notes are up to date.', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await list.getByText('Oat milk').waitFor()
  await page.keyboard.press('e')
  await page.getByText('Your notes are up to date.', { exact: false }).waitFor()
  await visit('2029-06-01')
  await page.getByText('Oat milk', { exact: true }).waitFor()
  expect(faults).toEqual([])
})
