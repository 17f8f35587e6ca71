import { afterAll, beforeAll, expect, test } from 'vitest'
import { withServer } from '../../src/cli/server.ts'
import { mergeBodies } from '../../src/mine/merge.ts'
import type { AnyRecord } from '../../src/mine/record.ts'
import { freshSecrets, lockWithWords } from '../../src/vault/locking.ts'
import { memoryShelf } from '../../src/vault/shelf-memory.ts'
import { unlockHere } from '../../src/vault/unlock.ts'
import { openVault } from '../../src/vault/vault.ts'
import { httpWire } from '../../src/vault/wire.ts'
import { openStage, type Stage } from '../stage/kith.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})
afterAll(async () => {
  await stage.end()
})

const people = async (): Promise<string[]> => {
  const plan = await stage.kith('today', '--json')
  return (JSON.parse(plan.out) as { moves: { person: { name: string } }[] }).moves.map((move) => move.person.name)
}

test('a line is written without a server, and what it was understood as is printed', async () => {
  const { code, out, err } = await stage.kith(
    'log',
    'lunch with Ana Ferreira, her move to Porto, promised her the flat listing by tomorrow',
  )
  expect(err).toBe('')
  expect(code).toBe(0)
  expect(out.trim().split('\n')).toEqual([
    'Ana Ferreira, new in your book · Lunch · today',
    'You promise Ana Ferreira: the flat listing (tomorrow)',
    'To remember about Ana Ferreira: Her move to Porto',
  ])
})

test('an empty line and a line about nobody end with 2 and one sentence', async () => {
  for (const line of ['', '…', 'the printer is broken']) {
    const { code, out, err } = await stage.kith('log', line)
    expect([code, out]).toEqual([2, ''])
    expect(err.trim().split('\n')).toHaveLength(1)
  }
})

test('while the server runs the same book is written, and a first name is enough', async () => {
  await stage.start()
  const { code, out } = await stage.kith('log', '--json', 'coffee with ana yesterday, I owe her a review by today')
  expect(code).toBe(0)
  const written = JSON.parse(out) as { moment: { people: object[] }; promises: object[] }
  expect(written.moment.people).toMatchObject([{ name: 'Ana Ferreira', new: false }])
  expect(written.promises).toMatchObject([{ text: 'a review' }])
  expect(await people()).toEqual(['Ana Ferreira'])
})

test('the plan says why and ends, and is the same again', async () => {
  const first = await stage.kith('today')
  expect(first.out).toContain('• For Ana Ferreira: a review')
  expect(first.out.trimEnd().split('\n').at(-1)).toContain('That’s everyone for today.')
  expect((await stage.kith('today')).out).toBe(first.out)
  await stage.stop()
})

test('two lines at once, without a server, are both kept', async () => {
  const both = await Promise.all([stage.kith('log', 'tea with Ruth Okafor'), stage.kith('log', 'tea with Tom Becker')])
  expect(both.map(({ code, err }) => [code, err])).toEqual([
    [0, ''],
    [0, ''],
  ])
  for (const name of ['Ruth', 'Tom']) expect((await stage.kith('log', `walk with ${name}`)).out).not.toContain('new in your book')
})

test('a locked book opens with its words, asks for them in one sentence, and refuses others', async () => {
  Object.assign(process.env, stage.env)
  const secrets = freshSecrets()
  await withServer(async ({ base, token }) => {
    const wire = httpWire({ base, bearer: token })
    const here = await unlockHere(wire)
    if (here.is !== 'open') throw new Error('the book is locked already')
    const vault = openVault<AnyRecord>({ wire, shelf: memoryShelf(), key: here.ring, merge: mergeBodies, background: false })
    await vault.load()
    await lockWithWords(vault, wire, secrets)
    await vault.flush()
    await vault.close()
  })
  const asked = await stage.kith('log', 'lunch with Ana')
  expect([asked.code, asked.err.trim().split('\n').length]).toEqual([1, 1])
  expect(asked.err).toContain('locked')
  stage.env['KITH_WORDS'] = secrets.words
  expect(await stage.kith('log', 'lunch with Ana')).toMatchObject({ code: 0, out: 'Ana Ferreira · Lunch · today\n' })
  stage.env['KITH_WORDS'] = secrets.code
  expect((await stage.kith('log', 'lunch with Ana')).code).toBe(0)
  stage.env['KITH_WORDS'] = freshSecrets().words
  expect((await stage.kith('log', 'lunch with Ana')).code).toBe(1)
})
