import * as z from 'zod/mini'
import { AppError } from '../kernel/errors.ts'
import type { App } from './routes.ts'

const Reports = z.object({ reports: z.int(), directives: z.record(z.string(), z.int()) })

const directiveOf = (body: unknown): string => {
  const of = (value: unknown, key: string): unknown =>
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
  const report = of(body, 'csp-report')
  const name = String(of(report, 'effective-directive') ?? of(report, 'violated-directive') ?? '').split(' ', 1)[0] ?? ''
  return /^[a-z-]{1,40}$/.test(name) ? name : 'unknown'
}

/**
 * Counts what the browser blocked. Only the name of the directive is kept: the rest of a report
 * may carry what was on the page.
 */
export function addCspReports(app: App): void {
  const counts = new Map<string, number>()
  app.addContentTypeParser(['application/csp-report'], { parseAs: 'string', bodyLimit: 16_384 }, (_request, body, done) => {
    try {
      done(null, JSON.parse(String(body)))
    } catch {
      done(
        new AppError('not-understood', {
          what: 'This report was not understood.',
          why: 'It is not JSON.',
          next: 'Nothing needs to be done.',
          status: 400,
        }),
      )
    }
  })
  app.route({
    method: 'POST',
    url: '/api/csp-report',
    config: { who: 'anyone', rateLimit: { max: 120, timeWindow: 60_000 } },
    bodyLimit: 16_384,
    schema: { summary: 'A report of the browser about something it blocked', body: z.unknown(), response: { 204: z.null() } },
    handler: async (request, reply) => {
      const directive = directiveOf(request.body)
      if (counts.size < 50 || counts.has(directive)) counts.set(directive, (counts.get(directive) ?? 0) + 1)
      return reply.code(204).send(null)
    },
  })
  app.route({
    method: 'GET',
    url: '/api/csp-report',
    config: { who: 'owner' },
    schema: { summary: 'How often the browser blocked something, by directive', response: { 200: Reports } },
    handler: async () => ({ reports: [...counts.values()].reduce((sum, count) => sum + count, 0), directives: Object.fromEntries(counts) }),
  })
}
