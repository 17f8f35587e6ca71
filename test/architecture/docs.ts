import { existsSync } from 'node:fs'
import { posix } from 'node:path'
import { type Finding, lineAt } from './tree.ts'

const inside = /^(?:src|test|bench|scripts|docs|bin)\/[\w./-]+$/

/** Folders that documents may already name, because their place is settled. */
export const announced: readonly string[] = ['src/ours', 'src/tables']

/**
 * Places that a document names and that are not there: relative links, and paths in code marks such as
 * `src/kernel/time.ts`. Patterns with a placeholder are left alone.
 */
export function deadEnds(path: string, text: string, exists: (path: string) => boolean): Finding[] {
  const found: Finding[] = []
  const check = (offset: number, target: string, shown: string): void => {
    if (!exists(target) && !announced.includes(target))
      found.push({ path, line: lineAt(text, offset), what: `names ${shown}, which is not there` })
  }
  for (const match of text.matchAll(/\]\(([^)\s]+)\)/g)) {
    const target = (match[1] ?? '').replace(/#.*$/, '')
    if (target === '' || /^[a-z]+:/i.test(target)) continue
    check(match.index, posix.join(posix.dirname(path), target), target)
  }
  for (const match of text.matchAll(/`([^`\n]+)`/g)) {
    const target = (match[1] ?? '').replace(/\/$/, '')
    if (inside.test(target)) check(match.index, target, target)
  }
  return found
}

/** Whether a file or folder of the project exists. */
export const existsIn =
  (root: string) =>
  (path: string): boolean =>
    existsSync(posix.join(root.replaceAll('\\', '/'), path))

/** A text without marks of quotation, line breaks and repeated space, so that the same sentence is found however it is wrapped. */
export const flat = (text: string): string =>
  text
    .replace(/^[>\s]+/gm, ' ')
    .replace(/[“”"]/g, '')
    .replace(/[’]/g, "'")
    .replace(/\s+/g, ' ')
