import { chmodSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { strToU8, zipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import '../../test/a-book.ts'
import { AppError } from '../kernel/errors.ts'
import { readPath } from './path-reader.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const refusal = async (path: string): Promise<AppError> => {
  try {
    await readPath(path)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('it was read')
}

const impatient = { start: 20_000, item: 300, whole: 20_000 }

/** A worker that reads in its own way: `hang` lists the items at which it never ends. */
const worker = (body: string): URL =>
  pathToFileURL(
    file(
      `worker-${Math.random().toString(36).slice(2)}.mjs`,
      `import { parentPort, workerData } from 'node:worker_threads'
       const say = (report) => parentPort.postMessage(report)
       const { order } = workerData
       const person = (index) => ({ kind: 'person', index, line: index, name: 'P' + index })
       const wait = () => new Promise((resolve) => setTimeout(resolve, 20))
       say({ say: 'ready' })
       ${body}`,
    ),
  )

test('What cannot be read is refused in plain sentences that name the file and nothing of the program', async () => {
  const big = file('big.vcf', '')
  truncateSync(big, 1024 ** 3)
  const cases: [string, string][] = [
    [file('empty.vcf', ''), 'file-empty'],
    [file('blank.csv', ' \n\n'), 'file-empty'],
    [
      file(
        'photo.vcf',
        Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256),
      ),
      'file-binary',
    ],
    [file('export.csv', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0])), 'file-zip-damaged'],
    [file('letter.txt', 'Dear Ana,\nsee you soon.\n'), 'file-unknown'],
    [big, 'file-too-large'],
    [join(folder, 'nowhere.vcf'), 'file-missing'],
    [folder, 'file-folder'],
  ]
  for (const [path, code] of cases) {
    const error = await refusal(path)
    expect(error.code, path).toBe(code)
    for (const sentence of [error.what, error.why, error.next]) expect(sentence).toMatch(/^[^/\n]+\.$/)
  }
})

// Root may read everything, so there is nothing to refuse.
test.skipIf(process.getuid?.() === 0)('A file that this account may not read is refused as such', async () => {
  const path = file('locked.vcf', 'BEGIN:VCARD\nFN:Ana\nEND:VCARD\n')
  chmodSync(path, 0)
  expect((await refusal(path)).code).toBe('file-not-allowed')
})

test('A card that holds up the reader is passed over, and all the others arrive', async () => {
  const hanging = worker(`
    for (let index = 1; index <= 20; index++) {
      if (order.careful) say({ say: 'at', index, bytes: index })
      if (index === 7 || index === 12) { if (order.passOver.includes(index)) { say({ say: 'items', items: [{ kind: 'skipped', index, line: index, name: '', why: 'unreadable' }] }); continue } await wait(); for (;;) {} }
      say({ say: 'items', items: [person(index)] })
    }
    say({ say: 'done', format: 'vcard' })`)
  const { items } = await readPath(file('hostile.vcf', 'x'), { worker: hanging, patience: impatient })
  expect(items.map((item) => item.kind)).toEqual(Array.from({ length: 20 }, (_, i) => (i === 6 || i === 11 ? 'skipped' : 'person')))
})

test('A reader that never gets anywhere, runs out of memory or breaks is ended, and the file is refused', async () => {
  const stuck = worker('for (;;) {}')
  await expect(readPath(file('stuck.vcf', 'x'), { worker: stuck, patience: impatient })).rejects.toMatchObject({ code: 'file-held-up' })
  const hungry = worker(
    'const all = []; for (;;) { all.push(new Array(1000).fill(all.length)); if (all.length % 1000 === 0) say({ say: "at", index: 1, bytes: 1 }) }',
  )
  await expect(readPath(file('hungry.vcf', 'x'), { worker: hungry, patience: impatient })).rejects.toMatchObject({ code: 'file-held-up' })
  const broken = worker('throw new Error("no")')
  await expect(readPath(file('broken.vcf', 'x'), { worker: broken, patience: impatient })).rejects.toMatchObject({ code: 'file-held-up' })
  const endless = worker('for (let index = 1; ; index++) { say({ say: "at", index, bytes: 1 }); await wait() }')
  await expect(readPath(file('endless.vcf', 'x'), { worker: endless, patience: { ...impatient, whole: 500 } })).rejects.toMatchObject({
    code: 'file-held-up',
  })
})

test('The largest file that is read fits into the memory of the reader', async () => {
  const card = `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Sousa\r\nNOTE:${'Some words, '.repeat(50)}\r\nPHOTO;ENCODING=b:${'A'.repeat(60)}\r\n${` ${'A'.repeat(74)}\r\n`.repeat(1300)}END:VCARD\r\n`
  const count = Math.floor((50 * 1024 * 1024 - 1) / card.length)
  const { items } = await readPath(file('large.vcf', card.repeat(count)))
  expect(items).toHaveLength(count)
  expect(items.every((item) => item.kind === 'person')).toBe(true)
})

test('Five thousand cards of all sorts arrive through the worker in order', async () => {
  const cards = Array.from(
    { length: 5000 },
    (_, n) => `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person ${n}\r\nEMAIL:p${n}@example.org\r\nEND:VCARD\r\n`,
  )
  const { items, format } = await readPath(file('many.vcf', cards.join('')))
  expect(format).toBe('vcard')
  expect(items.map((item) => (item.kind === 'person' ? item.name : item.kind))).toEqual(cards.map((_, n) => `Person ${n}`))
})

test('An archive with many messages fits into the memory of the reader: nothing that was said is held', async () => {
  const said = 'Some words, and ""more"" of them. '.repeat(8)
  const rows = Array.from(
    { length: 80_000 },
    (_, n) =>
      `c${n % 3000},,Given${n % 3000} Family,https://www.linkedin.com/in/p${n % 3000},Me,https://www.linkedin.com/in/me,2024-0${1 + (n % 9)}-1${n % 9} 10:00:00 UTC,,"${said}"`,
  )
  const messages = `CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT\n${rows.join('\n')}\n`
  const { items, format } = await readPath(file('export.zip', zipSync({ 'messages.csv': strToU8(messages) })))
  expect({ format, people: items.length }).toEqual({ format: 'linkedin-export', people: 3000 })
})
