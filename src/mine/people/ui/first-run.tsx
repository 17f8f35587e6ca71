import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import { tell, useOpenBook } from '../../../web/book-context.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { beginBook } from '../begin.ts'
import { readFirstLine } from '../first-lines.ts'

const LINES = 5

/** An empty book: one good question and five lines to write on. */
export function FirstRun() {
  const { t } = useLingui()
  const book = useOpenBook()
  const form = useRef<HTMLFormElement>(null)
  const [lines, setLines] = useState<readonly string[]>(Array.from({ length: LINES }, () => ''))
  const [at, setAt] = useState<number | null>(null)
  const [fetching, setFetching] = useState(false)
  const people = lines.map(readFirstLine).filter((line) => line !== undefined)
  const hints = [
    t`Noor, who stayed to test the release`,
    t`Somebody from another floor`,
    t`Somebody who answered a quick question`,
    t`Somebody you would miss`,
    t`Whoever comes to mind now`,
  ]
  const hinted = at ?? Math.max(0, lines.indexOf(''))

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (people.length === 0) {
      form.current?.querySelector('input')?.focus()
      return
    }
    tell(book, beginBook(book, people))
  }
  const onKey = (event: KeyboardEvent<HTMLInputElement>, index: number): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || lines[index]?.trim() === '' || index === LINES - 1) return
    event.preventDefault()
    form.current?.querySelectorAll('input')[index + 1]?.focus()
  }
  const look = async (): Promise<void> => {
    setFetching(true)
    const { addSample } = await import('../../../sample/add.ts')
    tell(book, addSample(book))
  }

  return (
    <section className="mx-auto max-w-[560px] pt-8 desk:pt-[88px]">
      <h1 className="text-page font-page tracking-[-0.012em]">
        <Trans>Who helped you this month?</Trans>
      </h1>
      <p className="mt-1.5 text-line text-soft">
        <Trans>Begin with people who already know you. First names will do.</Trans>
      </p>
      <form ref={form} onSubmit={submit} className="mt-6">
        {lines.map((line, index) => {
          const someone = readFirstLine(line)
          const writing = hinted === index
          return (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines are fixed places on the page; they never move.
              key={index}
              className={`flex h-13 items-center gap-3.5 border-b px-0.5 max-desk:h-14 ${at === index ? 'border-damson shadow-[0_1px_0_var(--damson)]' : 'border-edge'}`}
            >
              <Icon
                name={someone !== undefined && at !== index ? 'check' : 'pen'}
                size={18}
                className={writing ? 'text-damson' : someone === undefined ? 'text-transparent' : 'text-soft'}
              />
              <input
                aria-label={t`Person ${index + 1}`}
                className="h-full min-w-0 flex-1 bg-transparent text-line text-ellipsis text-ink outline-none"
                value={line}
                maxLength={400}
                autoComplete="off"
                placeholder={writing ? hints[index] : ''}
                onChange={(event) => setLines(lines.map((old, i) => (i === index ? event.target.value : old)))}
                onKeyDown={(event) => onKey(event, index)}
                onFocus={() => setAt(index)}
                onBlur={() => setAt(null)}
              />
            </div>
          )
        })}
        <div className="mt-6 flex flex-wrap gap-2">
          <Button kind="go" type="submit" className="max-desk:flex-1">
            <Trans>Begin with them</Trans>
          </Button>
          <Button onClick={() => void look()} disabled={fetching} className="max-desk:flex-1">
            <Trans>Look at a made-up company</Trans>
          </Button>
        </div>
      </form>
      <p className="mt-5 text-body text-soft">
        <Trans>
          Your people are in a file already?{' '}
          <Link to="/data/import" className="font-medium text-damson underline decoration-edge underline-offset-3">
            Bring a few of them in
          </Link>
          .
        </Trans>
      </p>
      <p className="mt-5 flex max-w-[52ch] items-start gap-2.5 border-t border-line pt-4 text-text text-faint">
        <Icon name="lock" size={16} className="mt-[2.5px]" />
        <Trans>Whoever can read the files of this computer account can read your book; add six words to lock it.</Trans>
      </p>
    </section>
  )
}
