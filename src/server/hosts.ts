import type { FastifyInstance } from 'fastify'
import { AppError } from '../kernel/errors.ts'

/** The names under which a server on this port may be addressed. */
export function allowedHosts(port: number, publicUrl: string | undefined): ReadonlySet<string> {
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`])
  if (publicUrl !== undefined) hosts.add(new URL(publicUrl).host)
  return hosts
}

const elsewhere = (why: string): AppError =>
  new AppError('from-elsewhere', { what: 'This request was not accepted.', why, next: 'Open Kith by its own address.', status: 403 })

/** A report of the browser about a blocked script names no session and changes nothing. */
const reports = '/api/csp-report'

/**
 * Stops DNS rebinding (a foreign name that resolves to this machine) by the Host header, and
 * requests that another site sends through this browser by `Sec-Fetch-Site` and `Origin`.
 *
 * @param hosts asked at each request, because the port may be known only after listening
 */
export function guardOrigin(app: FastifyInstance, hosts: () => ReadonlySet<string>): void {
  app.addHook('onRequest', async (request) => {
    const allowed = hosts()
    const host = request.headers.host?.toLowerCase() ?? ''
    if (!allowed.has(host)) {
      throw new AppError('wrong-host', {
        what: 'This request was not accepted.',
        why: 'It was addressed to a name under which this Kith is not known.',
        next: 'Open Kith by the address it printed, or set KITH_PUBLIC_URL.',
        status: 421,
      })
    }
    const reading = request.method === 'GET' || request.method === 'HEAD'
    const path = request.url.split('?', 1)[0] ?? ''
    if (reading && !path.startsWith('/api/')) return
    if (path === reports) return
    const site = request.headers['sec-fetch-site']
    if (site === 'cross-site' || site === 'same-site' || (site === 'none' && !reading)) throw elsewhere('Another page asked for it.')
    // Only the browser itself can write this header, and Origin is "null" under our referrer policy in some cases.
    if (site === 'same-origin') return
    const origin = request.headers.origin
    if (origin !== undefined && !(URL.canParse(origin) && allowed.has(new URL(origin).host))) throw elsewhere('Another page asked for it.')
  })
}
