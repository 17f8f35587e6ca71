import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from './tree.ts'

/** One file that must be refused, and the rule that must refuse it. */
interface Planted {
  readonly path: string
  readonly text: string
  readonly rule: string
}

const importing = (path: string, specifier: string): Planted => ({
  path,
  text: `import { one } from '${specifier}'\n\nexport const two = one\n`,
  rule: 'lint/style/noRestrictedImports',
})

const saying = (path: string, rule: string, text: string): Planted => ({ path, text: `${text}\n`, rule: `lint/${rule}` })

const planted: readonly Planted[] = [
  importing('src/kernel/ids.ts', '../mine/book.ts'),
  importing('src/kernel/ids-b.ts', 'temporal-polyfill'),
  importing('src/kernel/ids-c.ts', 'node:fs'),
  importing('src/kernel/time.ts', 'zod/mini'),
  importing('src/formats/vcard.ts', '../mine/book.ts'),
  importing('src/formats/vcard-b.ts', 'node:fs'),
  importing('src/formats/vcard-c.ts', '../tables/seat.ts'),
  importing('src/tables/seat.ts', '../formats/vcard.ts'),
  importing('src/tables/seat-b.ts', 'react'),
  importing('src/vault/seal.ts', '../mine/book.ts'),
  importing('src/vault/seal-b.ts', './server/store.ts'),
  importing('src/vault/seal-c.ts', '../server/db/pool.ts'),
  importing('src/vault/seal-d.ts', 'kysely'),
  importing('src/vault/server/store.ts', '../seal.ts'),
  importing('src/vault/server/store-b.ts', '../../mine/book.ts'),
  importing('src/vault/server/store-c.ts', 'jose'),
  importing('src/ours/lunch/actions.ts', '../../mine/book.ts'),
  importing('src/ours/lunch/actions-b.ts', '../../vault/contract.ts'),
  importing('src/server/app.ts', '../mine/book.ts'),
  importing('src/server/app-b.ts', '../vault/seal.ts'),
  importing('src/server/app-c.ts', '../web/main.tsx'),
  importing('src/mine/book.ts', '../server/app.ts'),
  importing('src/mine/book-b.ts', '../ours/lunch/contract.ts'),
  importing('src/mine/book-c.ts', 'node:fs'),
  importing('src/mine/book-d.ts', '../vault/seal.ts'),
  importing('src/mine/book-e.ts', '../web/ui/button.tsx'),
  importing('src/mine/warmth/warmth.ts', '../people/ui/page.tsx'),
  importing('src/mine/warmth/warmth-b.ts', 'react'),
  importing('src/mine/people/ui/page.tsx', '../../../vault/seal.ts'),
  importing('src/mine/people/ui/page-b.tsx', '../../../server/app.ts'),
  importing('src/web/main.tsx', '../server/app.ts'),
  importing('src/web/main-b.tsx', 'node:fs'),
  importing('src/web/main-c.tsx', '../vault/server/store.ts'),
  importing('src/sample/people.ts', '../web/main.tsx'),
  ...['jose', 'hash-wasm', 'age-encryption', '@scure/bip39', '@scure/bip39/wordlists/english.js', 'temporal-polyfill', 'zod'].map(
    (name, at) => importing(`src/cli/main-${at}.ts`, name),
  ),
  saying('src/mine/any.ts', 'suspicious/noExplicitAny', 'export const a = (b: any) => b'),
  saying('src/mine/date.ts', 'style/noRestrictedGlobals', 'export const now = () => new Date()'),
  saying('src/mine/default.ts', 'style/noDefaultExport', 'export default 1'),
  saying('src/mine/console.ts', 'suspicious/noConsole', "export const a = () => console.log('a')"),
  saying('src/mine/type.ts', 'style/useImportType', "import { A } from './other.ts'\n\nexport type B = A"),
  saying('src/mine/unused.ts', 'correctness/noUnusedVariables', 'const a = 1'),
  saying('src/mine/unused-import.ts', 'correctness/noUnusedImports', "import { a } from './other.ts'"),
  saying('src/mine/ignore.ts', 'suspicious/noTsIgnore', '// @ts-ignore\nexport const a = 1'),
  saying('src/mine/barrel.ts', 'performance/noBarrelFile', "export { a } from './other.ts'"),
  saying('src/mine/all.ts', 'performance/noReExportAll', "export * from './other.ts'"),
  saying('src/mine/enum.ts', 'style/noEnum', 'export enum A {\n  B = 1,\n}'),
  saying('src/mine/camelCase.ts', 'style/useFilenamingConvention', 'export const a = 1'),
  saying('src/mine/only.test.ts', 'suspicious/noFocusedTests', "import { test } from 'vitest'\n\ntest.only('a', () => {})"),
  saying('src/mine/skip.test.ts', 'suspicious/noSkippedTests', "import { test } from 'vitest'\n\ntest.skip('a', () => {})"),
  saying('src/web/click.tsx', 'a11y/useKeyWithClickEvents', 'export const A = () => <div onClick={() => {}}>a</div>'),
  saying('src/web/button.tsx', 'a11y/useButtonType', 'export const A = () => <button>a</button>'),
  saying('src/web/alt.tsx', 'a11y/useAltText', 'export const A = () => <img src="/a.png" />'),
  saying(
    'src/web/html.tsx',
    'security/noDangerouslySetInnerHtml',
    'export const A = ({ a }: { a: string }) => <p dangerouslySetInnerHTML={{ __html: a }} />',
  ),
]

/** Files that stand beside the planted ones and must pass. */
const sound: readonly Omit<Planted, 'rule'>[] = [
  { path: 'src/kernel/day.ts', text: "import { one } from './ids.ts'\n\nexport const two = one\n" },
  { path: 'src/server/mount.ts', text: "import { one } from '../vault/server/store.ts'\n\nexport const two = one\n" },
  { path: 'src/server/wire.ts', text: "import { one } from '../vault/contract.ts'\n\nexport const two = one\n" },
  { path: 'src/vault/keys.ts', text: "import { one } from 'jose'\n\nexport const two = one\n" },
  { path: 'src/mine/people/ui/list.tsx', text: "import { one } from '../../../web/ui/button.tsx'\n\nexport const two = one\n" },
  { path: 'src/cli/say.ts', text: "export const say = () => console.log('a')\n" },
]

interface Report {
  readonly diagnostics: readonly { readonly category: string; readonly location?: { readonly path?: unknown } }[]
}

const pathOf = (path: unknown): string => (typeof path === 'string' ? path : ((path as { file?: string } | undefined)?.file ?? ''))

describe('the linter', () => {
  let folder = ''
  const found = new Map<string, Set<string>>()

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kith-lint-'))
    cpSync(join(projectRoot, 'biome.json'), join(folder, 'biome.json'))
    const config = JSON.parse(readFileSync(join(folder, 'biome.json'), 'utf8')) as Record<string, unknown>
    writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...config, $schema: undefined, vcs: { enabled: false } }))
    for (const { path, text } of [...planted, ...sound]) {
      mkdirSync(join(folder, dirname(path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome')
    const report = JSON.parse(run(process.execPath, [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'], folder)) as Report
    for (const { category, location } of report.diagnostics) {
      const path = pathOf(location?.path).replaceAll('\\', '/').replace(/^\.\//, '')
      found.set(path, (found.get(path) ?? new Set()).add(category))
    }
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('no file is planted twice', () => {
    const paths = [...planted, ...sound].map(({ path }) => path)
    expect(new Set(paths).size).toBe(paths.length)
  })

  for (const { path, text, rule } of planted) {
    test(`${rule} refuses ${path}: ${text.split('\n')[0]}`, () => {
      expect([...(found.get(path) ?? [])]).toContain(rule)
    })
  }

  for (const { path } of sound) {
    test(`${path} passes`, () => {
      expect([...(found.get(path) ?? [])]).toEqual([])
    })
  }
})

/** Standard output of a program, whether or not it ends with an error. */
function run(program: string, args: readonly string[], cwd: string): string {
  try {
    return execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 32_000_000 })
  } catch (error) {
    const { stdout } = error as { stdout?: string }
    if (stdout === undefined || stdout === '') throw error
    return stdout
  }
}
