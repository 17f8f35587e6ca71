import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod/mini'
import type { OwnerId } from '../kernel/ids.ts'
import { type AppDeps, buildApp } from './app.ts'
import { openGate } from './auth/gate.ts'
import { sessionRoutes } from './auth/routes.ts'
import { mintOpenToken } from './auth/store.ts'
import { freshDatabase, type TestDatabase } from './db/testing.ts'
import { allowedHosts } from './hosts.ts'
import { type App, ownerOf } from './routes.ts'

const host = '127.0.0.1:18401'
const bearer = 'the-token-of-the-command-line'
const slot = '3f2a9d10-7c55-4a0e-9b1a-0f5f5f1e2d3c'
const proof = 'p'.repeat(43)

let base: TestDatabase
let owner: OwnerId
let app: App
let hasRoom = true
const web = mkdtempSync(join(tmpdir(), 'kith-web-'))

const deps = (): AppDeps => ({
  db: base.db,
  gate: openGate(base.db, { token: bearer, owner }),
  hosts: () => allowedHosts(18_401, 'https://kith.example'),
  tls: false,
  web,
  hasRoom: async () => hasRoom,
  parts: [
    (one) =>
      sessionRoutes(one, {
        db: base.db,
        mode: 'solo',
        tls: false,
        base: () => `http://${host}`,
        checkProof: async (_db, asked, shown) => (asked === slot && shown === proof ? owner : null),
      }),
    (one) => {
      one.route({
        method: 'PUT',
        url: '/api/try',
        config: { who: 'owner' },
        schema: { body: z.object({ count: z.int() }), response: { 200: z.object({ owner: z.string() }) } },
        handler: async (request) => ({ owner: ownerOf(request) }),
      })
      one.route({
        method: 'GET',
        url: '/api/broken',
        config: { who: 'anyone' },
        schema: {},
        handler: async () => {
          throw new Error('lunch with Ana')
        },
      })
    },
  ],
})

beforeAll(async () => {
  mkdirSync(join(web, 'assets'))
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>Kith</title>')
  writeFileSync(join(web, 'assets', 'app-1a2b.js'), 'export {}')
  writeFileSync(join(web, 'sw.js'), '0')
  writeFileSync(join(web, 'manifest.webmanifest'), '{}')
  writeFileSync(join(web, 'assets', 'kdf-worker-1a2b.js'), 'export {}')
  base = await freshDatabase()
  owner = await base.newOwner()
  app = await buildApp(deps())
})

afterAll(async () => {
  await app.close()
  rmSync(web, { recursive: true, force: true })
})

const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, options: InjectOptions = {}) =>
  app.inject({ method, url, ...options, headers: { host, ...options.headers } })

test('a route that does not say who may call it stops the build', async () => {
  const undeclared = (one: App): void => void one.route({ method: 'GET', url: '/api/forgotten', schema: {}, handler: async () => 'x' })
  await expect(buildApp({ ...deps(), parts: [undeclared] })).rejects.toThrow(/\/api\/forgotten does not say who/)
})

test('a route without a schema stops the build', async () => {
  const bare = (one: App): void => void one.route({ method: 'GET', url: '/api/bare', config: { who: 'anyone' }, handler: async () => 'x' })
  await expect(buildApp({ ...deps(), parts: [bare] })).rejects.toThrow(/\/api\/bare has no schema/)
})

test('health and readiness answer without signing in', async () => {
  expect((await ask('GET', '/healthz')).json()).toEqual({ ok: true })
  expect((await ask('GET', '/readyz')).json()).toEqual({ ok: true })
})

test('every answer carries the policy of the page, errors and files alike', async () => {
  for (const url of ['/', '/assets/app-1a2b.js', '/api/session', '/api/nothing', '/healthz']) {
    const { headers } = await ask('GET', url)
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy).not.toContain('unsafe')
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers['permissions-policy']).toContain('camera=()')
  }
})

test('only the worker that derives keys may compile WebAssembly', async () => {
  const policy = async (url: string) => String((await ask('GET', url)).headers['content-security-policy'])
  expect(await policy('/assets/kdf-worker-1a2b.js')).toContain("script-src 'self' 'wasm-unsafe-eval'")
  expect(await policy('/assets/app-1a2b.js?/assets/kdf-worker.js')).not.toContain('wasm')
})

test('what keeps the program on a device is asked for again each time and may do no more than the page', async () => {
  const worker = await ask('GET', '/sw.js')
  expect(worker.headers['content-type']).toContain('javascript')
  expect(worker.headers['cache-control']).toBe('no-cache')
  expect(worker.headers['content-security-policy']).toContain("script-src 'self';")
  const manifest = await ask('GET', '/manifest.webmanifest')
  expect(manifest.headers['content-type']).toContain('application/manifest+json')
  expect(manifest.headers['cache-control']).toBe('no-cache')
})

test('hashed files are kept for a year, the page is asked for again each time', async () => {
  expect((await ask('GET', '/assets/app-1a2b.js')).headers['cache-control']).toContain('immutable')
  expect((await ask('GET', '/')).headers['cache-control']).toBe('no-cache')
})

test('a path that a browser opens gets the page; a missing file, a missing route and a climb do not', async () => {
  expect((await ask('GET', '/people/somebody')).body).toContain('<title>Kith</title>')
  for (const url of ['/assets/gone.js', '/api/gone', '/favicon.ico', '/..%2f..%2fpackage.json']) {
    const answer = await ask('GET', url)
    expect([url, answer.statusCode, answer.headers['content-type']]).toEqual([url, 404, 'application/problem+json; charset=utf-8'])
  }
})

test.each(['evil.example', '127.0.0.1:9999', 'localhost', '127.0.0.1:18401.evil.example', ''])('the name %s is not ours', async (name) => {
  const answer = await app.inject({ method: 'GET', url: '/', headers: { host: name } })
  expect([answer.statusCode, answer.json().code]).toEqual([421, 'wrong-host'])
})

test.each([host, 'localhost:18401', '[::1]:18401', 'kith.example', 'KITH.example'])('the name %s is ours', async (name) => {
  expect((await app.inject({ method: 'GET', url: '/', headers: { host: name } })).statusCode).toBe(200)
})

test.each([
  [{ 'sec-fetch-site': 'cross-site' }, 403],
  [{ 'sec-fetch-site': 'same-site' }, 403],
  [{ 'sec-fetch-site': 'none' }, 403],
  [{ origin: 'https://evil.example' }, 403],
  [{ origin: 'null' }, 403],
  [{ 'sec-fetch-site': 'same-origin' }, 200],
  [{ origin: `http://${host}` }, 200],
  [{}, 200],
])('a write with %o answers %i', async (headers, status) => {
  const answer = await ask('PUT', '/api/try', { headers: { ...headers, authorization: `Bearer ${bearer}` }, payload: { count: 1 } })
  expect(answer.statusCode).toBe(status)
})

test('another page cannot read the interface either', async () => {
  const headers = { 'sec-fetch-site': 'cross-site', authorization: `Bearer ${bearer}` }
  expect((await ask('GET', '/api/session', { headers })).statusCode).toBe(403)
})

test('every error is a problem document with what, why and next, and no stack', async () => {
  const broken = await ask('GET', '/api/broken')
  expect(broken.statusCode).toBe(500)
  expect(broken.headers['content-type']).toContain('application/problem+json')
  expect(Object.keys(broken.json()).sort()).toEqual(['code', 'detail', 'next', 'status', 'title', 'type'])
  expect(broken.body).not.toMatch(/Ana|\bat \/|\.ts/)
})

test('a body of the wrong shape is refused with the place, not the value', async () => {
  const answer = await ask('PUT', '/api/try', { headers: { authorization: `Bearer ${bearer}` }, payload: { count: 'hush' } })
  expect(answer.statusCode).toBe(400)
  expect(answer.json()).toMatchObject({ code: 'not-understood', detail: expect.stringContaining('count') })
  expect(answer.body).not.toContain('hush')
})

test('broken JSON and a body that is too large are problems too', async () => {
  const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' }
  expect((await ask('PUT', '/api/try', { headers, payload: '{' })).statusCode).toBe(400)
  const large = await ask('PUT', '/api/try', { headers, payload: JSON.stringify({ count: 'x'.repeat(17 * 1024 * 1024) }) })
  expect([large.statusCode, large.json().code]).toEqual([413, 'too-large'])
})

test('a nearly full disk refuses writes with 507 and reads go on', async () => {
  hasRoom = false
  const headers = { authorization: `Bearer ${bearer}` }
  const write = await ask('PUT', '/api/try', { headers, payload: { count: 1 } })
  const read = await ask('GET', '/api/session', { headers })
  hasRoom = true
  expect([write.statusCode, write.json().code, read.statusCode]).toEqual([507, 'disk-full', 200])
})

test('a link signs in once and gives a strict cookie that scripts cannot read', async () => {
  const token = await mintOpenToken(base.db, owner)
  const first = await ask('POST', '/api/session', { payload: { token } })
  expect(first.json()).toEqual({ owner, mode: 'solo' })
  const cookie = first.cookies[0]
  expect(cookie).toMatchObject({ name: 'kith_session', httpOnly: true, sameSite: 'Strict', path: '/', maxAge: 90 * 86_400 })
  const again = await ask('POST', '/api/session', { payload: { token } })
  expect([again.statusCode, again.json().code]).toEqual([401, 'link-spent'])
  const cookies = { kith_session: cookie?.value ?? '' }
  expect((await ask('GET', '/api/session', { cookies })).json()).toEqual({ owner, mode: 'solo' })
  expect((await ask('DELETE', '/api/session', { cookies })).statusCode).toBe(204)
  expect((await ask('GET', '/api/session', { cookies })).statusCode).toBe(401)
})

test('two browsers that open one link at the same time do not both get in', async () => {
  const token = await mintOpenToken(base.db, owner)
  const answers = await Promise.all([1, 2, 3, 4].map(() => ask('POST', '/api/session', { payload: { token } })))
  expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 401, 401, 401])
})

test('signing in anew ends the session that was there', async () => {
  const enter = async (cookies: Record<string, string>) => {
    const token = await mintOpenToken(base.db, owner)
    const answer = await ask('POST', '/api/session', { payload: { token }, cookies })
    return { kith_session: answer.cookies[0]?.value ?? '' }
  }
  const old = await enter({})
  const fresh = await enter(old)
  expect((await ask('GET', '/api/session', { cookies: old })).statusCode).toBe(401)
  expect((await ask('GET', '/api/session', { cookies: fresh })).statusCode).toBe(200)
})

test('a slot with the proof of its secret signs in, a wrong proof does not', async () => {
  expect((await ask('POST', '/api/session', { payload: { slot, proof } })).json()).toEqual({ owner, mode: 'solo' })
  const wrong = await ask('POST', '/api/session', { payload: { slot, proof: 'q'.repeat(43) } })
  expect([wrong.statusCode, wrong.json().code]).toEqual([401, 'wrong-secret'])
})

test('a session that ran out does not sign in', async () => {
  const token = await mintOpenToken(base.db, owner)
  const cookies = { kith_session: (await ask('POST', '/api/session', { payload: { token } })).cookies[0]?.value ?? '' }
  await base.admin.updateTable('session').set({ ends: '2020-01-01T00:00:00Z' }).execute()
  expect((await ask('GET', '/api/session', { cookies })).statusCode).toBe(401)
})

test('neither tokens nor cookies stand in the database', async () => {
  const token = await mintOpenToken(base.db, owner)
  const cookie = (await ask('POST', '/api/session', { payload: { token } })).cookies[0]?.value ?? ''
  const rows = JSON.stringify([
    await base.admin.selectFrom('session').selectAll().execute(),
    await base.admin.selectFrom('open_token').selectAll().execute(),
  ])
  expect(rows).not.toContain(cookie)
  expect(rows).not.toContain(token)
})

test.each(['', 'Bearer ', 'Bearer wrong', `Basic ${bearer}`, `Bearer ${bearer}x`])(
  'the authorization %s does not sign in',
  async (authorization) => {
    expect((await ask('GET', '/api/session', { headers: { authorization } })).statusCode).toBe(401)
  },
)

test('the command line asks for a fresh link with its token', async () => {
  const answer = await ask('POST', '/api/open', { headers: { authorization: `Bearer ${bearer}` } })
  const link = new URL(answer.json().link)
  expect(link.origin).toBe(`http://${host}`)
  const token = link.hash.replace('#open=', '')
  expect((await ask('POST', '/api/session', { payload: { token } })).statusCode).toBe(200)
})

test('a report of the browser is counted by directive and nothing else of it is kept', async () => {
  const report = {
    'csp-report': { 'effective-directive': 'script-src-elem', 'document-uri': 'http://127.0.0.1/people/ana', 'script-sample': 'ana' },
  }
  const headers = { 'content-type': 'application/csp-report' }
  expect((await ask('POST', '/api/csp-report', { headers, payload: JSON.stringify(report) })).statusCode).toBe(204)
  expect((await ask('POST', '/api/csp-report', { headers, payload: '[]' })).statusCode).toBe(204)
  const counts = await ask('GET', '/api/csp-report', { headers: { authorization: `Bearer ${bearer}` } })
  expect(counts.json()).toEqual({ reports: 2, directives: { 'script-src-elem': 1, unknown: 1 } })
})

test('the interface describes itself as OpenAPI 3.1 and says what needs signing in', async () => {
  const api = (await ask('GET', '/api/openapi.json')).json()
  expect(api.openapi).toMatch(/^3\.1\./)
  expect(api.paths['/api/try'].put).toMatchObject({
    security: [{ session: [] }, { local: [] }],
    requestBody: { content: { 'application/json': { schema: { type: 'object', required: ['count'] } } } },
  })
  expect(api.paths['/healthz'].get.security).toBeUndefined()
  expect(Object.keys(api.paths)).not.toContain('/*')
})
