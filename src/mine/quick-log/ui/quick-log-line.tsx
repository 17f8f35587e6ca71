import { Trans, useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, lazy, Suspense, useId, useRef, useState } from 'react'
import type { PersonId } from '../../../kernel/ids.ts'
import { tell, useOpenBook } from '../../../web/book-context.tsx'
import { useShortcut } from '../../../web/shortcut-keys.tsx'
import { takeTyped } from '../../../web/type-ahead.ts'
import { Button } from '../../../web/ui/button.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { Keycap } from '../../../web/ui/kbd.tsx'
import { say } from '../../../web/ui/toast.tsx'
import type { Change } from '../../book.ts'
import type { Completion } from '../complete.ts'
import type { Understanding } from '../understanding.ts'
import type { LineReader } from './line-reader.ts'

const fetchUnderstood = () => import('./understood.tsx')
const Understood = lazy(async () => ({ default: (await fetchUnderstood()).Understood }))

/** One correction of what was understood. Corrections of a single part hold for the line as it was; the others last while it is typed on. */
export interface Correction {
  readonly lasting: boolean
  readonly apply: (understanding: Understanding) => Understanding
}

interface Props {
  /** The page's own line: `L` brings the pen here while it is in sight. */
  readonly inline?: boolean
  /** The person whose page it is written on. */
  readonly about?: PersonId | undefined
  readonly placeholder?: string
  readonly autoFocus?: boolean
  readonly onWritten?: (change: Change) => void
}

const inSight = (element: HTMLElement | null): boolean => {
  const box = element?.getBoundingClientRect()
  return box !== undefined && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight
}

/** The line to write on: names are completed, what is understood stands below it and can be changed, Enter writes. */
export function QuickLogLine({ inline = false, about, placeholder, autoFocus = false, onWritten }: Props) {
  const { t } = useLingui()
  const book = useOpenBook()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [line, setLine] = useState(() => (autoFocus ? takeTyped() : ''))
  const [caret, setCaret] = useState(line.length)
  const [reader, setReader] = useState<LineReader | null>(null)
  const [, setDaysCame] = useState(0)
  const [corrections, setCorrections] = useState<readonly Correction[]>([])
  const [marked, mark] = useState(-1)
  const [closed, close] = useState(false)
  const [asked, askNeeds] = useState(false)
  useShortcut('log', () => {
    if (!inline || !inSight(input.current)) return false
    input.current?.focus()
    return true
  })

  const fetchReader = async (): Promise<LineReader> => {
    if (reader !== null) return reader
    void fetchUnderstood().catch(() => undefined)
    const { lineReader } = await import('./line-reader.ts')
    const made = lineReader(book, about, () => setDaysCame((times) => times + 1))
    setReader(made)
    return made
  }
  const readWith = (from: LineReader): Understanding =>
    corrections.reduce((understanding, { apply }) => apply(understanding), from.read(line))
  const understanding = reader === null || line.trim() === '' ? null : readWith(reader)
  const offered: readonly Completion[] = reader === null || closed || line === '' ? [] : reader.complete(line, caret)

  const change = (next: string, at: number): void => {
    setLine(next)
    setCaret(at)
    setCorrections(corrections.filter(({ lasting }) => lasting && next.trim() !== ''))
    mark(-1)
    close(false)
    askNeeds(false)
  }
  const take = (completion: Completion): void => {
    const next = `${line.slice(0, completion.from)}${completion.name}${line.slice(completion.to)}`
    const at = completion.from + completion.name.length
    change(next, at)
    close(true)
    requestAnimationFrame(() => {
      input.current?.focus()
      input.current?.setSelectionRange(at, at)
    })
  }
  const submit = async (): Promise<void> => {
    const from = await fetchReader().catch(() => null)
    if (from === null) {
      say(t`The pen could not be fetched. Your line stays here; try again when there is a connection.`)
      return
    }
    await from.ready
    const read = readWith(from)
    if (read.needs !== undefined) {
      askNeeds(true)
      input.current?.focus()
      return
    }
    const written = from.write(read)
    tell(book, written)
    change('', 0)
    onWritten?.(written)
  }
  const onKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    const chosen = offered[marked]
    if (event.key === 'ArrowDown' && offered.length > 0) mark((marked + 1) % offered.length)
    else if (event.key === 'ArrowUp' && offered.length > 0) mark(marked <= 0 ? offered.length - 1 : marked - 1)
    else if (event.key === 'Enter' && chosen !== undefined) take(chosen)
    else if (event.key === 'Tab' && !event.shiftKey && offered.length > 0) take(chosen ?? (offered[0] as Completion))
    else if (event.key === 'Escape' && offered.length > 0) {
      close(true)
      event.stopPropagation()
    } else if (event.key === 'Escape' && inline) input.current?.blur()
    else if (event.key === 'Enter') void submit()
    else return
    event.preventDefault()
  }
  const open = offered.length > 0
  return (
    <div className="relative">
      <div className="flex min-h-[46px] items-center gap-2.5 rounded-card border border-edge-firm bg-card pe-2 ps-3.5 focus-within:outline-2 focus-within:outline-damson focus-within:-outline-offset-1">
        <Icon name="pen" className="text-damson" />
        <input
          ref={input}
          role="combobox"
          aria-label={t`Log a moment`}
          aria-expanded={open}
          aria-controls={`${id}-names`}
          aria-autocomplete="list"
          aria-activedescendant={marked >= 0 && open ? `${id}-name-${marked}` : undefined}
          aria-describedby={understanding === null ? undefined : `${id}-understood`}
          className="h-[44px] min-w-0 flex-1 bg-transparent text-line text-ellipsis text-ink outline-none"
          placeholder={placeholder ?? t`Coffee with Léa, her move to Porto`}
          autoComplete="off"
          autoCapitalize="sentences"
          enterKeyHint="done"
          maxLength={4000}
          // biome-ignore lint/a11y/noAutofocus: the overlay was opened to write on this line.
          autoFocus={autoFocus}
          value={line}
          onFocus={() => void fetchReader().catch(() => undefined)}
          onChange={(event) => change(event.target.value, event.target.selectionStart ?? event.target.value.length)}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? 0)}
          onBlur={() => close(true)}
          onKeyDown={onKey}
        />
        {line.trim() === '' ? (
          inline ? (
            <Keycap className="me-1.5">L</Keycap>
          ) : null
        ) : (
          <Button kind="go" className="min-h-[30px] max-desk:min-h-[36px]" onClick={() => void submit()}>
            <Trans>Write</Trans>
          </Button>
        )}
      </div>
      <div
        id={`${id}-names`}
        role="listbox"
        aria-label={t`People`}
        hidden={!open}
        className="absolute top-[50px] start-0 z-10 w-[min(360px,100%)] rounded-card bg-card p-1.5 shadow-float"
      >
        {offered.map((completion, index) => {
          const person = book.get('person', completion.person)
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard chooses from the line itself, which keeps the focus.
            // biome-ignore lint/a11y/useFocusableInteractive: the line keeps the focus and names the marked option.
            <div
              key={completion.person}
              id={`${id}-name-${index}`}
              role="option"
              aria-selected={index === marked}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(completion)}
              className="flex min-h-target cursor-pointer items-center gap-3 rounded-control px-2.5 text-body hover:bg-hover aria-selected:bg-hover"
            >
              <span className="min-w-0 truncate font-medium">
                <bdi>{completion.name}</bdi>
              </span>
              <span className="ms-auto flex-none text-note text-faint">{person?.department}</span>
            </div>
          )
        })}
      </div>
      {understanding === null ? null : (
        <div id={`${id}-understood`}>
          <Suspense fallback={null}>
            <Understood
              understanding={understanding}
              asked={asked}
              onCorrect={(correction) => {
                setCorrections([...corrections, correction])
                input.current?.focus()
              }}
            />
          </Suspense>
        </div>
      )}
    </div>
  )
}
