import { isNode, type Node, nameOf, type Parsed, stringOf, walk } from './syntax.ts'
import { type Finding, isTest } from './tree.ts'

/** A rule over one parsed file. */
export type CodeRule = (file: Parsed) => Finding[]

const finder = (file: Parsed): { found: Finding[]; add: (node: { start: number }, what: string) => void } => {
  const found: Finding[] = []
  return { found, add: (node, what) => found.push({ path: file.path, line: file.line(node.start), what }) }
}

/** Lines after which a file of src has more than one reason to change. */
export const mostLines = 400

/** A file of src is not longer than {@link mostLines}. */
export const shortFile: CodeRule = ({ path, text }) => {
  const lines = text.split('\n').length - 1
  return lines > mostLines ? [{ path, line: mostLines, what: `has ${lines} lines; ${mostLines} is the most` }] : []
}

/** `Date` as a value or a type, also by way of globalThis. Names of members and keys that happen to be called Date are left alone. */
export const noDate: CodeRule = (file) => {
  const { found, add } = finder(file)
  if (file.path === 'src/kernel/time.ts' || isTest(file.path)) return found
  const inPattern = new Set<Node | undefined>()
  walk(file.program, (node, parent, key) => {
    if (parent?.type === 'ObjectPattern') inPattern.add(node)
    const isMember = parent?.type === 'MemberExpression' && key === 'property'
    const isKey = (key === 'key' && parent?.['computed'] !== true && !inPattern.has(parent)) || parent?.type === 'JSXAttribute'
    if (node.type === 'Identifier' && node['name'] === 'Date' && !isMember && !isKey)
      add(node, 'uses Date; time goes through src/kernel/time.ts')
    if (node.type !== 'MemberExpression' || nameOf(node['property'], node['computed'] === true) !== 'Date') return
    if (isNode(node['object']) && /^(?:globalThis|window|self|global)$/.test(nameOf(node['object']) ?? ''))
      add(node, 'uses Date; time goes through src/kernel/time.ts')
  })
  return found
}

const isFunction = (node: unknown): boolean =>
  isNode(node) && (node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression' || node.type === 'ClassExpression')

/** Every exported function, class and function-valued constant has TSDoc right above it. */
export const documented: CodeRule = (file) => {
  const { found, add } = finder(file)
  if (isTest(file.path)) return found
  const body = file.program['body'] as readonly Node[]
  const said = new Set<string>()
  for (const statement of body) {
    const declaration = statement.type.startsWith('Export') ? statement['declaration'] : undefined
    if (!isNode(declaration)) continue
    for (const name of publicNames(declaration)) {
      if (said.has(name)) continue
      said.add(name)
      if (!hasDoc(file, statement)) add(statement, `exports ${name} without a /** … */ that says what it does`)
    }
  }
  return found
}

function publicNames(declaration: Node): string[] {
  if (declaration.type === 'VariableDeclaration') {
    return (declaration['declarations'] as readonly Node[]).filter((one) => isFunction(one['init'])).map((one) => nameOf(one['id']) ?? '')
  }
  return /^(?:FunctionDeclaration|TSDeclareFunction|ClassDeclaration)$/.test(declaration.type)
    ? [nameOf(declaration['id']) ?? 'default']
    : []
}

const hasDoc = (file: Parsed, statement: Node): boolean =>
  file.comments.some(({ type, value, end }) => {
    if (type !== 'Block' || !value.startsWith('*') || end > statement.start || !/[\p{L}\p{N}]/u.test(value)) return false
    // Between the comment and what it describes only white space and linter directives may stand.
    return file.text
      .slice(end, statement.start)
      .split('\n')
      .every((line) => /^\s*(?:\/\/ biome-ignore .*)?$/.test(line))
  })

/** A colour written out instead of named by its role. */
const rawColour = /#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})(?![\w-])|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(/i
const paletteClass =
  /(?:^|[\s:])(?:text|bg|border|ring|outline|fill|stroke|shadow|accent|caret|decoration|divide|from|via|to|placeholder)-(?:(?:red|orange|amber|yellow|lime|green|emerald|teal|cyan|sky|blue|indigo|violet|purple|fuchsia|pink|rose|slate|gray|zinc|neutral|stone)-\d{2,3}|white|black)(?![\w-])/
const roles = /^(?:none|currentColor|inherit|transparent|var\(--[\w-]+\)|url\(#[\w-]+\))$/

/** Colours come from src/web/tokens.css alone: no hex, no colour functions, no palette classes, no named fills. */
export const noRawColour: CodeRule = (file) => {
  const { found, add } = finder(file)
  if (isTest(file.path) || !/^src\/(?:web|mine|sample)\//.test(file.path)) return found
  const painted = file.path.endsWith('.tsx')
  walk(file.program, (node, parent) => {
    const text =
      node.type === 'TemplateElement' ? (node['value'] as { raw: string }).raw : node.type === 'Literal' ? stringOf(node) : undefined
    if (text === undefined) return
    const isLink = /^#/.test(text) && !rawColour.test(text.slice(0, 9))
    if ((!isLink && rawColour.test(text)) || paletteClass.test(text))
      add(node, `names a colour (${text.slice(0, 40)}); take a role of src/web/tokens.css`)
    else if (
      painted &&
      parent?.type === 'JSXAttribute' &&
      /^(?:fill|stroke|color|stopColor|floodColor)$/.test(nameOf(parent['name']) ?? '') &&
      !roles.test(text)
    )
      add(node, `names a colour (${text}); take a role of src/web/tokens.css`)
  })
  return found
}

/** Colours in a style sheet, other than the one that defines the roles. */
export function coloursInCss(path: string, text: string): Finding[] {
  if (path === 'src/web/tokens.css') return []
  return text.split('\n').flatMap((line, at) => {
    const plain = line.replace(/\/\*.*?\*\//g, '').replace(/url\([^)]*\)/g, '')
    return rawColour.test(plain)
      ? [{ path, line: at + 1, what: `names a colour (${line.trim().slice(0, 40)}); take a role of src/web/tokens.css` }]
      : []
  })
}

const suites = new Set(['test', 'it', 'describe', 'suite', 'bench'])

/** A test that is left out says why, in a comment beside it or in the sentence it gives; none is run alone or only promised. */
export const noSilentSkip: CodeRule = (file) => {
  const { found, add } = finder(file)
  if (!isTest(file.path)) return found
  walk(file.program, (node) => {
    if (node.type !== 'MemberExpression') return
    const member = nameOf(node['property'], node['computed'] === true)
    const object = nameOf(node['object'])
    if (object === undefined || member === undefined || !suites.has(object)) return
    if (/^(?:only|todo|fails)$/.test(member)) add(node, `uses ${object}.${member}`)
    if (/^(?:skip|skipIf|runIf)$/.test(member) && !hasReason(file, node.start))
      add(node, `uses ${object}.${member} without a comment that says why`)
  })
  return found
}

const hasReason = (file: Parsed, start: number): boolean => {
  const line = file.line(start)
  return file.comments.some((comment) => {
    const at = file.line(comment.end)
    return (at === line || at === line - 1) && comment.value.replace(/biome-ignore\s+\S+:?/, '').trim().length >= 12
  })
}

/** Classes that name a side of the screen; the page is also read from the right. Each with its word for either direction. */
const sides: readonly (readonly [physical: RegExp, logical: string])[] = [
  [/^-?m[lr]-/, 'ms-, me-'],
  [/^-?p[lr]-/, 'ps-, pe-'],
  [/^-?(?:left|right)-(?=\d|\[|\(|auto|px|full)/, 'start-, end-'],
  [/^text-(?:left|right)$/, 'text-start, text-end'],
  [/^float-(?:left|right)$/, 'float-start, float-end'],
  [/^border-[lr](?=$|-)/, 'border-s, border-e'],
  [/^rounded-(?:[lr]|[tb][lr])(?=$|-)/, 'rounded-s, rounded-e'],
  [/^scroll-[mp][lr]-/, 'scroll-ms-, scroll-ps-'],
]

/** Screens are laid out by where a line begins and ends, never by left and right. */
export const noSides: CodeRule = (file) => {
  const { found, add } = finder(file)
  if (!file.path.endsWith('.tsx') || isTest(file.path)) return found
  walk(file.program, (node) => {
    const text = node.type === 'TemplateElement' ? (node['value'] as { cooked?: string | null }).cooked : stringOf(node)
    for (const word of (text ?? '').split(/\s+/)) {
      const last = word.slice(word.lastIndexOf(':') + 1)
      const side = sides.find(([physical]) => physical.test(last))
      if (side !== undefined) add(node, `names a side with "${word}"; instead: ${side[1]}`)
    }
  })
  return found
}
