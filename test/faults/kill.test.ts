/**
 * Server, database, or both are killed with SIGKILL while moments are written. Acknowledgements are
 * noted here, outside of what is killed. Each acknowledged moment must be there at the next start,
 * which works by itself, and of writes that belong together all or none.
 *
 * 200 kills by default; the release size of 10,000 runs with
 * `KITH_CAMPAIGN=release npx vitest run test/faults/kill.test.ts`.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { seeded } from '../../src/kernel/random.ts'
import { addDays } from '../../src/kernel/time.ts'
import type { SealedRow, Write } from '../../src/vault/contract.ts'
import { memoryShelf, newBoard } from '../../src/vault/shelf-memory.ts'
import { unlockHere } from '../../src/vault/unlock.ts'
import { openVault } from '../../src/vault/vault.ts'
import { httpWire, type Wire } from '../../src/vault/wire.ts'
import { openStage } from '../stage/kith.ts'

const KILLS = process.env['KITH_CAMPAIGN'] === 'release' ? 10_000 : 200
const random = seeded('kill')

interface Body {
  readonly id: string
  readonly kind: 'moment'
  readonly text: string
}

const stage = await openStage()
afterAll(() => stage.end())

/** What the server said it has taken, with what was taken; noted before anything else happens. */
const acknowledged = new Map<string, Write>()
/** Sets of writes that were sent to be taken together. */
const pairs: (readonly [Write, Write])[] = []

const note = (): { pid: number; base: string; token: string } => JSON.parse(readFileSync(join(stage.data, 'run.json'), 'utf8'))
const databasePid = (): number => Number(readFileSync(join(stage.data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

const wireNow = (): Wire => {
  const { base, token } = note()
  return httpWire({ base, bearer: token, patience: 5_000 })
}

/** A wire that notes each acknowledgement as it arrives. */
const noting = (wire: Wire): Wire => ({
  ...wire,
  async put(request) {
    const answer = await wire.put(request)
    for (const [at, result] of answer.results.entries()) if (result.taken) acknowledged.set(result.id, request.writes[at] as Write)
    return answer
  },
})

async function allRows(wire: Wire): Promise<Map<string, SealedRow>> {
  const rows = new Map<string, SealedRow>()
  for (let since = 0, more = true; more; ) {
    const page = await wire.changes({ since, limit: 1000 })
    for (const row of page.rows) rows.set(row.id, row)
    since = page.cursor
    more = page.more
  }
  return rows
}

async function serving(): Promise<Wire> {
  for (let tries = 0; ; tries++) {
    try {
      const wire = wireNow()
      await wire.head()
      return wire
    } catch (error) {
      if (tries > 200) throw new Error(`no answer; exit ${stage.process?.exitCode}; it printed: ${stage.output()}`, { cause: error })
      await sleep(50)
    }
  }
}

const opaque = (id: string): Write => ({ id, epoch: 1, rev: 1, envelope: JSON.stringify({ sealed: random.next() }), month: '2026-11' })

/** Writes moments one after another and pairs of rows together until nobody answers. */
async function write(wire: Wire, ring: Parameters<typeof openVault>[0]['key']): Promise<void> {
  const vault = openVault<Body>({
    wire: noting(wire),
    shelf: memoryShelf(newBoard()),
    key: ring,
    merge: (_base, mine) => mine,
    background: false,
  })
  for (let n = 0; n < 400; n++) {
    const bodies = Array.from(
      { length: 1 + random.below(3) },
      (): Body => ({ id: newId(), kind: 'moment', text: `Lunch ${n} on ${addDays('2026-11-01', n % 20)}` }),
    )
    await vault.keep(bodies)
    await vault.flush()
    const pair = [opaque(newId()), opaque(newId())] as const
    pairs.push(pair)
    try {
      await noting(wire).put({ writes: [...pair], together: true })
    } catch {
      break
    }
  }
  await vault.close()
}

test(`after ${KILLS} kills each acknowledged moment is there and nothing is half done`, async () => {
  await stage.start()
  const opened = await unlockHere(await serving())
  if (opened.is !== 'open') throw new Error('the book of a fresh stage is not open')
  const { ring } = opened
  const killed = { server: 0, database: 0, both: 0 }

  for (let kill = 0; kill < KILLS; kill++) {
    const wire = await serving()
    const writing = write(wire, ring)
    await sleep(5 + random.below(60))
    const who = random.pick(['server', 'database', 'both'] as const)
    killed[who] += 1
    if (who !== 'server') process.kill(databasePid(), 'SIGKILL')
    if (who !== 'database') await stage.kill()
    await writing
    if (who !== 'database') await stage.start()
    const rows = await allRows(await serving())
    for (const [id, written] of acknowledged) {
      const row = rows.get(id)
      if (row === undefined || row.envelope !== written.envelope) expect.fail(`kill ${kill} (${who}): an acknowledged write is missing`)
    }
    for (const [one, other] of pairs) {
      if (rows.has(one.id) !== rows.has(other.id)) expect.fail(`kill ${kill} (${who}): half of two writes that belong together is there`)
    }
  }

  expect(killed.server + killed.database + killed.both).toBe(KILLS)
  expect(acknowledged.size).toBeGreaterThan(KILLS)
  expect(Math.min(killed.server, killed.database, killed.both)).toBeGreaterThan(KILLS / 6)
  expect(await stage.stop()).toBe(0)
})
