import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatter } from '@lingui/format-po'
import { type CompiledMessage, compileMessage } from '@lingui/message-utils/compileMessage'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')

test('every text of the code is in the catalogues; otherwise run "npm run texts"', { timeout: 60_000 }, () => {
  const done = spawnSync(process.execPath, [join(root, 'node_modules/@lingui/cli/dist/lingui.js'), 'check', 'sync', '--clean', '--overwrite'], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(done.status, `${done.stdout}${done.stderr}`).toBe(0)
})

/** The texts of a catalogue by their keys. */
async function textsOf(path: string, locale: string): Promise<Map<string, string>> {
  const about = { locale, sourceLocale: 'en', filename: path }
  const catalogue = (await formatter().parse(readFileSync(join(import.meta.dirname, path), 'utf8'), about)) ?? {}
  return new Map(Object.entries(catalogue).map(([key, { translation }]) => [key, typeof translation === 'string' ? translation : '']))
}

/** What a text is filled with and wrapped in: arguments with their kind, and the numbers of elements. */
function holes(text: string): string[] {
  const found = new Set<string>((text.match(/<\/?\d+\/?>/g) ?? []).map((tag) => tag))
  const look = (message: CompiledMessage): void => {
    if (typeof message === 'string') return
    for (const part of message) {
      if (typeof part === 'string') continue
      const [name, kind, choices] = part
      if (name !== '#') found.add(`{${name}${kind === undefined ? '' : `, ${kind}`}}`)
      if (typeof choices === 'object' && choices !== null)
        for (const choice of Object.values(choices)) if (Array.isArray(choice)) look(choice as CompiledMessage)
    }
  }
  look(compileMessage(text))
  return [...found].sort()
}

/** Small words of English that German does not have, outside of what is typed into a terminal. */
const english = /(?<![\w-])(?:the|and|with|your|you|is|are|not|of|to|for|this|that|it|be|or|from)(?![\w-])/
const commands = /<0>.*?<\/0>|kith \w+/g

/** What is wrong with a translation, each line precise enough to be put right. */
function flaws(source: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...source].flatMap(([key, text]) => {
    const said = other.get(key) ?? ''
    if (said === '') return [`not translated: ${JSON.stringify(key)} = ${JSON.stringify(text)}`]
    const [wanted, has] = [holes(text).join(' '), holes(said).join(' ')]
    if (wanted !== has) return [`filled otherwise: ${JSON.stringify(said)} has ${has || 'nothing'}, ${JSON.stringify(text)} has ${wanted || 'nothing'}`]
    if (english.test(said.replace(commands, ''))) return [`partly English: ${JSON.stringify(said)} for ${JSON.stringify(text)}`]
    return []
  })
}

describe.each(['', 'errors/'])('the German catalogue %sde.po', (folder) => {
  test('has every text, filled with the same things, and nothing left in English', async () => {
    const source = await textsOf(`${folder}en.po`, 'en')
    expect(source.size).toBeGreaterThan(100)
    expect(flaws(source, await textsOf(`${folder}de.po`, 'de'))).toEqual([])
  })
})

test('a text that is missing, filled otherwise or half English is found and named', () => {
  const source = new Map([
    ['a', 'One line'],
    ['b', 'For {name}: {text}'],
    ['c', '{n, plural, one {One of <0>us</0>} other {# of <0>us</0>}}'],
    ['d', 'Your people'],
    ['e', 'Run <0>kith open</0> and look'],
  ])
  const other = new Map([
    ['a', ''],
    ['b', 'Für {name}: {Text}'],
    ['c', '{n, plural, one {Eine von uns} other {# von uns}}'],
    ['d', 'Deine people of the book'],
    ['e', 'Gib <0>kith open</0> ein'],
  ])
  const found = flaws(source, other)
  expect(found.map((line) => line.split(':', 1)[0])).toEqual(['not translated', 'filled otherwise', 'filled otherwise', 'partly English'])
  expect(found[0]).toContain('"One line"')
})
