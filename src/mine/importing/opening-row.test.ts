import { i18n } from '@lingui/core'
import { expect, test } from 'vitest'
import type { OpeningItem } from '../../formats/item.ts'
import { Book } from '../book.ts'
import { accept } from './accept.ts'
import { openingRow } from './opening-row.ts'

i18n.loadAndActivate({ locale: 'en', messages: {} })

const opening: OpeningItem = {
  kind: 'opening',
  index: 1,
  line: 4,
  title: 'Gardener',
  department: 'Grounds',
  company: 'Fjordlicht',
  place: 'Bergen',
  remote: false,
  postedOn: '2027-01-05',
  closesOn: '2027-02-28',
}

test('An opening is shown with what is known of it, and cannot be chosen', () => {
  expect(openingRow(opening, '2027-01-20')).toEqual({
    index: 1,
    line: 4,
    name: 'Gardener',
    about: 'Grounds · Fjordlicht · Bergen',
    verdict: 'skipped',
    reason: 'An opening. Kith reads it, and will keep it once goals and openings are part of the book.',
    detail: 'Posted: 5 January. Open until: 28 February.',
    selected: false,
    choosable: false,
    item: opening,
  })
})

test('Accepting a file of openings writes nothing', () => {
  const book = new Book()
  const done = accept(book, { file: 'jobs.xml', format: 'feed', items: [opening], seconds: 0 }, [{ index: 1 }])
  expect(done).toMatchObject({ added: 0, changed: 0, batch: undefined })
  expect(book.everything()).toEqual([])
})
