import { AxeBuilder } from '@axe-core/playwright'
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

test('the sample company comes and goes by one press, and its screens are free of findings in both themes at 320 and 1280 px', async () => {
  const link = await stage.start()
  const { page, faults } = await newProfile(browser)
  await page.goto(link)
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
        const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
        found.push(...violations.map(({ id, nodes }) => `${path} ${colorScheme} ${width}: ${id} ${nodes[0]?.html}`))
        const wider = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
        if (wider) found.push(`${path} ${colorScheme} ${width}: scrolls sideways`)
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
