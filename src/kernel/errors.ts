/**
 * The one error class that the rim throws. Pure code returns a {@link Result} instead.
 *
 * `what` says what happened, `why` the reason, `next` what the person can do. Each is one plain
 * sentence without a trailing newline; none carries a name, a path of the program or a stack.
 */
export class AppError extends Error {
  readonly code: string
  readonly what: string
  readonly why: string
  readonly next: string
  /** HTTP status to answer with when this reaches a route. */
  readonly status: number

  constructor(code: string, text: { what: string; why: string; next: string; status?: number }) {
    super(`${text.what} ${text.why} ${text.next}`.trim())
    this.name = 'AppError'
    this.code = code
    this.what = text.what
    this.why = text.why
    this.next = text.next
    this.status = text.status ?? 500
  }
}

/** What a pure rule answers: a value, or the reason why there is none. */
export type Result<T, R extends string = string> = { ok: true; value: T } | { ok: false; reason: R }

/** A value, as a {@link Result}. */
export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

/** A reason, as a {@link Result}. */
export const no = <R extends string>(reason: R): { ok: false; reason: R } => ({ ok: false, reason })
