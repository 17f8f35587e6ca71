import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { takeLock } from './lock.ts'

const directory = mkdtempSync(join(tmpdir(), 'kith-lock-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

test('only one holds a lock at a time, and a released one is free again', async () => {
  const path = join(directory, 'one')
  const first = await takeLock(path)
  expect(first).not.toBeNull()
  expect(await takeLock(path)).toBeNull()
  first?.release()
  const second = await takeLock(path)
  expect(second).not.toBeNull()
  second?.release()
})

test('somebody who waits gets the lock when it is released', async () => {
  const path = join(directory, 'waited')
  const first = await takeLock(path)
  const waiting = takeLock(path, 5_000)
  first?.release()
  const second = await waiting
  expect(second).not.toBeNull()
  second?.release()
})

test('the lock of a killed process is free at once, and leaves nothing behind', async () => {
  const path = join(directory, 'killed')
  const code = `import { takeLock } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'lock.ts')).href)}
    await takeLock(${JSON.stringify(path)}); console.log('held'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  expect(await takeLock(path)).toBeNull()
  child.kill('SIGKILL')
  await once(child, 'exit')
  const mine = await takeLock(path)
  expect(mine).not.toBeNull()
  mine?.release()
  expect(readdirSync(directory).filter((name) => name.startsWith('killed'))).toEqual(['killed'])
})
