import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { PersonId } from '../../../kernel/ids.ts'
import { tell, useBook, useOpenBook, useToday } from '../../../web/book-context.tsx'
import { useShortcut } from '../../../web/shortcut-keys.tsx'
import { buttonLook } from '../../../web/ui/button.tsx'
import { Empty } from '../../../web/ui/empty.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { BackTo, PageHead, useTitle } from '../../../web/ui/page.tsx'
import { Pair } from '../../../web/ui/pair.tsx'
import type { Person } from '../../people/contract.ts'
import { proposalsIn } from '../proposals.ts'
import { pairKey } from '../resemblance.ts'
import { callTwo, type Stays, unite } from '../unite.ts'
import { reasonText } from '../wording.ts'
import { beside, takeApart } from './by-hand.ts'
import { type Asked, PairCard } from './pair-card.tsx'

/** So many pairs stand in the list at once; the next ones come up as these are answered. */
const MOST = 30

/** Two of my people who may be one, pair by pair: the same person, two people, or later. */
export function SameScreen() {
  const { t } = useLingui()
  useTitle(t`The same person?`)
  const book = useOpenBook()
  const today = useToday()
  const [later, setLater] = useState<ReadonlySet<string>>(new Set())
  const [open, setOpen] = useState<string | null>(null)
  const proposals = useBook(proposalsIn)
  const byHand = useBook((one) => {
    const ids = beside()
    const people = ids === undefined ? undefined : ([one.get('person', ids[0]), one.get('person', ids[1])] as const)
    return people?.[0] === undefined || people[1] === undefined ? undefined : ([people[0], people[1]] as const)
  })

  const pairs: Asked[] = proposals.map(({ people, reason }) => ({ key: keyOf(people), people, reason: reasonText(reason) }))
  if (byHand !== undefined) {
    const at = pairs.findIndex(({ key }) => key === keyOf(byHand))
    const [known] = at < 0 ? [] : pairs.splice(at, 1)
    pairs.unshift(known ?? { key: keyOf(byHand), people: byHand, reason: t`You put these two beside each other.` })
  }
  const asked = pairs.filter(({ key }) => !later.has(key))
  const shown = asked.slice(0, MOST)
  const current = shown.find(({ key }) => key === open) ?? shown[0]

  const list = useRef<HTMLUListElement>(null)
  const moved = useRef(false)
  useEffect(() => {
    // Only after an answer or a step: the page itself begins at its top.
    if (!moved.current || current === undefined) return
    moved.current = false
    const card = list.current?.querySelector<HTMLElement>('[data-open] h2')
    card?.focus({ preventScroll: true })
    card?.closest('li')?.scrollIntoView({ block: 'nearest' })
  })

  const goTo = (key: string | undefined): void => {
    moved.current = true
    setOpen(key ?? null)
  }
  const step = (by: 1 | -1): void => {
    const at = shown.findIndex(({ key }) => key === current?.key)
    goTo(shown[Math.max(0, Math.min(shown.length - 1, at + by))]?.key)
  }
  /** The pair that is asked about once this one is answered. */
  const next = (key: string): string | undefined => {
    const at = shown.findIndex((one) => one.key === key)
    return (shown[at + 1] ?? shown[at - 1])?.key
  }
  const same = (pair: Asked, stays: Stays): void => {
    const after = next(pair.key)
    const done = unite(book, pair.people[0].id, pair.people[1].id, stays)
    if (done === null) return
    if (isBeside(pair.key)) takeApart()
    goTo(after)
    tell(book, done.change)
  }
  const two = (pair: Asked): void => {
    const after = next(pair.key)
    const change = callTwo(book, pair.people[0].id, pair.people[1].id)
    if (isBeside(pair.key)) takeApart()
    goTo(after)
    if (change !== null) tell(book, change)
  }
  const wait = (pair: Asked): void => {
    const after = next(pair.key)
    setLater(new Set([...later, pair.key]))
    goTo(after)
  }
  useShortcut('next', () => step(1))
  useShortcut('previous', () => step(-1))

  return (
    <>
      <BackTo to="/people">
        <Trans>People</Trans>
      </BackTo>
      <PageHead
        title={t`The same person?`}
        lede={t`Kith only asks. Whatever you answer, nothing that you wrote is lost, and it can be taken back.`}
      />
      {current === undefined ? (
        <Empty
          picture={<Pair band={undefined} size="row" />}
          title={later.size > 0 ? <Trans>That is everybody for now.</Trans> : <Trans>Nobody in your book looks like somebody else.</Trans>}
          example={
            later.size > 0 ? (
              <Trans>Those you left for later stay as they are.</Trans>
            ) : (
              <Trans>If you know better, open one of the two and choose “The same person as …” under the three dots.</Trans>
            )
          }
          action={
            later.size > 0 ? (
              <button type="button" className={buttonLook()} onClick={() => setLater(new Set())}>
                <Trans>Ask me about them again</Trans>
              </button>
            ) : (
              <Link to="/people" className={buttonLook()}>
                <Trans>To your people</Trans>
              </Link>
            )
          }
        />
      ) : (
        <ul ref={list} aria-label={t`Pairs`} className="mt-6 grid grid-cols-[minmax(0,1fr)] gap-3">
          {shown.map((pair) =>
            pair.key === current.key ? (
              <PairCard
                key={pair.key}
                pair={pair}
                today={today}
                onSame={(stays) => same(pair, stays)}
                onTwo={() => two(pair)}
                onLater={() => wait(pair)}
              />
            ) : (
              <PairLine key={pair.key} pair={pair} onOpen={() => goTo(pair.key)} />
            ),
          )}
        </ul>
      )}
    </>
  )
}

const keyOf = ([one, other]: readonly [Person, Person]): string => pairKey(one.id, other.id)

const isBeside = (key: string): boolean => {
  const ids: readonly [PersonId, PersonId] | undefined = beside()
  return ids !== undefined && pairKey(ids[0], ids[1]) === key
}

/** A pair that is not looked at: both names and the reason. */
function PairLine({ pair, onOpen }: { pair: Asked; onOpen: () => void }) {
  const [one, other] = [pair.people[0].name, pair.people[1].name]
  return (
    <li>
      <button
        type="button"
        aria-expanded={false}
        onClick={onOpen}
        className="grid min-h-[54px] w-full grid-cols-[minmax(0,1fr)_20px] items-center gap-x-4 gap-y-0.5 rounded-card border border-line px-5 py-2.5 text-start move-answer hover:bg-hover max-desk:px-4 desk:grid-cols-[minmax(0,1fr)_minmax(0,1.25fr)_20px]"
      >
        <span className="min-w-0 truncate text-text font-bold max-desk:text-line">
          <Trans>
            {one} and {other}
          </Trans>
        </span>
        <span className="min-w-0 text-text text-soft max-desk:col-start-1 max-desk:row-start-2 max-desk:text-line">{pair.reason}</span>
        <Icon name="down" className="text-faint max-desk:col-start-2 max-desk:row-span-2 max-desk:row-start-1" />
      </button>
    </li>
  )
}
