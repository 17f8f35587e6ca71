import { isNode, type Node, nameOf, type Parsed, stringOf, walk } from './syntax.ts'

/** How one file names another. */
export type How = 'import' | 'export' | 'import()' | 'import type' | 'import =' | 'require' | 'url' | 'text' | 'reference' | 'computed'

/** One mention of a module. A computed mention has no specifier: nobody can say where it leads. */
export interface Mention {
  readonly how: How
  readonly specifier: string | undefined
  readonly line: number
}

const isMeta = (node: unknown): boolean => isNode(node) && node.type === 'MetaProperty'

/** `import.meta.url`, and anything that is computed from it. */
const mentionsMeta = (node: unknown): boolean => {
  if (!isNode(node)) return false
  let found = false
  walk(node, (inner) => {
    if (isMeta(inner)) found = true
  })
  return found
}

/** The names under which a file can call a require function: `require` itself, and what createRequire gave. */
function requireNames(program: Node): Set<string> {
  const makers = new Set(['createRequire'])
  walk(program, (node) => {
    if (node.type === 'ImportSpecifier' && nameOf(node['imported']) === 'createRequire') makers.add(nameOf(node['local']) ?? '')
  })
  const names = new Set(['require'])
  walk(program, (node) => {
    if (node.type !== 'VariableDeclarator' || !isNode(node['init'])) return
    const name = nameOf(node['id'])
    if (name === undefined) return
    let made = false
    walk(node['init'], (inner) => {
      if (inner.type === 'CallExpression' && makesRequire(inner, makers)) made = true
    })
    if (made) names.add(name)
  })
  return names
}

function makesRequire(call: Node, makers: ReadonlySet<string>): boolean {
  const callee = call['callee']
  if (!isNode(callee)) return false
  if (callee.type === 'Identifier') return makers.has(nameOf(callee) ?? '')
  return callee.type === 'MemberExpression' && nameOf(callee['property'], callee['computed'] === true) === 'createRequire'
}

/**
 * Every way in which a file can bring in another one: static and type-only imports, re-exports,
 * `import()` as value and as type, `import =`, `require` and createRequire, `new URL(…, import.meta.url)`
 * (which is how workers are named), globs, triple-slash references, and any other string that reads
 * like a relative path or a path from the root. Comments that silence a linter silence nothing here.
 */
export function mentionsIn(file: Parsed): Mention[] {
  const found: Mention[] = []
  const seen = new Set<Node>()
  const requires = requireNames(file.program)
  const add = (how: How, at: Node, source: unknown): void => {
    if (isNode(source)) seen.add(source)
    const specifier = stringOf(source)
    found.push({ how: specifier === undefined ? 'computed' : how, specifier, line: file.line(at.start) })
  }
  walk(file.program, (node) => {
    const named = namedBy(node, requires)
    if (named !== undefined) add(named.how, node, named.source)
  })
  walk(file.program, (node) => {
    if (seen.has(node)) return
    const text = node.type === 'Literal' || node.type === 'TemplateLiteral' || node.type === 'BinaryExpression' ? stringOf(node) : undefined
    if (text !== undefined && /^(?:\.{0,2}\/|src\/)[^\s]+$/.test(text))
      found.push({ how: 'text', specifier: text, line: file.line(node.start) })
  })
  for (const comment of file.comments) {
    const path = /^\/\s*<reference\s+(?:path|types)\s*=\s*["']([^"']+)["']/.exec(comment.value)?.[1]
    if (path !== undefined) found.push({ how: 'reference', specifier: path, line: file.line(comment.start) })
  }
  return found
}

interface Named {
  readonly how: How
  /** The expression that names the module; undefined when it cannot be read. */
  readonly source: unknown
}

function namedBy(node: Node, requires: ReadonlySet<string>): Named | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
      return { how: 'import', source: node['source'] }
    case 'ExportAllDeclaration':
      return { how: 'export', source: node['source'] }
    case 'ExportNamedDeclaration':
      return isNode(node['source']) ? { how: 'export', source: node['source'] } : undefined
    case 'ImportExpression':
      return { how: 'import()', source: node['source'] }
    case 'TSImportType':
      return { how: 'import type', source: node['source'] ?? node['argument'] }
    case 'TSExternalModuleReference':
      return { how: 'import =', source: node['expression'] }
    case 'CallExpression':
      return namedByCall(node, requires)
    case 'NewExpression':
      return namedByNew(node)
    default:
      return undefined
  }
}

function namedByCall(node: Node, requires: ReadonlySet<string>): Named | undefined {
  const callee = node['callee']
  const source = (node['arguments'] as readonly unknown[])[0]
  if (!isNode(callee)) return undefined
  if (callee.type === 'Identifier') return requires.has(nameOf(callee) ?? '') ? { how: 'require', source } : undefined
  if (callee.type === 'CallExpression') return makesRequire(callee, new Set(['createRequire'])) ? { how: 'require', source } : undefined
  if (callee.type !== 'MemberExpression') return undefined
  const member = nameOf(callee['property'], callee['computed'] === true)
  const object = callee['object']
  if (isMeta(object) && member === 'glob') return { how: 'computed', source: undefined }
  if (isMeta(object) && member === 'resolve') return { how: 'url', source }
  if (member === 'resolve' && isNode(object) && requires.has(nameOf(object) ?? '')) return { how: 'require', source }
  return member === 'require' ? { how: 'require', source } : undefined
}

function namedByNew(node: Node): Named | undefined {
  const name = nameOf(node['callee'])
  const [first, second] = node['arguments'] as readonly unknown[]
  if (name === 'URL' && mentionsMeta(second)) return { how: 'url', source: first }
  const spelt = isNode(first) && first.type !== 'Identifier' && first.type !== 'NewExpression'
  if ((name === 'Worker' || name === 'SharedWorker') && spelt) return { how: 'url', source: first }
  return name === 'Function' ? { how: 'computed', source: undefined } : undefined
}
