import { createServer, request, type Server } from 'node:http'
import type { Stage } from './kith.ts'

/** A way in to a stage that can hand out another build of the pages, as after an update of the program. */
export interface OtherBuild {
  readonly base: string
  /** From now on the worker and the page are of another version, and these files are gone. */
  update(mark: string, gone: RegExp): void
  end(): Promise<void>
}

/** Opens the way in on a free port. Start the stage with `KITH_PUBLIC_URL` set to its address. */
export async function openOtherBuild(stage: Stage): Promise<OtherBuild> {
  let mark = ''
  let gone = /^$/
  const server: Server = createServer((asked, answer) => {
    const path = (asked.url ?? '/').split('?', 1)[0] ?? '/'
    if (gone.test(path)) return void answer.writeHead(404).end()
    const { 'if-none-match': _, ...asks } = asked.headers
    const headers = { ...asks, 'accept-encoding': 'identity' }
    const passed = request(`${stage.base}${asked.url}`, { method: asked.method, headers }, (came) => {
      const changed = mark !== '' && (path === '/sw.js' || path === '/index.html' || path === '/')
      if (!changed) {
        answer.writeHead(came.statusCode ?? 502, came.headers)
        came.pipe(answer)
        return
      }
      let text = ''
      came.setEncoding('utf8')
      came.on('data', (part: string) => (text += part))
      came.on('end', () => {
        const { 'content-length': __, etag: ___, ...kept } = came.headers
        answer.writeHead(came.statusCode ?? 502, kept)
        answer.end(text.replace(/(?<=[`'"])[0-9a-f]{16}(?=[`'"])/, mark).replace('<body>', `<body data-build="${mark}">`))
      })
    })
    passed.on('error', () => answer.destroy())
    asked.pipe(passed)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    base: `http://127.0.0.1:${address.port}`,
    update(next, files) {
      mark = next
      gone = files
    },
    end: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
