import { Trans, useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useDeferredValue, useRef } from 'react'
import { useOpenBook, useToday } from '../../../web/book-context.tsx'
import { useShortcut } from '../../../web/shortcut-keys.tsx'
import { Chip } from '../../../web/ui/chip.tsx'
import { Empty } from '../../../web/ui/empty.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { PageHead, useTitle } from '../../../web/ui/page.tsx'
import { Pair } from '../../../web/ui/pair.tsx'
import { filterText, type WordFilter } from '../../people/wanted-words.ts'
import { groupText } from '../wording.ts'
import { FoundSection } from './found-section.tsx'
import { useAnswer, useQuestion } from './question.ts'

/** How many hits of a group can be looked through; past these one more word is the quicker way. */
const MOST = 300

/** Everything in the book that fits some words. */
export function FindScreen() {
  const { t } = useLingui()
  useTitle(t`Find`)
  const today = useToday()
  const [{ typed, only }, ask] = useQuestion()
  const slow = useDeferredValue(typed)
  const { found, count, filters, whole } = useAnswer(slow, MOST)
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const shown = found.filter(({ group }) => only === undefined || group === only)
  const blank = slow.trim() === ''

  /** Moves from the line to the first hit, from hit to hit, and back. */
  const step = (by: 1 | -1): void => {
    const hits = [...(list.current?.querySelectorAll<HTMLElement>('[data-hit]') ?? [])]
    const here = hits.indexOf(document.activeElement as HTMLElement)
    if (here + by < 0) field.current?.focus()
    else hits[Math.min(hits.length - 1, here + by)]?.focus()
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    step(event.key === 'ArrowDown' ? 1 : -1)
  }
  useShortcut('next', () => step(1))
  useShortcut('previous', () => step(-1))

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows only move the focus among the links within.
    <div onKeyDown={onKey}>
      <PageHead title={t`Find`} lede={t`People, moments, what to remember and what you promised, by any word of it.`} />
      <label className="mt-5 flex h-[46px] items-center gap-2.5 rounded-card border border-edge-firm bg-card px-3.5 has-focus-visible:outline-2 has-focus-visible:-outline-offset-1 has-focus-visible:outline-damson">
        <Icon name="search" className="text-damson" />
        <span className="sr-only">
          <Trans>Words to look for</Trans>
        </span>
        <input
          ref={field}
          type="search"
          // biome-ignore lint/a11y/noAutofocus: the page is opened to write on this line.
          autoFocus
          value={typed}
          maxLength={200}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          placeholder={t`A name, a word, “cooling finance”`}
          onChange={(event) => ask({ typed: event.target.value })}
          className="h-full min-w-0 flex-1 bg-transparent text-line text-ellipsis text-ink outline-none [&::-webkit-search-cancel-button]:hidden"
        />
      </label>
      <Words typed={slow} filters={filters} onType={(next) => ask({ typed: next })} />
      {found.length < 2 && only === undefined ? null : (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll sideways in every browser.
        <div
          role="group"
          aria-label={t`Kinds`}
          className="mt-3 flex items-center gap-2 max-desk:-mx-[18px] max-desk:overflow-x-auto max-desk:px-[18px] max-desk:py-0.5 max-desk:[scrollbar-width:none] desk:flex-wrap"
        >
          <Chip pressed={only === undefined} onClick={() => ask({ only: undefined })}>
            <Trans>Everything</Trans>
          </Chip>
          {found.map(({ group, count: all }) => (
            <Chip key={group} pressed={only === group} onClick={() => ask({ only: only === group ? undefined : group })}>
              {groupText(group)} <span className="tabular opacity-80">{all}</span>
            </Chip>
          ))}
        </div>
      )}
      <p className="sr-only" aria-live="polite">
        {blank ? '' : count === 0 ? t`Nothing fits.` : t`${count} found.`}
      </p>
      <div ref={list}>
        {shown.map((one) => (
          <FoundSection key={`${one.group} ${slow}`} found={one} today={today} alone={only !== undefined} />
        ))}
      </div>
      {whole || blank ? null : (
        <p className="mt-4 text-text text-faint" role="status">
          <Trans>Still reading your book…</Trans>
        </p>
      )}
      {shown.length === 0 && (blank || whole) ? (
        <Nothing blank={blank} chosen={filters.length > 0} narrowed={only !== undefined} onAll={() => ask({ only: undefined })} />
      ) : null}
    </div>
  )
}

/** The words that choose people, each with the way to take it out of the line again. */
function Words({ typed, filters, onType }: { typed: string; filters: readonly WordFilter[]; onType: (typed: string) => void }) {
  const { t } = useLingui()
  if (filters.length === 0) return null
  return (
    <ul aria-label={t`Words that choose people`} className="mt-3 flex flex-wrap gap-2">
      {filters.map(({ filter, from, to }) => {
        const word = filterText(filter)
        return (
          <li key={from}>
            <button
              type="button"
              aria-label={t`Take “${word}” out`}
              onClick={() => onType(`${typed.slice(0, from)}${typed.slice(to)}`.replace(/\s+/g, ' ').trim())}
              className="inline-flex min-h-target items-center gap-1.5 whitespace-nowrap rounded-full bg-damson-wash ps-3 pe-2 text-text font-medium text-damson-deep move-answer hover:bg-hover"
            >
              {filter.by === 'band' && filter.band !== 'none' ? <Pair band={filter.band} /> : null}
              <bdi>{word}</bdi>
              <Icon name="close" size={16} />
            </button>
          </li>
        )
      })}
    </ul>
  )
}

function Nothing({ blank, chosen, narrowed, onAll }: { blank: boolean; chosen: boolean; narrowed: boolean; onAll: () => void }) {
  const book = useOpenBook()
  const department = book.departments()[0]
  return (
    <Empty
      picture={<Pair band={undefined} size="row" />}
      title={blank ? <Trans>Any word finds its way back.</Trans> : <Trans>Your book says nothing of that.</Trans>}
      example={
        blank ? (
          department === undefined ? (
            <Trans>“porto lunch” finds the lunch in which somebody told you of Porto. A slip of the pen does no harm.</Trans>
          ) : (
            <Trans>
              “porto lunch” finds the lunch in which somebody told you of Porto, “cooling {department}” whom you have seen less of lately.
            </Trans>
          )
        ) : chosen ? (
          <Trans>Take one of the words above out of the line, and more will fit.</Trans>
        ) : (
          <Trans>Fewer words find more, and the beginning of a word is enough.</Trans>
        )
      }
      action={
        narrowed ? (
          <Chip onClick={onAll}>
            <Trans>Look in everything</Trans>
          </Chip>
        ) : undefined
      }
    />
  )
}
