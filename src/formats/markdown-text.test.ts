import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asWritten, fileNames, onOneLine } from './markdown-text.ts'

test('signs that Markdown acts upon stay signs', () => {
  expect(asWritten('*Loves* _snake_case_ [x](y) `code` <b> a|b')).toBe('\\*Loves\\* \\_snake\\_case\\_ \\[x\\](y) \\`code\\` \\<b\\> a\\|b')
  expect(asWritten('# no heading\n- no list\n1. no number')).toBe('\\# no heading\n\\- no list\n1\\. no number')
  expect(onOneLine('one\r\n\r\ntwo')).toBe('one two')
})

test('files of people have names that every system takes, each once', () => {
  expect(fileNames(['Ana', 'ana', '../../etc/passwd', 'CON', '', '. .', 'a/b:c'], '.md')).toEqual([
    'Ana.md',
    'ana 2.md',
    'etc passwd.md',
    'CON_.md',
    '_.md',
    '_ 2.md',
    'a b c.md',
  ])
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 20 }), (names) => {
      const files = fileNames(names, '.md')
      expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(names.length)
      for (const file of files) expect(file).toMatch(/^[^\\/:*?"<>|\p{Cc}.][^\\/:*?"<>|\p{Cc}]*\.md$/u)
    }),
  )
})
