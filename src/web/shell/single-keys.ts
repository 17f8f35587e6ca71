import type { Book } from '../../mine/book.ts'

/** Lets single letters act, or rest. Kept in the book, so that it holds on every device. */
export function setSingleKeys(book: Book, singleKeys: boolean): void {
  const old = book.all('setting').find((setting) => setting.what.key === 'keyboard')
  book.change('', (hands) => {
    if (old === undefined) hands.add('setting', { what: { key: 'keyboard', singleKeys } })
    else hands.patch('setting', old.id, { what: { key: 'keyboard', singleKeys } })
  })
}
