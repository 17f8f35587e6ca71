import { existsSync, lstatSync } from 'node:fs'
import { join, posix } from 'node:path'
import { type How, mentionsIn } from './imports.ts'
import { parsed } from './syntax.ts'
import { type Finding, filesUnder, isProgram, textOf } from './tree.ts'

/** One step from a file to another file of the project. */
export interface Edge {
  readonly to: string
  readonly how: How
  readonly line: number
}

/** One mention of something outside the project: a package or a module of Node. */
export interface Outside {
  readonly name: string
  readonly line: number
}

/** A file of the graph. */
export interface Module {
  readonly path: string
  readonly edges: readonly Edge[]
  readonly outside: readonly Outside[]
  /** Lines that bring in something which cannot be known by reading. */
  readonly computed: readonly number[]
  /** Relative imports that lead nowhere. */
  readonly missing: readonly Outside[]
}

/** Every module under the given folders of a tree, with what each brings in. */
export type Graph = ReadonlyMap<string, Module>

const endings = ['', '.ts', '.tsx', '.mts', '.mjs', '.js', '.jsx', '/index.ts', '/index.tsx', '/index.js']

/** Names that lead somewhere by way of a table, a whole path or text as code: nothing that reading the import can follow. */
const around = /^(?:#|\/|file:|data:|blob:|https?:|kith(?:\/|$))/

const isFile = (path: string): boolean => existsSync(path) && lstatSync(path).isFile()

/** The file that a path of the tree names, as Node, TypeScript or a bundler would find it. */
function fileAt(root: string, path: string): string | undefined {
  const plain = path.replace(/[?#].*$/, '')
  const swapped = plain.replace(/\.(m|c)?js(x?)$/, '.$1ts$2')
  for (const base of new Set([plain, swapped])) {
    for (const ending of endings) if (isFile(join(root, base + ending))) return base + ending
  }
  return undefined
}

/**
 * Reads the program files of some folders, and whatever they lead to, into a graph. Relative imports
 * that lead nowhere are kept as missing, so that a guard can refuse to walk past a hole.
 */
export function graphOf(root: string, folders: readonly string[]): Graph {
  const graph = new Map<string, Module>()
  const waiting = folders.flatMap((folder) => filesUnder(root, folder)).filter(isProgram)
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (graph.has(path)) continue
    const file = parsed(path, textOf(root, path))
    const edges: Edge[] = []
    const outside: Outside[] = []
    const computed: number[] = []
    const missing: Outside[] = []
    for (const { how, specifier, line } of mentionsIn(file)) {
      if (specifier === undefined) {
        computed.push(line)
        continue
      }
      const inside = /^\.{1,2}(?:\/|$)/.test(specifier)
      const text = how === 'text' || how === 'url' || how === 'reference'
      const near = inside || text ? fileAt(root, posix.join(posix.dirname(path), specifier)) : undefined
      const to = near ?? (text ? fileAt(root, specifier.replace(/^(?:\.{0,2}\/)+/, '')) : undefined)
      if (to !== undefined) {
        edges.push({ to, how, line })
        if (isProgram(to)) waiting.push(to)
      } else if (inside && !text) {
        missing.push({ name: specifier, line })
      } else if (!text && around.test(specifier)) computed.push(line)
      else if (!inside && !text) outside.push({ name: specifier, line })
    }
    graph.set(path, { path, edges, outside, computed, missing })
  }
  return graph
}

/** The folder test of a wall: a prefix such as `src/mine/`, or an exact file. */
export type Where = (path: string) => boolean

/** Everything reachable from a file over any number of steps, each with the way that leads there. */
export function reachable(graph: Graph, from: string, stopAt: Where = () => false): Map<string, readonly string[]> {
  const ways = new Map<string, readonly string[]>([[from, [from]]])
  const waiting = [from]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const way = ways.get(path) ?? []
    if (way.length > 1 && stopAt(path)) continue
    for (const { to } of graph.get(path)?.edges ?? []) {
      if (ways.has(to)) continue
      ways.set(to, [...way, to])
      waiting.push(to)
    }
  }
  return ways
}

/** The line on which a file takes the first step of a way. */
export function firstStep(graph: Graph, way: readonly string[]): number {
  const [from, next] = way
  return graph.get(from ?? '')?.edges.find((edge) => edge.to === next)?.line ?? 1
}

/** A finding for a way that should not exist. */
export const wayFound = (graph: Graph, way: readonly string[], reason: string): Finding => ({
  path: way[0] ?? '',
  line: firstStep(graph, way),
  what: `reaches ${way.at(-1)}${way.length > 2 ? ` through ${way.slice(1, -1).join(' → ')}` : ''}: ${reason}`,
})
