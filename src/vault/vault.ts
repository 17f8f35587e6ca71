import { AppError } from '../kernel/errors.ts'
import { type Clock, type Day, systemClock } from '../kernel/time.ts'
import { Device } from './device.ts'
import { rememberDevice } from './device-door.ts'
import { drawerOf } from './drawer.ts'
import type { KeyRing } from './keys.ts'
import { Ledger } from './ledger.ts'
import { Outbox } from './outbox.ts'
import { pack, sealOldRows } from './packing.ts'
import { settle } from './settle.ts'
import type { Shelf } from './shelf.ts'
import { doorOf, makeSlot } from './slots.ts'
import { openSnapshot, sealSnapshot } from './snapshot.ts'
import { flush, pull } from './sync.ts'
import type { Alarm, Body, Merge, Vault, VaultState } from './terms.ts'
import type { Wire } from './wire.ts'

/** What an opened vault is made of. */
export interface VaultParts<B extends Body> {
  readonly wire: Wire
  readonly shelf: Shelf
  /** The keys and the owner, as unlocking gave them. */
  readonly key: KeyRing
  readonly clock?: Clock
  /** Merges two writings of one record; both texts must survive it. */
  readonly merge: Merge<B>
  /** Which bodies may be packed into a segment: old ones that are seldom edited. */
  readonly mayPack?: (body: B) => boolean
  /** Records in one segment; 256 unless a test asks for less. */
  readonly segmentSize?: number
  /** Called for each new alarm, also for one that this device remembers from an earlier run. */
  readonly onAlarm?: (alarm: Alarm) => void
  /** Whether nobody answered at the door: what the snapshot holds is then opened at once, and changes are fetched later. */
  readonly outOfReach?: boolean
  /** Whether to send, poll and seal snapshots by itself. True unless a test or a command does it by hand. */
  readonly background?: boolean
}

const POLL = 4_000
const LONGEST_PAUSE = 60_000
/** Changes after which the snapshot is sealed anew. */
const SNAPSHOT_EVERY = 500
/** Without a server only the snapshot is read, so a book of up to this many rows seals it after each quiet while. */
const SMALL_BOOK = 5_000
const QUIET = 5_000

/** Opens a vault over its wire and its shelf. Nothing is read or sent before {@link Vault.load}. */
export function openVault<B extends Body>(parts: VaultParts<B>): Vault<B> {
  const { wire, shelf, key: ring, clock = systemClock, merge, mayPack = () => false, onAlarm, background = true } = parts
  const device = new Device<B>({ wire, shelf, clock, merge, ring })
  const outbox = new Outbox<B>(device)
  let due: Readonly<Record<Day, number>> | null = null
  let snapshotAt = 0
  let remembered = false
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let quiet: ReturnType<typeof setTimeout> | undefined
  let quietAt = 0
  let wanted = false
  let closed = false
  let wiped = false
  const stops: (() => void)[] = []

  let alarmed: Alarm | null = null
  stops.push(
    device.onState(({ alarm }) => {
      if (alarm !== null && alarm.kind !== alarmed?.kind) onAlarm?.(alarm)
      alarmed = alarm
    }),
  )

  /** Runs work with the server; what fails shows in the state and never throws. */
  const reach = async (work: () => Promise<void>): Promise<boolean> => {
    try {
      await work()
      failures = 0
      device.update({ online: true, problem: null })
      return true
    } catch (error) {
      failures += 1
      const known = error instanceof AppError ? error : deviceTrouble()
      device.update(known.code === 'offline' ? { online: false, problem: null } : { online: true, problem: known })
      // The server may have been set back to a backup: what only this device still knows must outlive the page.
      if (known.status === 401 && device.cursor > snapshotAt) await saveSnapshot().catch(() => undefined)
      return false
    }
  }

  const sendDue = async (): Promise<void> => {
    if (due === null || device.stopped) return
    const days = due
    await wire.putDue(days)
    if (due === days) due = null
  }

  const sendAll = async (): Promise<void> => {
    if (device.stopped) return
    await flush(device, outbox)
    await sendDue()
    while (!closed && (await sealOldRows(device, outbox)));
  }

  const saveSnapshot = async (): Promise<void> => {
    if (device.stopped) return
    const at = device.cursor
    const stored = await sealSnapshot(device.ledger, at, device.keys, device.owner)
    // Another tab may have wiped the device while this was sealed: nothing comes back after it.
    if (wiped) return
    await shelf.saveSnapshot(stored)
    snapshotAt = at
    await device.saveMark()
  }

  const round = async (): Promise<void> => {
    const well = await reach(async () => {
      await pull(device, outbox)
      await sendAll()
    })
    if (!well || device.cursor === snapshotAt) return
    if (device.cursor - snapshotAt >= SNAPSHOT_EVERY || snapshotAt === 0) await saveSnapshot().catch(() => undefined)
    else if (device.ledger.totals.records <= SMALL_BOOK && quietAt !== device.cursor) {
      quietAt = device.cursor
      clearTimeout(quiet)
      quiet = setTimeout(keepNews, QUIET)
    }
  }

  /** Brings the snapshot up to what is known, so that it can be read here without a server. */
  const keepNews = (): void => {
    if (closed || device.cursor === snapshotAt) return
    void device.net.run(saveSnapshot).catch(() => undefined)
  }

  const hidden = (): boolean => typeof document !== 'undefined' && document.visibilityState === 'hidden'

  const later = (): void => {
    clearTimeout(timer)
    if (closed || !background) return
    const pause = failures === 0 ? POLL : Math.min(LONGEST_PAUSE, 1000 * 2 ** Math.min(failures, 6)) * (0.75 + Math.random() / 2)
    timer = setTimeout(() => (hidden() && outbox.size === 0 ? later() : soon()), pause)
  }

  /** One round in the network lane, unless one already waits there. */
  const soon = (): void => {
    if (closed || !background || wanted) return
    wanted = true
    void device.net
      .run(async () => {
        wanted = false
        await round()
      })
      .finally(later)
      .catch(() => undefined)
  }

  const listen = (): void => {
    stops.push(
      shelf.onTold((word) => {
        if (word === 'outbox') void outbox.refresh().catch(() => undefined)
        else if (word === 'wiped') {
          wiped = true
          void vault.close()
        } else
          void device.net
            .run(async () => {
              // Fetch first: what left the outbox must be known before it is forgotten here.
              if (await reach(() => pull(device, outbox))) await outbox.refresh()
            })
            .catch(() => undefined)
      }),
    )
    if (!background || typeof addEventListener === 'undefined' || typeof document === 'undefined') return
    const wake = (): void => {
      if (hidden()) keepNews()
      else soon()
    }
    const drop = (): void => device.update({ online: false })
    addEventListener('online', wake)
    addEventListener('offline', drop)
    addEventListener('focus', wake)
    document.addEventListener('visibilitychange', wake)
    stops.push(() => {
      removeEventListener('online', wake)
      removeEventListener('offline', drop)
      removeEventListener('focus', wake)
      document.removeEventListener('visibilitychange', wake)
    })
  }

  const loadAll = async (): Promise<readonly B[]> => {
    await device.readMark()
    const stored = device.stopped ? null : await shelf.snapshot()
    if (stored !== null) {
      const ledger = new Ledger<B>()
      const cursor = await openSnapshot(stored, device.ring, ledger)
      if (cursor !== null) {
        device.ledger = ledger
        device.cursor = cursor
        snapshotAt = cursor
        remembered = true
      }
    }
    if ((await outbox.refresh(true)).length > 0) device.raise('wrong-key')
    const waits = remembered && parts.outOfReach === true
    if (waits) device.update({ online: false })
    const well = device.stopped || waits || (await reach(() => pull(device, outbox, true)))
    if (!well && !remembered && outbox.size === 0) throw device.state.problem ?? nothingHere()
    const all = device.ledger.bodies()
    for (const [id, body] of outbox.newest()) all.set(id, body)
    return [...all.values()]
  }

  const vault: Vault<B> = {
    load: async () => {
      listen()
      const bodies = await device.net.run(loadAll)
      soon()
      return bodies
    },
    keep: async (bodies) => {
      if (bodies.length === 0) return
      await outbox.keep(bodies)
      soon()
    },
    onArrive: (listener) => device.onArrive(listener),
    get state(): VaultState {
      return device.state
    },
    onState: (watcher) => device.onState(watcher),
    flush: async () => {
      await outbox.rest()
      await device.net.run(() => reach(sendAll))
    },
    pull: async () => {
      await device.net.run(() => reach(() => pull(device, outbox)))
    },
    setDue: (days) => {
      due = days
      soon()
    },
    saveSnapshot: () => device.net.run(saveSnapshot),
    drawer: drawerOf(device, () => !closed),
    pack: () =>
      device.net.run(async () => {
        let count = 0
        await reach(async () => {
          await shelf.alone(async () => {
            if (!device.stopped) count = await pack(device, outbox, mayPack, parts.segmentSize)
          })
        })
        if (count > 0) shelf.tell('sent')
        return count
      }),
    doors: async () => (await wire.slots()).slots.map(doorOf),
    addDoor: async (secret) => {
      const made = await makeSlot(secret, device.owner, device.keys, clock)
      await wire.putSlot(made)
      return doorOf(made.slot)
    },
    keepOnlyDoors: async (secrets) => {
      await outbox.rest()
      await device.net.run(async () => {
        const { turnKey } = await import('./rekey.ts')
        await turnKey(device, outbox, secrets)
        // What lies there is sealed under the key that was put away.
        await shelf.clearDrawer()
        await saveSnapshot()
      })
      soon()
    },
    rememberDevice: (doors) => rememberDevice(wire, doors, device.ring, clock),
    forgetDevice: (slot) => wire.removeSlot(slot),
    settle: async (choice) => {
      await device.net.run(async () => {
        await settle(device, outbox, choice)
        await saveSnapshot()
      })
      shelf.tell('settled')
      soon()
    },
    close: async () => {
      closed = true
      clearTimeout(timer)
      clearTimeout(quiet)
      for (const stop of stops.splice(0)) stop()
      await outbox.rest()
      await device.net.rest()
      shelf.close()
    },
    wipe: async () => {
      closed = true
      wiped = true
      clearTimeout(timer)
      clearTimeout(quiet)
      await device.net.rest()
      await outbox.rest()
      await shelf.wipe()
      shelf.tell('wiped')
      await vault.close()
    },
  }
  return vault
}

const deviceTrouble = (): AppError =>
  new AppError('device-trouble', {
    what: 'This device could not read or write what it keeps of your book.',
    why: 'Its storage was closed, perhaps by another tab with a newer version of Kith.',
    next: 'Reload the page.',
  })

const nothingHere = (): AppError =>
  new AppError('nothing-here-yet', {
    what: 'Your book cannot be opened right now.',
    why: 'This device has not seen it yet, and the server does not answer.',
    next: 'Start Kith’s server, then try again.',
    status: 503,
  })
