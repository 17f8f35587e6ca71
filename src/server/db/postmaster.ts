import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../../kernel/errors.ts'

const lockFile = (pgData: string): string => join(pgData, 'postmaster.pid')

/** The process number in `postmaster.pid`: undefined without a file, null when the file is empty or damaged. */
export function pidIn(pgData: string): number | null | undefined {
  let text: string
  try {
    text = readFileSync(lockFile(pgData), 'utf8')
  } catch {
    return undefined
  }
  const pid = Number(text.split('\n', 1)[0])
  return Number.isInteger(pid) && pid > 1 ? pid : null
}

/** Whether a process is there, whoever runs it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function commandOf(pid: number): string {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    } catch {
      return ''
    }
  }
  if (process.platform === 'win32') return 'postgres'
  return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout
}

/** Processes that work inside the directory: a killed database's helpers take a moment to leave. */
function anyoneIn(pgData: string): boolean {
  if (process.platform !== 'linux') return false
  return readdirSync('/proc').some((name) => {
    if (!/^\d+$/.test(name)) return false
    try {
      return readlinkSync(`/proc/${name}/cwd`) === pgData
    } catch {
      return false
    }
  })
}

/** Sends PostgreSQL a signal; Windows knows none, so there pg_ctl speaks for us. */
export function signalPostmaster(pid: number, signal: 'SIGINT' | 'SIGQUIT', pgCtl: string): void {
  try {
    if (process.platform === 'win32') spawnSync(pgCtl, ['kill', signal.slice(3), String(pid)], { stdio: 'ignore', windowsHide: true })
    else process.kill(pid, signal)
  } catch {
    // It has ended by itself in the meantime.
  }
}

/** Ends a database: politely (`SIGINT`, open transactions are rolled back), after `patience` ms at once (`SIGQUIT`, recovery at the next start). */
export async function endPostmaster(pid: number, pgCtl: string, patience = 15_000): Promise<boolean> {
  for (const [signal, wait] of [
    ['SIGINT', patience],
    ['SIGQUIT', 5_000],
  ] as const) {
    signalPostmaster(pid, signal, pgCtl)
    const until = performance.now() + wait
    while (performance.now() < until) {
      if (!isAlive(pid)) return true
      await sleep(15)
    }
  }
  return !isAlive(pid)
}

/**
 * Makes way for a start: a database left behind by a Kith that was killed is ended, and a lock
 * file that PostgreSQL would stumble over is removed. A stale file that names a process which is
 * gone is left alone: PostgreSQL removes it itself, after looking for survivors in shared memory.
 *
 * Call it only while holding Kith's own lock on the data directory.
 */
export async function clearTheWay(pgData: string, pgCtl: string): Promise<void> {
  const pid = pidIn(pgData)
  if (pid === undefined) return
  if (pid !== null && !isAlive(pid)) return
  const ours = pid !== null && commandOf(pid).includes(process.platform === 'win32' ? 'postgres' : pgData)
  if (pid !== null && ours) {
    if (await endPostmaster(pid, pgCtl)) return
    throw new AppError('orphan', {
      what: 'Kith cannot start its database.',
      why: `A database left over from an earlier start still runs as process ${pid} and does not end.`,
      next: 'Restart the computer, or end that process.',
    })
  }
  const until = performance.now() + 10_000
  while (anyoneIn(pgData) && performance.now() < until) await sleep(50)
  if (!anyoneIn(pgData)) rmSync(lockFile(pgData), { force: true })
}
