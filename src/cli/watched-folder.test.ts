import { appendFileSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { WatchedFolder } from './watched-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-watch-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const calendar = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'
/** Writes a file that has rested for a while. */
const put = (name: string, text: string): void => {
  writeFileSync(join(folder, name), text)
  utimesSync(join(folder, name), 1_700_000_000, 1_700_000_000)
}
const names = async (watched: WatchedFolder): Promise<string[]> => (await watched.look()).ready.map(({ name }) => name)

test('calendars are known by their content or their name, and unfinished files by their names are left alone', async () => {
  put('a.ics', calendar)
  put('holidays', calendar)
  put('broken.ics', 'nonsense')
  put('people.vcf', 'BEGIN:VCARD\r\nFN:Ana\r\nEND:VCARD\r\n')
  put('b.ics.part', calendar)
  put('.hidden.ics', calendar)
  const watched = new WatchedFolder(folder)
  expect(await names(watched)).toEqual(['a.ics', 'broken.ics', 'holidays'])
  expect(await names(watched)).toEqual([])
})

test('a file that grows is awaited, and a changed one comes again', async () => {
  const watched = new WatchedFolder(folder)
  await names(watched)
  writeFileSync(join(folder, 'slow.ics'), 'BEGIN:VCALENDAR\r\n')
  expect(await watched.look()).toMatchObject({ ready: [], growing: 1 })
  appendFileSync(join(folder, 'slow.ics'), 'END:VCALENDAR\r\n')
  expect(await watched.look()).toMatchObject({ ready: [], growing: 1 })
  expect(await names(watched)).toEqual(['slow.ics'])
  expect(await names(watched)).toEqual([])
  put('slow.ics', `${calendar}${calendar}`)
  expect(await names(watched)).toEqual(['slow.ics'])
})

test('a folder that is none is refused in one sentence each for what, why and what next', async () => {
  await expect(new WatchedFolder(join(folder, 'nowhere')).open()).rejects.toMatchObject({ code: 'watch-folder' })
  await expect(new WatchedFolder(join(folder, 'a.ics')).open()).rejects.toMatchObject({ why: 'It is a file, not a folder.' })
})
