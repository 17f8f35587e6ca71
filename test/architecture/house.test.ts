import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type CodeRule, coloursInCss, documented, mostLines, noDate, noRawColour, noSides, noSilentSkip, shortFile } from './code-rules.ts'
import { type Parsed, parsed } from './syntax.ts'
import { type Finding, filesUnder, isProgram, isTest, projectRoot, shown, textOf } from './tree.ts'
import { avoidedInGerman, textsIn, textsInCatalogue, tracesIn, unkind } from './words.ts'

const everything = filesUnder(projectRoot)
const programs: readonly Parsed[] = everything
  .filter((path) => path.startsWith('src/') && isProgram(path))
  .map((path) => parsed(path, textOf(projectRoot, path)))
const tests: readonly Parsed[] = everything
  .filter((path) => /^(?:src|test)\//.test(path) && isTest(path))
  .map((path) => parsed(path, textOf(projectRoot, path)))

/** What a rule says about one planted file. */
const planted = (rule: CodeRule, path: string, text: string): Finding[] => rule(parsed(path, text))

test('the guards read the whole house', () => {
  expect(programs.length).toBeGreaterThan(100)
  expect(tests.length).toBeGreaterThan(20)
  expect(everything).toContain('package.json')
})

describe('files of src stay small', () => {
  test('in the house', () => {
    expect(shown(programs.filter(({ path }) => !isTest(path)).flatMap(shortFile))).toEqual([])
  })
  test('a longer one is found', () => {
    expect(
      planted(
        shortFile,
        'src/mine/long.ts',
        'export const a = 1\n'.repeat(mostLines + 1).replaceAll(/a = 1/g, () => `a${Math.random().toString(36).slice(2)} = 1`),
      ),
    ).toHaveLength(1)
  })
})

describe('screens know no left and no right', () => {
  test('in the house', () => {
    expect(shown(programs.flatMap(noSides))).toEqual([])
  })
  for (const words of [
    'ml-2',
    'max-desk:-mr-3',
    'ps-1 pl-4',
    'absolute left-0',
    'desk:right-[3px]',
    'text-left',
    'border-l',
    'rounded-tr-card',
  ]) {
    test(`found: ${words}`, () => {
      expect(planted(noSides, 'src/web/ui/planted.tsx', `export const a = <p className="block ${words}">x</p>`)).toHaveLength(1)
      expect(
        planted(noSides, 'src/web/ui/planted.tsx', `export const a = (b: string) => <p className={\`${words} \${b}\`}>x</p>`),
      ).toHaveLength(1)
    })
  }
  test('what begins and ends a line is left alone', () => {
    const words = 'ms-2 -me-1 ps-4 start-0 text-start border-s rounded-ss-card mlem-1 left'
    expect(planted(noSides, 'src/web/ui/planted.tsx', `export const a = <p className="${words}">x</p>`)).toEqual([])
  })
})

describe('Date stays out of src', () => {
  test('in the house', () => {
    expect(shown(programs.flatMap(noDate))).toEqual([])
  })
  for (const text of [
    'export const a = new Date()',
    'export const a = Date.now()',
    'export const a = globalThis.Date.now()',
    "export const a = globalThis['Date']",
    'export const a = (at: Date) => at',
    'const { Date: D } = globalThis\nexport const a = D',
    '// biome-ignore lint/style/noRestrictedGlobals: nobody looks\nexport const a = Date.UTC(2026)',
    'export class Later extends Date {}',
  ]) {
    test(`found: ${text.split('\n').at(-1)}`, () => {
      expect(planted(noDate, 'src/mine/planted.ts', text)).not.toEqual([])
    })
  }
  test('a member or a key that is called Date is no Date', () => {
    expect(
      planted(noDate, 'src/formats/planted.ts', "export const a = (row: { Date: string }) => row.Date + ({ Date: 'x' }).Date"),
    ).toEqual([])
  })
})

describe('what is exported is described', () => {
  test('in the house', () => {
    expect(shown(programs.flatMap(documented))).toEqual([])
  })
  for (const [path, text] of [
    ['src/mine/a.ts', 'export function a() {}'],
    ['src/mine/a.ts', 'export const a = () => 1'],
    ['src/mine/a.ts', 'export class A {}'],
    ['src/mine/a.ts', '/** Another. */\nconst b = 1\nexport const a = () => b'],
    ['src/mine/a.ts', '/** */\nexport const a = () => 1'],
    ['src/mine/a.ts', '// a line comment\nexport const a = () => 1'],
    ['src/web/a.tsx', 'export const A = () => <p>a</p>'],
  ] as const) {
    test(`found: ${text.replaceAll('\n', ' ⏎ ')}`, () => {
      expect(planted(documented, path, text)).toHaveLength(1)
    })
  }
  test('one line suffices, also above a linter directive', () => {
    expect(
      planted(
        documented,
        'src/mine/a.ts',
        '/** One. */\nexport const a = () => 1\n\n/** Two. */\n// biome-ignore lint/a: because\nexport function b() {}\n',
      ),
    ).toEqual([])
  })
})

describe('colours have names', () => {
  test('in the code', () => {
    expect(shown(programs.flatMap(noRawColour))).toEqual([])
  })
  test('in the style sheets', () => {
    const sheets = everything.filter((path) => path.startsWith('src/') && path.endsWith('.css'))
    expect(sheets).toContain('src/web/tokens.css')
    expect(shown(sheets.flatMap((path) => coloursInCss(path, textOf(projectRoot, path))))).toEqual([])
  })
  for (const text of [
    'export const A = () => <p style={{ color: "#a1b2c3" }}>a</p>',
    'export const A = () => <p className="text-red-500">a</p>',
    'export const A = () => <p className="p-2 hover:bg-white">a</p>',
    'export const A = () => <svg><path fill="tomato" /></svg>',
    'export const A = () => <p style={{ color: `rgb(1 2 3)` }}>a</p>',
    'export const A = () => <p className="bg-[oklch(0.5_0.1_20)]">a</p>',
  ]) {
    test(`found: ${text.slice(23)}`, () => {
      expect(planted(noRawColour, 'src/web/planted.tsx', text)).toHaveLength(1)
    })
  }
  test('found in a style sheet', () => {
    expect(coloursInCss('src/web/other.css', '.a {\n  color: #fff;\n}')).toHaveLength(1)
    expect(coloursInCss('src/web/tokens.css', '.a {\n  color: #fff;\n}')).toEqual([])
  })
  test('links, roles and ids are no colours', () => {
    expect(
      planted(
        noRawColour,
        'src/web/a.tsx',
        'export const A = () => <a href="#facts"><svg fill="none" stroke="currentColor" className="text-ink-soft" /></a>',
      ),
    ).toEqual([])
  })
})

describe('texts for people are kind and plain', () => {
  const catalogues = everything.filter((path) => path.startsWith('src/web/locales/') && path.endsWith('.po'))

  test('in the code', () => {
    const texts = programs.flatMap(textsIn)
    expect(texts.length).toBeGreaterThan(100)
    expect(shown(unkind(texts))).toEqual([])
  })
  test('in the catalogues', () => {
    expect(catalogues).not.toEqual([])
    const texts = catalogues.flatMap((path) => textsInCatalogue(path, textOf(projectRoot, path)))
    expect(texts.length).toBeGreaterThan(20)
    expect(shown(unkind(texts))).toEqual([])
  })
  test('in German', () => {
    const german = catalogues.filter((path) => path.endsWith('/de.po'))
    expect(german).toHaveLength(2)
    const texts = german.flatMap((path) => textsInCatalogue(path, textOf(projectRoot, path)))
    expect(texts.length).toBeGreaterThan(500)
    expect(shown(unkind(texts, avoidedInGerman))).toEqual([])
  })
  for (const text of [
    'Deine Kontakte',
    'Drei Menschen sind überfällig',
    'Der Benutzer ist fort',
    'Eine neue Aufgabe',
    'Dein Punktestand steigt',
    'Zum Nachfassen',
    'Letzte Aktivität heute',
    'Öffnen Sie Ihr Buch',
  ]) {
    test(`found in German: ${text}`, () => {
      expect(unkind(textsInCatalogue('de.po', `msgid "a"\nmsgstr "${text}"\n`), avoidedInGerman)).not.toEqual([])
    })
  }
  for (const text of [
    'export const A = () => <p>Your contacts</p>',
    'export const A = () => <p>Well done!</p>',
    'export const A = () => <p aria-label="3 overdue">a</p>',
    'export const A = () => <p>{"Keep your streak"}</p>',
    'export const a = () => t`A follow-up`',
    "export const a = i18n._({ id: 'a', message: 'Score {n}' })",
    "export const a = new AppError('a', { what: 'The user is gone.', why: '', next: '' })",
    "export const a = new AppError('a', { what: 'It stopped.', why: late ? 'It was overdue.' : 'It ended.', next: '' })",
    'export const A = () => <Trans>Leverage your network</Trans>',
    'export const A = () => <p>Nice 🎉</p>',
  ]) {
    test(`found: ${text.slice(13)}`, () => {
      expect(unkind(textsIn(parsed('src/web/planted.tsx', text)))).toHaveLength(1)
    })
  }
  test('found in a catalogue, also over several lines', () => {
    expect(
      unkind(textsInCatalogue('en.po', 'msgid "a.b"\nmsgstr ""\n"Three are "\n"overdue today."\n\nmsgid "c"\nmsgstr "All is well."\n')),
    ).toHaveLength(1)
  })
  test('code that merely uses such a word is left alone', () => {
    expect(unkind(textsIn(parsed('src/web/a.tsx', "export const a = <input type='text' name='contact' data-x='score' />")))).toEqual([])
  })
})

describe('the project speaks of itself alone', () => {
  const bytes = /\.(?:png|jpe?g|webp|woff2?|ico|zip|gz|pdf|bin)$/
  test('in every file', () => {
    const read = everything.filter((path) => !bytes.test(path) && path !== 'package-lock.json')
    expect(read.length).toBeGreaterThan(150)
    expect(shown(read.flatMap((path) => tracesIn(path, textOf(projectRoot, path))))).toEqual([])
  })
  test('in the lock file, which names no host', () => {
    expect(textOf(projectRoot, 'package-lock.json')).not.toMatch(/"resolved": "https?:\/\/(?!registry\.npmjs\.org\/)/)
  })
  for (const words of [
    ['', 'work', 'main', 'src'].join('/'),
    ['', 'tmp', 'a.log'].join('/'),
    ['', 'home', 'somebody', 'kith'].join('/'),
    ['https:/', 'npm-registry.example', 'x'].join('/'),
    ['TO', 'DO later'].join(''),
    ['as issue', '12 says'].join(' '),
    ['written by Cla', 'ude'].join(''),
    ['a sub', 'agent wrote it'].join(''),
  ]) {
    test(`found: ${words.slice(0, 3)}…`, () => {
      expect(tracesIn('docs/planted.md', `A line.\nAnother with ${words} in it.`)).toHaveLength(1)
    })
  }
  test('every file that the ignore list keeps out stays out', () => {
    const ignored = readFileSync(join(projectRoot, '.gitignore'), 'utf8').split('\n')
    for (const name of ['node_modules/', 'dist/']) expect(ignored).toContain(name)
    expect(existsSync(join(projectRoot, '.env'))).toBe(false)
  })
})

describe('no test is left out in silence', () => {
  test('in the house', () => {
    expect(shown(tests.flatMap(noSilentSkip))).toEqual([])
  })
  for (const text of [
    "test.skip('a', () => {})",
    "test.only('a', () => {})",
    "test.todo('a')",
    "describe.skipIf(gone)('a', () => {})",
    "it['skip']('a', () => {})",
    "// biome-ignore lint/suspicious/noSkippedTests:\ntest.skip('a', () => {})",
  ]) {
    test(`found: ${text.split('\n').at(-1)}`, () => {
      expect(planted(noSilentSkip, 'src/mine/a.test.ts', text)).toHaveLength(1)
    })
  }
  test('a reason beside it is enough', () => {
    expect(
      planted(noSilentSkip, 'src/mine/a.test.ts', "// The example files are not part of the repository.\ntest.skipIf(gone)('a', () => {})"),
    ).toEqual([])
  })
})
