import { strToU8, zipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newProfile, openBrowser } from '../stage/browser.ts'
import { findings } from '../stage/findings.ts'
import { openStage } from '../stage/kith.ts'

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
})

interface Chosen {
  readonly name: string
  readonly content: string | Uint8Array
}
const choose = async (...files: readonly Chosen[]): Promise<void> => {
  await page.goto(`${stage.base}/data/import`)
  await page
    .getByLabel('File with people')
    .setInputFiles(files.map(({ name, content }) => ({ name, mimeType: '', buffer: Buffer.from(content) })))
}
const rows = () => page.getByRole('list', { name: 'People in the file' }).getByRole('listitem')
const add = async (button: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name: button }).first().click()
  await page.getByRole('button', { name: 'Undo' }).waitFor()
}
const onPage = async (name: string): Promise<string> => {
  await page.goto(`${stage.base}/people`)
  await page.getByRole('link', { name }).first().click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  return ((await page.getByRole('main').textContent()) ?? '').replace(/\s+/g, ' ')
}
const isThere = async (name: string): Promise<boolean> => {
  await page.goto(`${stage.base}/people`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForTimeout(500)
  return (await page.getByRole('link', { name }).count()) > 0
}

test("Google's table is brought in", async () => {
  await choose({
    name: 'contacts.csv',
    content:
      'First Name,Last Name,Birthday,Notes,Labels,Organization Name,Organization Title,E-mail 1 - Label,E-mail 1 - Value\nAmara,Obi,--02-14,,* myContacts,Fjordlicht,Analyst,* Work,amara@example.org ::: obi@example.org\n',
  })
  await rows().first().waitFor()
  await add('Add this person')
  expect(await onPage('Amara Obi')).toContain('obi@example.org')
})

test('The table of a German Outlook in Windows-1252 is brought in', async () => {
  const text =
    '"Anrede","Vorname","Nachname","Firma","Abteilung","Position","Straße geschäftlich","Ort geschäftlich","Telefon geschäftlich","Geburtstag","E-Mail-Adresse","Name des/der Vorgesetzten"\r\n"Frau","Zoë","Müller","Beispiel","Einkauf","Leiterin","","Köln","+49 1","0.0.00","zoe@example.org","Jörg Weiß"\r\n'
  await choose({ name: 'kontakte.csv', content: Uint8Array.from([...text].map((sign) => sign.charCodeAt(0))) })
  await rows().first().waitFor()
  await add('Add this person')
  const said = await onPage('Zoë Müller')
  expect(said).toContain('Köln')
  expect(said).toContain('Jörg Weiß')
})

test('A card of vCard 2.1 is brought in', async () => {
  await choose({
    name: 'card.vcf',
    content:
      'BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Fontaine;L=C3=A9=\r\na;;;\r\nFN;CHARSET=UTF-8;QUOTED-PRINTABLE:L=C3=A9a Fontaine\r\nTEL;CELL;PREF:+33 1\r\nTITLE:Writer\r\nEND:VCARD\r\n',
  })
  await rows().first().waitFor()
  await add('Add this person')
  expect(await onPage('Léa Fontaine')).toContain('Writer')
})

test('The columns of a strange table are named, corrected, and its people brought in', async () => {
  await choose({ name: 'liste.csv', content: 'wo;wer;was\nPorto;Beatriz;Operations\nBergen;Stig;Sales\n' })
  await page.getByRole('heading', { level: 1, name: 'Which column holds the names?' }).waitFor()
  expect(await findings(page)).toEqual([])
  await page.getByLabel('What the column wo holds').selectOption({ label: 'Name' })
  await rows().filter({ hasText: 'Porto' }).waitFor()
  await page.getByLabel('What the column wo holds').selectOption({ label: 'Place' })
  await page.getByLabel('What the column wer holds').selectOption({ label: 'Name' })
  await page.getByLabel('What the column was holds').selectOption({ label: 'Department' })
  await rows().filter({ hasText: 'Stig' }).filter({ hasText: 'Sales' }).waitFor()
  expect(await findings(page)).toEqual([])
  await add('Add these 2 people')
  expect(await onPage('Stig')).toContain('Bergen')
})

test("LinkedIn's archive brings the days of messages, changes nothing a second time, and is taken back", async () => {
  const pack = zipSync({
    'export/Connections.csv': strToU8(
      'Notes:\r\n"About"\r\n\r\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\r\nRuth,Okafor,https://www.linkedin.com/in/ruth,,Fjordlicht,Planner,12 Mar 2024\r\n',
    ),
    'export/messages.csv': strToU8(
      'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT\r\n1,,Ruth Okafor,https://www.linkedin.com/in/ruth,Me,https://www.linkedin.com/in/me,2024-05-01 10:00:00 UTC,,kept nowhere\r\n1,,Me,https://www.linkedin.com/in/me,Ruth Okafor,https://www.linkedin.com/in/ruth,2024-05-01 11:00:00 UTC,,kept nowhere\r\n',
    ),
    'export/Skills.csv': strToU8('Name\r\nWriting\r\n'),
  })
  const file = { name: 'export.zip', content: pack }
  await choose(file)
  expect(await rows().first().textContent()).toContain('Messages on one day, in May 2024')
  await add('Add this person')
  const said = await onPage('Ruth Okafor')
  expect(said).toContain('2024')
  expect(said).not.toContain('kept nowhere')
  await choose(file)
  await page.getByRole('heading', { level: 1, name: 'Your book knows all of this' }).waitFor()

  await page.goto(`${stage.base}/data`)
  await page
    .getByRole('button', { name: /take .*back/i })
    .first()
    .click()
  await page.getByRole('button', { name: 'Undo' }).waitFor()
  expect(await isThere('Ruth Okafor')).toBe(false)
})

test('Several files are looked at together', async () => {
  await choose(
    { name: 'a.vcf', content: 'BEGIN:VCARD\nVERSION:3.0\nFN:Vera Pohl\nEND:VCARD\n' },
    { name: 'b.csv', content: 'name,email\nOskar Nyberg,oskar@example.org\n' },
  )
  await rows().filter({ hasText: 'Oskar Nyberg' }).waitFor()
  expect(await rows().count()).toBe(2)
  await add('Add these 2 people')
  expect(await isThere('Vera Pohl')).toBe(true)
  expect(faults).toEqual([])
})
