/**
 * A full disk: writes are refused with a clear 507, reads go on, and once there is room writes go on
 * too. What was acknowledged before is there afterwards.
 *
 * 20 times by default; the release size of 500 runs with
 * `KITH_CAMPAIGN=release npx vitest run test/faults/disk.test.ts`. Needs root and Linux, to make a small disk.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { openStage } from '../stage/kith.ts'

const TIMES = process.env['KITH_CAMPAIGN'] === 'release' ? 500 : 20
// Only root of a Linux may make a disk of its own; for others there is no small disk to fill.
test.skipIf(process.getuid?.() !== 0 || process.platform !== 'linux')(
  `a disk that fills up ${TIMES} times loses nothing and stops nothing`,
  async (context) => {
    const disk = mkdtempSync(join(tmpdir(), 'kith-disk-'))
    chmodSync(disk, 0o711)
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=700m,mode=0711', 'tmpfs', disk]).status === 0
    const stage = await openStage()
    onTestFinished(async () => {
      await stage.end()
      if (mounted) spawnSync('umount', [disk])
      rmSync(disk, { recursive: true, force: true })
    })
    if (!mounted) context.skip('this machine does not let even root mount a small disk')
    const data = join(disk, 'data')
    await stage.start({ KITH_DATA: data })
    const { base, token } = JSON.parse(readFileSync(join(data, 'run.json'), 'utf8')) as { base: string; token: string }
    const call = (method: string, path: string, body?: unknown): Promise<Response> =>
      fetch(`${base}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
    const taken: string[] = []
    const write = async (): Promise<Response> => {
      const id = newId()
      const answer = await call('PUT', '/api/vault/records', {
        writes: [{ id, epoch: 1, rev: 1, envelope: JSON.stringify({ sealed: id }), month: '2026-11' }],
      })
      const text = await answer.clone().text()
      if (answer.ok && text.includes('"taken":true')) taken.push(id)
      return answer
    }
    const slot = {
      slot: newId(),
      kind: 'code',
      kdf: { name: 'hkdf' },
      salt: 'AAAA',
      made: '2026-11-24',
      epoch: 1,
      commitment: 'AAAA',
      wrapped: 'AAAA',
    }
    expect((await call('PUT', '/api/vault/slots', { slot, proof: null, first: true })).ok).toBe(true)
    const filler = join(disk, 'filler')

    for (let n = 0; n < TIMES; n++) {
      expect((await write()).status).toBe(200)
      const { bavail, bsize } = statfsSync(disk)
      // Sometimes to the last byte, sometimes with a little left.
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - (n % 3) * 4 * 1024 * 1024)))
      await sleep(1_100)
      const refused = await write()
      expect(refused.status).toBe(507)
      expect(refused.headers.get('content-type')).toContain('application/problem+json')
      expect(await refused.text()).toMatch(/disk/i)
      expect((await call('GET', '/api/vault/changes?since=0&limit=1000')).status).toBe(200)
      rmSync(filler)
      await sleep(1_100)
    }
    expect((await write()).status).toBe(200)
    const rows = await (await call('GET', '/api/vault/changes?since=0&limit=1000')).text()
    for (const id of taken) expect(rows).toContain(id)
    expect(taken).toHaveLength(TIMES + 1)
    expect(await stage.stop()).toBe(0)
  },
)
