import type { PersonItem } from '../../formats/item.ts'
import { hash32 } from '../../kernel/random.ts'

/** So many are remembered of one import; a record of the book stays within what the vault takes. */
export const MOST_PRINTS = 40_000

/**
 * A short print of what an item says, wherever it stands in its file: the same item of the same file,
 * brought again, has the same print. Not for keys; it only ever meets prints of the same book.
 */
export function print(item: PersonItem): string {
  const { index: _index, line: _line, ...said } = item
  const text = JSON.stringify(said, Object.keys(said).sort().concat(nested))
  return hash32(text).toString(36) + hash32(`${text.length} ${text}`).toString(36)
}

/** Members of the values within an item, which the order of keys above must name too. */
const nested = ['month', 'day', 'year', 'what', 'label', 'date', 'medium', 'startedBy', 'text', 'about', 'circle', 'rhythm', 'importance']
