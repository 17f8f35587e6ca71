import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { collectFaults, openProfileOnDisk } from '../stage/browser.ts'
import { openStage } from '../stage/kith.ts'
import { beginWith, log, openPerson } from '../stage/walk.ts'

/** Words that exist nowhere else: whoever finds one in the clear has found what somebody typed. */
const canaries = ['Quizzaxbarn', 'Voxelmurfin', 'Dribbenquast', 'Pluvoritanex', 'Zwibblecorn'] as const
const [name, talk, deck, about, imported] = canaries

const stage = await openStage()
const profile = mkdtempSync(join(tmpdir(), 'kith-profile-'))
afterAll(async () => {
  await stage.end()
  rmSync(profile, { recursive: true, force: true })
})

/** Every way a word may lie in a file: as text in either width, or within base64 at each of the three offsets. */
const shapes = (word: string): Buffer[] => [
  Buffer.from(word),
  Buffer.from(word.toLowerCase()),
  Buffer.from(word, 'utf16le'),
  ...[0, 1, 2].map((offset) =>
    Buffer.from(
      Buffer.from(`${' '.repeat(offset)}${word}`)
        .toString('base64')
        .slice(offset === 0 ? 0 : 4, -4),
    ),
  ),
]

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Where any of the words lies in the clear below a folder. */
function hits(folder: string, words: readonly string[]): string[] {
  const found: string[] = []
  for (const path of files(folder)) {
    if (statSync(path).size > 256 * 1024 * 1024) throw new Error(`${path} is too large to be searched`)
    const bytes = readFileSync(path)
    for (const word of words) if (shapes(word).some((shape) => bytes.includes(shape))) found.push(`${word} in ${path.slice(folder.length)}`)
  }
  return found
}

/** All tables as text, and a checkpoint, so that what was written lies in the files too. */
async function dump(): Promise<string> {
  const { owner } = JSON.parse(readFileSync(join(stage.data, 'database.json'), 'utf8')) as { owner: string }
  const pid = readFileSync(join(stage.data, 'postgres/postmaster.pid'), 'utf8').split('\n')
  const client = new pg.Client({
    host: join(stage.data, 'socket'),
    port: Number(pid[3]),
    user: 'kith',
    password: owner,
    database: 'kith',
  })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      "select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public'",
    )
    let text = ''
    for (const { name: table } of rows) text += JSON.stringify((await client.query(`select * from ${table}`)).rows)
    expect(rows.length).toBeGreaterThan(4)
    await client.query('checkpoint')
    return text
  } finally {
    await client.end()
  }
}

test('what is typed lies in no table, data file, log, or store of the browser in the clear', async () => {
  const link = await stage.start()
  const context = await openProfileOnDisk(profile)
  const page = context.pages()[0] ?? (await context.newPage())
  const faults = collectFaults(page)
  await page.goto(link)
  await beginWith(page, [`Tom ${name}`])
  await log(page, `lunch with Tom ${name} about ${talk}, promised him the ${deck} by tomorrow`)
  await openPerson(page, stage.base, `Tom ${name}`)
  await page.getByTitle('Change the line').click()
  await page.keyboard.type(`Collects ${about}`)
  await page.keyboard.press('Enter')
  const card = join(profile, '..', `${imported}.vcf`)
  writeFileSync(card, `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana ${imported}\r\nEND:VCARD\r\n`)
  await page.goto(`${stage.base}/data/import`)
  await page.getByLabel('File with people').setInputFiles(card)
  await page.getByRole('button', { name: 'Add this person' }).first().click()
  await openPerson(page, stage.base, `Ana ${imported}`)
  rmSync(card)
  await page.waitForTimeout(3000)
  expect(JSON.stringify(await context.cookies())).not.toMatch(new RegExp(canaries.join('|'), 'i'))
  const tables = await dump()
  for (const word of canaries) expect(shapes(word).some((shape) => tables.includes(shape.toString('latin1')))).toBe(false)
  // The control: a word that is written in the clear on purpose must be found by the same search.
  await page.evaluate(() => localStorage.setItem('control', 'Klarsichtwort'))
  await page.waitForTimeout(500)
  await context.close()
  expect(await stage.stop()).toBe(0)
  writeFileSync(join(stage.data, 'control.txt'), 'Klarsichtwort')

  expect(hits(stage.directory, ['Klarsichtwort'])).toHaveLength(1)
  expect(hits(profile, ['Klarsichtwort']).length).toBeGreaterThan(0)
  expect(hits(stage.directory, canaries)).toEqual([])
  expect(hits(profile, canaries)).toEqual([])
  for (const word of canaries) expect(stage.output()).not.toContain(word)
  expect(faults).toEqual([])
})
