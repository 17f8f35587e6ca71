import { performance } from 'node:perf_hooks'
import { loadTexts } from '../src/cli/texts.ts'
import { ask } from '../src/mine/search/answer.ts'
import { SearchIndex } from '../src/mine/search/search-index.ts'
import { fullBook } from './plan.ts'
import type { Figure } from './run.ts'

const PEOPLE = 1_000
const MOMENTS = 50_000
const RUNS = 5
/** As many hits as the palette asks for. */
const MOST = 40
/** Records in one slice, as the page takes them in. */
const SLICE = 100

const ms = (work: () => void): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number

/** Lines as they are typed, letter by letter: plain, with slips, with filters, with very common words. */
const lines = [
  'about the work on number 4711',
  'abuot teh wrok',
  'remembering',
  'rememberign',
  'sometihng worht',
  'person 77',
  'Perosn 912',
  'cooling department 3',
  'quiet department 7 work number',
  'person 12 work',
  'send notes 40',
  'birthday',
  'zebra',
]

/** A key in the search over 1,000 people and 50,000 moments, and what making the index costs. */
export async function run(): Promise<readonly Figure[]> {
  loadTexts()
  const book = fullBook(PEOPLE, MOMENTS)
  const figure = (name: string, value: number, bar: number): Figure => ({
    name,
    value: Math.round(value * 100) / 100,
    unit: 'ms',
    bar,
    ok: value <= bar,
  })
  const slices: number[] = []
  const made: number[] = []
  let index = new SearchIndex(book)
  for (let n = 0; n < RUNS; n++) {
    index.close()
    let total = ms(() => {
      index = new SearchIndex(book)
    })
    for (let more = true; more; ) {
      const slice = ms(() => {
        more = index.work(SLICE)
      })
      slices.push(slice)
      total += slice
    }
    made.push(total)
  }
  const medians: number[] = []
  let worst = 0
  let worstAt = ''
  for (const line of lines) {
    for (let end = 1; end <= line.length; end++) {
      const typed = line.slice(0, end)
      const times = Array.from({ length: RUNS }, () => ms(() => ask(index, typed, MOST)))
      const time = median(times)
      medians.push(time)
      if (time > worst) {
        worst = time
        worstAt = typed
      }
    }
  }
  const change = Array.from({ length: RUNS }, (_, n) =>
    ms(() => {
      const person = `00000001-0000-4000-8000-${(17 + n).toString(16).padStart(12, '0')}`
      book.change('', (hands) => void hands.add('fact', { about: [person], text: `Plays the bassoon ${n}`, writtenOn: '2026-11-24' }))
      ask(index, 'bassoon', MOST)
    }),
  )
  return [
    figure('search, a key (1,000 people, 50,000 moments)', median(medians), 20),
    figure(`search, the worst key ("${worstAt}")`, worst, 20),
    figure('search, a new fact and a key that finds it', median(change), 20),
    figure('search, the whole index made, in slices', median(made), 2000),
    figure('search, a slice while it is made (p99)', slices.sort((a, b) => a - b)[Math.floor(slices.length * 0.99)] as number, 50),
  ]
}
