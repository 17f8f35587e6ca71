import type { FastifyReply } from 'fastify'
import * as z from 'zod/mini'
import { AppError } from '../../kernel/errors.ts'
import type { OwnerId } from '../../kernel/ids.ts'
import type { Db } from '../db/db.ts'
import { type App, ownerOf } from '../routes.ts'
import { OpenLink, Session, SignIn } from './contract.ts'
import { COOKIE } from './gate.ts'
import { endSession, mintOpenToken, SESSION_DAYS, spendOpenToken, startSession } from './store.ts'

export interface SessionDeps {
  readonly db: Db
  readonly mode: 'solo' | 'company'
  /** Whether the cookie must travel over https only. */
  readonly tls: boolean
  /** The address people open, e.g. `http://127.0.0.1:8484`. */
  readonly base: () => string
  /** Compares the proof of a slot's secret; answers whose slot it is, or null. */
  readonly checkProof: (db: Db, slot: string, proof: string) => Promise<OwnerId | null>
}

const spent = (): AppError =>
  new AppError('link-spent', {
    what: 'This link no longer signs in.',
    why: 'A link works once, and only for some hours.',
    next: 'Run "kith open" on the computer Kith runs on for a fresh one.',
    status: 401,
  })

const wrongSecret = (): AppError =>
  new AppError('wrong-secret', {
    what: 'These words or this code do not open the book.',
    why: 'They do not match what was set up.',
    next: 'Check the spelling and the order, and try again.',
    status: 401,
  })

/** Signing in and out, and links that sign in once. */
export function sessionRoutes(app: App, deps: SessionDeps): void {
  const { db } = deps
  const cookie = { path: '/', httpOnly: true, sameSite: 'strict', secure: deps.tls } as const
  const enter = async (reply: FastifyReply, owner: OwnerId, before: string | undefined): Promise<Session> => {
    if (before !== undefined && before !== '') await endSession(db, before)
    reply.setCookie(COOKIE, await startSession(db, owner), { ...cookie, maxAge: SESSION_DAYS * 86_400 })
    return { owner, mode: deps.mode }
  }

  app.route({
    method: 'POST',
    url: '/api/session',
    config: { who: 'anyone', rateLimit: { max: 60, timeWindow: 60_000 } },
    schema: { summary: 'Sign in', body: SignIn, response: { 200: Session } },
    handler: async (request, reply) => {
      const { body } = request
      const owner = 'token' in body ? await spendOpenToken(db, body.token) : await deps.checkProof(db, body.slot, body.proof)
      if (owner === null) throw 'token' in body ? spent() : wrongSecret()
      return await enter(reply, owner, request.cookies[COOKIE])
    },
  })
  app.route({
    method: 'GET',
    url: '/api/session',
    config: { who: 'owner' },
    schema: { summary: 'Who is signed in', response: { 200: Session } },
    handler: async (request) => ({ owner: ownerOf(request), mode: deps.mode }),
  })
  app.route({
    method: 'DELETE',
    url: '/api/session',
    config: { who: 'anyone' },
    schema: { summary: 'Sign out', response: { 204: z.null() } },
    handler: async (request, reply) => {
      const token = request.cookies[COOKIE]
      if (token !== undefined && token !== '') await endSession(db, token)
      return reply.clearCookie(COOKIE, cookie).code(204).send(null)
    },
  })
  app.route({
    method: 'POST',
    url: '/api/open',
    config: { who: 'owner' },
    schema: { summary: 'A fresh link that signs in once', response: { 200: OpenLink } },
    handler: async (request) => ({ link: `${deps.base()}/#open=${await mintOpenToken(db, ownerOf(request))}` }),
  })
}
