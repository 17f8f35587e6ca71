import { closeSync, existsSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newProfile, openBrowser } from '../stage/browser.ts'
import { openStage } from '../stage/kith.ts'

const fixtures = resolve(import.meta.dirname, '../../../shared/data/import/linkedin-csv-fixtures')
const files = [
  'hirefrank/fixtures__Connections.csv',
  'labeldekho/tests__fixtures__Connections.csv',
  'remulous/tests__fixtures__linkedin_connections.csv',
]
const folder = mkdtempSync(join(tmpdir(), 'kith-files-'))
const stage = await openStage()
let browser: Browser
let page: Page
let faults: string[]
beforeAll(async () => {
  browser = await openBrowser()
  const profile = await newProfile(browser)
  page = profile.page
  faults = profile.faults
  await page.goto(await stage.start())
  await page.getByRole('heading', { name: 'Who helped you this month?' }).waitFor()
})
afterAll(async () => {
  await browser?.close()
  await stage.end()
  rmSync(folder, { recursive: true, force: true })
})

const choose = async (path: string): Promise<void> => {
  await page.goto(`${stage.base}/data/import`)
  await page.getByLabel('File with people').setInputFiles(path)
}
const boxes = () => page.getByRole('list', { name: 'People in the file' }).getByRole('checkbox')
const people = async (): Promise<number> => {
  await page.goto(`${stage.base}/people`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForTimeout(500)
  return await page
    .getByRole('link')
    .filter({ has: page.locator('xpath=self::*[starts-with(@href,"/people/") and string-length(@href)=44]') })
    .count()
}

test('of 300 people nobody is chosen, twelve are picked, taken back, picked again, and a third time nothing changes', async () => {
  const path = join(folder, 'anything.txt')
  const rows = Array.from(
    { length: 300 },
    (_, i) => `Given${i},Family${i},https://www.linkedin.com/in/p${i},,Fjordlicht,Analyst,12 Mar 2024`,
  )
  writeFileSync(
    path,
    `Notes:\r\n"About this file"\r\n\r\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\r\n${rows.join('\r\n')}\r\n`,
  )
  const pick = async (): Promise<void> => {
    await choose(path)
    await page.getByRole('button', { name: 'Nobody chosen yet' }).first().waitFor()
    for (let i = 0; i < 12; i++) await boxes().nth(i).press('Space')
    await page.getByRole('button', { name: 'Add these 12 people' }).first().click()
    await page.getByRole('button', { name: 'Undo' }).waitFor()
  }
  await pick()
  await page.getByRole('button', { name: 'Undo' }).click()
  expect(await people()).toBe(0)
  await pick()
  expect(await people()).toBe(12)
  await choose(path)
  await page.getByRole('button', { name: 'Nobody chosen yet' }).first().waitFor()
  expect(await people()).toBe(12)
})

for (const file of files) {
  // The real files lie beside the project and are not part of a clone.
  test.skipIf(!existsSync(join(fixtures, file)))(`the file ${file} is read as a dry run`, async () => {
    await choose(join(fixtures, file))
    await page.getByRole('heading', { name: 'A dry run: nothing is written yet.' }).waitFor()
    expect(await boxes().count()).toBeGreaterThan(0)
  })
}

test('what cannot be read is refused in one sentence, and nothing is written', async () => {
  const before = await people()
  const bad = { 'empty.csv': Buffer.alloc(0), 'noise.vcf': Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 131 + 7) % 256)) }
  for (const [name, bytes] of Object.entries(bad)) {
    writeFileSync(join(folder, name), bytes)
    await choose(join(folder, name))
    const said = page.getByRole('alert')
    await said.waitFor()
    expect(await said.textContent()).not.toMatch(/Error|at .*:\d+/)
  }
  const huge = join(folder, 'huge.csv')
  const handle = openSync(huge, 'w')
  ftruncateSync(handle, 1024 ** 3)
  closeSync(handle)
  await choose(huge)
  await page.getByRole('alert').waitFor()
  expect(await people()).toBe(before)
  expect(faults).toEqual([])
})
