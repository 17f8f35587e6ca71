import { type KeyboardEvent, useRef, useState } from 'react'
import { Icon } from '../../../web/ui/icon.tsx'
import { Care } from '../../tact/ui/care.tsx'

interface Props {
  readonly value: string
  /** What the words are, for a screen reader: "Name". */
  readonly label: string
  /** What changing them is called: "Change the name". */
  readonly change: string
  readonly placeholder?: string
  /** The size of the words, as classes. */
  readonly look: string
  readonly required?: boolean
  readonly onKeep: (value: string) => void
  /** Where the words are about somebody: what they are called, and the gentler way. */
  readonly about?: { readonly name: string; readonly onAskHow: () => void }
}

/** Words on the page that become a line to write on when they are pressed. Enter keeps, Escape leaves. */
export function InlineText({ value, label, change, placeholder = '', look, required = false, onKeep, about }: Props) {
  const [draft, setDraft] = useState<string | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const left = useRef(false)
  const close = (): void => {
    setDraft(null)
    requestAnimationFrame(() => button.current?.focus())
  }
  const keep = (): void => {
    if (draft === null || left.current) return
    if (draft.trim() !== value && !(required && draft.trim() === '')) onKeep(draft)
  }
  const onKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      keep()
      left.current = true
      close()
    }
    if (event.key === 'Escape') {
      left.current = true
      close()
    }
  }
  if (draft !== null) {
    const field = (
      <input
        // biome-ignore lint/a11y/noAutofocus: the words were pressed in order to write here.
        autoFocus
        aria-label={label}
        value={draft}
        placeholder={placeholder}
        maxLength={500}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={onKey}
        onBlur={(event) => {
          // The gentler way beside the field is still part of writing.
          if (event.relatedTarget instanceof HTMLButtonElement && event.currentTarget.parentElement?.contains(event.relatedTarget)) return
          keep()
          setDraft(null)
        }}
        className={`-mx-2 block w-[calc(100%+16px)] rounded-control bg-card px-2 text-ink outline-2 -outline-offset-1 outline-damson ${look}`}
      />
    )
    if (about === undefined) return field
    const askHow = (): void => {
      left.current = true
      about.onAskHow()
      close()
    }
    return (
      <Care text={draft} name={about.name} onAskHow={askHow} floating>
        {field}
      </Care>
    )
  }
  const words = value === '' ? <span className="text-faint">{placeholder}</span> : value
  return (
    <button
      ref={button}
      type="button"
      title={change}
      onClick={() => {
        left.current = false
        setDraft(value)
      }}
      className={`group -mx-2 max-w-full rounded-control px-2 text-start move-answer hover:bg-hover ${look}`}
    >
      <bdi className="break-words">{words}</bdi>
      <Icon
        name="pen"
        size={16}
        className="ms-2 inline text-faint opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100 max-desk:hidden"
      />
    </button>
  )
}
