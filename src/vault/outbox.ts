import { AppError } from '../kernel/errors.ts'
import { bytesOf, textOf } from './bytes.ts'
import { LARGEST_ENVELOPE } from './contract.ts'
import type { Device } from './device.ts'
import { Lane } from './lane.ts'
import { readPayload, recordBytes, sameJson } from './record.ts'
import { paddedLength, seal, sealBytes, tagOf, unseal, unsealBytes } from './seal.ts'
import type { NewWaiting, Waiting } from './shelf.ts'
import type { Body } from './terms.ts'

/** A write that waits, with what is in it. `base` is the body it was made from. */
export interface Held<B extends Body> {
  readonly write: Waiting
  readonly body: B
  readonly base: B | undefined
}

interface Wish<B extends Body> {
  readonly body: B
  /** What the book had under this id when it made the body. */
  readonly base: B | undefined
}

interface Draft<B extends Body> {
  readonly id: string
  readonly rev: number
  readonly after: number
  readonly body: B
  readonly base: B | undefined
}

const add = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

/**
 * The outbox: bodies that the book kept, sealed and durable, until the server has them. It is shared
 * by all tabs of a device. Every change of it runs in one lane, without waiting for the network.
 */
export class Outbox<B extends Body> {
  readonly #device: Device<B>
  readonly #lane = new Lane()
  /** Kept by the book and not yet durable, by id in order. */
  readonly #wishes = new Map<string, Wish<B>[]>()
  /** Durable, by id in order. */
  readonly #held = new Map<string, Held<B>[]>()
  /** Ids that the server refuses without a reason that can be resolved, with the revision then known. */
  readonly #blocked = new Map<string, number>()

  constructor(device: Device<B>) {
    this.#device = device
  }

  /** What the book has under an id: the newest of what waits, else what the server has. */
  current(id: string): B | undefined {
    return this.#wishes.get(id)?.at(-1)?.body ?? this.#held.get(id)?.at(-1)?.body ?? this.#device.ledger.body(id)
  }

  /** Whether something waits under an id. */
  waitsFor = (id: string): boolean => this.#wishes.has(id) || this.#held.has(id)

  get size(): number {
    let size = 0
    for (const list of this.#held.values()) size += list.length
    return size
  }

  /** The newest waiting body of each id. */
  newest(): Map<string, B> {
    return new Map([...this.#held].map(([id, list]) => [id, (list.at(-1) as Held<B>).body]))
  }

  /** Seals bodies and resolves when they are durable. */
  keep(bodies: readonly B[]): Promise<void> {
    for (const body of bodies) checkSize(body)
    const wishes = bodies.map((body) => {
      const wish: Wish<B> = { body, base: this.current(body.id) }
      add(this.#wishes, body.id, wish)
      return wish
    })
    return this.#lane.run(() => this.#grant(wishes))
  }

  async #grant(wishes: readonly Wish<B>[]): Promise<void> {
    const drafts: Draft<B>[] = []
    const last = new Map<string, { rev: number; body: B | undefined }>()
    const merged: B[] = []
    for (const { body: wished, base } of wishes) {
      const id = wished.id
      const before = last.get(id) ?? this.#before(id)
      // Something came between what the book saw and this: neither may be lost.
      const body = before.body !== undefined && before.body !== base ? this.#device.merge(base, wished, before.body) : wished
      if (body !== wished) merged.push(body)
      drafts.push({ id, rev: before.rev + 1, after: before.rev, body, base: before.body })
      last.set(id, { rev: before.rev + 1, body })
    }
    try {
      await this.#exchange([], drafts)
    } finally {
      for (const wish of wishes) this.#drop(wish)
    }
    this.#tell(merged)
  }

  #before(id: string): { rev: number; body: B | undefined } {
    const held = this.#held.get(id)?.at(-1)
    if (held !== undefined) return { rev: held.write.rev, body: held.body }
    return { rev: this.#device.ledger.get(id)?.rev ?? 0, body: this.#device.ledger.body(id) }
  }

  #drop(wish: Wish<B>): void {
    const id = wish.body.id
    const rest = (this.#wishes.get(id) ?? []).filter((one) => one !== wish)
    if (rest.length === 0) this.#wishes.delete(id)
    else this.#wishes.set(id, rest)
  }

  /** Tells the book what became of ids that it is not writing at this very moment. */
  #tell(bodies: readonly B[]): void {
    this.#device.announce(bodies.filter(({ id }) => !this.#wishes.has(id)))
  }

  async #exchange(remove: readonly Held<B>[], drafts: readonly Draft<B>[]): Promise<void> {
    const sealed = await Promise.all(drafts.map((draft) => this.#seal(draft)))
    let placed: readonly Waiting[]
    try {
      placed = await this.#device.shelf.exchange(
        remove.map(({ write }) => write.n),
        sealed,
      )
    } catch {
      throw new AppError('device-full', {
        what: 'This device could not keep what you wrote.',
        why: 'Its storage is full or the browser refused it.',
        next: 'Leave this page open, make room, and try again.',
        status: 507,
      })
    }
    for (const { write } of remove) this.#forget(write.id, write.n)
    for (const [i, write] of placed.entries()) {
      const { body, base } = drafts[i] as Draft<B>
      add(this.#held, write.id, { write, body, base })
    }
    this.#device.update({ waiting: this.size })
    this.#device.shelf.tell('outbox')
  }

  #forget(id: string, n: number): void {
    const rest = (this.#held.get(id) ?? []).filter(({ write }) => write.n !== n)
    if (rest.length === 0) this.#held.delete(id)
    else this.#held.set(id, rest)
  }

  async #seal({ id, rev, after, body, base }: Draft<B>): Promise<NewWaiting> {
    const { keys, owner } = this.#device
    const envelope = await seal(keys.rows, { owner, id, epoch: keys.epoch, rev }, recordBytes(body))
    const sealedBase =
      base === undefined ? null : await sealBytes(keys.shelf, ['base', owner, id, keys.epoch, rev], bytesOf(JSON.stringify(base)))
    return { id, epoch: keys.epoch, rev, after, envelope, month: this.#device.month(), base: sealedBase }
  }

  /**
   * The next writes to send, in order, without those that cannot be decided here. Of each id only the
   * first: the next one stands on it, and may only go when the server has it.
   */
  next(most: number, bytes: number): Held<B>[] {
    const all: Held<B>[] = []
    for (const [id, list] of this.#held) {
      const entry = this.#device.ledger.get(id)
      if (entry?.is === 'odd') continue
      const blockedAt = this.#blocked.get(id)
      if (blockedAt !== undefined && blockedAt === (entry?.rev ?? 0)) continue
      all.push(list[0] as Held<B>)
    }
    all.sort((a, b) => a.write.n - b.write.n)
    const batch: Held<B>[] = []
    let sum = 0
    for (const held of all) {
      sum += held.write.envelope.length
      if (batch.length === most || (batch.length > 0 && sum > bytes)) break
      batch.push(held)
    }
    return batch
  }

  /** The server has these: they leave the outbox, and the ledger knows them. */
  taken(list: readonly Held<B>[]): Promise<void> {
    return this.#lane.run(async () => {
      for (const { write, body } of list) {
        const known = this.#device.ledger.get(write.id)
        if (known !== undefined && known.rev >= write.rev) continue
        this.#device.ledger.set(write.id, { is: 'plain', rev: write.rev, epoch: write.epoch, tag: tagOf(write.envelope), body })
      }
      await this.#exchange(list, [])
    })
  }

  /**
   * Resolves ids that the server refused, after its changes were fetched: what waits is merged with
   * what is there and waits as one write. Gives the ids for which the server has nothing newer: it
   * lost or rolled back what it once took.
   */
  resolve(ids: Iterable<string>): Promise<string[]> {
    return this.#lane.run(async () => {
      const stuck: string[] = []
      for (const id of new Set(ids)) {
        const list = this.#held.get(id)
        const theirs = this.#device.ledger.get(id)
        if (list === undefined || list.length === 0) continue
        const own = list.findIndex(
          ({ write }) => theirs?.is === 'plain' && write.rev === theirs.rev && tagOf(write.envelope) === theirs.tag,
        )
        if (own >= 0) {
          await this.#exchange(list.slice(0, own + 1), [])
          continue
        }
        const first = list[0] as Held<B>
        const body = this.#device.ledger.body(id)
        if (theirs === undefined || theirs.is === 'odd' || body === undefined || theirs.rev <= first.write.after) {
          this.#blocked.set(id, theirs?.rev ?? 0)
          stuck.push(id)
          continue
        }
        await this.#mergeInto(id, list, theirs.rev, body)
      }
      return stuck
    })
  }

  async #mergeInto(id: string, list: readonly Held<B>[], rev: number, theirs: B): Promise<void> {
    const mine = (list.at(-1) as Held<B>).body
    const merged = this.#fold(list, theirs)
    if (sameJson(merged, theirs)) await this.#exchange(list, [])
    else await this.#exchange(list, [{ id, rev: rev + 1, after: rev, body: merged, base: theirs }])
    if (!sameJson(merged, mine)) this.#tell([sameJson(merged, theirs) ? theirs : merged])
  }

  /** Every waiting change of one id, one after the other, on top of a body. Those that were made one on the other count as one. */
  #fold(list: readonly Held<B>[], on: B): B {
    let result = on
    let base: B | undefined = list[0]?.base
    for (const [i, { body }] of list.entries()) {
      const next = list[i + 1]
      if (next !== undefined && sameJson(next.base, body)) continue
      result = this.#device.merge(base, body, result)
      base = next?.base
    }
    return result
  }

  /** Joins what two tabs wrote under one id without seeing each other. Runs while no other tab sends. */
  join(): Promise<void> {
    return this.#lane.run(async () => {
      for (const [id, list] of [...this.#held]) {
        const first = list[0] as Held<B>
        if (list.every(({ base }, i) => i === 0 || sameJson(base, list[i - 1]?.body))) continue
        const body = this.#fold(list.slice(1), first.body)
        await this.#exchange(list.slice(1), [{ id, rev: first.write.rev + 1, after: first.write.rev, body, base: first.body }])
        this.#tell([body])
      }
    })
  }

  /** Reads what other tabs of this device put in or took out. Gives the ids whose writes do not open. */
  refresh(quietly = false): Promise<string[]> {
    return this.#lane.run(async () => {
      const there = await this.#device.shelf.outbox()
      const places = new Set(there.map(({ n }) => n))
      const known = new Set<number>()
      for (const [id, list] of this.#held) {
        for (const { write } of list) {
          if (places.has(write.n)) known.add(write.n)
          else this.#forget(id, write.n)
        }
      }
      const fresh = new Set<string>()
      const closed: string[] = []
      for (const write of there) {
        if (known.has(write.n)) continue
        const held = await this.#open(write)
        if (held === null) {
          closed.push(write.id)
          continue
        }
        add(this.#held, write.id, held)
        fresh.add(write.id)
      }
      this.#device.update({ waiting: this.size })
      const newest = this.newest()
      if (!quietly) this.#tell([...fresh].map((id) => newest.get(id)).filter((body) => body !== undefined))
      return closed
    })
  }

  async #open(write: Waiting): Promise<Held<B> | null> {
    const { ring, owner } = this.#device
    const keys = ring.of.get(write.epoch)
    if (keys === undefined) return null
    const opened = await unseal(keys.rows, { owner, id: write.id, epoch: write.epoch, rev: write.rev }, write.envelope)
    const payload = opened.ok ? readPayload<B>(write.id, opened.bytes) : null
    if (payload?.kind !== 'record') return null
    const base = write.base === null ? null : await unsealBytes(keys.shelf, ['base', owner, write.id, write.epoch, write.rev], write.base)
    return { write, body: payload.body, base: base === null ? undefined : (JSON.parse(textOf(base)) as B) }
  }

  /** Seals what waits again under the present epoch. */
  sealAnew(): Promise<void> {
    return this.#lane.run(async () => {
      for (const [id, list] of [...this.#held]) {
        if (list.every(({ write }) => write.epoch === this.#device.ring.epoch)) continue
        await this.#exchange(
          list,
          list.map(({ write, body, base }) => ({ id, rev: write.rev, after: write.after, body, base })),
        )
      }
    })
  }

  /** Somebody decided about the alarm: what was refused may be tried again, on what the ledger now says. */
  rebase(): Promise<void> {
    return this.#lane.run(async () => {
      this.#blocked.clear()
      for (const [id, list] of [...this.#held]) {
        const first = list[0] as Held<B>
        const entry = this.#device.ledger.get(id)
        const rev = entry?.rev ?? 0
        if (rev === first.write.after) continue
        const theirs = this.#device.ledger.body(id)
        const mine = (list.at(-1) as Held<B>).body
        const body = theirs === undefined ? mine : this.#fold(list, theirs)
        await this.#exchange(list, [{ id, rev: Math.max(rev, first.write.after) + 1, after: rev, body, base: theirs }])
        if (body !== mine) this.#tell([body])
      }
    })
  }

  /** Resolves when all that was kept so far is durable. */
  rest(): Promise<void> {
    return this.#lane.rest()
  }
}

function checkSize(body: Body): void {
  const plain = bytesOf(JSON.stringify(body)).length
  if ((paddedLength(plain + 16) * 4) / 3 + 512 <= LARGEST_ENVELOPE) return
  throw new AppError('too-large', {
    what: 'This entry is too large to keep.',
    why: 'A single entry of the book may hold about three million characters.',
    next: 'Split it, or shorten its text.',
    status: 413,
  })
}
