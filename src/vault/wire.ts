import * as z from 'zod/mini'
import { AppError } from '../kernel/errors.ts'
import type { Day } from '../kernel/time.ts'
import * as wire from './contract.ts'

/** The server as the device side sees it. Every call may throw an AppError; `offline` when nobody answers. */
export interface Wire {
  head(): Promise<wire.Head>
  changes(ask: { since: number; limit: number; quiet?: number }): Promise<wire.Changes>
  put(writes: wire.PutRecords): Promise<wire.PutResult>
  putDue(days: Readonly<Record<Day, number>>): Promise<void>
  doors(): Promise<readonly wire.Door[]>
  slots(): Promise<wire.Slots>
  putSlot(slot: wire.PutSlot): Promise<void>
  removeSlot(slot: string): Promise<void>
  rekey(change: wire.Rekey): Promise<void>
  /** The secret of the key file, or null when there is none or this house has no such thing. */
  keyFile(): Promise<string | null>
  /** Makes the key file unless there is one; gives its secret. */
  makeKeyFile(): Promise<string>
  removeKeyFile(): Promise<void>
  /** Signs in by a door. */
  signIn(proof: wire.DoorProof): Promise<void>
}

/** Where the server is and how to talk to it. */
export interface WireOptions {
  /** Origin of the server, e.g. `http://127.0.0.1:8484`; empty in the browser. */
  readonly base?: string
  /** A session token for programs without cookies. */
  readonly bearer?: string
  readonly fetch?: typeof fetch
  /** Milliseconds after which an answer is given up; 20 seconds by default. */
  readonly patience?: number
}

const Problem = z.object({
  type: z.optional(z.string()),
  code: z.optional(z.string()),
  title: z.optional(z.string()),
  detail: z.optional(z.string()),
  what: z.optional(z.string()),
  why: z.optional(z.string()),
  next: z.optional(z.string()),
})

/** Nobody answered: no network, no server, or no patience left. */
export const offline = (): AppError =>
  new AppError('offline', {
    what: 'Kith’s server does not answer.',
    why: 'It may be stopped, or there is no connection.',
    next: 'Go on as you like: what you write stays on this device and is sent later.',
    status: 503,
  })

const strange = (): AppError =>
  new AppError('strange-answer', {
    what: 'Kith could not read what the server answered.',
    why: 'It is not of the form that this version expects.',
    next: 'Reload the page; if it stays, the server and this page may be of different versions.',
    status: 502,
  })

async function problemOf(answer: Response): Promise<AppError> {
  const parsed = z.safeParse(Problem, await answer.json().catch(() => null))
  const said = parsed.success ? parsed.data : {}
  const code = said.code ?? said.type?.split(/[/:]/).pop() ?? `http-${answer.status}`
  return new AppError(code, {
    what: said.what ?? said.title ?? 'The server refused.',
    why: said.why ?? said.detail ?? `It answered with status ${answer.status}.`,
    next: said.next ?? 'Try again in a while.',
    status: answer.status,
  })
}

/** A typed client of the vault's routes over `fetch`. */
export function httpWire(options: WireOptions = {}): Wire {
  const { base = '', bearer, patience = 20_000 } = options
  const go = options.fetch ?? ((input, init) => fetch(input, init))

  const call = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const headers: Record<string, string> = { accept: 'application/json' }
    if (body !== undefined) headers['content-type'] = 'application/json'
    if (bearer !== undefined) headers['authorization'] = `Bearer ${bearer}`
    let answer: Response
    try {
      answer = await go(`${base}${path}`, {
        method,
        headers,
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    } catch {
      throw offline()
    }
    if (!answer.ok) throw await problemOf(answer)
    return answer
  }
  const ask = async <T>(schema: z.ZodMiniType<T>, method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await call(method, path, body)
    const parsed = z.safeParse(schema, await answer.json().catch(() => null))
    if (!parsed.success) throw strange()
    return parsed.data
  }
  const tell = async (method: string, path: string, body?: unknown): Promise<void> => {
    const answer = await call(method, path, body)
    await answer.body?.cancel()
  }

  return {
    head: () => ask(wire.Head, 'GET', '/api/vault/head'),
    changes: ({ since, limit, quiet }) =>
      ask(wire.Changes, 'GET', `/api/vault/changes?since=${since}&limit=${limit}${quiet === undefined ? '' : `&quiet=${quiet}`}`),
    put: (writes) => ask(wire.PutResult, 'PUT', '/api/vault/records', writes),
    putDue: (days) => tell('PUT', '/api/vault/due', { days }),
    doors: async () => (await ask(wire.Doors, 'GET', '/api/vault/doors')).doors,
    slots: () => ask(wire.Slots, 'GET', '/api/vault/slots'),
    putSlot: (slot) => tell('PUT', '/api/vault/slots', slot),
    removeSlot: (slot) => tell('DELETE', `/api/vault/slots/${slot}`),
    rekey: (change) => tell('POST', '/api/vault/rekey', change),
    keyFile: async () => {
      try {
        return (await ask(wire.KeyFile, 'GET', '/api/vault/key-file')).secret
      } catch (error) {
        if (error instanceof AppError && error.status === 404) return null
        throw error
      }
    },
    makeKeyFile: async () => (await ask(wire.KeyFile, 'PUT', '/api/vault/key-file')).secret,
    removeKeyFile: () => tell('DELETE', '/api/vault/key-file'),
    signIn: (proof) => tell('POST', '/api/session', proof),
  }
}
