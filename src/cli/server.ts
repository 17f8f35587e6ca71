import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../kernel/errors.ts'
import { readConfig } from '../server/config.ts'
import { openHouse } from '../server/house.ts'
import { answering } from '../server/run-note.ts'

/** How to speak to a server: its address without a slash at the end, and the owner's bearer token. */
export interface Call {
  readonly base: string
  readonly token: string
}

/** How long to wait for another command that holds the data, in milliseconds. */
const PATIENCE = 20_000

/**
 * Does some work with a server: the running one, or else one of its own on a free port of this
 * computer, which ends with the work.
 *
 * @throws AppError with one sentence when neither is possible
 */
export async function withServer<T>(work: (call: Call) => Promise<T>): Promise<T> {
  const config = readConfig(process.env)
  const until = performance.now() + PATIENCE
  for (;;) {
    const running = await answering(config.data)
    if (running !== null) return await work({ base: running.base, token: running.token })
    try {
      return await alone(config, work)
    } catch (error) {
      // Another command, or a server on its way up, holds the data: the next look finds one or the other.
      if (!(error instanceof AppError && error.code === 'already-running') || performance.now() > until) throw error
      await sleep(100)
    }
  }
}

async function alone<T>(config: ReturnType<typeof readConfig>, work: (call: Call) => Promise<T>): Promise<T> {
  const house = await openHouse({ ...config, port: 0, publicUrl: undefined, open: false }, { note: false, wait: 500 })
  try {
    return await work({ base: house.base, token: house.token })
  } finally {
    await house.close()
  }
}
