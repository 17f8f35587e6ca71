import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { PersonId } from '../../../kernel/ids.ts'
import { callName } from '../../../kernel/text.ts'
import { tell, useBook, useOpenBook, useToday } from '../../../web/book-context.tsx'
import { useShortcut } from '../../../web/shortcut-keys.tsx'
import { Button, buttonLook } from '../../../web/ui/button.tsx'
import { Empty } from '../../../web/ui/empty.tsx'
import { Keycap } from '../../../web/ui/kbd.tsx'
import { BackTo, PageHead, useTitle } from '../../../web/ui/page.tsx'
import { Pair, Together } from '../../../web/ui/pair.tsx'
import type { Change } from '../../book.ts'
import type { Fact } from '../contract.ts'
import { forgetFact } from '../remembering.ts'
import { renewFact, upForRenewal } from '../renewal.ts'
import { FactForm } from './fact-form.tsx'
import { Ages, useShown } from './still-true.tsx'

/** So many at once: what is not on the page was not seen, and what was not seen does not go. */
const PAGE = 12

/** Notes that grow old, about everybody: keep, change or let go, one after the other. */
export function StillTrueScreen() {
  const { t } = useLingui()
  useTitle(t`Still true?`)
  const book = useOpenBook()
  const navigate = useNavigate()
  const today = useToday()
  const facts = useBook((open) => upForRenewal(open, today), [today])
  const [changing, change] = useState<string | null>(null)
  const [began] = useState(facts.length)
  const list = useRef<HTMLUListElement>(null)
  const shown = facts.slice(0, PAGE)
  useShown(shown)

  const rows = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('[data-fact]') ?? [])]
  const step = (by: 1 | -1): boolean => {
    const all = rows()
    const at = all.indexOf(document.activeElement?.closest<HTMLElement>('[data-fact]') ?? document.body)
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by]
    next?.focus()
    return next !== undefined
  }
  const current = (): Fact | undefined => {
    const id = document.activeElement?.closest<HTMLElement>('[data-fact]')?.dataset['fact'] ?? shown[0]?.id
    return shown.find((fact) => fact.id === id)
  }
  /** Answers, and hands the keyboard on to the next line. */
  const answer = (fact: Fact, done: Change | null): void => {
    if (done === null) return
    const all = rows()
    const at = all.findIndex((row) => row.dataset['fact'] === fact.id)
    const next = (all[at + 1] ?? all[at - 1])?.dataset['fact']
    tell(book, done)
    requestAnimationFrame(() =>
      rows()
        .find((row) => row.dataset['fact'] === next)
        ?.focus(),
    )
  }
  const withCurrent = (act: (fact: Fact) => void): boolean => {
    const fact = current()
    if (fact !== undefined) act(fact)
    return fact !== undefined
  }
  useShortcut('next', () => step(1))
  useShortcut('previous', () => step(-1))
  useShortcut('done', () => withCurrent((fact) => answer(fact, renewFact(book, fact.id))))
  useShortcut('not-now', () => withCurrent((fact) => answer(fact, forgetFact(book, fact.id))))
  useShortcut('open', () => withCurrent((fact) => void navigate({ to: '/people/$person', params: { person: fact.about[0] ?? '' } })))

  return (
    <>
      <BackTo to="/people">
        <Trans>People</Trans>
      </BackTo>
      {facts.length === 0 ? (
        <>
          <PageHead title={t`Still true?`} />
          <Empty
            picture={began > 0 ? <Together /> : <Pair band={undefined} size="row" />}
            title={
              began > 0 ? (
                <Trans>That was all of it. Your notes are up to date.</Trans>
              ) : (
                <Trans>No note of yours is old enough to ask about.</Trans>
              )
            }
            example={
              <Trans>
                A note comes up here after two years, a delicate one after one year, and never goes before you have seen it here.
              </Trans>
            }
            action={
              <Link to="/people" className={buttonLook()}>
                <Trans>To your people</Trans>
              </Link>
            }
          />
        </>
      ) : (
        <>
          <PageHead title={t`Still true?`} lede={t`Notes that grow old. Keep what holds; what you leave goes to the trash on its day.`} />
          <ul ref={list} aria-label={t`Notes that grow old`} className="mt-6 border-t border-line">
            {shown.map((fact) => (
              <li
                key={fact.id}
                data-fact={fact.id}
                tabIndex={-1}
                className="group grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 gap-y-2.5 border-b border-line px-2 py-3.5 max-wide:grid-cols-[minmax(0,1fr)]"
              >
                {changing === fact.id ? (
                  <div className="col-span-full max-w-[480px]">
                    <FactForm
                      person={(fact.about[0] ?? '') as PersonId}
                      name={callName(book.get('person', fact.about[0] ?? '')?.name ?? '')}
                      today={today}
                      fact={fact}
                      onClose={() => change(null)}
                    />
                  </div>
                ) : (
                  <Note
                    fact={fact}
                    onKeep={() => answer(fact, renewFact(book, fact.id))}
                    onChange={() => change(fact.id)}
                    onLetGo={() => answer(fact, forgetFact(book, fact.id))}
                  />
                )}
              </li>
            ))}
          </ul>
          <p className="mt-4 flex flex-wrap items-center gap-x-1.5 gap-y-1 px-2 text-note text-faint pointer-coarse:hidden max-desk:hidden">
            <Keycap>J</Keycap>
            <Keycap>K</Keycap>
            <Trans>from one to the next</Trans>
            <Keycap className="ms-3">E</Keycap>
            <Trans>still true</Trans>
            <Keycap className="ms-3">N</Keycap>
            <Trans>let go</Trans>
          </p>
        </>
      )}
    </>
  )
}

function Note({ fact, onKeep, onChange, onLetGo }: { fact: Fact; onKeep: () => void; onChange: () => void; onLetGo: () => void }) {
  const { t } = useLingui()
  const book = useOpenBook()
  const today = useToday()
  const people = fact.about.map((id) => book.get('person', id)).filter((person) => person !== undefined)
  const width = 'min-w-[96px] max-wide:flex-1 max-desk:min-w-0 max-desk:px-2'
  return (
    <>
      <div className="min-w-0">
        <p className="text-line break-words">{fact.text}</p>
        <p className="mt-0.5 text-note text-faint max-desk:text-text">
          {people.map((person) => (
            <Link
              key={person.id}
              to="/people/$person"
              params={{ person: person.id }}
              className="me-2 font-medium text-soft underline decoration-edge underline-offset-3 hover:decoration-damson"
            >
              {person.name}
            </Link>
          ))}
          <Ages fact={fact} today={today} />
        </p>
      </div>
      <fieldset className="flex gap-2">
        <legend className="sr-only">{t`Is it still true?`}</legend>
        <Button icon="check" className={width} onClick={onKeep}>
          <Trans>Still true</Trans>
        </Button>
        <Button className={width} onClick={onChange}>
          <Trans>Change</Trans>
        </Button>
        <Button className={width} onClick={onLetGo}>
          <Trans>Let go</Trans>
        </Button>
      </fieldset>
    </>
  )
}
