import type { AppError } from '../kernel/errors.ts'
import type { Clock } from '../kernel/time.ts'
import { alarmOf, stopsSending } from './alarm.ts'
import type { EpochKeys, KeyRing } from './keys.ts'
import { Lane } from './lane.ts'
import { Ledger, type Totals } from './ledger.ts'
import type { Shelf } from './shelf.ts'
import { type Mark, openMark, sealMark } from './snapshot.ts'
import type { Alarm, AlarmKind, Body, Merge, VaultState } from './terms.ts'
import type { Wire } from './wire.ts'

/** What the parts of one opened vault share. */
export class Device<B extends Body> {
  readonly wire: Wire
  readonly shelf: Shelf
  readonly clock: Clock
  readonly merge: Merge<B>
  ring: KeyRing
  ledger = new Ledger<B>()
  cursor = 0
  /** Rows of earlier epochs are refused. */
  lowest = 1
  ignored: Record<string, number> = {}
  /** What talks to the server runs here, one piece at a time. */
  readonly net = new Lane()
  readonly #found = new Map<AlarmKind, Set<string>>()
  readonly #arrivals = new Set<(bodies: readonly B[]) => void>()
  readonly #watchers = new Set<(state: VaultState) => void>()
  #state: VaultState = { waiting: 0, online: true, alarm: null, problem: null }
  #seen: { cursor: number; records: number; revSum: number } = { cursor: 0, records: 0, revSum: 0 }
  #savedMark = ''

  constructor(parts: { wire: Wire; shelf: Shelf; clock: Clock; merge: Merge<B>; ring: KeyRing }) {
    this.wire = parts.wire
    this.shelf = parts.shelf
    this.clock = parts.clock
    this.merge = parts.merge
    this.ring = parts.ring
  }

  get owner(): string {
    return this.ring.owner
  }

  /** The keys that seal. */
  get keys(): EpochKeys {
    return this.ring.of.get(this.ring.epoch) as EpochKeys
  }

  /** The present month, the only date of a row that is not sealed. */
  month(): string {
    return this.clock.now().toString().slice(0, 7)
  }

  // ——— what others hear ———

  get state(): VaultState {
    return this.#state
  }

  update(part: { waiting?: number; online?: boolean; alarm?: Alarm | null; problem?: AppError | null }): void {
    const next = { ...this.#state, ...part }
    const now = this.#state
    if (next.waiting === now.waiting && next.online === now.online && next.alarm === now.alarm && next.problem === now.problem) return
    this.#state = next
    for (const watcher of this.#watchers) watcher(next)
  }

  onState(watcher: (state: VaultState) => void): () => void {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  onArrive(listener: (bodies: readonly B[]) => void): () => void {
    this.#arrivals.add(listener)
    return () => this.#arrivals.delete(listener)
  }

  announce(bodies: readonly B[]): void {
    if (bodies.length > 0) for (const listener of this.#arrivals) listener(bodies)
  }

  // ——— alarms and the high-water mark ———

  get alarmed(): boolean {
    return this.#found.size > 0
  }

  /** Whether something is wrong beyond rows of a newer version, which an honest server has too. */
  get distrusts(): boolean {
    return [...this.#found.keys()].some((kind) => kind !== 'needs-newer-app')
  }

  /** Whether the key itself is in doubt, so that nothing may be sent. */
  get stopped(): boolean {
    return stopsSending(this.#found)
  }

  raise(kind: AlarmKind, ids: Iterable<string> = []): void {
    const known = this.#found.get(kind)
    const all = known ?? new Set<string>()
    const before = all.size
    for (const id of ids) all.add(id)
    if (known !== undefined && all.size === before) return
    this.#found.set(kind, all)
    this.update({ alarm: alarmOf(this.#found, this.clock, this.#state.alarm?.seen ?? null) })
  }

  /** Compares what is known now with the most this device has ever seen. */
  compareWithMark(totals: Totals): void {
    if (totals.records < this.#seen.records) this.raise('missing')
    else if (totals.revSum < this.#seen.revSum) this.raise('rolled-back')
  }

  /** The lowest cursor that an honest server can name. */
  get seenCursor(): number {
    return this.#seen.cursor
  }

  /** Somebody decided: what is known now is the new mark, and nothing is wrong any more. */
  calm(): void {
    this.#found.clear()
    this.#seen = { cursor: 0, records: 0, revSum: 0 }
    this.update({ alarm: null })
  }

  /** Writes the mark when it says something new. While something is wrong it stays where it was. */
  async saveMark(): Promise<void> {
    if (!this.alarmed) this.#seen = { cursor: this.cursor, ...this.ledger.totals }
    const mark: Mark = {
      ...this.#seen,
      lowest: this.lowest,
      found: [...this.#found].map(([kind, ids]) => [kind, [...ids].slice(0, 1000)]),
      alarm: this.#state.alarm,
      ignored: this.ignored,
    }
    const text = JSON.stringify([this.ring.epoch, mark])
    if (text === this.#savedMark || this.#found.has('wrong-key')) return
    await this.shelf.saveMark({ epoch: this.ring.epoch, sealed: await sealMark(mark, this.keys, this.owner) })
    this.#savedMark = text
  }

  /** Reads the mark at opening. One that does not open means that the key was exchanged. */
  async readMark(): Promise<void> {
    const kept = await this.shelf.mark()
    if (kept === null) return
    const mark = await openMark(kept, this.ring)
    if (mark === null) {
      this.raise('wrong-key')
      return
    }
    this.#seen = { cursor: mark.cursor, records: mark.records, revSum: mark.revSum }
    this.lowest = mark.lowest
    this.ignored = { ...mark.ignored }
    for (const [kind, ids] of mark.found) {
      // The new key that was missing then is the one that opens the book now.
      if (kind !== 'new-key' || this.ring.epoch <= kept.epoch) this.#found.set(kind, new Set(ids))
    }
    if (mark.alarm !== null) this.update({ alarm: alarmOf(this.#found, this.clock, mark.alarm.seen) })
    if (kept.epoch > this.ring.epoch) this.raise('rolled-back')
  }
}
