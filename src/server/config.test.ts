import { expect, test } from 'vitest'
import { readConfig, type Surroundings } from './config.ts'

const ana: Surroundings = { root: false, home: '/home/ana', platform: 'linux' }
const read = (env: Record<string, string>, at = ana) => readConfig(env, at)

test('a plain start is solo on port 8484, in the places the desktop sets aside', () => {
  expect(read({})).toEqual({
    mode: 'solo',
    port: 8484,
    data: '/home/ana/.local/share/kith',
    config: '/home/ana/.config/kith',
    open: true,
    databaseUrl: undefined,
    publicUrl: undefined,
  })
})

test('the XDG directories are honoured when they are absolute', () => {
  const config = read({ XDG_DATA_HOME: '/big/share', XDG_CONFIG_HOME: 'relative' })
  expect([config.data, config.config]).toEqual(['/big/share/kith', '/home/ana/.config/kith'])
})

test('root keeps data and key in places of the system', () => {
  const config = read({ XDG_DATA_HOME: '/home/ana/share' }, { ...ana, root: true })
  expect([config.data, config.config]).toEqual(['/var/lib/kith', '/etc/kith'])
})

test('an empty variable counts as left out', () => {
  expect(read({ KITH_PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 8484, databaseUrl: undefined })
})

test.each([
  ['KITH_MODE', 'company', /later version/],
  ['KITH_MODE', 'both', /not a mode/],
  ['KITH_PORT', 'http', /not a port/],
  ['KITH_PORT', '65536', /not a port/],
  ['KITH_PORT', '-1', /not a port/],
  ['KITH_OPEN', 'maybe', /neither yes nor no/],
  ['DATABASE_URL', 'mysql://db', /not the address of a PostgreSQL/],
  ['KITH_PUBLIC_URL', 'kith.example', /not the address of a website/],
  ['KITH_PUBLIC_URL', 'https://kith.example/app', /without a path/],
  ['KITH_CONFIG', '/home/ana/.local/share/kith/keys', /inside the data directory/],
  ['KITH_CONFIG', '/home/ana/.local/share/kith', /inside the data directory/],
])('%s=%s stops the start with a sentence that names it', (name, value, sentence) => {
  expect(() => read({ [name]: value })).toThrow(sentence)
  expect(() => read({ [name]: value })).toThrow(name)
})

test('a password in a wrong DATABASE_URL is not repeated', () => {
  expect(() => read({ DATABASE_URL: 'pg://kith:hush@db' })).toThrow(/^(?!.*hush)/)
})

test('a public address is kept as its origin', () => {
  expect(read({ KITH_PUBLIC_URL: 'https://kith.example:8443/' }).publicUrl).toBe('https://kith.example:8443')
})
