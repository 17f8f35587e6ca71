import { i18n } from '@lingui/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DayReader, loadDays } from './days.ts'
import { cast, said } from './understand.testing.ts'
import { understand } from './understand.ts'

// A Tuesday.
const today = '2026-11-24'
let days: DayReader

beforeAll(async () => {
  i18n.loadAndActivate({ locale: 'de', messages: {} })
  days = await loadDays()
})
afterAll(() => i18n.loadAndActivate({ locale: 'en', messages: {} }))

/** German lines, read as `said` writes it. */
const examples: readonly (readonly [line: string, reading: string])[] = [
  ['Kaffee mit Léa, ihr Umzug nach Porto', 'Léa: face coffee, today, by both | fact about Léa: Ihr Umzug nach Porto'],
  ['Mittagessen mit Ana und Priya gestern', 'Ana and Priya: meal lunch, 2026-11-23, by both'],
  ['Kaffee mit Ruth Okafor', '+Ruth Okafor: face coffee, today, by both'],
  ['Priya angerufen', 'Priya: call call, today, by me'],
  ['Priya hat angerufen', 'Priya: call call, today, by they'],
  ['mit Jonas telefoniert', 'Jonas: call call, today, by both'],
  ['Spaziergang mit Jonas am Freitag', 'Jonas: face walk, 2026-11-20, by both'],
  ['Ana vor zwei Wochen in der Kantine getroffen', 'Ana: meal lunch, 2026-11-10, by both'],
  ['Mail von Inês über den verlorenen Auftrag', 'Inês: message message, today, by they'],
  ['Gespräch mit Priya am 12. November', 'Priya: face talk, 2026-11-12, by both'],
  ['Léa die Fotos bis Freitag versprochen', 'promise to Léa: die Fotos, by 2026-11-27'],
  [
    'Kaffee mit Jonas, Léa die Fotos bis morgen versprochen',
    'Jonas: face coffee, today, by both | promise to Léa: die Fotos, by 2026-11-25',
  ],
  [
    'Mittagessen mit Priya und ihr den Entwurf bis Montag versprochen',
    'Priya: meal lunch, today, by both | promise to Priya: den Entwurf, by 2026-11-30',
  ],
  [
    'Kaffee mit Ana, ihre Tochter kommt in die Schule',
    'Ana: face coffee, today, by both | fact about Ana: Ihre Tochter kommt in die Schule, child',
  ],
  ['Videoanruf mit Mei-Lin letzten Donnerstag', 'Mei-Lin: video call, 2026-11-19, by both'],
  ['Priya hat mir geholfen', 'Priya: face help, today, by they, help received'],
]

test.for(examples)('"%s" is read as "%s"', ([line, reading]) => {
  expect(said(understand(line, { people: cast, today, days }), today)).toBe(reading)
})
