import { openStage } from '../test/stage/kith.ts'
import type { Figure } from './run.ts'

const RUNS = 5
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** From the start of the program until its page is served: on an empty data directory, and on one that was used before. */
export async function run(): Promise<readonly Figure[]> {
  const first: number[] = []
  const later: number[] = []
  for (let n = 0; n < RUNS; n++) {
    const stage = await openStage()
    const start = async (): Promise<number> => {
      const from = performance.now()
      await stage.start()
      const page = await fetch(stage.base)
      if (!page.ok || !(await page.text()).includes('<script')) throw new Error('no page')
      return performance.now() - from
    }
    try {
      first.push(await start())
      await stage.stop()
      later.push(await start())
    } finally {
      await stage.end()
    }
  }
  const figure = (name: string, values: readonly number[], bar: number): Figure => {
    const value = Math.round(median(values))
    return { name, value, unit: 'ms', bar, ok: value <= bar }
  }
  return [figure('start: the first, until the page is served', first, 10_000), figure('start: a later one', later, 2_000)]
}
