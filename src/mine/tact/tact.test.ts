import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isDelicate, touches } from './tact.ts'
import { tactGerman } from './tact-de.ts'
import { tactEnglish } from './tact-en.ts'
import { type TactKind, tactKinds } from './tact-words.ts'

const delicate: readonly (readonly [string, TactKind])[] = [
  ['Her surgery is in spring', 'health'],
  ['was off sick for three weeks', 'health'],
  ['Priya is pregnant', 'health'],
  ['Her son broke his arm', 'health'],
  ['his mother is in hospital', 'health'],
  ['had an operation on Monday', 'health'],
  ['sees a therapist on Thursdays', 'health'],
  ['prays at noon, needs a quiet room', 'belief'],
  ['keeps Ramadan', 'belief'],
  ['goes to church on Sundays', 'belief'],
  ['joined the union in May', 'union'],
  ['stands for the works council', 'union'],
  ['is a party member since 2019', 'politics'],
  ['votes Green', 'politics'],
  ['going through a divorce', 'love'],
  ['his brother is in prison', 'trouble'],
  ['Krankschreibung bis Freitag', 'health'],
  ['ist seit Montag krankgeschrieben', 'health'],
  ['Seine Frau ist schwanger', 'health'],
  ['Hochschwanger, im Mai ist es so weit', 'health'],
  ['liegt im Krankenhaus', 'health'],
  ['Brustkrebs bei der Mutter', 'health'],
  ['Chemotherapie im Herbst', 'health'],
  ['Lungenentzuendung ueberstanden', 'health'],
  ['nach der Knie-OP wieder da', 'health'],
  ['hat sich den Arm gebrochen', 'health'],
  ['in der Gewerkschaft', 'union'],
  ['Gewerkschaftsmitglied seit Jahren', 'union'],
  ['kandidiert für den Betriebsrat', 'union'],
  ['bei ver.di', 'union'],
  ['ist in der Partei', 'politics'],
  ['Mitglied der SPD', 'politics'],
  ['wählt grün', 'politics'],
  ['geht sonntags in die Kirche', 'belief'],
  ['ist katholisch', 'belief'],
  ['fastet, Ramadan beginnt', 'belief'],
  ['die Scheidung zieht sich', 'love'],
  ['hat Schulden', 'trouble'],
]

const harmless: readonly string[] = [
  'sick of the old printer',
  'We met on Union Square',
  'the European Union project',
  'has faith in the plan',
  'a leaving party on Friday, everybody came',
  'runs the operations team',
  'wants a diagnosis of the outage',
  'disabled the alarm again',
  'a stroke of luck',
  'voted for the new logo',
  'office politics bore her',
  'I’ll send it tomorrow',
  'hospitality is her field',
  'lives in Temple Street',
  'Faith from sales likes tea',
  'Christian brought the cake',
  'vendor agnostic by conviction',
  'socialising after work',
  'likes non-alcoholic beer',
  'arbeitet bei der Krankenkasse',
  'ist Gläubiger in dem Verfahren',
  'Party am Freitag im Hof',
  'beide Vertragsparteien waren da',
  'der Drucker streikt wieder',
  'eine gute Entscheidung',
  'sucht eine Wohnung in der Nähe',
  'die Kooperation läuft',
  'ich glaube, er mag Tee',
  'hat es dementiert',
  'das Dokument ist unterschrieben',
  'Flusskrebse am Abend',
  'wählt gern die lange Route',
  'fühlte sich gekränkt',
  'nun ist es fertig',
  'Oat milk; never after four',
  'Teaches her mother to video call',
  'Sings alto; the choir is at the station in December',
]

describe('what is delicate is noticed, in English and in German', () => {
  test.each(delicate)('%s', (text, kind) => {
    expect(touches(text).kinds).toContain(kind)
  })
})

describe('what only sounds like it is left in peace', () => {
  test.each(harmless.map((text) => [text]))('%s', (text) => {
    expect(touches(text).kinds).toEqual([])
  })
})

test('children are noticed in both languages, and a kind word is not one', () => {
  for (const text of ['Daughter Klara plays the cello', 'Sohn Max kommt in die Schule', 'Ihre Kinder spielen Hockey', 'das Kind heißt Ida'])
    expect(touches(text).child, text).toBe(true)
  for (const text of ['She is kind to everybody', 'Kind regards at the end of every mail', 'a Tochtergesellschaft in Linz'])
    expect(touches(text).child, text).toBe(false)
})

test('neither capitals nor German letters written out hide a word', () => {
  for (const text of ['HOSPITAL', 'hospital', 'SCHWANGER', 'Migraene', 'Migräne', 'migrane']) expect(isDelicate(text), text).toBe(true)
})

test('a comma between two words parts them', () => {
  expect(isDelicate('likes the union, square meals')).toBe(true)
  expect(isDelicate('Union Square')).toBe(false)
})

test('every entry is a clean one, written once within its kind', () => {
  for (const words of [tactEnglish, tactGerman]) {
    for (const kind of tactKinds) {
      const entries = words.kinds[kind]
      expect(new Set(entries).size, `${kind}: ${entries.filter((entry, at) => entries.indexOf(entry) !== at).join(', ')}`).toBe(
        entries.length,
      )
      for (const entry of entries) expect(entry, entry).toMatch(/^[*\p{L}]+(?:[ .'*\p{L}]+)*$/u)
    }
  }
})

test('no text makes it fall over, and a delicate word stays one among any others', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      touches(text)
      expect(touches(`${text}\nshe is pregnant`).kinds).toContain('health')
    }),
  )
})
