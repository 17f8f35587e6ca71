import type { Book } from '../mine/book.ts'
import { type Answer, ask } from '../mine/search/answer.ts'
import { SearchIndex } from '../mine/search/search-index.ts'
import { groupText, lineOfHit, type Part } from '../mine/search/wording.ts'
import { withBook } from './book.ts'
import { loadTexts } from './texts.ts'

export const about = 'find people, moments and all you wrote down, by any word'

const help = `kith find WORDS [--json]

Finds people, moments, what to remember and what you promised. Every word must fit; the beginning of a word is
enough, and a slip does no harm. Words of warmth and names of departments choose people:

  kith find porto lunch
  kith find cooling finance

Ends with 0, also when nothing fits, and with 2 when there is no word to look for.
`

/** Hits of each group on the page, and in the document. */
const SHOWN = 10
const MOST = 1000
/** Records taken in at a time; the command waits for all of them. */
const AT_A_TIME = 10_000

/** Looks for words in the whole book. Answers the exit code. */
export async function run(args: string[]): Promise<number> {
  loadTexts()
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help)
    return 0
  }
  const unknown = args.find((argument) => argument.startsWith('--') && argument !== '--json')
  if (unknown !== undefined) {
    process.stderr.write(`kith find does not know "${unknown}". See "kith find --help".\n`)
    return 2
  }
  const json = args.includes('--json')
  const typed = args.filter((argument) => argument !== '--json').join(' ')
  if (!/[\p{L}\p{N}]/u.test(typed)) {
    process.stderr.write('There is no word to look for. See "kith find --help".\n')
    return 2
  }
  return await withBook(async (book) => {
    const index = new SearchIndex(book)
    while (index.work(AT_A_TIME));
    const answer = ask(index, typed, json ? MOST : SHOWN)
    index.close()
    process.stdout.write(json ? `${JSON.stringify(document(book, answer))}\n` : page(book, answer))
    return 0
  })
}

const plain = (parts: readonly Part[]): string => parts.map(({ text }) => text).join('')

function page(book: Book, answer: Answer): string {
  if (answer.found.length === 0) return 'Your book says nothing of that.\n'
  const groups = answer.found.map(({ group, hits, count }) => {
    const lines = hits.map((hit) => {
      const { parts, beside, who, when } = lineOfHit(hit, book.today())
      const after = [plain(beside), who, when].filter((text) => text !== '')
      return `  ${plain(parts)}${after.length === 0 ? '' : `  (${after.join('; ')})`}`
    })
    const others = count - hits.length
    return [`${groupText(group)}: ${count}`, ...lines, ...(others > 0 ? [`  … ${others} more`] : [])].join('\n')
  })
  return `${groups.join('\n\n')}\n`
}

function document(book: Book, answer: Answer): object {
  return {
    count: answer.count,
    found: answer.found.map(({ group, hits, count }) => ({
      group,
      count,
      hits: hits.map((hit) => {
        const { parts, beside } = lineOfHit(hit, book.today())
        return {
          id: hit.record.id,
          kind: hit.record.kind,
          text: plain(parts),
          beside: plain(beside),
          people: hit.people.map(({ id, name }) => ({ id, name })),
          day: hit.day ?? null,
          fit: hit.fit,
        }
      }),
    })),
  }
}
