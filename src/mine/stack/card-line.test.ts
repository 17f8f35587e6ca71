import fc from 'fast-check'
import { expect, test } from 'vitest'
import { looksLikeFile, namelessLines, readCardLine, readCardLines } from './card-line.ts'

const read = (line: string) => {
  const { emails = [], phones = [], links = [], ...rest } = readCardLine(line) ?? {}
  return { ...rest, ...(emails.length + phones.length + links.length === 0 ? {} : { reach: [...emails, ...phones, ...links] }) }
}

test('a line is read as it is jotted down', () => {
  expect(read('Léa Fontaine, Nordwind, research lead, lea@example.org - talks about bees')).toEqual({
    name: 'Léa Fontaine',
    company: 'Nordwind',
    role: 'research lead',
    reach: ['lea@example.org'],
    note: 'talks about bees',
  })
  expect(read('Theo Lindahl')).toEqual({ name: 'Theo Lindahl' })
  expect(read('Jan Kuiper; +49 30 1234567; Havenlicht')).toEqual({ name: 'Jan Kuiper', company: 'Havenlicht', reach: ['+49 30 1234567'] })
  expect(read('Vera Pohl <vera@example.org>')).toEqual({ name: 'Vera Pohl', reach: ['vera@example.org'] })
  expect(read('Noor Haddad, linkedin.com/in/noor, Nordwind')).toEqual({
    name: 'Noor Haddad',
    company: 'Nordwind',
    reach: ['linkedin.com/in/noor'],
  })
})

test('what somebody does and where are told apart where the words tell', () => {
  expect(read('Stig Moen, head of sales, Nordwind')).toMatchObject({ company: 'Nordwind', role: 'head of sales' })
  expect(read('Stig Moen, Leiter Einkauf, Nordwind')).toMatchObject({ company: 'Nordwind', role: 'Leiter Einkauf' })
  expect(read('Stig Moen, editor at Nordwind')).toMatchObject({ company: 'Nordwind', role: 'editor' })
  expect(read('Stig Moen, Redakteur bei Nordwind')).toMatchObject({ company: 'Nordwind', role: 'Redakteur' })
})

test('names with a hyphen or an apostrophe stay whole, and only a dash with room around it begins the note', () => {
  expect(read("Mei-Lin O'Hara, Nordwind – knows the harbour, sings")).toEqual({
    name: "Mei-Lin O'Hara",
    company: 'Nordwind',
    note: 'knows the harbour, sings',
  })
})

test('somebody with an address alone is called by it, and a line without anybody is none', () => {
  expect(read('sam@example.org')).toEqual({ name: 'sam@example.org', reach: ['sam@example.org'] })
  expect(readCardLines('\n  \n, ,\n---\nRuth Okafor\n')).toHaveLength(1)
})

test('pasted cards and tables are known as files', () => {
  expect(looksLikeFile('BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nEND:VCARD')).toBe(true)
  expect(looksLikeFile('First Name,Last Name,URL\nAna,Prata,')).toBe(true)
  expect(looksLikeFile('Ana Prata, Nordwind\nTom Becker')).toBe(false)
})

const letters = (text: string): string =>
  [...text.normalize('NFD')]
    .filter((sign) => /[\p{L}\p{N}]/u.test(sign))
    .sort()
    .join('')

test('no line makes it fall over, and not one letter of a line that names somebody is lost', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(',', ';', ' - ', ' – ', '\t', '|', ' ', '@', 'a@b.de', '+49 30 123456', 'www.x.org', 'head', ' at ', '<', '>', '('),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    ),
    { maxLength: 14 },
  )
  fc.assert(
    fc.property(pieces, (parts) => {
      const line = parts.join('').replace(/[\n\r]/g, ' ')
      const card = readCardLine(line)
      if (card === undefined) return
      expect(card.name).not.toBe('')
      const kept = [card.company, card.role, card.note, ...card.emails, ...card.phones, ...card.links].join('')
      const name = card.emails.includes(card.name) ? '' : card.name
      const all = letters(name + kept)
      // "at" and "bei" between a role and a company are all that may go.
      for (const sign of new Set(letters(line).replace(/[atbei]/g, ''))) {
        const count = (text: string): number => [...text].filter((one) => one === sign).length
        expect(count(all), `${sign} of ${line}`).toBe(count(letters(line)))
      }
    }),
  )
})

test('a pasted wall of signs is looked at once', () => {
  const wall = 'x'.repeat(400_000)
  expect(readCardLine(`Tom Becker, ${wall}`)?.name).toBe('Tom Becker')
  expect(looksLikeFile('\n'.repeat(400_000))).toBe(false)
})

test('lines that name nobody are left over, word for word', () => {
  expect(namelessLines('Tom Becker, Nordwind\n??? - the one with the bees\r\n\nPriya Raman')).toBe('??? - the one with the bees')
})
