import { AppError } from '../kernel/errors.ts'
import { OpenLink } from '../server/auth/contract.ts'
import { openBrowser } from '../server/browser.ts'
import { readConfig } from '../server/config.ts'
import { Problem } from '../server/problem.ts'
import { answering } from '../server/run-note.ts'

export const about = 'print a fresh link to the running Kith, and open it'

/** Asks the running server for a link that signs in once. */
export async function run(_args: string[]): Promise<number> {
  const config = readConfig(process.env)
  const running = await answering(config.data)
  if (running === null) {
    throw new AppError('not-running', {
      what: 'Kith is not running.',
      why: 'No server answers for this data directory.',
      next: 'Start it with "kith start" or "npm start".',
    })
  }
  const answer = await fetch(`${running.base}/api/open`, { method: 'POST', headers: { authorization: `Bearer ${running.token}` } })
  if (!answer.ok) {
    const { title, detail, next } = Problem.parse(await answer.json())
    throw new AppError('no-link', { what: title, why: detail, next })
  }
  const { link } = OpenLink.parse(await answer.json())
  process.stdout.write(`${link}\n`)
  if (config.open) await openBrowser(link)
  return 0
}
