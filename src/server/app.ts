import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import underPressure from '@fastify/under-pressure'
import fastify from 'fastify'
import { createJsonSchemaTransform, serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { sql } from 'kysely'
import * as z from 'zod/mini'
import { LARGEST_ENVELOPE } from '../vault/contract.ts'
import type { Gate } from './auth/gate.ts'
import { addCspReports } from './csp-reports.ts'
import type { Db } from './db/db.ts'
import { addHeaders } from './headers.ts'
import { guardOrigin } from './hosts.ts'
import { diskFull, notFound, sendProblem } from './problem.ts'
import { type App, requireDeclaration } from './routes.ts'
import { serveWeb } from './web.ts'

/** One part of the server: registers its routes, all under one prefix of its own. */
export type Part = (app: App) => void | Promise<void>

export interface AppDeps {
  readonly db: Db
  /** Says who a request is from, by its cookie or bearer token. */
  readonly gate: Gate
  /** Names under which this server may be addressed. */
  readonly hosts: () => ReadonlySet<string>
  /** Whether people reach it over https. */
  readonly tls: boolean
  /** Where the built web client is; nothing is served when it is not there. */
  readonly web?: string
  /** Whether the disk still has room for a write; asked before each request that changes something. */
  readonly hasRoom?: () => Promise<boolean>
  /** Routes of the house and of the features, each mounted as it is. */
  readonly parts: readonly Part[]
  /** Requests per minute and address; the default suits one person with several tabs. */
  readonly perMinute?: number
}

/** A write of the vault may carry several of the largest envelopes. */
const BODY_LIMIT = 4 * LARGEST_ENVELOPE

const Health = z.object({ ok: z.literal(true) })

/**
 * Builds the server: guards first, then the parts. Throws when a route does not declare who may
 * call it or has no schema.
 */
export async function buildApp(deps: AppDeps): Promise<App> {
  const app = fastify({
    // No request log: addresses and times of requests would say when somebody wrote and how much.
    logger: false,
    bodyLimit: BODY_LIMIT,
    trustProxy: deps.tls ? 'loopback' : false,
    routerOptions: { ignoreTrailingSlash: true },
    forceCloseConnections: 'idle',
    requestTimeout: 30_000,
    return503OnClosing: true,
    frameworkErrors: (error, request, reply) => void sendProblem(request, reply, error),
  }).withTypeProvider<ZodTypeProvider>() as App
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler((error, request, reply) => sendProblem(request, reply, error))
  app.decorateRequest('owner', null)

  addHeaders(app, { tls: deps.tls })
  guardOrigin(app, deps.hosts)
  await app.register(rateLimit, { max: deps.perMinute ?? 6_000, timeWindow: 60_000 })
  await app.register(underPressure, {
    maxEventLoopDelay: 2_000,
    pressureHandler: (request, reply) => void sendProblem(request, reply, Object.assign(new Error('busy'), { statusCode: 503 })),
  })
  await app.register(cookie)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Kith',
        version: '0.1.0',
        description: 'A private book for the people you work with. The server keeps sealed records only.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'kith_session' },
          local: { type: 'http', scheme: 'bearer', description: 'The token of the command line on the same computer.' },
        },
      },
    },
    transform: (document) => {
      const { schema, url } = createJsonSchemaTransform({})(document)
      const closed = document.route.config?.who === 'owner'
      return { schema: closed ? { ...schema, security: [{ session: [] }, { local: [] }] } : schema, url }
    },
  })

  requireDeclaration(app)
  deps.gate.guard(app)
  if (deps.hasRoom !== undefined) guardRoom(app, deps.hasRoom)
  addWellbeing(app, deps.db)
  addCspReports(app)
  app.route({
    method: 'GET',
    url: '/api/openapi.json',
    config: { who: 'anyone' },
    schema: { hide: true },
    handler: async (_request, reply) => reply.serializer((value: unknown) => JSON.stringify(value)).send(app.swagger()),
  })
  for (const part of deps.parts) await part(app)
  await serveWeb(app, deps.web)
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, notFound()))
  await app.ready()
  return app
}

/**
 * Refuses writes of a book while the disk is nearly full, so that the database never meets the last
 * byte and reads go on. Signing in stays possible.
 */
function guardRoom(app: App, hasRoom: () => Promise<boolean>): void {
  const frees = new Set(['GET', 'HEAD', 'DELETE'])
  app.addHook('preValidation', async (request) => {
    if (request.routeOptions.config.who === 'owner' && !frees.has(request.method) && !(await hasRoom())) throw diskFull()
  })
}

function addWellbeing(app: App, db: Db): void {
  app.route({
    method: 'GET',
    url: '/healthz',
    config: { who: 'anyone', rateLimit: false },
    schema: { summary: 'Whether the program runs', response: { 200: Health } },
    handler: async () => ({ ok: true as const }),
  })
  app.route({
    method: 'GET',
    url: '/readyz',
    config: { who: 'anyone', rateLimit: false },
    schema: { summary: 'Whether the database answers too', response: { 200: Health } },
    handler: async () => {
      await sql`select 1`.execute(db)
      return { ok: true as const }
    },
  })
}
