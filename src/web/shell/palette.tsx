import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { Command } from 'cmdk'
import { useCallback, useRef, useState } from 'react'
import { fold } from '../../kernel/text.ts'
import { PeopleCommands } from '../../mine/people/ui/people-commands.tsx'
import { FoundItems } from '../../mine/search/ui/found-items.tsx'
import { languages } from '../language-choice.ts'
import { answers, run } from '../shortcut-keys.tsx'
import { useShortcutWord } from '../shortcut-words.ts'
import { keysOf, type ShortcutId } from '../shortcuts.ts'
import { speakHere } from '../spoken.tsx'
import { chooseTheme } from '../theme-choice.ts'
import { takeTyped } from '../type-ahead.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'

const item =
  'flex min-h-[38px] cursor-pointer items-center gap-3 rounded-control px-3 text-text text-ink data-[selected=true]:bg-hover max-desk:min-h-target max-desk:text-line'
const heading =
  '[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-note [&_[cmdk-group-heading]]:text-faint'

const offered: readonly { id: ShortcutId; icon: IconName }[] = [
  { id: 'log', icon: 'pen' },
  { id: 'today', icon: 'today' },
  { id: 'people', icon: 'people' },
  { id: 'map', icon: 'map' },
  { id: 'find', icon: 'search' },
  { id: 'data', icon: 'data' },
  { id: 'calendar', icon: 'occasions' },
  { id: 'undo', icon: 'undo' },
  { id: 'sheet', icon: 'keyboard' },
]
/** Letters after which the beginning of a word of something to do means that. */
const NAMED = 3

/** Find anything the book says, or do anything, from the keyboard. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const word = useShortcutWord()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const here = useCallback((line: HTMLInputElement | null) => {
    input.current = line
    if (line === null) return
    line.focus()
    const early = takeTyped()
    if (early !== '') setText(early)
  }, [])
  const wanted = fold(text)
  const themes = [
    { key: 'light', icon: 'sun', word: t`Light` },
    { key: 'dark', icon: 'moon', word: t`Dark` },
    { key: 'system', icon: 'screen', word: t`As the system has it` },
  ] as const
  const fits = (name: string): boolean => wanted === '' || fold(name).includes(wanted)
  const begins = (words: string): boolean => ` ${fold(words)}`.includes(` ${wanted}`)
  const does = offered.filter(({ id }) => answers(id) && fits(word(id)))
  // `also` are the other words that somebody may look for it with.
  const pages = [
    { to: '/people/stack', icon: 'file', word: t`Go through a stack of cards`, also: t`business cards` },
    { to: '/people/same', icon: 'people', word: t`Who is the same person?`, also: t`twice, unite` },
    { to: '/people/still-true', icon: 'hourglass', word: t`Which notes are still true?`, also: t`facts` },
    { to: '/data/import', icon: 'import', word: t`Bring people from a file`, also: t`import, calendar, address book, LinkedIn` },
    { to: '/data', hash: 'copies', icon: 'export', word: t`Take a copy along`, also: t`copies, export, backup, encrypted` },
    { to: '/data', hash: 'trash', icon: 'trash', word: t`Look into the trash`, also: t`deleted` },
    { to: '/data', hash: 'keys', icon: 'lock', word: t`Who can open this book`, also: t`six words, recovery code, lock, keys` },
  ] as const
  const goes = pages.filter((page) => wanted !== '' && (fits(page.word) || begins(page.also)))
  const looks = wanted === '' ? [] : themes.filter((theme) => fits(`${t`Look`} ${theme.word}`))
  // Found by its own name, and by the word for language in any of them.
  const tongues = wanted === '' ? [] : languages.filter(({ name }) => fits(`${t`Language`} Language Sprache ${name}`))
  const named = does.some(({ id }) => begins(word(id))) || goes.some((page) => begins(`${page.word} ${page.also}`))
  const pick = (act: () => void): void => {
    onClose()
    act()
  }
  return (
    <Dialog open onClose={onClose} title={t`Find or do`} quietTitle at="top" wide focus={input}>
      <Command shouldFilter={false} loop label={t`Find or do`}>
        <div className="flex items-center gap-3 border-b border-line px-4">
          <Icon name="search" className="text-damson" />
          <Command.Input
            ref={here}
            value={text}
            onValueChange={setText}
            placeholder={t`A name, a word, something to do`}
            className="h-[52px] min-w-0 flex-1 bg-transparent text-line outline-none"
          />
        </div>
        <Command.List className="max-h-[min(420px,60vh)] overflow-y-auto p-1.5">
          <Command.Empty className="px-3 py-6 text-center text-text text-faint">{t`Nobody and nothing by that name, and no word of it in your book.`}</Command.Empty>
          <FoundItems typed={text} look={{ item, heading }} doFirst={wanted.length >= NAMED && named} onPick={pick}>
            <PeopleCommands fits={fits} pick={pick} item={item} heading={heading} />
            {does.length + goes.length === 0 ? null : (
              <Command.Group heading={t`Do`} className={heading}>
                {does.map(({ id, icon }) => (
                  <Command.Item key={id} value={id} className={item} onSelect={() => pick(() => void run(id))}>
                    <Icon name={icon} className="text-faint" />
                    {word(id)}
                    <kbd className="ms-auto font-sans text-note text-faint pointer-coarse:hidden">{keysOf(id)}</kbd>
                  </Command.Item>
                ))}
                {goes.map((page) => (
                  <Command.Item
                    key={page.word}
                    value={page.word}
                    className={item}
                    onSelect={() => pick(() => void navigate({ to: page.to, ...('hash' in page ? { hash: page.hash } : {}) }))}
                  >
                    <Icon name={page.icon} className="text-faint" />
                    {page.word}
                  </Command.Item>
                ))}
              </Command.Group>
            )}
            {looks.length === 0 ? null : (
              <Command.Group heading={t`Look`} className={heading}>
                {looks.map((theme) => (
                  <Command.Item key={theme.key} value={theme.key} className={item} onSelect={() => pick(() => chooseTheme(theme.key))}>
                    <Icon name={theme.icon} className="text-faint" />
                    {theme.word}
                  </Command.Item>
                ))}
              </Command.Group>
            )}
            {tongues.length === 0 ? null : (
              <Command.Group heading={t`Language`} className={heading}>
                {tongues.map(({ key, name }) => (
                  <Command.Item key={key} value={key} className={item} onSelect={() => pick(() => void speakHere(key))}>
                    <Icon name="screen" className="text-faint" />
                    <span lang={key}>{name}</span>
                  </Command.Item>
                ))}
              </Command.Group>
            )}
          </FoundItems>
        </Command.List>
      </Command>
    </Dialog>
  )
}
