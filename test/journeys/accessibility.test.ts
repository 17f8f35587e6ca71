import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newProfile, openBrowser } from '../stage/browser.ts'
import { findings, findingsNow } from '../stage/findings.ts'
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

test('the sample company comes and goes by one press, and its screens are free of findings in both themes at 320 and 1280 px', async () => {
  const link = await stage.start()
  const { page, faults } = await newProfile(browser)
  await page.goto(link)
  const stranger = (await newProfile(browser)).page
  await stranger.goto(stage.base)
  await stranger.getByRole('heading', { name: 'This browser does not know your book yet' }).waitFor()
  await page.getByRole('heading', { name: 'Who helped you this month?' }).waitFor()
  const atTheDoor: string[] = []
  for (const one of [page, stranger]) {
    atTheDoor.push(...(await findings(one)))
  }
  expect(atTheDoor).toEqual([])
  await page.getByRole('button', { name: 'Look at a made-up company' }).click()
  await page.getByRole('button', { name: 'Not now' }).first().waitFor()
  expect(await page.getByRole('button', { name: 'Not now' }).count()).toBe(3)

  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [320, 1280]) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 832 })
      for (const path of ['/', '/people', '/data']) {
        await page.goto(`${stage.base}${path}`)
        await page.getByRole('heading', { level: 1 }).waitFor()
        found.push(...(await findingsNow(page)).map((finding) => `${path} ${colorScheme} ${width}: ${finding}`))
      }
    }
  }
  expect(found).toEqual([])

  await page.setViewportSize({ width: 390, height: 844 })
  const openings: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['not now', () => page.getByRole('button', { name: 'Not now' }).first().click()],
    ['wrong', () => page.getByRole('button', { name: 'Wrong' }).first().click()],
    ['keys', () => page.keyboard.press('?')],
    ['palette', () => page.keyboard.press('Control+k')],
    [
      'a line being written',
      () =>
        page
          .getByRole('combobox', { name: 'Log a moment' })
          .first()
          .fill('lunch with Hanna and Ruth Okafor, promised Hanna the deck by Friday'),
    ],
    [
      'a person',
      async () => {
        await page.goto(`${stage.base}/people`)
        await page.getByRole('link', { name: 'Amara Diallo' }).first().click()
        await page.getByRole('heading', { level: 1, name: 'Amara Diallo' }).waitFor()
      },
    ],
    [
      'import',
      async () => {
        await page.goto(`${stage.base}/data/import`)
        await page.getByLabel('File with people').setInputFiles({
          name: 'a.vcf',
          mimeType: 'text/vcard',
          buffer: Buffer.from('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ruth Okafor\r\nEND:VCARD'),
        })
        await page.getByRole('list', { name: 'People in the file' }).waitFor()
      },
    ],
    [
      'six words',
      async () => {
        await page.goto(`${stage.base}/data`)
        await page.getByRole('button', { name: 'Add six words', exact: true }).click()
        await page.getByRole('list', { name: 'Six words' }).waitFor()
      },
    ],
  ]
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const [name, open] of openings) {
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 832 })
        await page.goto(stage.base)
        await page.getByRole('button', { name: 'Not now' }).first().waitFor()
        await open()
        await page.waitForTimeout(400)
        found.push(...(await findingsNow(page)).map((finding) => `${name} ${colorScheme} ${width}: ${finding}`))
      }
    }
  }
  expect(found).toEqual([])

  await page.goto(stage.base)
  await page.getByRole('button', { name: 'Remove it' }).first().click()
  await page.getByRole('heading', { name: 'Who helped you this month?' }).waitFor()
  expect(faults).toEqual([])
  expect(await stage.stop()).toBe(0)
})
