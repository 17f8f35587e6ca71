import { describe, expect, test } from 'vitest'
import { deadEnds, existsIn, flat } from './docs.ts'
import { filesUnder, isTest, projectRoot, shown, textOf } from './tree.ts'

const everything = filesUnder(projectRoot)
const documents = everything.filter((path) => path.endsWith('.md'))
const here = existsIn(projectRoot)

const solo = 'Whoever can read the files of this computer account can read your book; add six words to lock it.'
const company =
  "Your employer's administrators cannot read this from the database, the backups or the logs. Someone who can change this website's program could."

describe('documents', () => {
  for (const path of [
    'README.md',
    'ARCHITECTURE.md',
    'GLOSSARY.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'CHANGELOG.md',
    'docs/decisions/README.md',
  ]) {
    test(`${path} is there`, () => {
      expect(documents).toContain(path)
    })
  }

  test('name only places that exist', () => {
    expect(shown(documents.flatMap((path) => deadEnds(path, textOf(projectRoot, path), here)))).toEqual([])
  })

  test('every decision stands in the list of decisions', () => {
    const list = textOf(projectRoot, 'docs/decisions/README.md')
    const decisions = documents.filter((path) => /^docs\/decisions\/\d{4}-/.test(path))
    expect(decisions.length).toBeGreaterThanOrEqual(7)
    for (const path of decisions) expect(list).toContain(path.replace('docs/decisions/', ''))
  })

  test('a dead link and a path that is gone are found', () => {
    const exists = (path: string): boolean => path === 'docs/a.md'
    expect(
      deadEnds('docs/b.md', 'See [a](a.md) and [c](c.md#x).\n`src/mine/gone.ts`, `src/mine/<feature>`, [web](https://example.org)', exists),
    ).toEqual([
      { path: 'docs/b.md', line: 1, what: 'names c.md, which is not there' },
      { path: 'docs/b.md', line: 2, what: 'names src/mine/gone.ts, which is not there' },
    ])
  })
})

describe('the claim about who can read the book', () => {
  test('stands word for word in SECURITY.md and README.md', () => {
    for (const path of ['SECURITY.md', 'README.md']) {
      const text = flat(textOf(projectRoot, path))
      expect(text, path).toContain(solo)
      expect(text, path).toContain(company)
    }
  })

  test('stands word for word in a screen', () => {
    const saying = everything.filter(
      (path) => path.startsWith('src/') && /\.tsx?$/.test(path) && !isTest(path) && flat(textOf(projectRoot, path)).includes(solo),
    )
    expect(saying).not.toEqual([])
  })

  test('a claim that promises more is not the claim', () => {
    expect(flat('> Nobody can read the files\n> of this computer account.')).not.toContain(solo)
    expect(flat(`> ${solo.replace(' of ', '\n> of ')}`)).toContain(solo)
  })
})
