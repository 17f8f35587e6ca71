import { STATUS_CODES } from 'node:http'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { AppError } from '../kernel/errors.ts'
import { note } from './log.ts'

/** What every error answers (RFC 9457): what happened, why, what to do next; never a stack. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  next: z.string(),
})
export type Problem = z.infer<typeof Problem>

/** An error as a problem document. */
export function problemOf(error: AppError): Problem {
  return {
    type: `urn:kith:problem:${error.code}`,
    title: error.what,
    status: error.status,
    detail: error.why,
    code: error.code,
    next: error.next,
  }
}

/** The error for something that is not there, or not yours: the two look the same. */
export const notFound = (): AppError =>
  new AppError('not-found', {
    what: 'There is nothing here.',
    why: 'It does not exist, or it is not yours.',
    next: 'Go back to Today.',
    status: 404,
  })

/** The error for a request without a valid sign-in. */
export const signedOut = (): AppError =>
  new AppError('signed-out', {
    what: 'You are not signed in here.',
    why: 'This browser holds no valid session.',
    next: 'Run "kith open" on the computer Kith runs on, or sign in with your words or recovery code.',
    status: 401,
  })

const full = (): AppError =>
  new AppError('disk-full', {
    what: 'This was not saved.',
    why: 'The disk that holds the book is full.',
    next: 'Free some space; what waits in your browser is sent by itself then.',
    status: 507,
  })

const unreachable = (): AppError =>
  new AppError('no-database', {
    what: 'This was not saved or read.',
    why: 'The database does not answer at the moment.',
    next: 'Wait a little; what waits in your browser is sent by itself.',
    status: 503,
  })

/** The error to answer when the disk is full. */
export const diskFull = full

const codeOf = (error: unknown): string => (typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '')

/** PostgreSQL's `disk_full` and the operating system's own words for it. */
const fullCodes = new Set(['53100', 'ENOSPC', 'EDQUOT'])
/** A connection that is refused, lost or cut; the classes 08 and 57 of PostgreSQL. */
const lost = (code: string, text: string): boolean =>
  /^(08|57)/.test(code) ||
  ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', '53300'].includes(code) ||
  /connection terminated|timeout exceeded when trying to connect|query read timeout/i.test(text)

/** What an unknown error becomes for the person. Its own text is never shown: it may carry content. */
export function errorOf(error: unknown): AppError {
  if (error instanceof AppError) return error
  const code = codeOf(error)
  if (fullCodes.has(code)) return full()
  const text = error instanceof Error ? error.message : ''
  const own = (error as Partial<FastifyError> | null)?.statusCode
  if (own === undefined && lost(code, text)) return unreachable()
  const validation = (error as Partial<FastifyError> | null)?.validation
  if (validation !== undefined) {
    const where = validation.map((one) => one.instancePath.replace(/^\//, '').replaceAll('/', '.') || 'the whole').slice(0, 5)
    return new AppError('not-understood', {
      what: 'This request was not understood.',
      why: `It does not have the shape that is described in /api/openapi.json, at: ${[...new Set(where)].join(', ')}.`,
      next: 'Reload the page; if it happens again, this program and the server are of different versions.',
      status: 400,
    })
  }
  if (own !== undefined && own >= 400 && own < 500) return ofStatus(own)
  if (own === 503) {
    return new AppError('busy', {
      what: 'Kith is busy.',
      why: 'It has more to do than it can at the moment.',
      next: 'Try again in a few seconds.',
      status: 503,
    })
  }
  return new AppError('unexpected', {
    what: 'This did not work.',
    why: 'Something happened that Kith did not expect.',
    next: 'Try again; nothing was changed.',
    status: 500,
  })
}

function ofStatus(status: number): AppError {
  if (status === 404) return notFound()
  if (status === 401) return signedOut()
  if (status === 413) {
    return new AppError('too-large', {
      what: 'This was not taken.',
      why: 'It is larger than Kith accepts at once.',
      next: 'Send it in smaller parts.',
      status,
    })
  }
  if (status === 429) {
    return new AppError('too-often', {
      what: 'This was not done.',
      why: 'There were too many requests in a short time.',
      next: 'Wait a minute and try again.',
      status,
    })
  }
  return new AppError('not-accepted', {
    what: 'This request was not accepted.',
    why: `The server answers: ${(STATUS_CODES[status] ?? 'refused').toLowerCase()}.`,
    next: 'Reload the page.',
    status,
  })
}

/** Answers a request with a problem document. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  const known = errorOf(error)
  if (known.code === 'unexpected')
    note({
      route: request.routeOptions.url ?? 'an unknown address',
      kind: error instanceof Error ? error.name : typeof error,
      code: codeOf(error),
    })
  return reply
    .code(known.status)
    .type('application/problem+json; charset=utf-8')
    .serializer((value: unknown) => JSON.stringify(value))
    .send(problemOf(known))
}
