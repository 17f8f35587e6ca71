import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { archiveOf } from '../../src/mine/exporting/archive.ts'
import { bookAt } from '../a-book.ts'
import { everyKind } from '../formats/every-kind.ts'
import { newProfile, openBrowser } from '../stage/browser.ts'
import { findings } from '../stage/findings.ts'
import { openStage, type Stage } from '../stage/kith.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-copies-'))
const stages: Stage[] = []
let browser: Browser
let first: Stage
let page: Page
let faults: string[]
let words = ''

const stage = async (): Promise<Stage> => {
  const one = await openStage()
  stages.push(one)
  return one
}

beforeAll(async () => {
  browser = await openBrowser()
  first = await stage()
  const archive = join(folder, 'every-kind.json')
  writeFileSync(archive, archiveOf(bookAt('2026-11-24', everyKind())))
  expect((await first.kith('import', archive, '--all')).code).toBe(0)
  ;({ page, faults } = await newProfile(browser))
  await page.goto(await first.start())
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.goto(`${first.base}/data`)
  await page.getByRole('list', { name: 'Take it along' }).waitFor()
})
afterAll(async () => {
  await browser?.close()
  for (const one of stages) await one.end()
  rmSync(folder, { recursive: true, force: true })
})

/** Presses a button and keeps what comes among the downloads; answers where it lies. */
async function saved(button: string): Promise<string> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: button, exact: true }).click()
  const download = await coming
  const path = join(folder, download.suggestedFilename())
  await download.saveAs(path)
  return path
}
const textOf = async (button: string): Promise<string> => readFileSync(await saved(button), 'utf8')

/** The records of a stage's book as its archive has them. */
async function records(of: Stage): Promise<string> {
  const path = join(of.directory, 'now.json')
  expect(await of.kith('export', path, '--replace')).toMatchObject({ code: 0, err: '' })
  return readFileSync(path, 'utf8').replace(/^.*\n/, '')
}

/** Brings a file into a new, empty book through the page. */
async function into(path: string, meanwhile: (other: Page) => Promise<void> = async () => undefined): Promise<Stage> {
  const empty = await stage()
  const { context, page: other, faults: wrong } = await newProfile(browser)
  await other.goto(await empty.start())
  await other.getByRole('heading', { name: 'Who helped you this month?' }).waitFor()
  await other.goto(`${empty.base}/data/import`)
  await other.getByLabel('File with people').setInputFiles(path)
  await meanwhile(other)
  await other.getByRole('heading', { name: 'A copy of a book' }).waitFor()
  await other.getByRole('button', { name: 'Bring it back' }).first().click()
  await other.getByRole('heading', { level: 1 }).first().waitFor()
  await other.waitForTimeout(1500)
  expect(wrong).toEqual([])
  await context.close()
  await empty.stop()
  return empty
}

test('every form is saved from the page, on this device, without a report of the content policy', async () => {
  const cards = await textOf('Save cards')
  expect(cards).toContain('FN:Léa Fontaine')
  expect(cards).toContain('BDAY:--0229')
  expect(cards).not.toContain('Mila')
  const calendar = await textOf('Save dates')
  expect(calendar).toContain('RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1')
  expect(calendar).not.toContain('Mila')
  const tables = [await textOf('People'), await textOf('Moments'), await textOf('Promises')]
  expect(tables[0]).toContain(`"'=Head of ""light"""`)
  expect(tables[1]).toContain('Lunch in the canteen.')
  expect(tables[2]).toContain("'@Tom: bring the book")
  expect(tables.join()).not.toContain('Mila')
  const pages = unzipSync(readFileSync(await saved('Save pages to read')))
  expect(Object.keys(pages)).toContain('people/Léa Fontaine.md')
  expect(
    Object.values(pages)
      .map((bytes) => strFromU8(bytes))
      .join(),
  ).not.toContain('Mila')
  expect(faults).toEqual([])
})

test('everything comes back into an empty book as it was: the archive, and the folder it stands in', async () => {
  const mine = await records(first)
  expect(mine).toContain('Mila')
  for (const button of ['Save everything for another Kith', 'Save everything in one folder']) {
    expect(await records(await into(await saved(button))), button).toBe(mine)
  }
})

test('an encrypted copy asks for its passphrase, refuses another one in a sentence, and comes back as it was', async () => {
  const mine = await records(first)
  await page.getByRole('button', { name: 'Make one' }).click()
  await page.getByRole('list', { name: 'Six words' }).waitFor()
  words = (await page.getByRole('list', { name: 'Six words' }).getByRole('listitem').allInnerTexts())
    .map((item) => item.replace(/[^a-z]/g, ''))
    .join(' ')
  expect(words.split(' ')).toHaveLength(6)
  const path = await saved('Noted: save the copy')
  expect(path).toMatch(/\.zip\.age$/)
  expect(readFileSync(path).includes('Mila')).toBe(false)
  const back = await into(path, async (other) => {
    await other.getByRole('heading', { name: 'This copy is encrypted' }).waitFor()
    await other.getByLabel('Passphrase').fill('boring boring boring boring boring boring')
    await other.getByRole('button', { name: 'Open it' }).click()
    await other.getByRole('alert').filter({ hasText: 'This passphrase does not open' }).waitFor({ timeout: 60_000 })
    await other.getByLabel('Passphrase').fill(words.toUpperCase())
    await other.getByRole('button', { name: 'Open it' }).click()
    await other.getByRole('heading', { name: 'A copy of a book' }).waitFor({ timeout: 60_000 })
  })
  expect(await records(back)).toBe(mine)
  expect(faults).toEqual([])
})

test('the command line writes and reads the same forms', async () => {
  const mine = await records(first)
  const empty = await stage()
  const path = join(folder, 'by-command.json.age')
  expect((await first.kith('export', path)).err).toContain('passphrase')
  first.env['KITH_PASSPHRASE'] = 'a passphrase of some length'
  expect((await first.kith('export', path)).code).toBe(0)
  expect((await empty.kith('import', path, '--all')).code).toBe(2)
  empty.env['KITH_PASSPHRASE'] = 'another one'
  expect((await empty.kith('import', path, '--all')).err).toContain('does not open')
  empty.env['KITH_PASSPHRASE'] = first.env['KITH_PASSPHRASE']
  expect((await empty.kith('import', path, '--all')).code).toBe(0)
  expect(await records(empty)).toBe(mine)
  for (const wrong of [['x.docx'], ['x.json', '--only', 'people'], ['x.csv', '--only', 'dates'], ['x.csv', '--notes'], []]) {
    expect((await first.kith('export', ...wrong)).code, wrong.join(' ')).toBe(2)
  }
})

test('the dialog of the encrypted copy and the page that asks for its passphrase are free of findings, and work by keyboard', async () => {
  await page.goto(`${first.base}/data`)
  await page.getByRole('button', { name: 'Make one' }).press('Enter')
  await page.getByRole('list', { name: 'Six words' }).waitFor()
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'Choose a passphrase of my own' }).press('Enter')
  await page.keyboard.type('short')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: 'Take at least 12 letters' }).waitFor()
  expect(await findings(page)).toEqual([])
  await page.getByLabel('Passphrase').fill('a passphrase of some length')
  const coming = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  const path = join(folder, 'own.zip.age')
  await (await coming).saveAs(path)
  await page.goto(`${first.base}/data/import`)
  await page.getByLabel('File with people').setInputFiles(path)
  await page.getByRole('heading', { name: 'This copy is encrypted' }).waitFor()
  expect(await findings(page)).toEqual([])
  await page.keyboard.type('a passphrase of some length')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Your book knows all of this' }).waitFor({ timeout: 60_000 })
  expect(faults).toEqual([])
})

test('a backup given to the page is told apart in one sentence that says what brings it back', async () => {
  const path = join(folder, 'ana.kith')
  expect((await first.kith('backup', path)).code).toBe(0)
  await page.goto(`${first.base}/data/import`)
  await page.getByLabel('File with people').setInputFiles(path)
  await page.getByRole('alert').filter({ hasText: 'kith restore ana.kith' }).waitFor()
  expect(faults).toEqual([])
})
