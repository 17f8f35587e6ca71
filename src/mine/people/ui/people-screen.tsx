import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { PersonId } from '../../../kernel/ids.ts'
import { tell, useBook, useOpenBook, useToday } from '../../../web/book-context.tsx'
import { buttonLook } from '../../../web/ui/button.tsx'
import { Empty } from '../../../web/ui/empty.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { PageHead, useTitle } from '../../../web/ui/page.tsx'
import { Pair } from '../../../web/ui/pair.tsx'
import { TwinsLine } from '../../twins/ui/twins-line.tsx'
import { addPerson } from '../actions.ts'
import { chosen, everybody, isCalled, rowsOf, type Wanted } from '../rows.ts'
import { withTyped } from '../wanted-words.ts'
import { choose, useChoice } from './choice.ts'
import { FirstRun } from './first-run.tsx'
import { PeopleFilters } from './people-filters.tsx'
import { PeopleTable } from './people-table.tsx'
import { SeveralBar } from './several-bar.tsx'
import { OldNotesLine } from './still-true.tsx'

/** Everybody in the book: a column of marks, read from the left as who is near and who has drifted. */
export function PeopleScreen() {
  const { t } = useLingui()
  useTitle(t`People`)
  const book = useOpenBook()
  const navigate = useNavigate()
  const today = useToday()
  const wanted = useChoice()
  const [picked, setPicked] = useState<ReadonlySet<PersonId> | null>(null)
  const anchor = useRef<PersonId | undefined>(undefined)
  const field = useRef<HTMLInputElement>(null)
  const rows = useBook((open) => rowsOf(open))
  const slow = useDeferredValue(wanted)
  const shown = useMemo(() => chosen(rows, withTyped(book, slow)), [book, rows, slow])
  const want = (next: Partial<Wanted>): void => choose({ ...wanted, ...next })

  const list = useRef(shown)
  useEffect(() => {
    list.current = shown
  }, [shown])
  /** Chooses the person of a row or no longer does; `along` does the same to everybody since the row before. */
  const pick = useCallback((index: number, along: boolean): void => {
    const person = list.current[index]?.person.id
    if (person === undefined) return
    const from = along ? list.current.findIndex((row) => row.person.id === anchor.current) : -1
    anchor.current = person
    setPicked((old) => {
      const next = new Set(old)
      const on = !next.has(person)
      const rows = from < 0 ? [index] : range(from, index)
      for (const at of rows) {
        const id = list.current[at]?.person.id
        if (id !== undefined) on ? next.add(id) : next.delete(id)
      }
      return next
    })
  }, [])
  const picking = useMemo(() => (picked === null ? undefined : { picked, onPick: pick }), [picked, pick])
  /** Those chosen who are still in the book; choosing goes on while other words are wanted. */
  const chosenNow = useMemo(() => {
    const here = new Set(rows.map((row) => row.person.id))
    return new Set([...(picked ?? [])].filter((id) => here.has(id)))
  }, [picked, rows])

  if (rows.length === 0) return <FirstRun />

  const name = withTyped(book, wanted).words
  const known = name !== '' && rows.some((row) => isCalled(row, name))
  const add = (): void => {
    const added = addPerson(book, name)
    if (added === null) return
    tell(book, added.change)
    want({ ...everybody, words: name, order: wanted.order })
    field.current?.select()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const first = chosen(rows, withTyped(book, wanted))[0]
    if (first !== undefined && name !== '') void navigate({ to: '/people/$person', params: { person: first.person.id } })
    else if (name !== '' && !known) add()
  }

  return (
    <>
      <PageHead
        title={t`People`}
        lede={t`The nearer the disc stands to your ring, the warmer the tie.`}
        actions={
          <div className="flex flex-wrap max-desk:-ms-1.5">
            <Link to="/map" className={`${buttonLook({ kind: 'bare' })} max-desk:px-1.5 desk:hidden`}>
              <Icon name="map" size={16} className="-ms-1" />
              <Trans>Map</Trans>
            </Link>
            <Link to="/people/stack" className={`${buttonLook({ kind: 'bare' })} max-desk:px-1.5`}>
              <Icon name="file" size={16} className="-ms-1" />
              <Trans>A stack of cards</Trans>
            </Link>
            <Link to="/data/import" className={`${buttonLook({ kind: 'bare' })} max-desk:px-1.5`}>
              <Icon name="import" size={16} className="-ms-1" />
              <span className="max-desk:hidden">
                <Trans>Bring people from a file</Trans>
              </span>
              <span className="desk:hidden">
                <Trans>From a file</Trans>
              </span>
            </Link>
          </div>
        }
      />
      <form onSubmit={submit} className="mt-5">
        <label className="flex h-[46px] items-center gap-2.5 rounded-card border border-edge-firm bg-card px-3.5 has-focus-visible:outline-2 has-focus-visible:-outline-offset-1 has-focus-visible:outline-damson">
          <Icon name="search" className="text-damson" />
          <span className="sr-only">
            <Trans>Find somebody, or write the name of somebody new</Trans>
          </span>
          <input
            ref={field}
            type="search"
            value={wanted.words}
            maxLength={200}
            autoComplete="off"
            placeholder={t`Find somebody, or write a new name`}
            onChange={(event) => want({ words: event.target.value })}
            className="h-full min-w-0 flex-1 bg-transparent text-line text-ellipsis text-ink outline-none [&::-webkit-search-cancel-button]:hidden"
          />
        </label>
      </form>
      <PeopleFilters
        wanted={wanted}
        onWant={want}
        several={picked !== null}
        onSeveral={() => setPicked(picked === null ? new Set() : null)}
      />
      <div className="mb-2 flex flex-wrap items-center gap-x-6 gap-y-0.5">
        <TwinsLine />
        <OldNotesLine today={today} />
      </div>
      <p className="sr-only" aria-live="polite">
        {shown.length === 0 ? t`Nobody fits.` : ''}
      </p>
      {shown.length > 0 ? <PeopleTable rows={shown} picking={picking} onBegin={(index) => pick(index, false)} /> : null}
      {name !== '' && !known ? (
        <button
          type="button"
          onClick={add}
          className={`flex min-h-[54px] w-full items-center gap-3 px-2 text-start text-text text-soft move-answer hover:bg-hover max-desk:min-h-16 max-desk:text-line ${shown.length === 0 ? 'mt-4 border-y border-line' : 'border-b border-line'}`}
        >
          <span className="grid w-[31px] place-items-center">
            <Icon name="plus" className="text-damson" />
          </span>
          <span className="min-w-0 truncate">
            <Trans>
              Put <b className="text-ink">{name}</b> into your book
            </Trans>
          </span>
        </button>
      ) : null}
      {shown.length === 0 && name === '' ? (
        <Empty
          picture={<Pair band={undefined} size="row" />}
          title={wanted.resting ? <Trans>Nobody rests at the moment.</Trans> : <Trans>Nobody fits all of that.</Trans>}
          example={
            wanted.resting ? (
              <Trans>Letting somebody rest means: no suggestions, nothing lost, and back with one tap.</Trans>
            ) : (
              <Trans>Take one of the words above away again, and the rest of your people come back.</Trans>
            )
          }
          action={
            <button type="button" className={buttonLook()} onClick={() => want({ ...everybody, order: wanted.order })}>
              <Trans>Show everybody</Trans>
            </button>
          }
        />
      ) : null}
      {picked === null ? null : (
        <SeveralBar
          picked={chosenNow}
          shown={shown.length}
          onAll={() => setPicked(new Set(shown.map((row) => row.person.id)))}
          onNone={() => setPicked(new Set())}
          onEnd={() => setPicked(null)}
        />
      )}
    </>
  )
}

const range = (from: number, to: number): number[] => Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => Math.min(from, to) + i)
