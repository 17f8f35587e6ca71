import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newProfile, openBrowser } from '../stage/browser.ts'
import { openStage, type Stage } from '../stage/kith.ts'
import { beginWith, log, openPerson } from '../stage/walk.ts'

let browser: Browser
const stages: Stage[] = []
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  for (const stage of stages) await stage.end()
})

async function begin(zone: string, at: string): Promise<{ stage: Stage; page: Page; faults: string[] }> {
  const stage = await openStage(zone)
  stages.push(stage)
  const { page, faults } = await newProfile(browser, { zone })
  await page.clock.setFixedTime(at)
  await page.goto(await stage.start())
  await beginWith(page, ['Tom Becker', 'Priya Raman'])
  return { stage, page, faults }
}

/** Minutes before and after midnight, as instants, in zones that lie far from the full hour and from each other. */
const nights = [
  { zone: 'Asia/Kathmandu', late: '2026-11-24T18:05:00Z', early: '2026-11-24T18:25:00Z' },
  { zone: 'America/St_Johns', late: '2026-11-25T03:20:00Z', early: '2026-11-25T03:40:00Z' },
]

test.each(nights)(
  '$zone: what is written late in the evening belongs to that day, and midnight brings the next',
  async ({ zone, late, early }) => {
    const { stage, page, faults } = await begin(zone, late)
    await page.getByText('Tuesday 24 November').waitFor()
    await log(page, 'coffee with Tom about pears, promised Tom the deck by tomorrow')
    await page.getByText('A promise for tomorrow').first().waitFor()
    await log(page, "Priya's birthday is 25 November")
    await page.getByText('Priya’s birthday').first().waitFor()
    expect(await page.getByText('It is Priya’s birthday today.').count()).toBe(0)

    await page.clock.setFixedTime(early)
    await page.reload()
    await page.getByText('Wednesday 25 November').waitFor()
    await page.getByText('It is Priya’s birthday today.').first().waitFor()
    expect(await page.getByText('A promise for tomorrow').count()).toBe(0)
    await page.getByText('the deck').first().waitFor()
    await openPerson(page, stage.base, 'Tom Becker')
    await page.getByRole('listitem').filter({ hasText: 'coffee with Tom about pears' }).getByText('24 Nov').waitFor()
    expect(faults).toEqual([])
  },
)

test('the night in which clocks go back is one day long, however many hours it has', async () => {
  // Ten to two in the morning, half an hour before St John's has that hour a second time.
  const { page, faults } = await begin('America/St_Johns', '2026-11-01T04:20:00Z')
  await page.getByText('Sunday 1 November').waitFor()
  await log(page, 'coffee with Tom about pears, promised Tom the deck by tomorrow')
  for (const still of ['2026-11-01T05:00:00Z', '2026-11-02T03:20:00Z']) {
    await page.clock.setFixedTime(still)
    await page.reload()
    await page.getByText('Sunday 1 November').waitFor()
    await page.getByText('A promise for tomorrow').first().waitFor()
  }
  await page.clock.setFixedTime('2026-11-02T03:40:00Z')
  await page.reload()
  await page.getByText('Monday 2 November').waitFor()
  expect(await page.getByText('A promise for tomorrow').count()).toBe(0)
  expect(faults).toEqual([])
})

test('the terminal and the page name the same day in every zone, also where it is another day than in Lisbon', async () => {
  const stage = await openStage()
  stages.push(stage)
  const link = await stage.start()
  const first = await newProfile(browser)
  await first.page.goto(link)
  await beginWith(first.page, ['Tom Becker'])
  const days = new Set<string>()
  for (const zone of ['Asia/Kathmandu', 'America/St_Johns', 'Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    stage.env['TZ'] = zone
    const { page, context } = await newProfile(browser, { zone })
    const shown = async (): Promise<string> => {
      await page.goto(/http\S+#open=\S+/.exec((await stage.kith('open')).out)?.[0] ?? stage.base)
      return await page.evaluate(() => new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' }).format())
    }
    // Midnight may fall between the two questions; then both are asked again.
    for (let tries = 0; ; tries++) {
      const before = await shown()
      const printed = (await stage.kith('today')).out.split('\n', 1)[0] ?? ''
      const day = printed.replace(',', '')
      if (day !== before.replace(',', '') && tries === 0) continue
      await page.getByText(day).first().waitFor()
      days.add(day)
      break
    }
    await context.close()
  }
  // Kiritimati and Pago Pago are 25 hours apart.
  expect(days.size).toBeGreaterThan(1)
})
