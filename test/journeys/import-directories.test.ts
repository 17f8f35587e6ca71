import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newProfile, openBrowser } from '../stage/browser.ts'
import { openStage } from '../stage/kith.ts'
import { openPerson } from '../stage/walk.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-directories-'))
const stage = await openStage()
let browser: Browser
let page: Page
let faults: string[]

beforeAll(async () => {
  browser = await openBrowser()
  const profile = await newProfile(browser)
  page = profile.page
  faults = profile.faults
  await page.goto(await stage.start())
  await page.getByRole('heading', { name: 'Who helped you this month?' }).waitFor()
})
afterAll(async () => {
  await browser?.close()
  await stage.end()
  rmSync(folder, { recursive: true, force: true })
})

/** A small company: login, given name, family name, department, role, and whose login they report to. */
const company = [
  ['hanna', 'Hanna', 'Virtanen', 'Communications', 'Head of Communications', ''],
  ['priya', 'Priya', 'Raman', 'Communications', 'Illustrator', 'hanna'],
  ['mateo', 'Mateo', 'Quispe', 'Communications', 'Video', 'hanna'],
  ['noor', 'Noor', 'Haddad', 'Communications', 'Press desk', 'hanna'],
  ['tom', 'Tom', 'Becker', 'Accounting', 'Travel expenses', 'ruth'],
  ['ruth', 'Ruth', 'Okafor', 'Accounting', 'Head of Accounting', ''],
  ['kenta', 'Kenta', 'Morishige', 'Layout', 'Layout', 'hanna'],
  ['lucia', 'Lucía', 'Ferrand', 'Events', 'Events', 'hanna'],
  ['chidi', 'Chidi', 'Okereke', 'Communications', 'Trainee', 'priya'],
  ['elias', 'Elias', 'Nordvall', 'Sound', 'Sound', 'mateo'],
  ['farah', 'Farah', 'Siddiqi', 'Communications', 'Internal news', 'hanna'],
  ['saoirse', 'Saoirse', 'Devlin', 'Photography', 'Photography', 'priya'],
] as const

const dn = (login: string): string => `uid=${login},ou=People,dc=fjordlicht,dc=example`
const value = (attribute: string, text: string): string =>
  /^[ -~]*$/.test(text) ? `${attribute}: ${text}` : `${attribute}:: ${Buffer.from(text).toString('base64')}`

const directory = [
  'version: 1',
  '',
  'dn: ou=People,dc=fjordlicht,dc=example',
  'objectClass: organizationalUnit',
  'ou: People',
  '',
  ...company.flatMap(([login, given, family, department, title, manager]) => [
    `dn: ${dn(login)}`,
    'objectClass: top',
    'objectClass: inetOrgPerson',
    value('cn', `${given} ${family}`),
    value('sn', family),
    value('givenName', given),
    'ou: People',
    `ou: ${department}`,
    `title: ${title}`,
    `mail: ${login}@fjordlicht.example`,
    ...(manager === '' ? [] : [`manager: ${dn(manager)}`]),
    '',
  ]),
].join('\n')

const list = (type: string, values: readonly object[]): object => ({ count: values.length, type, values })
const monica = JSON.stringify({
  version: '1.0-preview.1',
  app_version: '4.0.0',
  export_date: '2026-01-02T03:04:05Z',
  account: {
    uuid: 'account',
    data: [
      list('relationship', [{ properties: { type: 'partner', contact_is: 'sam', of_contact: 'ana' } }]),
      list('contact', [
        {
          uuid: 'ana',
          properties: { first_name: 'Ana', last_name: 'Ferreira', job: 'Planner', company: 'Fjordlicht', stay_in_touch_frequency: 30 },
          data: [list('note', [{ created_at: '2021-07-08T09:00:00Z', properties: { body: 'Plays the cello.' } }])],
        },
        { uuid: 'sam', properties: { first_name: 'Sam', last_name: 'Becker', is_partial: true } },
      ]),
    ],
  },
})

const feed = `<rss version="2.0"><channel><title>Inside</title><item><title>Gardener</title><location>Bergen</location></item></channel></rss>`

const choose = async (name: string, text: string): Promise<void> => {
  writeFileSync(join(folder, name), text)
  await page.goto(`${stage.base}/data/import`)
  await page.getByLabel('File with people').setInputFiles(join(folder, name))
}
const boxes = () => page.getByRole('list', { name: 'People in the file' }).getByRole('checkbox')

test('of a directory five people are picked, and come with their departments and roles', async () => {
  await choose('company.ldif', directory)
  await page.getByRole('button', { name: 'Nobody chosen yet' }).first().waitFor()
  expect(await boxes().count()).toBe(12)
  await page.getByText('Look at them').click()
  await page.getByText('It is a department or another part of the directory, not a person.').waitFor()
  for (const name of ['Hanna Virtanen', 'Priya Raman', 'Tom Becker', 'Lucía Ferrand', 'Chidi Okereke']) {
    await page.getByRole('checkbox', { name }).press('Space')
  }
  await page.getByRole('button', { name: 'Add these 5 people' }).first().click()
  await page.getByRole('button', { name: 'Undo' }).waitFor()
  await openPerson(page, stage.base, 'Lucía Ferrand')
  await page.getByText('lucia@fjordlicht.example').first().waitFor()
  await openPerson(page, stage.base, 'Tom Becker')
  const details = page.getByRole('main')
  await details.getByText('Accounting').first().waitFor()
  await details.getByText('Travel expenses').first().waitFor()
})

test('the same directory once more changes nothing', async () => {
  await choose('again.txt', directory)
  await page.getByRole('button', { name: 'Nobody chosen yet' }).first().waitFor()
  expect(await page.getByText('Already in your book', { exact: false }).count()).toBe(5)
})

test('an export of Monica brings its people with their notes; a relative stays a note', async () => {
  await choose('export.json', monica)
  await page.getByRole('button', { name: 'Add this person' }).first().click()
  await page.getByRole('button', { name: 'Undo' }).waitFor()
  await openPerson(page, stage.base, 'Ana Ferreira')
  await page.getByText('2021-07-08: Plays the cello.').first().waitFor()
  await page.getByText('partner: Sam Becker').first().waitFor()
})

test('openings are read and shown, and nothing is kept of them', async () => {
  await choose('feed.xml', feed)
  await page.getByRole('heading', { name: 'Openings, and no people' }).waitFor()
  await page.getByText('Look at them').click()
  await page.getByText('An opening. Kith reads it, and will keep it once goals and openings are part of the book.').waitFor()
  expect(faults).toEqual([])
})

test('the command reads the same files, and prints them as JSON', async () => {
  await stage.stop()
  writeFileSync(join(folder, 'company.ldif'), directory)
  writeFileSync(join(folder, 'export.json'), monica)
  writeFileSync(join(folder, 'feed.xml'), feed)
  const files = ['company.ldif', 'export.json', 'feed.xml'].map((name) => join(folder, name))
  const { code, out, err } = await stage.kith('import', ...files, '--dry-run', '--json')
  expect([code, err]).toEqual([0, ''])
  const read = JSON.parse(out) as { format: string; items: { name: string; verdict: string }[] }[]
  expect(read.map(({ format, items }) => [format, items.length])).toEqual([
    ['ldif', 13],
    ['monica', 2],
    ['feed', 1],
  ])
  expect(read.flatMap(({ items }) => items.filter((item) => item.verdict === 'skipped').map((item) => item.name))).toEqual([
    'People',
    'Sam Becker',
    'Gardener',
  ])
})
