import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { Command } from 'cmdk'
import { useRef, useState } from 'react'
import { fold } from '../../kernel/text.ts'
import { useBook } from '../book-context.tsx'
import { answers, run } from '../shortcut-keys.tsx'
import { useShortcutWord } from '../shortcut-words.ts'
import { keysOf, type ShortcutId } from '../shortcuts.ts'
import { chooseTheme } from '../theme-choice.ts'
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
  { id: 'data', icon: 'data' },
  { id: 'calendar', icon: 'occasions' },
  { id: 'undo', icon: 'undo' },
  { id: 'sheet', icon: 'keyboard' },
]
const MOST_PEOPLE = 8

/** Find a person or do anything, from the keyboard. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const word = useShortcutWord()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const wanted = fold(text)
  const people = useBook((book) => book.people())
  const found =
    wanted === ''
      ? []
      : people
          .filter((person) => [person.name, ...(person.aliases ?? []), person.department ?? ''].some((name) => fold(name).includes(wanted)))
          .slice(0, MOST_PEOPLE)
  const themes = [
    { key: 'light', icon: 'sun', word: t`Light` },
    { key: 'dark', icon: 'moon', word: t`Dark` },
    { key: 'system', icon: 'screen', word: t`As the system has it` },
  ] as const
  const fits = (name: string): boolean => wanted === '' || fold(name).includes(wanted)
  const does = offered.filter(({ id }) => answers(id) && fits(word(id)))
  const looks = wanted === '' ? [] : themes.filter((theme) => fits(`${t`Look`} ${theme.word}`))
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
            ref={input}
            value={text}
            onValueChange={setText}
            placeholder={t`A person, a page, something to do`}
            className="h-[52px] min-w-0 flex-1 bg-transparent text-line outline-none"
          />
        </div>
        <Command.List className="max-h-[min(420px,60vh)] overflow-y-auto p-1.5">
          <Command.Empty className="px-3 py-6 text-center text-text text-faint">{t`Nobody and nothing by that name.`}</Command.Empty>
          {found.length === 0 ? null : (
            <Command.Group heading={t`People`} className={heading}>
              {found.map((person) => (
                <Command.Item
                  key={person.id}
                  value={person.id}
                  className={item}
                  onSelect={() => pick(() => void navigate({ to: '/people/$person', params: { person: person.id } }))}
                >
                  <Icon name="people" className="text-faint" />
                  <span className="min-w-0 truncate font-medium">{person.name}</span>
                  {person.department === undefined ? null : (
                    <span className="ml-auto truncate text-note text-faint">{person.department}</span>
                  )}
                </Command.Item>
              ))}
            </Command.Group>
          )}
          {does.length === 0 ? null : (
            <Command.Group heading={t`Do`} className={heading}>
              {does.map(({ id, icon }) => (
                <Command.Item key={id} value={id} className={item} onSelect={() => pick(() => void run(id))}>
                  <Icon name={icon} className="text-faint" />
                  {word(id)}
                  <kbd className="ml-auto font-sans text-note text-faint pointer-coarse:hidden">{keysOf(id)}</kbd>
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
        </Command.List>
      </Command>
    </Dialog>
  )
}
