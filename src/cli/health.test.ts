import { expect, test } from 'vitest'
import { type Surroundings, troubles } from './health.ts'

const sound: Surroundings = {
  version: { kith: '0.1.0', node: '24.0.0' },
  running: true,
  data: { directory: '/home/ana/kith', mode: '0700', free: 10_000_000_000 },
  config: { directory: '/home/ana/.config/kith', mode: '0700', keyFile: '0600' },
  ownAccount: true,
  lastBackup: null,
  clock: { here: 1_795_000_000_000 },
  house: {
    kith: '0.1.0',
    node: '24.0.0',
    postgres: '18.4',
    embedded: true,
    schema: 2,
    now: '2026-11-18T11:06:40Z',
    databaseBytes: 8_000_000,
    sessions: 1,
    sealed: { records: 4, texts: 4, bytes: 3000, epoch: 1 },
    doors: { words: 0, code: 0, 'key-file': 1, device: 0 },
    clear: { months: 1, daysWithDue: 0 },
  },
  book: 'well',
  closed: null,
}
const said = (change: Partial<Surroundings>): string[] => troubles({ ...sound, ...change }).map(({ what }) => what)

test('a sound house has no trouble, and a book without a backup or a lock is no trouble either', () => {
  expect(said({})).toEqual([])
  expect(said({ book: 'none', running: false })).toEqual([])
})

test('a key file or its folder that others may read is named, with the command that closes it', () => {
  const open = troubles({ ...sound, config: { directory: '/home/ana/.config/kith', mode: '0755', keyFile: '0644' } })
  expect(open.map(({ next }) => next)).toEqual(['Run: chmod 600 /home/ana/.config/kith/book.key', 'Run: chmod 700 /home/ana/.config/kith'])
  expect(said({ ownAccount: false, config: { ...sound.config, keyFile: '0644' } })).toEqual([])
})

test('a full disk, a wrong clock, a closed house and an alarm are each told', () => {
  expect(said({ data: { ...sound.data, free: 5_000_000 } })).toEqual(['The disk that holds your book is nearly full.'])
  expect(said({ clock: { here: 0 } })).toEqual(['The clock of this computer is not right.'])
  expect(said({ clock: { here: sound.clock.here + 600_000 } })).toEqual(['The clock of this computer is not right.'])
  const trouble = { what: 'Entries of your book are missing on the server.', why: 'Seen before.', next: 'Look.' }
  expect(said({ book: trouble })).toEqual([trouble.what])
  expect(said({ closed: trouble, house: null, book: 'not-looked-at' })).toEqual([trouble.what])
})
