import { AppError } from '../kernel/errors.ts'

/** Prints an error as one sentence for the person; a stack only when Kith itself is at fault. */
export function say(error: unknown): void {
  if (error instanceof AppError) process.stderr.write(`${error.message}\n`)
  else process.stderr.write(`Kith met an error of its own. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
}
