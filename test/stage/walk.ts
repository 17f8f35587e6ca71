import type { Page } from 'playwright-core'

/** Types five names on the first page and begins the book with them. */
export async function beginWith(page: Page, names: readonly string[]): Promise<void> {
  for (const [index, name] of names.entries()) await page.getByLabel(`Person ${index + 1}`, { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Begin with them' }).click()
  await page.getByPlaceholder('Coffee with Léa').waitFor()
}

/** Writes one line and waits until it is taken: the line is empty again. */
export async function log(page: Page, line: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Log a moment' }).first()
  await field.fill(line)
  await page.getByRole('button', { name: 'Write', exact: true }).first().click()
  for (let tries = 0; (await field.inputValue()) !== ''; tries++) {
    if (tries > 200) throw new Error(`the line was not taken: ${line}`)
    await page.waitForTimeout(50)
  }
}

/** Opens somebody's page from the list of people. */
export async function openPerson(page: Page, base: string, name: string): Promise<void> {
  await page.goto(`${base}/people`)
  await page.getByRole('link', { name }).first().click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}
