import { newProfile, openBrowser } from '../test/stage/browser.ts'
import { openStage } from '../test/stage/kith.ts'
import type { Figure } from './run.ts'

const CARDS = 5_000
const RUNS = 5
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** 5,000 vCards in the page, from the choice of the file to its dry run, and the longest time the page stood still meanwhile. */
export async function run(): Promise<readonly Figure[]> {
  const cards = Array.from({ length: CARDS }, (_, n) =>
    [
      'BEGIN:VCARD',
      'VERSION:3.0',
      `FN:Given${n} Family${n}`,
      `EMAIL:p${n}@example.org`,
      `ORG:Fjordlicht;Department ${n % 9}`,
      'NOTE:Met at the fair',
      'END:VCARD',
    ].join('\r\n'),
  )
  const file = { name: 'people.vcf', mimeType: 'text/vcard', buffer: Buffer.from(cards.join('\r\n')) }
  const stage = await openStage()
  const browser = await openBrowser()
  const times: number[] = []
  const stills: number[] = []
  try {
    const { page } = await newProfile(browser)
    await page.goto(await stage.start())
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    for (let n = 0; n < RUNS; n++) {
      await page.goto(`${stage.base}/data/import`)
      const input = page.getByLabel('File with people')
      await input.waitFor({ state: 'attached' })
      await page.evaluate(() => {
        const still = { longest: 0 }
        Object.assign(globalThis, { still })
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) still.longest = Math.max(still.longest, entry.duration)
        }).observe({ entryTypes: ['longtask'] })
      })
      const from = performance.now()
      await input.setInputFiles(file)
      await page.getByRole('list', { name: 'People in the file' }).waitFor()
      times.push(performance.now() - from)
      stills.push(await page.evaluate(() => (globalThis as unknown as { still: { longest: number } }).still.longest))
    }
  } finally {
    await browser.close()
    await stage.end()
  }
  const figure = (name: string, value: number, bar: number): Figure => ({
    name,
    value: Math.round(value),
    unit: 'ms',
    bar,
    ok: value <= bar,
  })
  return [
    figure('import: 5,000 vCards to their dry run', median(times), 5_000),
    figure('import: the page stands still for', median(stills), 200),
  ]
}
