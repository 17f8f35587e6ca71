import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'

/** The root of the project: the folder that holds package.json. */
export const projectRoot: string = resolve(import.meta.dirname, '../..')

const left = new Set(['node_modules', '.git', 'dist', '.kith', 'coverage', 'test-results', 'planted'])

/**
 * Every file under a folder, as paths with forward slashes relative to `root`, sorted. Installed
 * packages, build output and planted violations are left out. A missing folder has no files; a
 * symbolic link is an error, because a link could lead around every wall.
 */
export function filesUnder(root: string, folder = '.'): string[] {
  const start = join(root, folder)
  if (!existsSync(start)) return []
  const found: string[] = []
  const visit = (path: string): void => {
    for (const name of readdirSync(path)) {
      if (left.has(name)) continue
      const inner = join(path, name)
      const kind = lstatSync(inner)
      const shown = relative(root, inner).split(sep).join('/')
      if (kind.isSymbolicLink()) throw new Error(`${shown} is a symbolic link; the guards do not follow links.`)
      if (kind.isDirectory()) visit(inner)
      else found.push(shown)
    }
  }
  visit(start)
  return found.sort()
}

const programs = /\.(?:ts|tsx|mts|cts|js|jsx|mjs|cjs)$/

/** Whether a path names program text that the guards can parse. */
export const isProgram = (path: string): boolean => programs.test(path) && !path.endsWith('.d.ts')

/** Whether a path names a test, or what tests stand on (`testing.ts`). Tests may use more than the code they try. */
export const isTest = (path: string): boolean => /(?:\.test\.tsx?|\/testing\.ts)$/.test(path)

/** The text of a file of the project. */
export const textOf = (root: string, path: string): string => readFileSync(join(root, path), 'utf8')

/** One thing that a guard found: where, and what. */
export interface Finding {
  readonly path: string
  readonly line: number
  readonly what: string
}

/** Findings as one readable line each, so that a failing guard says what to change. */
export const shown = (findings: readonly Finding[]): string[] => findings.map((one) => `${one.path}:${one.line} ${one.what}`)

/** The 1-based line of an offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}
