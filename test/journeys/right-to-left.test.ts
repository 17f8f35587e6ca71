import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newProfile, openBrowser } from '../stage/browser.ts'
import { findingsNow } from '../stage/findings.ts'
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

/** The page as a language would have it that is read from the right. */
const fromTheRight = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    // The page has no element yet when this runs; it is turned before anything is drawn.
    const turn = (): void => document.documentElement?.setAttribute('dir', 'rtl')
    new MutationObserver(turn).observe(document, { childList: true })
    turn()
  })
}

test('names in Arabic and Hebrew keep their letters in order, wherever they stand', async () => {
  const { page, faults } = await newProfile(browser)
  await page.goto(await stage.start())
  await beginWith(page, ['أحمد منصور', 'נועה כהן', 'Tom Becker'])
  await log(page, 'lunch with Tom under the big tree')
  await openPerson(page, stage.base, 'أحمد منصور')
  const name = page.getByRole('heading', { level: 1 }).locator('bdi')
  expect(await name.textContent()).toBe('أحمد منصور')
  expect(await name.evaluate((one) => getComputedStyle(one).unicodeBidi)).toBe('isolate')
  await page.goto(`${stage.base}/people`)
  for (const one of ['أحمد منصور', 'נועה כהן', 'Tom Becker']) await page.locator('bdi', { hasText: one }).first().waitFor()
  expect(faults).toEqual([])
})

test('read from the right, every screen mirrors and none scrolls sideways', async () => {
  const { page, faults } = await newProfile(browser)
  await fromTheRight(page)
  await page.goto(/http\S+#open=\S+/.exec((await stage.kith('open')).out)?.[0] ?? stage.base)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.goto(`${stage.base}/people`)
  const person = await page.getByRole('link', { name: 'Tom Becker' }).first().getAttribute('href')
  const found: string[] = []
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 832 })
    for (const path of ['/', '/people', person ?? '', '/data', '/data/import']) {
      await page.goto(`${stage.base}${path}`)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      const seen = await page.evaluate(() => {
        const { clientWidth } = document.documentElement
        const heading = document.querySelector('main h1')?.getBoundingClientRect()
        // What scrolls in a row of its own may well go on beyond the edge.
        const rolls = (one: Element | null): boolean =>
          one !== null && one.tagName !== 'MAIN' && (/auto|scroll/.test(getComputedStyle(one).overflowX) || rolls(one.parentElement))
        const outside = [...document.querySelectorAll('main button, main input, main h1, main h2')]
          .filter((one) => !one.classList.contains('sr-only') && !rolls(one))
          .map((one) => ({ text: one.textContent || one.getAttribute('aria-label') || one.tagName, box: one.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 2 && (box.left < -1 || box.right > clientWidth + 1))
        return {
          outside: outside.map(({ text }) => text),
          // On a wide screen the sidebar stands at the right, and the page begins left of it.
          mirrored: clientWidth < 720 || (heading !== undefined && heading.right < clientWidth - 200),
        }
      })
      if (!seen.mirrored) found.push(`${path} ${width}: is not mirrored`)
      found.push(...seen.outside.map((text) => `${path} ${width}: outside the page: ${text}`))
      found.push(...(await findingsNow(page)).map((finding) => `${path} ${width}: ${finding}`))
    }
  }
  expect(found).toEqual([])
  expect(faults).toEqual([])
})
