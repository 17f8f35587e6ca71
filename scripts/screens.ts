// Takes the pictures of docs/screens: each screen with the sample company, in both themes, on a desktop and a phone.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { newProfile, openBrowser } from '../test/stage/browser.ts'
import { openStage } from '../test/stage/kith.ts'

const folder = join(import.meta.dirname, '../docs/screens')
/** A Tuesday morning, so that the pictures are the same on any day they are taken. */
const MORNING = '2026-11-24T09:10:00Z'
const looks = [
  { name: 'desktop-light', width: 1280, height: 832, theme: 'light' },
  { name: 'desktop-dark', width: 1280, height: 832, theme: 'dark' },
  { name: 'phone-light', width: 390, height: 844, theme: 'light' },
  { name: 'phone-dark', width: 390, height: 844, theme: 'dark' },
] as const

const card = (n: number): string =>
  `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${names[n]}\r\nORG:Fjordlicht;${departments[n % 3]}\r\nEMAIL:p${n}@example.org\r\nEND:VCARD`
const names = [
  'Amara Obi',
  'Theo Lindahl',
  'Léa Fontaine',
  'Jan Kuiper',
  'Beatriz Leal',
  'Stig Moen',
  'Yusuf Demirel',
  'Vera Pohl',
  'Oskar Nyberg',
  'Noor Haddad',
  'Ruth Okafor',
  'Kenji Mori',
]
const departments = ['Research', 'Sales', 'Operations']

const places: readonly { readonly name: string; readonly go: (page: Page, base: string) => Promise<void> }[] = [
  { name: 'today', go: async (page, base) => void (await page.goto(base)) },
  {
    name: 'quick-log',
    go: async (page, base) => {
      await page.goto(base)
      await page
        .getByRole('combobox', { name: 'Log a moment' })
        .first()
        .fill('lunch with Hanna and Ruth Okafor, promised Hanna the deck by Friday')
      await page.getByText('new in your book').first().waitFor()
    },
  },
  { name: 'people', go: async (page, base) => void (await page.goto(`${base}/people`)) },
  {
    name: 'person',
    go: async (page, base) => {
      await page.goto(`${base}/people`)
      await page.getByPlaceholder('Find somebody').fill('Tom Becker')
      await page.getByRole('link', { name: 'Tom Becker' }).first().click()
      await page.getByRole('heading', { level: 1, name: 'Tom Becker' }).waitFor()
    },
  },
  {
    name: 'several',
    go: async (page, base) => {
      await page.goto(`${base}/people`)
      await page.getByRole('button', { name: 'Choose several' }).click()
      for (const at of [1, 2, 4]) await page.getByRole('checkbox').nth(at).click()
    },
  },
  {
    name: 'same-person',
    go: async (page, base) => {
      await page.goto(`${base}/people/same`)
      await page.getByRole('button', { name: 'Same person' }).waitFor()
    },
  },
  {
    name: 'import',
    go: async (page, base) => {
      await page.goto(`${base}/data/import`)
      const text = names.map((_, n) => card(n)).join('\r\n')
      await page.getByLabel('File with people').setInputFiles({ name: 'people.vcf', mimeType: 'text/vcard', buffer: Buffer.from(text) })
      await page.getByRole('list', { name: 'People in the file' }).waitFor()
      for (const at of [0, 1, 4]) await page.getByRole('list', { name: 'People in the file' }).getByRole('checkbox').nth(at).press('Space')
    },
  },
  { name: 'map', go: async (page, base) => void (await page.goto(`${base}/map`)) },
  { name: 'calendar', go: async (page, base) => void (await page.goto(`${base}/calendar`)) },
  { name: 'still-true', go: async (page, base) => void (await page.goto(`${base}/people/still-true`)) },
  {
    name: 'stack',
    go: async (page, base) => {
      await page.goto(`${base}/people/stack`)
      await page.getByLabel('Where you met').fill('Evening of the library')
      await page
        .getByLabel('The cards, one on each line')
        .fill(
          'Léa Fontaine, Nordwind, research lead, lea@example.org - talks about bees\nJan Kuiper, Nordwind\nNoor Haddad, harbour office',
        )
      await page.getByRole('button', { name: 'Go through them' }).click()
      await page.getByRole('button', { name: 'Yes, again' }).first().waitFor()
    },
  },
  {
    name: 'find',
    go: async (page, base) => {
      await page.goto(`${base}/find`)
      await page.getByRole('searchbox').first().fill('cooling accounting')
      await page.waitForTimeout(1500)
    },
  },
  { name: 'your-data', go: async (page, base) => void (await page.goto(`${base}/data`)) },
  {
    name: 'german',
    go: async (page, base) => {
      await page.goto(`${base}/data`)
      await page.getByText('Deutsch').first().click()
      await page.goto(base)
      await page.getByText('Das waren alle für heute.').first().waitFor()
    },
  },
]

mkdirSync(folder, { recursive: true })
const browser = await openBrowser()
const stage = await openStage()
try {
  const { page } = await newProfile(browser)
  await page.clock.setFixedTime(MORNING)
  await page.goto(await stage.start())
  await page.getByRole('heading', { name: 'Who helped you this month?' }).waitFor()
  const shoot = async (name: string): Promise<void> => {
    for (const look of looks) {
      await page.setViewportSize({ width: look.width, height: look.height })
      await page.emulateMedia({ colorScheme: look.theme, reducedMotion: 'reduce' })
      await page.waitForTimeout(250)
      await page.screenshot({ path: join(folder, `${name}-${look.name}.png`) })
    }
    await page.setViewportSize({ width: 1280, height: 832 })
  }
  await shoot('first-run')
  await page.getByRole('button', { name: 'Look at a made-up company' }).click()
  await page.getByRole('button', { name: 'Not now' }).first().waitFor()
  await page
    .getByRole('button', { name: 'Close' })
    .first()
    .click()
    .catch(() => undefined)
  for (const place of places) {
    await place.go(page, stage.base)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await shoot(place.name)
  }
} finally {
  await browser.close()
  await stage.end()
}
