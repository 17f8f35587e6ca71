import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react'
import type { PersonId } from '../../../kernel/ids.ts'
import { callName } from '../../../kernel/text.ts'
import type { Day } from '../../../kernel/time.ts'
import { tell, useBook, useOpenBook } from '../../../web/book-context.tsx'
import { Button, IconButton } from '../../../web/ui/button.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { Menu, MenuItem } from '../../../web/ui/menu.tsx'
import { useNarrow } from '../../../web/ui/windowed.ts'
import { TwoTexts } from '../../people/ui/two-texts.tsx'
import { isFace } from '../../warmth/reading.ts'
import { trashMoment } from '../actions.ts'
import type { Moment } from '../contract.ts'
import { shortDay } from '../day-text.ts'
import { opened, sentence, shapeText } from '../wording.ts'
import { aimDone, useAim } from './aim.ts'
import { EditMoment } from './edit-moment.tsx'
import { iconOf } from './pictures.ts'

/** How many moments are drawn at first, and how many more each time the end comes near. */
const PAGE = 40
/** The same on the phone, where what to remember follows below: there more come only when they are asked for. */
const PHONE_PAGE = 12
const AFTER_PAGE_MS = 60

/** What happened with a person, the latest first. */
export function Timeline({ person, today }: { person: PersonId; today: Day }) {
  const { t } = useLingui()
  const moments = useBook((book) => book.momentsOf(person), [person])
  const narrow = useNarrow()
  const page = narrow ? PHONE_PAGE : PAGE
  const [shown, setShown] = useState(page)
  const [editing, edit] = useState<Moment | null>(null)
  const end = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const aim = useAim()
  const aimedAt = aim === undefined ? -1 : moments.findIndex((moment) => moment.id === aim)
  // What is to be shown is drawn, however long ago it was.
  const drawn = Math.max(shown, aimedAt + 1)
  const more = moments.length > drawn

  useEffect(() => {
    if (aim === undefined || aimedAt < 0) return
    // After the router put the new page to its top.
    const timer = setTimeout(() => list.current?.querySelector('[data-aimed]')?.scrollIntoView({ block: 'center' }), AFTER_PAGE_MS)
    return () => {
      clearTimeout(timer)
      aimDone(aim)
    }
  }, [aim, aimedAt])

  useEffect(() => {
    const mark = end.current
    if (mark === null || !more || narrow) return
    const watch = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && setShown((n) => n + PAGE), {
      rootMargin: '400px',
    })
    watch.observe(mark)
    return () => watch.disconnect()
  }, [more, narrow])

  if (moments.length === 0) {
    return (
      <p className="mt-5 text-body text-faint">
        <Trans>Nothing written yet. What did the two of you last laugh about?</Trans>
      </p>
    )
  }
  const firstFace = moments.findIndex((moment) => isFace(moment.medium))
  return (
    <section aria-label={t`What happened`} className="mt-3.5">
      <ol ref={list}>
        {moments.slice(0, drawn).map((moment, i) => {
          const year = moment.day.slice(0, 4)
          const newYear = year !== (moments[i - 1]?.day ?? today).slice(0, 4)
          return (
            <Fragment key={moment.id}>
              {newYear ? <Hairline>{year}</Hairline> : null}
              {i === firstFace && i > 0 ? (
                <Hairline>
                  <Trans>Last time face to face</Trans>
                </Hairline>
              ) : null}
              <TimelineItem moment={moment} person={person} aimed={moment.id === aim} onEdit={() => edit(moment)} />
            </Fragment>
          )
        })}
      </ol>
      {more ? (
        <div ref={end} className="pt-2">
          <Button kind="bare" onClick={() => setShown((n) => n + page)}>
            <Trans>Earlier</Trans>
          </Button>
        </div>
      ) : null}
      {editing === null ? null : <EditMoment moment={editing} today={today} onClose={() => edit(null)} />}
    </section>
  )
}

const Hairline = ({ children }: { children: ReactNode }) => (
  <li className="flex items-center gap-3.5 pt-2 pb-1 text-note text-faint after:h-px after:flex-1 after:bg-line">{children}</li>
)

function TimelineItem({ moment, person, aimed, onEdit }: { moment: Moment; person: PersonId; aimed: boolean; onEdit: () => void }) {
  const { t } = useLingui()
  const book = useOpenBook()
  const face = isFace(moment.medium)
  const others = useBook(
    (open) =>
      moment.people
        .filter((id) => id !== person)
        .map((id) => open.get('person', id))
        .filter((one) => one !== undefined),
    [moment, person],
  )
  const text = moment.text.trim()
  const { opening, rest } = opened(text === '' ? shapeText(moment) : sentence(text))
  return (
    <li
      data-aimed={aimed ? '' : undefined}
      className="group grid scroll-my-24 grid-cols-[46px_18px_minmax(0,1fr)_auto] gap-3.5 py-2 max-desk:grid-cols-[50px_18px_minmax(0,1fr)_auto] max-desk:gap-2.5 data-aimed:rounded-control data-aimed:bg-damson-wash data-aimed:shadow-[0_0_0_6px_var(--damson-wash)]"
    >
      <time dateTime={moment.day} className="text-note leading-[21px] text-faint max-desk:leading-6">
        {shortDay(moment.day)}
      </time>
      <Icon name={iconOf(moment)} className={`mt-px max-desk:mt-[3px] ${face ? 'text-ink' : 'text-faint'}`} />
      <div className="min-w-0 text-body break-words whitespace-pre-line">
        <bdi>
          {face && opening !== '' ? <b>{opening}</b> : opening} {rest}
        </bdi>
        {others.length === 0 ? null : (
          <span className="text-faint">
            {' '}
            <Trans>With</Trans>{' '}
            {others.slice(0, 6).map((other, i) => (
              <Fragment key={other.id}>
                {i === 0 ? '' : ', '}
                <Link
                  to="/people/$person"
                  params={{ person: other.id }}
                  className="underline decoration-edge underline-offset-3 hover:decoration-damson"
                >
                  {callName(other.name)}
                </Link>
              </Fragment>
            ))}
            {others.length > 6 ? '…' : ''}
          </span>
        )}
        <TwoTexts record={moment} narrow />
      </div>
      <Menu
        trigger={
          <IconButton
            icon="more"
            size={16}
            label={t`Change or remove this moment`}
            className="-my-1.5 desk:opacity-0 desk:group-focus-within:opacity-100 desk:group-hover:opacity-100 data-popup-open:opacity-100"
          />
        }
      >
        <MenuItem icon="pen" onPick={onEdit}>
          <Trans>Change</Trans>
        </MenuItem>
        <MenuItem icon="trash" onPick={() => tell(book, trashMoment(book, moment.id))}>
          <Trans>Take it out</Trans>
        </MenuItem>
      </Menu>
    </li>
  )
}
