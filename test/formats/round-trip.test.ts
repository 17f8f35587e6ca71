import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { isKnownKind, kinds } from '../../src/mine/records.ts'
import { everyKind, examples } from './every-kind.ts'
import { roundTrips } from './round-trip.ts'

test('there is an example of every kind of record, well formed', () => {
  expect(Object.keys(examples).sort()).toEqual(Object.keys(kinds).sort())
  for (const [kind, records] of Object.entries(examples)) {
    expect(records.length, kind).toBeGreaterThan(0)
    for (const record of records)
      expect(isKnownKind(kind) && kinds[kind].schema.safeParse(record).success, `${kind} ${record.id}`).toBe(true)
  }
  expect(new Set(everyKind().map(({ id }) => id)).size).toBe(everyKind().length)
})

test('a book with every kind of record goes out in every form and comes back equal', async () => {
  await roundTrips()
})

const script = new URL('./round-trip.ts', import.meta.url).href

test.for(['Asia/Kathmandu', 'America/St_Johns', 'Pacific/Apia'])('the same in %s', async (zone) => {
  const code = `const { roundTrips } = await import(${JSON.stringify(script)}); await roundTrips(); console.log(new Intl.DateTimeFormat().resolvedOptions().timeZone)`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], { env: { ...process.env, TZ: zone } })
  expect(stdout.trim()).toMatch(zone === 'Asia/Kathmandu' ? /^Asia\/Kat[hm]+andu$/ : new RegExp(`^${zone}$`))
})
