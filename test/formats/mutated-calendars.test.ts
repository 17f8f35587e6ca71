import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBytes, UnreadableFile } from '../../src/formats/read.ts'
import { seeded } from '../../src/kernel/random.ts'
import { calendarBarbs, calendarSeeds } from './calendar-seeds.ts'

/** How many damaged calendars are read; a campaign before a release sets it to 200000. */
const RUNS = Number(process.env['KITH_CAMPAIGN'] ?? 1500)

/** The most work that one damaged file may make, in microseconds of this process's own time. */
const MOST = 1_000_000

/** A calendar with a few wounds, at the beginning of a line more often than within one. */
function damaged(file: Uint8Array, wounds: number, random: ReturnType<typeof seeded>): Uint8Array {
  let bytes = [...file]
  for (let n = 0; n < wounds; n++) {
    const at = random.below(bytes.length + 1)
    const line = bytes.indexOf(10, at) + 1
    const length = random.below(80)
    switch (random.below(5)) {
      case 0:
        if (at < bytes.length) bytes[at] = random.below(256)
        break
      case 1:
        bytes = [...bytes.slice(0, at), ...bytes.slice(at + length)]
        break
      case 2:
        bytes = [...bytes.slice(0, line), ...bytes.slice(at), ...bytes.slice(line)].slice(0, 100_000)
        break
      default:
        bytes = [...bytes.slice(0, line), ...random.pick(calendarBarbs), ...bytes.slice(line)]
    }
  }
  return Uint8Array.from(bytes)
}

test(
  'A damaged calendar never breaks a reader: each is read or refused, in order, in good time',
  () => {
    let slowest = 0
    fc.assert(
      fc.property(fc.nat(calendarSeeds.length - 1), fc.integer({ min: 1, max: 12 }), fc.nat(), (which, wounds, seed) => {
        const bytes = damaged(calendarSeeds[which] as Uint8Array, wounds, seeded(`${seed}`))
        const began = process.cpuUsage()
        try {
          const { items } = readBytes(bytes, { from: '2025-10-20', to: '2026-11-24' })
          expect(items.map((item) => item.index)).toEqual(items.map((_, at) => at + 1))
          for (const item of items) if (item.kind === 'event') expect(item.uid).not.toBe('')
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableFile)
        }
        slowest = Math.max(slowest, process.cpuUsage(began).user)
      }),
      { numRuns: RUNS },
    )
    expect(slowest).toBeLessThan(MOST)
  },
  60_000 + RUNS * 20,
)
