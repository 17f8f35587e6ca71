import { parseSync } from 'vite'
import { lineAt } from './tree.ts'

/** A node of the syntax tree (ESTree with TypeScript and JSX), read without trusting its shape. */
export interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

/** A comment, without its delimiters. */
export interface Comment {
  readonly type: 'Line' | 'Block'
  readonly value: string
  readonly start: number
  readonly end: number
}

/** A parsed file. */
export interface Parsed {
  readonly path: string
  readonly text: string
  readonly program: Node
  readonly comments: readonly Comment[]
  /** 1-based line of an offset. */
  line(offset: number): number
}

/** Whether a value is a node of the tree. */
export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

/**
 * Parses TypeScript or JavaScript. A file that does not parse is an error, never an empty tree: a
 * guard over nothing would be green.
 */
export function parsed(path: string, text: string): Parsed {
  const answer = parseSync(path, text, { sourceType: 'module' })
  const first = answer.errors[0]
  if (first !== undefined) throw new Error(`${path} cannot be parsed: ${first.message}`)
  return {
    path,
    text,
    program: answer.program as unknown as Node,
    comments: answer.comments as unknown as readonly Comment[],
    line: (offset) => lineAt(text, offset),
  }
}

/** Calls `see` for a node and everything below it, with the parent and the key under which it hangs. */
export function walk(node: Node, see: (node: Node, parent: Node | undefined, key: string) => void, parent?: Node, under = ''): void {
  see(node, parent, under)
  for (const [key, value] of Object.entries(node)) {
    if (Array.isArray(value)) {
      for (const one of value) if (isNode(one)) walk(one, see, node, key)
    } else if (isNode(value)) walk(value, see, node, key)
  }
}

/** The text of a string literal, of a template without holes, or of such texts joined by `+`; else undefined. */
export function stringOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : undefined
  if (node.type === 'TemplateLiteral') {
    const quasis = node['quasis'] as readonly { value: { cooked?: string | null } }[]
    return quasis.length === 1 ? (quasis[0]?.value.cooked ?? undefined) : undefined
  }
  if (node.type === 'BinaryExpression' && node['operator'] === '+') {
    const head = stringOf(node['left'])
    const tail = stringOf(node['right'])
    return head !== undefined && tail !== undefined ? head + tail : undefined
  }
  if (node.type === 'TSLiteralType') return stringOf(node['literal'])
  if (node.type === 'ParenthesizedExpression' || node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression') {
    return stringOf(node['expression'])
  }
  return undefined
}

/** The plain or quoted name of a member, a key or an identifier; undefined when it is worked out at run time. */
export function nameOf(node: unknown, computed = false): string | undefined {
  if (!isNode(node)) return undefined
  if (computed) return stringOf(node)
  if (node.type === 'Identifier' || node.type === 'JSXIdentifier') return node['name'] as string
  return stringOf(node)
}
