import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newProfile, openBrowser } from '../stage/browser.ts'
import { findingsNow } from '../stage/findings.ts'
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

const spoken = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.lang)
/** Notes which catalogues the page asks for from now on. */
function catalogues(page: Page): Set<string> {
  const asked = new Set<string>()
  page.on('request', (request) => {
    const name = /\/assets\/(en|de)-[\w-]+\.js$/.exec(request.url())?.[1]
    if (name !== undefined) asked.add(name)
  })
  return asked
}

test('a page is switched to German and back, without losing the book, and remembers it', async () => {
  const { page, faults } = await newProfile(browser)
  const asked = catalogues(page)
  await page.clock.setFixedTime('2026-11-24T09:10:00Z')
  await page.goto(await stage.start())
  await page.getByRole('button', { name: 'Look at a made-up company' }).click()
  await page.getByRole('button', { name: 'Not now' }).first().waitFor()
  expect([await spoken(page), [...asked]]).toEqual(['en', ['en']])

  await page.goto(`${stage.base}/data`)
  await page.getByRole('radiogroup', { name: 'Language' }).getByText('Deutsch').click()
  await page.getByRole('heading', { level: 1, name: 'Deine Daten' }).waitFor()
  expect(await spoken(page)).toBe('de')
  expect(await page.title()).toContain('Deine Daten')

  asked.clear()
  await page.goto(stage.base)
  await page.getByText('Dienstag, 24. November').waitFor()
  await page.getByText('Das waren alle für heute.').first().waitFor()
  expect([...asked]).toEqual(['de'])
  await page.reload()
  await page.getByRole('button', { name: 'Jetzt nicht' }).first().waitFor()
  expect(await page.locator('link[rel=manifest]').getAttribute('href')).toBe('/manifest.de.webmanifest')

  await page.getByRole('button', { name: 'Jetzt nicht' }).first().click()
  await page.getByRole('menuitem').first().click()
  await page.getByRole('button', { name: 'Rückgängig' }).click()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Tasten' }).waitFor()
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Ein Name, ein Wort, etwas zu tun').fill('english')
  await page.keyboard.press('Enter')
  await page.getByText('That’s everyone for today.').first().waitFor()
  expect(await spoken(page)).toBe('en')
  await page.reload()
  await page.getByText('Tuesday 24 November').waitFor()
  expect(faults).toEqual([])
})

test('a browser that asks for German gets it, on every screen, without a finding and without scrolling sideways', async () => {
  const { page, faults } = await newProfile(browser, { locale: 'de-AT' })
  await page.goto(/http\S+#open=\S+/.exec((await stage.kith('open')).out)?.[0] ?? stage.base)
  await page.getByRole('button', { name: 'Jetzt nicht' }).first().waitFor()
  const found: string[] = []
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 832 })
    for (const path of ['/', '/people', '/data', '/data/import']) {
      await page.goto(`${stage.base}${path}`)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      found.push(...(await findingsNow(page)).map((finding) => `${path} ${width}: ${finding}`))
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('main button, main a, main h1, main h2, nav a, nav button')]
          .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).textOverflow !== 'ellipsis')
          .filter(
            (one) => !one.classList.contains('sr-only') && getComputedStyle(one).display !== 'inline' && one.getClientRects().length > 0,
          )
          .map((one) => one.textContent),
      )
      found.push(...cut.map((text) => `${path} ${width}: does not fit: ${text}`))
    }
  }
  expect(found).toEqual([])
  expect(faults).toEqual([])
})

test('the terminal speaks German where the system does', async () => {
  stage.env['KITH_LANG'] = 'de'
  const { out } = await stage.kith('today')
  stage.env['KITH_LANG'] = 'en'
  expect(out).toMatch(/heute/)
  expect((await stage.kith('today')).out).toMatch(/today/)
})
