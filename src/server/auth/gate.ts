import { timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { OwnerId } from '../../kernel/ids.ts'
import type { Db } from '../db/db.ts'
import { signedOut } from '../problem.ts'
import type { App } from '../routes.ts'
import { hashOf, sessionOwner } from './store.ts'

/** The cookie that holds a session's token. */
export const COOKIE = 'kith_session'

/** Decides who a request is from, before anything else looks at it. */
export interface Gate {
  guard(app: App): void
}

/** The bearer token that the command line on this computer reads from the data directory. */
export interface LocalBearer {
  readonly token: string
  readonly owner: OwnerId
}

/**
 * The gate of the server: a route of `who: 'owner'` is reached only with a valid session cookie or
 * the command line's bearer token.
 */
export function openGate(db: Db, local?: LocalBearer): Gate {
  const expected = local === undefined ? undefined : Buffer.from(hashOf(local.token))
  const whose = async (request: FastifyRequest): Promise<OwnerId | null> => {
    const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
    if (bearer !== undefined) {
      return local !== undefined && expected !== undefined && timingSafeEqual(Buffer.from(hashOf(bearer)), expected) ? local.owner : null
    }
    const token = request.cookies[COOKIE]
    return token === undefined || token === '' ? null : await sessionOwner(db, token)
  }
  return {
    guard: (app) => {
      app.addHook('onRequest', async (request) => {
        if (request.routeOptions.config.who !== 'owner') return
        request.owner = await whose(request)
        if (request.owner === null) throw signedOut()
      })
    },
  }
}
