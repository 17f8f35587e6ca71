import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { graphOf } from './graph.ts'
import { parsed } from './syntax.ts'
import { type Finding, filesUnder, isProgram, projectRoot, shown } from './tree.ts'
import { broken, keyTouches, outOfPlace, readByEye, type Wall, walls } from './walls.ts'

const planted = join(import.meta.dirname, 'planted')
const house = graphOf(projectRoot, ['src'])

const wallNamed = (name: string): Wall => {
  const wall = walls.find((one) => one.name === name)
  if (wall === undefined) throw new Error(`There is no wall named "${name}".`)
  return wall
}

const brokenIn = (tree: string, wall: string): Finding[] => broken(graphOf(join(planted, tree), ['src']), wallNamed(wall))

describe('the house itself', () => {
  test('every program file under src is a module of the graph, and there are many', () => {
    const files = filesUnder(projectRoot, 'src').filter(isProgram)
    expect([...house.keys()].filter((path) => path.startsWith('src/')).sort()).toEqual(files)
    expect(files.length).toBeGreaterThan(60)
    expect([...house.values()].reduce((sum, module) => sum + module.edges.length, 0)).toBeGreaterThan(150)
  })

  test('every relative import leads to a file', () => {
    const holes = [...house.values()].flatMap(({ path, missing }) =>
      missing.map(({ name, line }) => ({ path, line, what: `imports ${name}, which is not there` })),
    )
    expect(shown(holes)).toEqual([])
  })

  for (const folder of [
    'src/kernel',
    'src/vault',
    'src/vault/server',
    'src/formats',
    'src/mine',
    'src/server',
    'src/web',
    'src/cli',
    'src/sample',
  ]) {
    test(`${folder} has files, so that its walls stand around something`, () => {
      expect(filesUnder(projectRoot, folder).filter(isProgram)).not.toEqual([])
    })
  }

  for (const wall of walls) {
    test(wall.name, () => {
      expect(shown(broken(house, wall, readByEye))).toEqual([])
    })
  }

  test('each file read by eye still needs it', () => {
    for (const path of Object.keys(readByEye)) expect(house.get(path)?.computed ?? [], path).not.toEqual([])
  })

  test('packages are used only in their place', () => {
    expect(shown(outOfPlace(house))).toEqual([])
  })

  test('only the vault touches keys', () => {
    expect(shown(keyTouches(projectRoot, house.keys()))).toEqual([])
  })

  test('files and folders that are not there are no findings, and no green tick either', () => {
    expect(filesUnder(projectRoot, 'src/nowhere')).toEqual([])
    expect(graphOf(projectRoot, ['src/nowhere']).size).toBe(0)
  })
})

/** Each planted tree, with the wall that must fall over it. */
const violations: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'static-import',
      'side-effect-import',
      'type-import',
      'type-expression',
      'type-query',
      'dynamic-import',
      'template-import',
      'joined-import',
      'computed-import',
      're-export',
      're-export-all',
      're-export-type',
      'import-equals',
      'require',
      'create-require',
      'create-require-renamed',
      'create-require-computed',
      'worker-url',
      'worker-path',
      'path-in-text',
      'computed-url',
      'glob',
      'function-from-text',
      'reference-comment',
      'silenced-by-comments',
      'silenced-whole-file',
      'other-ending',
      'no-ending',
      'plain-javascript',
      'common-javascript',
      'commented-oddly',
      'escaped',
      'from-ours',
      'from-vault-server',
      'from-a-test',
      'many-hops',
      'hop-outside-src',
      'hop-in-a-circle',
      'private-name',
      'own-package-name',
      'text-as-code',
      'whole-path',
    ].map((tree) => [tree, 'ours and server never reach mine']),
  ),
  'server-opens-the-seal': 'ours and server never reach the device side of the vault',
  'server-takes-a-key-package': 'ours and server never reach the device side of the vault',
  'vault-server-opens-the-seal': 'ours and server never reach the device side of the vault',
  'ours-uses-the-vault': 'ours never reaches the vault at all',
  'kernel-imports-the-house': 'the kernel stands alone',
  'kernel-imports-a-package': 'the kernel stands alone',
  'formats-know-a-book': 'formats and tables are pure and for both books',
  'tables-read-files': 'formats and tables are pure and for both books',
  'mine-calls-the-server': 'mine never reaches the company side, the server or the command line',
  'mine-reads-ours': 'mine never reaches the company side, the server or the command line',
  'mine-uses-node': 'mine never reaches the company side, the server or the command line',
  'rules-reach-a-screen': 'rules of the book reach no screen and no vault',
  'rules-reach-react': 'rules of the book reach no screen and no vault',
  'rules-reach-the-vault': 'rules of the book reach no screen and no vault',
  'vault-knows-the-book': 'the device side of the vault does not know the book',
  'browser-runs-the-server': 'the browser reaches no server code',
  'browser-uses-node': 'the browser reaches no server code',
  'program-keeper-knows-the-book': 'what keeps the program stands alone',
  'program-keeper-takes-a-package': 'what keeps the program stands alone',
  'runs-a-test-stand': 'what runs reaches no test',
}

const misplaced = ['keys-age', 'keys-jose', 'keys-words', 'time-elsewhere', 'other-zod']
const touches = [
  'touch-subtle',
  'touch-subtle-quoted',
  'touch-subtle-taken-apart',
  'touch-random-key',
  'touch-node-cipher',
  'touch-webcrypto',
]

describe('planted violations', () => {
  test('every wall has at least one, and every planted tree is tried', () => {
    const tried = [...Object.keys(violations), ...misplaced, ...touches, 'sound'].sort()
    expect(readdirSync(planted).sort()).toEqual(tried)
    expect([...new Set(Object.values(violations))].sort()).toEqual(walls.map((wall) => wall.name).sort())
  })

  for (const [tree, wall] of Object.entries(violations)) {
    test(`${tree}: "${wall}" falls`, () => {
      expect(brokenIn(tree, wall)).not.toEqual([])
    })
  }

  for (const tree of misplaced) {
    test(`${tree}: the package is out of its place`, () => {
      expect(outOfPlace(graphOf(join(planted, tree), ['src']))).toHaveLength(1)
    })
  }

  for (const tree of touches) {
    test(`${tree}: a key is touched outside the vault`, () => {
      expect(keyTouches(join(planted, tree), graphOf(join(planted, tree), ['src']).keys())).not.toEqual([])
    })
  }

  test('a sound tree passes every wall', () => {
    const root = join(planted, 'sound')
    const graph = graphOf(root, ['src'])
    expect(graph.size).toBe(6)
    expect(shown([...walls.flatMap((wall) => broken(graph, wall)), ...outOfPlace(graph), ...keyTouches(root, graph.keys())])).toEqual([])
  })

  test('a finding names the whole way', () => {
    const [first] = shown(brokenIn('many-hops', 'ours and server never reach mine'))
    expect(first).toContain(
      'src/server/app.ts:1 reaches src/mine/book.ts through src/formats/shape.ts → src/tables/seat.ts → src/kernel/text.ts',
    )
  })

  test('a symbolic link stops the walk', () => {
    const root = mkdtempSync(join(tmpdir(), 'kith-walls-'))
    try {
      mkdirSync(join(root, 'mine'))
      symlinkSync(join(root, 'mine'), join(root, 'server'), 'junction')
      expect(() => filesUnder(root)).toThrow('symbolic link')
    } finally {
      rmSync(root, { recursive: true })
    }
  })

  test('a file that does not parse stops the walk', () => {
    expect(() => parsed('broken.ts', 'const = 1')).toThrow('broken.ts cannot be parsed')
  })
})
