import { existsSync } from 'node:fs'
import { join } from 'node:path'
import staticFiles from '@fastify/static'
import * as z from 'zod/mini'
import { notFound } from './problem.ts'
import type { App } from './routes.ts'

const YEAR = 'public, max-age=31536000, immutable'

/**
 * Serves the built web client: files under `/assets/` carry a hash in their name and are kept for
 * a year, everything else is asked for again each time. Any other path that a browser opens gets
 * the page itself, which knows its own screens.
 */
export async function serveWeb(app: App, root: string | undefined): Promise<void> {
  if (root === undefined || !existsSync(join(root, 'index.html'))) return
  await app.register(staticFiles, {
    root,
    serve: false,
    cacheControl: false,
    etag: true,
    lastModified: false,
    preCompressed: true,
    setHeaders: (reply, path) => void reply.header('cache-control', path.startsWith(join(root, 'assets')) ? YEAR : 'no-cache'),
  })
  app.route({
    method: 'GET',
    url: '/*',
    config: { who: 'anyone', rateLimit: false },
    schema: { hide: true, params: z.object({ '*': z.string() }) },
    handler: async (request, reply) => {
      const path = request.params['*']
      const isPage = !path.startsWith('api/') && !path.startsWith('assets/') && !/\.[a-z0-9]+$/i.test(path)
      if (isPage) return await reply.sendFile('index.html')
      if (path.startsWith('api/') || /(^|[\\/])\.\.?([\\/]|$)/.test(path)) throw notFound()
      return await reply.sendFile(path)
    },
  })
}
