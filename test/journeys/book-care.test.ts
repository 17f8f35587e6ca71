import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newProfile, openBrowser } from '../stage/browser.ts'
import { findings } from '../stage/findings.ts'
import { openStage } from '../stage/kith.ts'
import { beginWith, log, openPerson } from '../stage/walk.ts'

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
  await beginWith(page, ['Léa Fontaine', 'L. Fontaine', 'Tom Becker', 'Bram Verhulst', 'Nele Brandhorst'])
})
afterAll(async () => {
  await browser?.close()
  await stage.end()
})

const line = () => page.getByRole('link', { name: 'may be the same person' })
const describe = async (name: string, text: string): Promise<string> => {
  await openPerson(page, stage.base, name)
  await page
    .getByPlaceholder(/^Who is .*, in one line of yours/)
    .or(page.getByTitle('Change the line'))
    .first()
    .click()
  await page.getByLabel('Who they are, in one line').fill(text)
  await page.keyboard.press('Enter')
  await page.getByText(text).first().waitFor()
  return page.url()
}

test('two who may be one are proposed with a reason and put together by hand, and one undo parts them again', async () => {
  await log(page, 'lunch with Léa Fontaine about the poster wall')
  await openPerson(page, stage.base, 'L. Fontaine')
  const field = page.getByPlaceholder('What happened with L. Fontaine?').or(page.getByPlaceholder('What happened with L?'))
  await field.first().fill('a call about the invoice')
  await page.getByRole('button', { name: 'Write', exact: true }).first().click()
  await page.getByText('a call about the invoice').first().waitFor()
  const old = {
    long: await describe('Léa Fontaine', 'Third floor, by the window'),
    short: await describe('L. Fontaine', 'Sings in the lift'),
  }

  await page.goto(`${stage.base}/people`)
  await line().click()
  await page.getByRole('heading', { level: 1, name: 'The same person?' }).waitFor()
  await page.getByText('L. Fontaine may be short for Léa Fontaine.').waitFor()
  expect(await findings(page)).toEqual([])

  const names = page.getByRole('radiogroup', { name: 'Name' })
  expect(await names.getByRole('radio', { name: 'Léa Fontaine' }).isChecked()).toBe(true)
  await page.getByRole('radiogroup', { name: 'In one line' }).getByText('Sings in the lift').click()
  await page.getByRole('button', { name: 'Same person' }).click()
  await page.getByText('One person now: Léa Fontaine.').waitFor()
  await page.getByText('Nobody in your book looks like somebody else.').waitFor()

  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('L. Fontaine may be short for Léa Fontaine.').waitFor()
  for (const [address, name, text] of [
    [old.long, 'Léa Fontaine', 'the poster wall'],
    [old.short, 'L. Fontaine', 'a call about the invoice'],
  ] as const) {
    await page.goto(address)
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await page.getByText(text).first().waitFor()
  }
  await page.goto(`${stage.base}/people/same`)
  await page.getByRole('radiogroup', { name: 'In one line' }).getByText('Sings in the lift').click()
  await page.getByRole('button', { name: 'Same person' }).click()
  await page.getByText('One person now: Léa Fontaine.').waitFor()
  await page.waitForTimeout(1000)

  // Both addresses lead to the one who stays, with everything of both.
  for (const address of [old.long, old.short]) {
    await page.goto(address)
    await page.getByRole('heading', { level: 1, name: 'Léa Fontaine' }).waitFor()
    await page.getByText('the poster wall').first().waitFor()
    await page.getByText('a call about the invoice').first().waitFor()
    await page.getByText('Sings in the lift').first().waitFor()
    await page.getByText('Third floor, by the window').first().waitFor()
  }
  await page.goto(`${stage.base}/people`)
  await page.getByRole('link', { name: 'Tom Becker' }).first().waitFor()
  expect([await page.getByRole('link', { name: 'L. Fontaine' }).count(), await line().count()]).toEqual([0, 0])
})

test('an answer is taken back at once with everything as it was, and two people stay two after a reload', async () => {
  await page.goto(`${stage.base}/people`)
  await page.getByPlaceholder('Find somebody').fill('Tom Becker ')
  await page.getByPlaceholder('Find somebody').fill('Becker, Tom')
  await page.getByRole('button', { name: 'Put Becker, Tom into your book' }).click()
  await page.getByText('Becker, Tom is in your book.').waitFor()
  await page.getByPlaceholder('Find somebody').fill('')
  await line().click()
  await page.getByText('The same name. Nothing else says that they are one.').waitFor()
  await page.keyboard.press('e')
  await page.getByText('One person now: Tom Becker.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('The same name. Nothing else says that they are one.').waitFor()

  await page.keyboard.press('n')
  await page.getByText('are two people. They are not proposed again.').waitFor()
  await page.getByText('Nobody in your book looks like somebody else.').waitFor()
  await page.waitForTimeout(1000)
  await page.reload()
  await page.getByText('Nobody in your book looks like somebody else.').waitFor()
  await page.goto(`${stage.base}/people`)
  await page.getByRole('link', { name: 'Becker, Tom' }).waitFor()
  expect(await page.getByRole('link', { name: 'Tom Becker' }).count()).toBe(1)
})

test('any two can be put beside each other from a page, and left as they are', async () => {
  await openPerson(page, stage.base, 'Bram Verhulst')
  await page.getByRole('button', { name: 'More', exact: true }).first().click()
  await page.getByRole('menuitem', { name: 'The same person as' }).click()
  await page.getByRole('dialog').getByRole('searchbox').fill('nele')
  await page.keyboard.press('Enter')
  await page.getByText('You put these two beside each other.').waitFor()
  await page.getByRole('button', { name: 'Later' }).click()
  await page.getByText('That is everybody for now.').waitFor()
})

test('three people are changed at once with the keyboard and the pointer, and one undo takes it back', async () => {
  await page.goto(`${stage.base}/people`)
  await page.getByRole('link', { name: 'Bram Verhulst' }).waitFor()
  for (const name of ['Becker, Tom', 'Bram Verhulst']) {
    await page.keyboard.press('j')
    await page.locator('a:focus', { hasText: name }).waitFor()
  }
  await page.keyboard.press('x')
  await page.getByText('1 chosen').waitFor()
  await page.getByRole('checkbox', { name: 'Nele Brandhorst' }).click({ modifiers: ['Shift'] })
  await page.getByText('3 chosen').waitFor()
  expect(await findings(page)).toEqual([])

  await page.getByRole('button', { name: 'Department' }).click()
  await page.getByRole('menuitem', { name: 'Another department' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('Research')
  await page.keyboard.press('Enter')
  await page.getByText('3 people are in Research now.').waitFor()
  const inResearch = () => page.getByRole('row').filter({ hasText: 'Research' }).count()
  expect(await inResearch()).toBe(3)
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('3 people are in Research now.').waitFor({ state: 'hidden' })
  expect(await inResearch()).toBe(0)

  await page.getByRole('button', { name: 'Tags' }).click()
  await page.getByRole('menuitem', { name: 'Another tag' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('porto')
  await page.keyboard.press('Enter')
  await page.getByText('3 people have the tag porto now.').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('checkbox').first().waitFor({ state: 'hidden' })
})

test('a choice is kept under a name, opens from Find or do, and goes again', async () => {
  await page.goto(`${stage.base}/people`)
  await page.getByLabel('Tag').selectOption('porto')
  await page.getByRole('button', { name: 'Keep this choice' }).click()
  await page.getByLabel('Name of the filter').fill('For Porto')
  await page.keyboard.press('Enter')
  await page.getByText('Kept as For Porto.').waitFor()
  await page.waitForTimeout(1000)
  await page.goto(stage.base)
  await page.getByRole('combobox', { name: 'Log a moment' }).first().waitFor()
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('A name, a word').fill('porto')
  await page.getByRole('option', { name: 'For Porto' }).click()
  await page.getByRole('button', { name: 'For Porto', exact: true, pressed: true }).waitFor()
  expect(await page.getByRole('row').count()).toBe(4)
  expect(await findings(page)).toEqual([])

  await page.getByRole('button', { name: 'More about the filter For Porto' }).click()
  await page.getByRole('menuitem', { name: 'Take the filter away' }).click()
  await page.getByText('The filter For Porto is taken away.').waitFor()
  expect(await page.getByRole('button', { name: 'For Porto', exact: true }).count()).toBe(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'For Porto', exact: true }).waitFor()
  expect(faults).toEqual([])
})
