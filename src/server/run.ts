import { openBrowser } from './browser.ts'
import { readConfig } from './config.ts'
import { type House, openHouse } from './house.ts'
import { say } from './say.ts'

/** How long an orderly end may take before the process ends anyway, in milliseconds. */
const PATIENCE = 20_000
/** Signals closer together than this are one: a terminal and npm each pass Ctrl-C on. */
const ONE_SIGNAL = 700

/**
 * Runs the server until it is asked to end.
 *
 * @returns the exit code: 0 after an orderly end, 1 when it could not start
 */
export async function runServer(env: Readonly<Record<string, string | undefined>> = process.env): Promise<number> {
  const asked = stopSignal(env)
  let house: House
  try {
    const config = readConfig(env)
    house = await openHouse(config, { note: true, wait: 10_000 })
    if (!asked.aborted) {
      const link = await house.openLink()
      process.stdout.write(`Kith is ready: ${link}\n`)
      if (config.open) void openBrowser(link)
    }
  } catch (error) {
    say(error)
    return 1
  }
  await new Promise<void>((done) => {
    if (asked.aborted) done()
    else asked.addEventListener('abort', () => done(), { once: true })
  })
  setTimeout(() => process.exit(1), PATIENCE).unref()
  await house.close()
  return 0
}

/**
 * Aborts when the server is asked to end: by a signal, or because the npm or shell that started it
 * is gone (a shell in between does not always pass signals on). A second signal ends at once.
 */
function stopSignal(env: Readonly<Record<string, string | undefined>>): AbortSignal {
  const stop = new AbortController()
  let first = Number.POSITIVE_INFINITY
  const onSignal = (): void => {
    const now = performance.now()
    if (stop.signal.aborted && now - first > ONE_SIGNAL) process.exit(130)
    first = Math.min(first, now)
    stop.abort()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  if (env['npm_lifecycle_event'] !== undefined || env['KITH_LAUNCHED'] !== undefined) {
    const parent = process.ppid
    setInterval(() => {
      if (process.ppid !== parent) stop.abort()
    }, 250).unref()
  }
  return stop.signal
}
