import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { callName, fold } from '../../../kernel/text.ts'
import { useBook } from '../../../web/book-context.tsx'
import { Dialog } from '../../../web/ui/dialog.tsx'
import { Field } from '../../../web/ui/field.tsx'
import type { Person } from '../../people/contract.ts'
import { proposalsIn } from '../proposals.ts'
import { putBeside } from './by-hand.ts'

const MOST = 8

/** Whom somebody is the same person as, chosen by hand: those who look like them first. */
export function ChooseOther({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const [text, setText] = useState('')
  const people = useBook((book) => book.people())
  const alike = useBook(
    (book) => new Set<string>(proposalsIn(book).flatMap(({ people: pair }) => (pair.includes(person) ? pair.map(({ id }) => id) : []))),
    [person],
  )
  const name = callName(person.name)
  const wanted = fold(text)
  const others = people.filter((other) => other.id !== person.id)
  const found = others
    .filter((other) =>
      wanted === ''
        ? alike.has(other.id)
        : [other.name, ...(other.aliases ?? []), ...(other.emails ?? [])].some((one) => fold(one).includes(wanted)),
    )
    .slice(0, MOST)
  const pick = (other: Person): void => {
    onClose()
    putBeside(person.id, other.id)
    void navigate({ to: '/people/same' })
  }
  const step = (by: 1 | -1): void => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const next = at + by
    if (next < 0) field.current?.focus()
    else buttons[Math.min(next, buttons.length - 1)]?.focus()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t`Who is the same person as ${name}?`}
      description={<Trans>You see both beside each other before anything happens.</Trans>}
      focus={field}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (found[0] !== undefined) pick(found[0])
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          step(event.key === 'ArrowDown' ? 1 : -1)
        }}
      >
        <Field
          ref={field}
          label={t`Name or email address`}
          type="search"
          autoComplete="off"
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <ul ref={list} aria-label={t`People`} className="-mx-2 mt-2">
          {found.map((other) => (
            <li key={other.id}>
              <button
                type="button"
                onClick={() => pick(other)}
                className="flex min-h-[42px] w-full items-baseline gap-3 rounded-control px-2 py-2 text-start move-answer hover:bg-hover"
              >
                <span className="min-w-0 truncate text-body font-medium">{other.name}</span>
                <span className="ms-auto min-w-0 flex-none truncate text-note text-faint max-desk:text-text">
                  {other.department ?? other.company ?? other.emails?.[0] ?? ''}
                </span>
              </button>
            </li>
          ))}
        </ul>
        {found.length > 0 || wanted === '' ? null : (
          <p className="py-3 text-text text-faint">
            <Trans>Nobody by that name.</Trans>
          </p>
        )}
      </form>
    </Dialog>
  )
}
