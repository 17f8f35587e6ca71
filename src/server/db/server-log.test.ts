import { expect, test } from 'vitest'
import { fullSentence, passing, sentenceOf } from './server-log.ts'

test('the sentence for the person is the last fatal one', () => {
  const log = 'LOG:  starting PostgreSQL 18.4\nFATAL:  could not open file "x": Permission denied\nLOG:  database system is shut down\n'
  expect(sentenceOf(log)).toBe('PostgreSQL says: could not open file "x": Permission denied.')
})

test('initdb speaks in its own way', () => {
  expect(sentenceOf('creating directory ...\ninitdb: error: could not create directory "/x": Read-only file system\n')).toBe(
    'PostgreSQL says: could not create directory "/x": Read-only file system.',
  )
})

test('an empty log is said to be empty', () => {
  expect(sentenceOf('\n')).toBe('PostgreSQL ended without saying why.')
})

test.each([
  ['FATAL:  lock file "postmaster.pid" is empty', true],
  ['FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use', true],
  ['FATAL:  could not create any TCP/IP sockets', true],
  ['FATAL:  database files are incompatible with server', false],
  ['PANIC:  could not write to file: No space left on device', false],
])('%s passes by itself: %s', (line, passes) => {
  expect(passing(line)).toBe(passes)
})

test('a full disk is recognised', () => {
  expect(fullSentence('PANIC:  could not write to file "pg_wal/xlogtemp.1": No space left on device')).toBe(true)
})
