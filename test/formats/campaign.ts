import fc from 'fast-check'
import { test } from 'vitest'
import type { Item, PersonItem } from '../../src/formats/item.ts'
import { readBytes, UnreadableFile } from '../../src/formats/read.ts'
import { hash32, type Random, seeded } from '../../src/kernel/random.ts'
import { isDay } from '../../src/kernel/time.ts'
import { allSeeds } from './campaign-seeds.ts'

/** What a campaign needs to know about one format. */
export interface Seeds {
  /** What the format is called in the name of its tests. */
  readonly name: string
  /** Sound files, small ones: most inputs are these with a few wounds. */
  readonly files: readonly Uint8Array[]
  /** Signs and words at which readers of this format may stumble, besides those that trip every reader. */
  readonly barbs?: readonly string[]
  /** Files made from the grammar of the format, mostly sound. */
  readonly generated?: fc.Arbitrary<string | Uint8Array>
  /** Inputs on which a reader once failed; read at the beginning of every campaign. */
  readonly failedOnce?: readonly (string | Uint8Array)[]
}

/** Inputs of every run, over all formats. */
const EVERY_RUN = 200_000

/** Inputs for each format, when a campaign before a release asks for them. */
const CAMPAIGN = Number(process.env['KITH_CAMPAIGN'] ?? '0')

/** Inputs for each format. */
const INPUTS = CAMPAIGN > 0 ? CAMPAIGN : Math.ceil(EVERY_RUN / allSeeds.length)

/** Every run draws the same inputs; a campaign draws its own, which it can be given again. */
const SEED = Number(process.env['KITH_CAMPAIGN_SEED'] ?? (CAMPAIGN > 0 ? hash32(`${process.pid} ${process.hrtime.bigint()}`) : 1))

/** Inputs drawn in one go; between two the runner may breathe, and nothing of the first is kept. */
const TOGETHER = 10_000

/** Of so many inputs one is generated, the others are damaged. */
const GENERATED = 3

/** The most work that one input may make, in microseconds of this process's own time. */
const MOST = 1_000_000

/** The days of which the repetitions in a calendar are wanted. */
const DAYS = { from: '2025-10-20', to: '2026-11-24' }

/** The most memory that a process with all its inputs may take, in bytes. */
const MEMORY = 1_500_000_000

const encoder = new TextEncoder()
const bytesOf = (file: string | Uint8Array): Uint8Array => (typeof file === 'string' ? encoder.encode(file) : file)

/** Signs at which every reader may stumble. */
const barbs = [
  '\n',
  '\r',
  '\r\n ',
  ':',
  ';',
  ',',
  '"',
  '=',
  '\\',
  '\0',
  '\t',
  '\uFEFF',
  '\u2028',
  '{',
  '[',
  ']}',
  '<',
  '&',
  '\\n',
  '-1',
  'null',
  'constructor',
  '__proto__',
]
  .concat(['9'.repeat(400), ';'.repeat(400), '"'.repeat(99), ' '.repeat(300), '\ud800', 'ä', '李', 'e\u0301'])
  .map(bytesOf)

/** A file with a few wounds: bytes turned over, cut out or doubled, barbs put in, and pieces of another file. */
function damaged(
  file: Uint8Array,
  wounds: number,
  random: Random,
  thorns: readonly Uint8Array[],
  others: readonly Uint8Array[],
): Uint8Array {
  let bytes = file
  const put = (at: number, piece: Uint8Array, without = 0): void => {
    const next = new Uint8Array(bytes.length + piece.length - without)
    next.set(bytes.subarray(0, at))
    next.set(piece, at)
    next.set(bytes.subarray(at + without), at + piece.length)
    bytes = next
  }
  const nothing = new Uint8Array(0)
  for (let n = 0; n < wounds && bytes.length < 200_000; n++) {
    const at = random.below(bytes.length + 1)
    const length = Math.min(random.below(60), bytes.length - at)
    switch (random.below(6)) {
      case 0:
        put(at, Uint8Array.of(random.below(256)), Math.min(1, bytes.length - at))
        break
      case 1:
        put(at, nothing, length)
        break
      case 2:
        put(at, bytes.slice(Math.max(0, at - length), at))
        break
      case 3: {
        const other = random.pick(others)
        const from = random.below(other.length + 1)
        put(at, other.slice(from, from + random.below(120)))
        break
      }
      default:
        put(at, random.pick(thorns))
    }
  }
  return bytes
}

/** What must hold for an item, whatever the file; an empty text when it does. */
function flaw(item: Item): string {
  switch (item.kind) {
    case 'person':
      return personFlaw(item)
    case 'opening':
      return item.title.trim() === '' || item.title.length > 500 ? 'an opening without a title' : dayFlaw(item.postedOn, item.closesOn)
    case 'skipped':
      return item.why.length === 0 || item.name.length > 500 ? 'a skipped item without a reason' : ''
    case 'event':
      return item.uid === '' ? 'an event that cannot be known again' : ''
    case 'record':
      return ''
  }
}

function personFlaw({ name, birthday, dates, moments = [], connectedOn, notes, manager, emails, department }: PersonItem): string {
  if (name.trim() === '' || name.length > 500) return 'a person without a name'
  if (manager === '' || department === '' || emails.includes('')) return 'an empty text'
  if (notes.some((note) => note === '' || note.length > 400_000)) return 'a note of no length, or of any'
  const years = [...(birthday === undefined ? [] : [birthday]), ...dates.map((one) => one.date)]
  if (years.some(({ month, day }) => !(month >= 1 && month <= 12 && day >= 1 && day <= 31))) return 'a day that no year has'
  return dayFlaw(connectedOn, ...moments.map((moment) => moment.day))
}

const dayFlaw = (...days: readonly (string | undefined)[]): string =>
  days.every((day) => day === undefined || isDay(day)) ? '' : 'a day that is none'

/** Reads an input; throws with the input itself when a reader breaks, dawdles or hands out what makes no sense. */
function tried(name: string, input: Uint8Array): void {
  const began = process.cpuUsage()
  let wrong = ''
  try {
    const { items } = readBytes(input, { days: DAYS })
    for (const [at, item] of items.entries()) {
      if (item.index !== at + 1) wrong ||= `item ${at + 1} says it is ${item.index}`
      wrong ||= flaw(item)
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) wrong = error instanceof Error ? `${error.name}: ${error.message}` : 'something was thrown'
  }
  const took = process.cpuUsage(began).user
  if (took > MOST) wrong ||= `took ${Math.round(took / 1000)} ms`
  if (wrong !== '') throw new Error(`${name}: ${wrong}. The input in base64: ${Buffer.from(input).toString('base64')}`)
}

/** All inputs of one format that fall to one part of the campaign. */
async function campaignOf(seeds: Seeds, part: number, parts: number): Promise<void> {
  const thorns = [...barbs, ...(seeds.barbs ?? []).map(bytesOf)]
  const others = allSeeds.flatMap((one) => one.files.slice(0, 3))
  for (const input of [...(seeds.failedOnce ?? []), ...seeds.files]) tried(seeds.name, bytesOf(input))
  const wounds = fc.integer({ min: 1, max: 12 })
  const damage = fc
    .tuple(fc.nat(Math.max(0, seeds.files.length - 1)), wounds, fc.nat())
    .map(([which, count, seed]) => damaged(seeds.files[which] ?? new Uint8Array(0), count, seeded(`${seed}`), thorns, others))
  const grown =
    seeds.generated === undefined
      ? undefined
      : fc
          .tuple(seeds.generated, fc.integer({ min: -3, max: 3 }), fc.nat())
          .map(([file, count, seed]) => damaged(bytesOf(file), count, seeded(`${seed}`), thorns, others))
  const inputs =
    grown === undefined
      ? damage
      : seeds.files.length === 0
        ? grown
        : fc.oneof({ arbitrary: damage, weight: GENERATED - 1 }, { arbitrary: grown, weight: 1 })
  const mine = Math.ceil(INPUTS / parts)
  for (let done = 0; done < mine; done += TOGETHER) {
    const seed = hash32(`${SEED} ${seeds.name} ${part}/${parts} ${done}`) | 0
    fc.assert(
      fc.property(inputs, (input) => tried(seeds.name, input)),
      // The first failing input is told as it is: making it smaller would read it thousands of times.
      { numRuns: Math.min(TOGETHER, mine - done), seed, endOnFailure: true },
    )
    if (process.memoryUsage.rss() > MEMORY) throw new Error(`${seeds.name}: takes more than ${MEMORY / 1e9} GB of memory`)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/**
 * One part of the campaign: damaged and generated files of every format, of which each must be read or
 * refused, in order and in good time. There are as many parts as files beside this one whose names
 * begin with `campaign-part`, so that they run beside each other.
 *
 * Every run reads 200,000 inputs in all, the same ones each time. Before a release the whole campaign
 * reads a hundred million for each format:
 *
 * ```sh
 * KITH_CAMPAIGN=100000000 npx vitest run test/formats/campaign
 * ```
 *
 * What fails is told with the seed and the path of fast-check and with the input itself, which then
 * belongs into `failedOnce` of its format. `KITH_CAMPAIGN_SEED` draws the inputs of a campaign again.
 */
export function campaign(part: number, parts: number): void {
  const patience = 120_000 + (INPUTS / parts) * 20
  for (const seeds of allSeeds) {
    test(
      `Damaged and generated files of ${seeds.name} are read or refused, part ${part} of ${parts}`,
      () => campaignOf(seeds, part, parts),
      patience,
    )
  }
}
