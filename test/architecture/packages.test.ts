import { describe, expect, test } from 'vitest'
import { acceptable, contradicted, inexact, type Lock, refused, shipped } from './packages.ts'
import { projectRoot, textOf } from './tree.ts'

const lock = JSON.parse(textOf(projectRoot, 'package-lock.json')) as Lock
const manifest = JSON.parse(textOf(projectRoot, 'package.json')) as Record<string, unknown>

/** The lock file with one more package that the program needs. */
const withPackage = (name: string, license: string | undefined): Lock => ({
  packages: {
    ...lock.packages,
    '': { ...lock.packages[''], dependencies: { ...lock.packages['']?.dependencies, [name]: '1.0.0' } },
    [`node_modules/${name}`]: { version: '1.0.0', ...(license !== undefined && { license }) },
  },
})

describe('licences of what comes along', () => {
  test('are all on the list', () => {
    const packages = shipped(lock)
    expect(packages.length).toBeGreaterThan(80)
    for (const name of Object.keys((manifest['dependencies'] ?? {}) as object)) expect(packages.map((one) => one.name)).toContain(name)
    expect(refused(packages)).toEqual([])
  })

  test('are what the packages themselves state', () => {
    expect(contradicted(projectRoot, lock)).toEqual([])
  })

  for (const licence of [
    'GPL-3.0-only',
    'AGPL-3.0-or-later',
    'SSPL-1.0',
    'UNLICENSED',
    'SEE LICENSE IN LICENSE.md',
    'MIT AND GPL-2.0-only',
    undefined,
  ]) {
    test(`a package under ${licence ?? 'no licence'} is refused by name`, () => {
      expect(refused(shipped(withPackage('planted-package', licence)))).toEqual([`planted-package@1.0.0: ${licence ?? 'no licence named'}`])
    })
  }

  test('a package behind another one is found too', () => {
    const deep: Lock = {
      packages: {
        '': { dependencies: { outer: '1.0.0' } },
        'node_modules/outer': { version: '1.0.0', license: 'MIT', dependencies: { inner: '2.0.0' } },
        'node_modules/inner': { version: '1.0.0', license: 'MIT' },
        'node_modules/outer/node_modules/inner': { version: '2.0.0', license: 'GPL-2.0-only' },
      },
    }
    expect(refused(shipped(deep))).toEqual(['inner@2.0.0: GPL-2.0-only'])
  })

  test('either side of OR is enough, both sides of AND are needed', () => {
    expect(acceptable('(MIT OR GPL-3.0-only)')).toBe(true)
    expect(acceptable('MIT AND BSD-3-Clause')).toBe(true)
    expect(acceptable('MIT AND LGPL-3.0-only')).toBe(false)
  })
})

describe('versions', () => {
  test('are exact in package.json', () => {
    expect(inexact(manifest)).toEqual([])
  })

  for (const version of ['^1.0.0', '~1.0.0', '1.x', 'latest', '*', '>=1.0.0', 'github:someone/something', '1.0']) {
    test(`${version} is found`, () => {
      expect(inexact({ dependencies: { planted: version } })).toEqual([`dependencies: planted ${version}`])
    })
  }

  test('the licence of Kith stands in its own file', () => {
    expect(manifest['license']).toBe('Apache-2.0')
    expect(textOf(projectRoot, 'LICENSE')).toContain('Version 2.0, January 2004')
  })
})
