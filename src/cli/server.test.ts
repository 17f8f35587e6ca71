import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readConfig } from '../server/config.ts'
import { openHouse } from '../server/house.ts'
import { type Call, withServer } from './server.ts'

const place = mkdtempSync(join(tmpdir(), 'kith-cli-'))
const data = join(place, 'data')

beforeAll(() => {
  chmodSync(place, 0o711)
  for (const [name, value] of Object.entries({ KITH_DATA: data, KITH_CONFIG: join(place, 'config'), KITH_PORT: '0', KITH_OPEN: '0' }))
    vi.stubEnv(name, value)
})

afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(place, { recursive: true, force: true })
})

const owner = async ({ base, token }: Call): Promise<string> => {
  const answer = await fetch(`${base}/api/session`, { headers: { authorization: `Bearer ${token}` } })
  return ((await answer.json()) as { owner: string }).owner
}

test('without a running server a command runs its own and leaves nothing running', async () => {
  const seen: Call[] = []
  const first = await withServer(async (call) => {
    seen.push(call)
    return await owner(call)
  })
  expect(first).toMatch(/^[0-9a-f-]{36}$/)
  await expect(fetch(`${seen[0]?.base}/healthz`)).rejects.toThrow()
  expect(existsSync(join(data, 'postgres', 'postmaster.pid'))).toBe(false)
  expect(existsSync(join(data, 'run.json'))).toBe(false)
})

test('with a running server a command uses it', async () => {
  const house = await openHouse(readConfig(process.env), { note: true, wait: 0 })
  const base = await withServer(async (call) => call.base)
  expect(base).toBe(house.base)
  await house.close()
})

test('two commands at once take turns', async () => {
  const owners = await Promise.all([withServer(owner), withServer(owner), withServer(owner)])
  expect(new Set(owners).size).toBe(1)
})

test('an error of the work reaches the caller after everything is closed', async () => {
  const failing = withServer(async () => {
    throw new Error('the work failed')
  })
  await expect(failing).rejects.toThrow('the work failed')
  expect(existsSync(join(data, 'postgres', 'postmaster.pid'))).toBe(false)
})
