import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, type Day, systemClock, today } from '../../src/kernel/time.ts'
import { newProfile, openBrowser } from '../stage/browser.ts'
import { findings } from '../stage/findings.ts'
import { openStage } from '../stage/kith.ts'
import { beginWith, openPerson } from '../stage/walk.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-calendar-'))
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
  await beginWith(page, ['Léa Fontaine', 'Jonas Lindqvist', 'Priya Raman'])
})
afterAll(async () => {
  await browser?.close()
  await stage.end()
  rmSync(folder, { recursive: true, force: true })
})

const now = today(systemClock)
const ago = (days: number): Day => addDays(now, -days)
const compact = (day: Day): string => day.replaceAll('-', '')
const guest = (name: string, email: string, answer = 'ACCEPTED'): string =>
  `ATTENDEE;CN=${name};PARTSTAT=${answer}:mailto:${email}@example.org`
const me = (answer = 'ACCEPTED'): string => guest('Ana Sousa', 'ana', answer)
const lea = guest('Léa Fontaine', 'lea')
const jonas = guest('Jonas Lindqvist', 'jonas')
const priya = guest('Priya Raman', 'priya')
const entry = (uid: string, title: string, lines: readonly string[]): string =>
  ['BEGIN:VEVENT', `UID:${uid}`, `SUMMARY:${title}`, 'ORGANIZER:mailto:ana@example.org', ...lines, 'END:VEVENT'].join('\r\n')
const once = (uid: string, title: string, day: Day, lines: readonly string[]): string =>
  entry(uid, title, [
    `DTSTART;TZID=GMT Standard Time:${compact(day)}T150000`,
    `DTEND;TZID=GMT Standard Time:${compact(day)}T154500`,
    ...lines,
  ])

/** A month as a calendar program of Windows writes it: 41 entries. */
function month(): string {
  const first = ago(30)
  const at = (day: Day): string => `;TZID=GMT Standard Time:${compact(day)}T093000`
  const people = [lea, jonas, priya]
  const singles = Array.from({ length: 9 }, (_, n) =>
    once(`single-${n}`, ['Lunch', 'Coffee', 'Portfolio talk'][n % 3] as string, ago(3 + n * 3), [me(), people[n % 3] as string]),
  )
  const alone = Array.from({ length: 14 }, (_, n) => once(`alone-${n}`, 'Focus time', ago(1 + n), [me()]))
  const ahead = Array.from({ length: 6 }, (_, n) => once(`ahead-${n}`, 'Planning', addDays(now, 2 + n), [me(), lea]))
  const crowd = Array.from({ length: 12 }, (_, n) => guest(`Somebody ${n}`, `somebody${n}`))
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...singles,
    ...alone,
    ...ahead,
    entry('review', 'Design review', [
      `DTSTART${at(first)}`,
      'DURATION:PT1H',
      'RRULE:FREQ=WEEKLY;COUNT=5',
      `EXDATE${at(addDays(first, 7))}`,
      me(),
      lea,
      jonas,
    ]),
    entry('review', 'Design review', [
      `RECURRENCE-ID${at(addDays(first, 14))}`,
      `DTSTART${at(addDays(first, 14))}`,
      'STATUS:CANCELLED',
      me(),
      lea,
      jonas,
    ]),
    once('declined', 'Budget', ago(2), [me('DECLINED'), jonas]),
    once('cancelled', 'Offsite', ago(2), [me(), jonas, 'STATUS:CANCELLED']),
    entry('whole', 'Holiday', [`DTSTART;VALUE=DATE:${compact(ago(8))}`, me(), priya]),
    once('crowd', 'All hands', ago(9), [me(), ...crowd]),
    once('known-crowd', 'Town hall', ago(10), [me(), ...crowd, priya]),
    once('stranger', 'Paper samples', ago(5), [me(), guest('Ruth Okafor', 'ruth')]),
    once('video', 'Weekly call', ago(4), [me(), priya, 'LOCATION:Microsoft Teams Meeting']),
    entry('often', 'Ping', [`DTSTART${at(first)}`, 'RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30', me(), priya]),
    'BEGIN:VEVENT\r\nUID:none\r\nSUMMARY:Without a beginning\r\nEND:VEVENT',
    'BEGIN:VTODO\r\nUID:task\r\nSUMMARY:Water the fern\r\nEND:VTODO',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}

const choose = async (text: string): Promise<void> => {
  await page.goto(`${stage.base}/data/import`)
  await page.getByLabel('File with people').setInputFiles({ name: 'month.ics', mimeType: 'text/calendar', buffer: Buffer.from(text) })
  await page.getByText('What was read').waitFor()
}
const rows = () => page.locator('[data-proposal]:not([data-answered])')
const titles = async (): Promise<string[]> => await rows().locator('h3').allTextContents()

test('a month of a calendar is looked at, answered with the keyboard alone, undone, and written where it belongs', async () => {
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await page.getByText('Your calendar remembers whom you met').waitFor()
  expect(await findings(page)).toEqual([])

  await choose(month())
  expect(await page.getByRole('checkbox', { name: /ana@example.org/ }).isChecked()).toBe(true)
  await page.getByText('Your calendar knows of 15 moments.').waitFor()
  for (const line of [
    'You are alone in 14',
    '6 lie ahead',
    'You declined one',
    '2 were cancelled',
    'One takes the whole day',
    'One was large, with nobody of your book',
  ])
    await page.getByText(line, { exact: true }).waitFor()
  await page.getByText('3 lines were left out').waitFor()
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'Look at them' }).first().press('Enter')

  await page.getByRole('heading', { level: 1, name: 'From your calendar' }).waitFor()
  await page.getByText('That is all your calendar knows.').waitFor()
  expect((await titles()).length).toBe(13)
  expect((await titles()).at(-1)).toBe('Paper samples')
  await page.getByText(/^3 times since .*, with Jonas and Léa$/).waitFor()
  expect(await findings(page)).toEqual([])

  // The latest day of the series is the latest of all: it stands first. The second row is taken, taken back, and taken again.
  const [, second = ''] = await titles()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('e')
  await page.getByText(/^The moment with .* is written\.$/).waitFor()
  await page.keyboard.press('Control+z')
  await page.waitForTimeout(400)
  expect((await titles())[1]).toBe(second)
  await page.keyboard.press('k')
  await page.keyboard.press('e')
  await page.getByText(/^The moment with .* is written\.$/).waitFor()
  await page.waitForTimeout(1800)
  expect((await titles()).length).toBe(12)
  expect((await titles())[1]).not.toBe(second)

  // One is dismissed, and the series is put right before it is taken, with one day left out.
  await page.keyboard.press('n')
  await page.getByText('It is not proposed again.').waitFor()
  await page.waitForTimeout(1800)
  expect((await titles()).length).toBe(11)
  for (
    let i = 0;
    i < 12 &&
    !(await rows()
      .first()
      .evaluate((row) => row === document.activeElement));
    i++
  )
    await page.keyboard.press('k')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Design review' }).waitFor()
  for (let i = 0; i < 2; i++) await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await page.getByText('2 moments with Jonas and Léa are written.').waitFor()

  await page.goto(stage.base)
  await page.getByText('From your calendar', { exact: true }).waitFor()
  await openPerson(page, stage.base, 'Jonas Lindqvist')
  const history = page.getByRole('region', { name: 'What happened' })
  expect(await history.getByText('Design review').count()).toBe(2)
  expect(faults).toEqual([])
})

test('somebody who is not in the book joins only when chosen', async () => {
  await page.goto(`${stage.base}/calendar`)
  await rows().filter({ hasText: 'Paper samples' }).focus()
  await page.keyboard.press('e')
  await page.getByRole('dialog', { name: 'Paper samples' }).waitFor()
  expect(await page.getByRole('button', { name: 'Take it' }).last().isDisabled()).toBe(true)
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await page.getByText('The moment with Ruth is written.').waitFor()
  await openPerson(page, stage.base, 'Ruth Okafor')
  await page.getByText('Paper samples').first().waitFor()
})

test('the same file again proposes nothing, in the browser and on the command line', async () => {
  await choose(month())
  await page.getByRole('heading', { level: 1, name: 'Nothing new in this calendar' }).waitFor()

  const watched = join(folder, 'watched')
  mkdirSync(watched)
  const put = (name: string, text: string): void => {
    writeFileSync(join(watched, name), text)
    utimesSync(join(watched, name), 1_700_000_000, 1_700_000_000)
  }
  put('month.ics', month())
  const again = await stage.kith('watch', watched, '--once', '--json')
  expect([again.code, again.err]).toEqual([0, ''])
  expect(JSON.parse(again.out)).toMatchObject({ files: [{ file: 'month.ics', proposed: 0, same: 15 }] })

  put('broken.ics', 'nonsense')
  put('more.ics', ['BEGIN:VCALENDAR', once('new-one', 'Harbour walk', ago(6), [me(), lea]), 'END:VCALENDAR'].join('\r\n'))
  const more = await stage.kith('watch', watched, '--once')
  expect(more.code).toBe(2)
  expect(more.err.trim().split('\n')).toHaveLength(1)
  expect(more.out).toContain('more.ics: Your calendar knows of one moment.')

  const rehearsed = await stage.kith('import', join(watched, 'month.ics'), '--dry-run', '--json')
  const { items } = JSON.parse(rehearsed.out) as { items: { verdict: string; reason: string }[] }
  expect(new Set(items.map(({ verdict }) => verdict))).toEqual(new Set(['same', 'skipped']))
  expect(items.every(({ reason }) => reason.length > 5)).toBe(true)

  await page.goto(`${stage.base}/calendar`)
  await rows().filter({ hasText: 'Harbour walk' }).waitFor()
  expect(faults).toEqual([])
})

test('a calendar that was read is taken back as one, and what was made of it stays', async () => {
  await page.goto(`${stage.base}/data`)
  await page.getByText('15 moments proposed').waitFor()
  await page.getByRole('button', { name: 'Take it back' }).last().click()
  await page.getByText('What this calendar proposed is gone.', { exact: false }).waitFor()
  await openPerson(page, stage.base, 'Jonas Lindqvist')
  expect(await page.getByRole('region', { name: 'What happened' }).getByText('Design review').count()).toBe(2)
  expect(faults).toEqual([])
})
