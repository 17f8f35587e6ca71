import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { AppError } from '../../../kernel/errors.ts'
import { addDays } from '../../../kernel/time.ts'
import { useBook, useOpenedBook, useToday } from '../../../web/book-context.tsx'
import { lookAtServer, type ServerView } from '../../../web/keys.ts'
import { Button } from '../../../web/ui/button.tsx'
import { duePerDay } from '../../today/due.ts'
import { weekdayName } from '../../warmth/days-in-words.ts'
import { Section, shortly } from './section.tsx'

/** What the server can see of this book: counted, not claimed. */
export function ServerSection() {
  const { t, i18n } = useLingui()
  const opened = useOpenedBook()
  const today = useToday()
  const due = useBook((book) => duePerDay(book, today), [today])
  const [records, setRecords] = useState<number | null>(null)
  const [view, setView] = useState<ServerView | null>(null)
  const [asking, setAsking] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  useEffect(() => {
    let here = true
    opened.wire.head().then(
      (head) => here && setRecords(head.records),
      () => undefined,
    )
    return () => {
      here = false
    }
  }, [opened])
  const ask = async (): Promise<void> => {
    setAsking(true)
    try {
      setView(await lookAtServer(opened))
      setTrouble(null)
    } catch (error) {
      setTrouble(error instanceof AppError ? shortly(error) : t`The server could not be asked just now.`)
    }
    setAsking(false)
  }
  const number = (n: number): string => i18n.number(n)
  const week = Array.from({ length: 7 }, (_, i) => addDays(today, i))
    .filter((day) => due[day] !== undefined)
    .map((day) => `${weekdayName(day)} ${due[day]}`)
  const rows: readonly { readonly what: string; readonly value: string }[] = [
    { what: t`Sealed entries`, value: view !== null ? number(view.records) : records === null ? '…' : number(records) },
    { what: t`Their sizes, each rounded up`, value: view === null ? t`not added up yet` : sizeText(view.bytes, number) },
    { what: t`When each was first kept`, value: t`the month, no day` },
    { what: t`How often each was rewritten`, value: t`a count` },
    { what: t`How many things are due on a day`, value: week.length === 0 ? t`nothing this week` : week.join(', ') },
    { what: t`When this account was active`, value: t`yes` },
    { what: t`Names, texts, days, rhythms, what an entry is`, value: t`no` },
  ]
  return (
    <Section
      id="server"
      title={<Trans>What the server can see</Trans>}
      says={<Trans>It keeps sealed texts and opaque numbers. The page you are looking at was opened here, on your device.</Trans>}
    >
      <table className="w-full border-t border-line text-body">
        <caption className="sr-only">
          <Trans>What the server knows about this book</Trans>
        </caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">
              <Trans>What</Trans>
            </th>
            <th scope="col">
              <Trans>What the server has</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.what} className="border-b border-line">
              <th scope="row" className="w-1/2 py-2 pe-4 align-top font-normal text-soft">
                {row.what}
              </th>
              <td className="tabular py-2 align-top">{row.value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {view?.example == null ? null : (
        <figure className="mt-4">
          <figcaption className="text-text text-faint">
            <Trans>One of them, as it lies there:</Trans>
          </figcaption>
          <p className="mt-1.5 line-clamp-3 rounded-control bg-well px-3 py-2.5 text-note break-all text-soft">
            {view.example.id} · {view.example.rev} · {view.example.envelope.slice(0, 600)}
          </p>
        </figure>
      )}
      {trouble === null ? null : (
        <p role="alert" className="mt-3 text-body text-soft">
          {trouble}
        </p>
      )}
      {view === null ? (
        <Button className="mt-4" disabled={asking} onClick={() => void ask()}>
          {asking ? <Trans>Asking the server…</Trans> : <Trans>Show me one, and add up the sizes</Trans>}
        </Button>
      ) : null}
    </Section>
  )
}

/** A size as people say it. Sealed texts are letters, so a character is a byte. */
function sizeText(bytes: number, number: (n: number) => string): string {
  if (bytes < 1_000_000) return `${number(Math.round(bytes / 1000))} kB`
  return `${number(Math.round(bytes / 100_000) / 10)} MB`
}
