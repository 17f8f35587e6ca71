import { Temporal } from '../kernel/time.ts'
import type { Book } from '../mine/book.ts'
import { showPlan } from '../mine/today/answers.ts'
import { endText, ledeText } from '../mine/today/day-wording.ts'
import type { DayPlan, Move } from '../mine/today/move.ts'
import { planFor } from '../mine/today/plan.ts'
import { howText, questionText, reasonText, titleText } from '../mine/today/wording.ts'
import { locale } from '../mine/warmth/days-in-words.ts'
import { withBook } from './book.ts'
import { loadTexts } from './texts.ts'

export const about = 'show the few moves of today, and why'

const help = `kith today [--json]

Shows at most three moves, each with its reason, and ends.
`

/** Shows the plan of the day. Answers the exit code. */
export async function run(args: string[]): Promise<number> {
  loadTexts()
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help)
    return 0
  }
  const unknown = args.find((argument) => argument !== '--json')
  if (unknown !== undefined) {
    process.stderr.write(`kith today does not know "${unknown}". See "kith today --help".\n`)
    return 2
  }
  const json = args.includes('--json')
  return await withBook(async (book, keep) => {
    const plan = planFor(book)
    // What was shown stays for the day, here and on every other device.
    showPlan(book, plan)
    await keep()
    process.stdout.write(json ? `${JSON.stringify(document(book, plan))}\n` : page(book, plan))
    return 0
  })
}

function page(book: Book, plan: DayPlan): string {
  const day = Temporal.PlainDate.from(plan.day).toLocaleString(locale(), { weekday: 'long', day: 'numeric', month: 'long' })
  const end = endText(plan)
  const moves = plan.moves.map((move) =>
    [`• ${titleText(book, move)}`, `  ${reasonText(book, move, plan.day)}`, `  ${sentenceOf(move)}`].join('\n'),
  )
  return `${[day, ledeText(plan), ...moves, `${end.head} ${end.note}`.trim()].filter((block) => block !== '').join('\n\n')}\n`
}

/** How a move is done, and what to ask first where there is a question. */
function sentenceOf(move: Move): string {
  const how = howText(move.how)
  const question = questionText(move.question)
  return `${how.charAt(0).toUpperCase()}${how.slice(1)}.${question === undefined ? '' : ` ${question}`}`
}

function document(book: Book, plan: DayPlan): object {
  const end = endText(plan)
  return {
    day: plan.day,
    lede: ledeText(plan),
    moves: plan.moves.map((move) => ({
      key: move.key,
      kind: move.kind,
      giving: move.giving,
      person: { id: move.person, name: book.get('person', move.person)?.name ?? '' },
      title: titleText(book, move),
      reason: reasonText(book, move, plan.day),
      how: howText(move.how),
      question: questionText(move.question) ?? null,
    })),
    answered: plan.answered,
    end: `${end.head} ${end.note}`.trim(),
  }
}
