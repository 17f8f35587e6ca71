import { expect, test } from 'vitest'
import { aMoment, aPerson, bookAt, idOf, personId } from '../../../test/a-book.ts'
import { ask } from './answer.ts'
import { gathered } from './gathered.ts'
import { SearchIndex } from './search-index.ts'

test('hits of the same people stand together, where the newest of them stands', () => {
  const both = [personId(1), personId(2)]
  const index = new SearchIndex(
    bookAt('2026-11-24', [
      aPerson(1),
      aPerson(2),
      aMoment(1, '2026-11-20', { text: 'Chess', people: [personId(1)] }),
      aMoment(2, '2026-11-19', { text: 'Chess', people: both }),
      aMoment(3, '2026-11-18', { text: 'Chess', people: [personId(1)] }),
      aMoment(4, '2026-11-17', { text: 'Chess', people: [...both].reverse() }),
    ]),
  )
  const hits = ask(index, 'chess', 10).found[0]?.hits ?? []
  const ids = gathered(hits).map((one) => one.hits.map(({ record }) => record.id))
  expect(ids).toEqual([[1, 3].map((n) => idOf('moment', n)), [2, 4].map((n) => idOf('moment', n))])
})
