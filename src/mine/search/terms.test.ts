import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { termOf, termsOf, tokensOf, wordsOf, writtenLength } from './terms.ts'

/** Whether a question of one or more words is met by a text, by words or their beginnings. */
const finds = (typed: string, text: string): boolean => {
  const words = wordsOf(typed)
  const terms = termsOf(text)
  return words.length > 0 && words.every((word) => terms.some((term) => term === word.term || (word.grows && term.startsWith(word.term))))
}

test.each([
  ['lea fontaine', 'Léa FONTAINE'],
  ['müller', 'Muller'],
  ['hauptstrasse', 'Hauptstraße 5'],
  ['obrien', 'Siobhán O’Brien'],
  ["o'brien", 'Siobhán OʼBrien'],
  ['avion', 'dans l’avion'],
  ['jean pierre', 'Jean-Pierre'],
  ['lukasz', 'Łukasz Wójcik'],
  ['istanbul', 'İstanbul’da'],
  ['ilgaz', 'Ilgaz ve ışıl'],
  ['isil', 'ışıl'],
  ['nguyen', 'Nguyễn Thị Hạnh'],
  ['παπαδοπουλος', 'Ελένη Παπαδοπούλου και ο κ. Παπαδόπουλος'],
  ['ελενη', 'ΕΛΈΝΗ'],
  ['σοφος', 'ΣΟΦΟΣ'],
  ['алена', 'Алёна Соловьёва'],
  ['соловьева', 'Соловьёва'],
  ['сергий', 'Сергій Коваленко, Сергий'],
  ['محمد', 'مُحَمَّد الحسن'],
  ['احمد', 'أحمد'],
  ['فاطمه', 'فاطمة'],
  ['علی', 'علي'],
  ['محمد', 'محـــمد'],
  ['שלום', 'שָׁלוֹם'],
  ['שלומ', 'שלום'],
  ['李', '李小龙'],
  ['小龙', '李小龙'],
  ['龙', '李小龙'],
  ['李小龙', '昨天和李小龙吃午饭'],
  ['田中', '田中さんとランチ'],
  ['らんち', '田中さんとランチ'],
  ['ランチ', '田中さんとらんち'],
  ['김', '김민준'],
  ['ㄱ', '김민준'],
  ['김민', '김민준'],
  ['ประชุม', 'ไปประชุมที่กรุงเทพ'],
  ['กรุงเทพ', 'ไปประชุมที่กรุงเทพ'],
  ['राम', 'राम शर्मा'],
  ['ａｎａ', 'Ana Silva'],
  ['ana silva', 'ana.silva@fjordlicht.example'],
  ['iso 9001', 'ISO-9001'],
])('"%s" finds "%s"', (typed, text) => {
  expect(finds(typed, text)).toBe(true)
})

test.each([
  ['中国', '国中'],
  ['小李', '李小龙'],
  ['tom', 'customer'],
  ['ната', 'Анна'],
])('"%s" does not find "%s"', (typed, text) => {
  expect(finds(typed, text)).toBe(false)
})

test('a question without a letter or a digit has no words', () => {
  for (const typed of ['', '   ', '—', '“”', '´', '̈', '🙂']) expect(wordsOf(typed)).toEqual([])
})

test('a typed beginning covers the same letters where they are written with marks', () => {
  expect(writtenLength('Léa', 2)).toBe(2)
  expect(writtenLength('Le\u0301a', 2)).toBe(3)
  expect(writtenLength('Straße', 6)).toBe(5 + 0)
  expect(writtenLength('أحمد', 2)).toBe(2)
})

test('every word lies where its token says, in any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      for (const { term, from, to } of tokensOf(text)) {
        expect(term).not.toBe('')
        expect(from).toBeLessThan(to)
        expect(to).toBeLessThanOrEqual(text.length)
        expect(termOf(text.slice(from, to))).toBe(term)
      }
    }),
  )
})

test('whatever is written is found by itself, and by each of its words begun', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      if (wordsOf(text).length > 0) expect(finds(text, text)).toBe(true)
      for (const { text: begun } of [...new Intl.Segmenter().segment(text)].slice(0, 1).map(({ segment }) => ({ text: segment })))
        if (wordsOf(begun).length > 0) expect(finds(begun, text)).toBe(true)
    }),
  )
})

const list = '../shared/data/names/common-forenames-by-country.csv'
// Skipped where the list of names, which is no part of the project, does not lie beside it.
test.skipIf(!existsSync(list))(
  'names of the whole world are found romanised, in their own script, and begun (needs the list of names)',
  () => {
    const lines = readFileSync(list, 'utf8').split('\n').slice(1)
    const names = lines
      .flatMap((line) => line.split(',').map((cell) => cell.replaceAll('"', '').trim()))
      .filter((cell) => /^[\p{L}\p{M}' -]{3,}$/u.test(cell))
    expect(names.length).toBeGreaterThan(1000)
    for (const name of names) {
      expect(finds(name, name)).toBe(true)
      expect(finds(name.normalize('NFD').replace(/\p{M}/gu, ''), name)).toBe(true)
      expect(finds(name.toLocaleUpperCase('en'), `Lunch with ${name}, and her plans`)).toBe(true)
    }
  },
)
