import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { PersonId } from '../../../kernel/ids.ts'
import { tell, useBook, useOpenBook } from '../../../web/book-context.tsx'
import { Button, IconButton } from '../../../web/ui/button.tsx'
import { Dialog } from '../../../web/ui/dialog.tsx'
import { Field } from '../../../web/ui/field.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { Menu, MenuGroup, MenuItem } from '../../../web/ui/menu.tsx'
import { say } from '../../../web/ui/toast.tsx'
import { importanceText, rhythms, rhythmText } from '../rhythm-wording.ts'
import { type ForSeveral, forSeveral } from '../several.ts'

interface Props {
  readonly picked: ReadonlySet<PersonId>
  /** How many people the list shows. */
  readonly shown: number
  readonly onAll: () => void
  readonly onNone: () => void
  readonly onEnd: () => void
}

type Asks = 'department' | 'circle' | 'add-tag'

/** What can be done to the people that are chosen, at the bottom of the list. */
export function SeveralBar({ picked, shown, onAll, onNone, onEnd }: Props) {
  const { t } = useLingui()
  const book = useOpenBook()
  const [asks, setAsks] = useState<Asks | null>(null)
  const bar = useRef<HTMLDivElement>(null)
  const departments = useBook((open) => open.departments())
  const circles = useBook((open) => open.circles())
  const tags = useBook((open) => open.tags())
  const worn = useBook(
    (open) => tags.filter((tag) => [...picked].some((id) => open.get('person', id)?.tags?.includes(tag) === true)),
    [tags, picked],
  )

  useEffect(() => {
    // Sentences at the bottom of the screen come up above the bar.
    const look = (): void => document.documentElement.style.setProperty('--bar', `${(bar.current?.offsetHeight ?? 0) + 8}px`)
    look()
    window.addEventListener('resize', look)
    return () => {
      window.removeEventListener('resize', look)
      document.documentElement.style.removeProperty('--bar')
    }
  }, [])
  const end = useRef(onEnd)
  useEffect(() => {
    end.current = onEnd
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const inside = event.target instanceof Element && event.target.closest('[role=dialog], [role=menu]') !== null
      if (event.key === 'Escape' && !event.defaultPrevented && !inside) end.current()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  const act = (what: ForSeveral): void => {
    const change = forSeveral(book, picked, what)
    if (change === null) say(t`That is so already.`)
    else tell(book, change)
    if (change !== null && (what.does === 'trash' || what.does === 'rest' || what.does === 'wake')) onNone()
  }
  const nobody = picked.size === 0
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t`For the people you chose`}
      className="sticky bottom-3 z-10 mt-3 flex flex-wrap items-center gap-x-1 gap-y-1 rounded-card bg-card py-1.5 pe-1.5 ps-4 shadow-float max-desk:-mx-1.5 max-desk:bottom-[88px] max-desk:gap-y-0 max-desk:ps-3"
    >
      <p className="tabular me-1 text-text font-bold max-desk:text-line" aria-live="polite">
        <Plural value={picked.size} _0="Nobody chosen" one="# chosen" other="# chosen" />
      </p>
      {picked.size < shown ? (
        <Button kind="back" onClick={onAll}>
          <Plural value={shown} one="Choose all" other="Choose all #" />
        </Button>
      ) : (
        <Button kind="back" onClick={onNone}>
          <Trans>Choose nobody</Trans>
        </Button>
      )}
      <IconButton icon="close" label={t`Stop choosing several`} onClick={onEnd} className="order-last ms-auto max-desk:order-none" />
      <div className="flex items-center gap-1 max-desk:-me-1.5 max-desk:-ms-3 max-desk:basis-[calc(100%+18px)] max-desk:rounded-b-card max-desk:overflow-x-auto max-desk:border-t max-desk:border-line max-desk:px-1.5 max-desk:pt-1 max-desk:[scrollbar-width:none] desk:ms-1 desk:border-s desk:border-line desk:ps-2">
        <Offer word={t`Department`} disabled={nobody}>
          <Words words={departments} onPick={(word) => act({ does: 'department', word })} />
          <MenuGroup>
            <MenuItem icon="plus" onPick={() => setAsks('department')}>
              <Trans>Another department</Trans>
            </MenuItem>
            <MenuItem icon="close" onPick={() => act({ does: 'department', word: '' })}>
              <Trans>No department</Trans>
            </MenuItem>
          </MenuGroup>
        </Offer>
        <Offer word={t`Circle`} disabled={nobody}>
          <Words words={circles} onPick={(word) => act({ does: 'circle', word })} />
          <MenuGroup>
            <MenuItem icon="plus" onPick={() => setAsks('circle')}>
              <Trans>Another circle</Trans>
            </MenuItem>
            <MenuItem icon="close" onPick={() => act({ does: 'circle', word: '' })}>
              <Trans>No circle</Trans>
            </MenuItem>
          </MenuGroup>
        </Offer>
        <Offer word={t`Tags`} disabled={nobody}>
          <MenuGroup label={t`Add`}>
            {tags.map((tag) => (
              <MenuItem key={tag} onPick={() => act({ does: 'add-tag', word: tag })}>
                {tag}
              </MenuItem>
            ))}
            <MenuItem icon="plus" onPick={() => setAsks('add-tag')}>
              <Trans>Another tag</Trans>
            </MenuItem>
          </MenuGroup>
          {worn.length === 0 ? null : (
            <MenuGroup label={t`Take away`}>
              {worn.map((tag) => (
                <MenuItem key={tag} onPick={() => act({ does: 'remove-tag', word: tag })}>
                  {tag}
                </MenuItem>
              ))}
            </MenuGroup>
          )}
        </Offer>
        <Offer word={t`How often`} disabled={nobody}>
          {rhythms.map((rhythm) => (
            <MenuItem key={String(rhythm ?? 'open')} onPick={() => act({ does: 'rhythm', rhythm })}>
              {rhythmText(rhythm)}
            </MenuItem>
          ))}
        </Offer>
        <Offer word={t`How much`} disabled={nobody}>
          {([1, 2, 3] as const).map((importance) => (
            <MenuItem key={importance} onPick={() => act({ does: 'importance', importance })}>
              {importanceText(importance)}
            </MenuItem>
          ))}
        </Offer>
        <Menu
          trigger={<IconButton icon="more" label={t`More for the people you chose`} disabled={nobody} className="disabled:opacity-60" />}
        >
          <MenuItem icon="rest" does={t`No suggestions, nothing lost.`} onPick={() => act({ does: 'rest' })}>
            <Trans>Let them rest</Trans>
          </MenuItem>
          <MenuItem icon="sun" onPick={() => act({ does: 'wake' })}>
            <Trans>Wake them</Trans>
          </MenuItem>
          <MenuItem icon="trash" does={t`With what concerns only them, for thirty days.`} onPick={() => act({ does: 'trash' })}>
            <Trans>Move to the trash</Trans>
          </MenuItem>
        </Menu>
      </div>
      {asks === null ? null : (
        <AskWord
          asks={asks}
          onClose={() => setAsks(null)}
          onWord={(word) => {
            setAsks(null)
            act({ does: asks, word })
          }}
        />
      )}
    </div>
  )
}

/** One of the words of the bar, with its choices above it. */
const Offer = ({ word, disabled, children }: { word: string; disabled: boolean; children: ReactNode }) => (
  <Menu
    align="start"
    trigger={
      <Button kind="bare" disabled={disabled} className="gap-1 px-2.5 whitespace-nowrap">
        {word}
        <Icon name="up" size={16} className="-me-1 text-faint" />
      </Button>
    }
  >
    {children}
  </Menu>
)

const Words = ({ words, onPick }: { words: readonly string[]; onPick: (word: string) => void }) =>
  words.length === 0 ? null : (
    <MenuGroup>
      {words.map((word) => (
        <MenuItem key={word} onPick={() => onPick(word)}>
          {word}
        </MenuItem>
      ))}
    </MenuGroup>
  )

/** A word that nobody has yet. */
function AskWord({ asks, onClose, onWord }: { asks: Asks; onClose: () => void; onWord: (word: string) => void }) {
  const { t } = useLingui()
  const field = useRef<HTMLInputElement>(null)
  const [word, setWord] = useState('')
  const titles: Readonly<Record<Asks, string>> = { department: t`Which department?`, circle: t`Which circle?`, 'add-tag': t`Which tag?` }
  return (
    <Dialog open onClose={onClose} title={titles[asks]} focus={field}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (word.trim() !== '') onWord(word)
        }}
      >
        <Field ref={field} label={t`In a word or two`} value={word} maxLength={200} onChange={(event) => setWord(event.target.value)} />
        <div>
          <Button kind="go" type="submit" disabled={word.trim() === ''}>
            <Trans>Write it</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
