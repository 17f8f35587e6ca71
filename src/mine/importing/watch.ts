import type { DaySpan, FormatName, Item } from '../../formats/item.ts'
import type { TableChoice, TableForm } from '../../formats/table-fields.ts'
import type { Order, Report } from './reading-desk.ts'
import { type Refusal, refuse } from './refusal.ts'

/** A reader at work in a worker of its own. */
export interface Reader {
  /** Ends it at once, whatever it is doing. */
  stop(): void
}

/** Starts a reader; `failed` is called when the worker breaks, for instance for want of memory. */
export type StartReader = (order: Order, report: (report: Report) => void, failed: () => void) => Reader

/** How long the watch waits, in milliseconds. */
export interface Patience {
  /** For the worker to begin. */
  readonly start: number
  /** For the next sign of life. */
  readonly item: number
  /** For the whole file. */
  readonly whole: number
}

/** Patience with a file of so many bytes: one second for an item, and for the whole a time that grows with the size. */
export const patienceFor = (bytes: number): Patience => ({ start: 20_000, item: 1000, whole: 30_000 + bytes / 500 })

/** So many items may hold up the reader before the file is given up. */
const HOSTILE = 5

/** What a reader brought home. */
export interface WatchedRead {
  readonly format: FormatName
  readonly items: readonly Item[]
  readonly table?: TableForm | undefined
}

type Outcome = { end: 'done'; read: WatchedRead } | { end: 'stalled'; index: number } | { end: 'refused'; why: Refusal }

/**
 * Reads a file in a worker that is ended when it shows no progress. The item that held it up is found
 * by reading again with care, and is passed over; the rest of the file is read without it.
 *
 * @param days those of which the repetitions in a calendar are wanted
 * @throws AppError when the file as a whole cannot be read
 */
export async function watchedRead(
  file: string,
  start: StartReader,
  patience: Patience,
  asked: {
    readonly columns?: TableChoice | undefined
    readonly days?: DaySpan | undefined
    readonly onProgress?: ((bytes: number) => void) | undefined
  } = {},
): Promise<WatchedRead> {
  const until = performance.now() + patience.whole
  const passOver: number[] = []
  let careful = false
  for (;;) {
    const order = { careful, passOver: [...passOver], columns: asked.columns, days: asked.days }
    const outcome = await attempt(start, order, patience, until, asked.onProgress ?? (() => {}))
    if (outcome.end === 'done') return outcome.read
    if (outcome.end === 'refused') throw refuse(outcome.why, file)
    if (careful) passOver.push(outcome.index)
    careful = true
    if (passOver.length > HOSTILE || performance.now() > until) throw refuse('held-up', file)
  }
}

function attempt(
  start: StartReader,
  order: Order,
  patience: Patience,
  until: number,
  onProgress: (bytes: number) => void,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const items: Item[] = []
    let table: TableForm | undefined
    let index = 0
    let heard = 0
    let over = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const finish = (outcome: Outcome): void => {
      clearTimeout(timer)
      over = true
      reader.stop()
      resolve(outcome)
    }
    const wait = (time: number): void => {
      clearTimeout(timer)
      const before = heard
      timer = setTimeout(() => {
        // What the worker said may lie unread because this thread was busy: one more turn to hear it.
        timer = setTimeout(() => {
          if (heard !== before) wait(patience.item)
          else finish(performance.now() > until ? { end: 'refused', why: 'held-up' } : { end: 'stalled', index })
        }, 20)
      }, time)
    }
    const hear = (report: Report): void => {
      if (over) return
      heard += 1
      switch (report.say) {
        case 'items':
          for (const item of report.items) items.push(item)
          break
        case 'at':
          index = report.index
          onProgress(report.bytes)
          if (performance.now() > until) return finish({ end: 'refused', why: 'held-up' })
          break
        case 'done':
          return finish({
            end: 'done',
            read: table === undefined ? { format: report.format, items } : { format: report.format, items, table },
          })
        case 'table':
          table = report.form
          break
        case 'unreadable':
          return finish({ end: 'refused', why: report.why })
        case 'ready':
          break
      }
      wait(patience.item)
    }
    const reader = start(order, hear, () => finish({ end: 'refused', why: 'held-up' }))
    wait(patience.start)
  })
}
