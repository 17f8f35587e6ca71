import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyRequest,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { OwnerId } from '../kernel/ids.ts'
import { signedOut } from './problem.ts'

/**
 * Who may call a route. `owner`: somebody who is signed in; the handler asks {@link ownerOf}.
 * `anyone`: nobody needs to be signed in, so it shows nothing that belongs to somebody.
 */
export type Who = 'anyone' | 'owner'

declare module 'fastify' {
  interface FastifyContextConfig {
    who?: Who
  }
  interface FastifyRequest {
    /** Set by the gate when the request carries a valid session. */
    owner: OwnerId | null
  }
}

/** The server, with Zod schemas typing body, query, parameters and answers of each route. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression<RawServerDefault>,
  RawReplyDefaultExpression<RawServerDefault>,
  FastifyBaseLogger,
  ZodTypeProvider
>

/**
 * The owner whom a route of `who: 'owner'` serves.
 *
 * @throws AppError `signed-out` (401)
 */
export function ownerOf(request: FastifyRequest): OwnerId {
  if (request.owner === null) throw signedOut()
  return request.owner
}

/**
 * Refuses a route that does not say who may call it, or that has no schema: such a route stops the
 * build of the app, so that it cannot be forgotten.
 */
export function requireDeclaration(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (route.config?.who === undefined)
      throw new Error(`The route ${String(route.method)} ${route.url} does not say who may call it (config.who).`)
    if (route.schema === undefined) throw new Error(`The route ${String(route.method)} ${route.url} has no schema.`)
  })
}
