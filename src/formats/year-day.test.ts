import { expect, test } from 'vitest'
import { writtenDay } from './written-day.ts'
import { yearDay } from './year-day.ts'

test('A birthday is the day as it is written, in every form that files use', () => {
  for (const text of ['1980-03-22', '19800322', '1980-03-22T23:30:00-08:00', '1980-03-22T00:00:00Z', '22.3.1980', '1980/3/22']) {
    expect(yearDay(text), text).toEqual({ month: 3, day: 22, year: 1980 })
  }
  for (const text of ['--0322', '--03-22', '1604-03-22', '16040322']) expect(yearDay(text), text).toEqual({ month: 3, day: 22 })
  expect(yearDay('1900-03-22', '1900')).toEqual({ month: 3, day: 22 })
})

test('29 February without a year stays 29 February', () => {
  expect(yearDay('--0229')).toEqual({ month: 2, day: 29 })
  expect(yearDay('1604-02-29')).toEqual({ month: 2, day: 29 })
  expect(yearDay('2000-02-29')).toEqual({ month: 2, day: 29, year: 2000 })
  expect(yearDay('1999-02-29')).toEqual({ month: 2, day: 29 })
})

test('What names no day of a year is no birthday', () => {
  for (const text of ['', 'circa 1800', '1996', '1996-04', '--04', '---22', '1980-13-01', '1980-02-30', '0000', '03/04/1980']) {
    expect(yearDay(text), text).toBeUndefined()
  }
})

test('A day of connection is read in both forms and in several languages', () => {
  for (const text of [
    '12 Mar 2024',
    '12-Mar-24',
    '12. März 2024',
    '12 mars 2024',
    '12 de marzo de 2024',
    'Mar 12, 2024',
    '2024-03-12',
    '12.03.2024',
    '12 mrt. 2024',
  ]) {
    expect(writtenDay(text), text).toBe('2024-03-12')
  }
  expect(writtenDay('7-Feb-22')).toBe('2022-02-07')
  expect(writtenDay('3 juin 2023')).toBe('2023-06-03')
  expect(writtenDay('3 juil. 2023')).toBe('2023-07-03')
  for (const text of ['', '31 Feb 2024', '03/04/2024', 'yesterday', '12 Foo 2024']) expect(writtenDay(text), text).toBeUndefined()
})
