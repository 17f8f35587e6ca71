import { createInterface } from 'node:readline/promises'
import { AppError } from '../kernel/errors.ts'
import type { Door } from '../vault/contract.ts'
import type { Secret } from '../vault/terms.ts'

/**
 * The words or the code that open a book: from `KITH_WORDS`, else asked for in the terminal.
 *
 * @param doors the doors of that book, which say whether a code is possible
 * @throws AppError `locked` when there is nobody to ask
 */
export async function secretFor(doors: readonly Pick<Door, 'kind'>[], question: string): Promise<Secret> {
  const typed = (process.env['KITH_WORDS'] ?? (await asked(question)) ?? '').trim()
  if (typed === '') throw locked()
  const six = typed.split(/[\s,]+/).length === 6 && !/\d/.test(typed)
  return doors.some(({ kind }) => kind === 'code') && !six ? { kind: 'code', code: typed } : { kind: 'words', words: typed }
}

/** What somebody types into the terminal, or null when no terminal is there. */
export async function asked(question: string): Promise<string | null> {
  if (!process.stdin.isTTY) return null
  const asking = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await asking.question(question)
  } finally {
    asking.close()
  }
}

const locked = (): AppError =>
  new AppError('locked', {
    what: 'Your book is locked.',
    why: 'It opens with six words or a recovery code, and this command was given neither.',
    next: 'Put them into KITH_WORDS, or run the command in a terminal, where it asks for them.',
    status: 401,
  })
