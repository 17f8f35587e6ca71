import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { Button } from '../../../web/ui/button.tsx'
import { Field } from '../../../web/ui/field.tsx'
import { retyped, twoPlaces } from '../retype.ts'

/** What is shown once: its parts, and what one part is called. */
export interface Shown {
  readonly kind: 'words' | 'code'
  readonly text: string
}

/** The words or the groups of a secret, in their order. */
export const partsOf = (secret: Shown): readonly string[] => secret.text.split(secret.kind === 'words' ? /\s+/ : '-')

/** Shows a secret, numbered, with ways to write it down. */
export function ShowSecret({
  secret,
  busy = false,
  next,
  onNext,
  onLeave,
}: {
  secret: Shown
  busy?: boolean
  /** What going on does, where it is more than the next step. */
  next?: string
  onNext: () => void
  onLeave: () => void
}) {
  const { t } = useLingui()
  const [copied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(secret.text)
      setCopied(true)
    } catch {
      setCopied(false)
    }
  }
  return (
    <div data-print="">
      <p className="text-body text-soft">
        {secret.kind === 'words' ? (
          <Trans>Write these six words down, in their order, where only you find them. They are shown this once and kept nowhere.</Trans>
        ) : (
          <Trans>Print this code or write it down, and put it away with your papers. It is shown this once and kept nowhere.</Trans>
        )}
      </p>
      <ol
        aria-label={secret.kind === 'words' ? t`Six words` : t`Recovery code`}
        className={`my-4 grid gap-2 ${secret.kind === 'words' ? 'grid-cols-2 desk:grid-cols-3' : 'grid-cols-2 desk:grid-cols-4'}`}
      >
        {partsOf(secret).map((part, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a word may stand twice; its place is what it is.
          <li key={i} className="flex items-baseline gap-2 rounded-control bg-well px-3 py-2">
            <span aria-hidden="true" className="tabular text-note text-faint">
              {i + 1}
            </span>
            <span className={`text-line font-bold ${secret.kind === 'code' ? 'tabular tracking-[0.04em]' : ''}`}>{part}</span>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2 print:hidden">
        <Button kind="go" className="max-desk:w-full" disabled={busy} onClick={onNext}>
          {busy ? <Trans>One moment…</Trans> : (next ?? <Trans>I have written it down</Trans>)}
        </Button>
        <Button onClick={() => void copy()}>{copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}</Button>
        <Button onClick={() => window.print()}>
          <Trans>Print</Trans>
        </Button>
        <Button kind="bare" onClick={onLeave}>
          <Trans>Leave it</Trans>
        </Button>
      </div>
    </div>
  )
}

interface RetypeProps {
  readonly secrets: readonly Shown[]
  readonly busy: boolean
  /** What the last button does, in words. */
  readonly act: string
  readonly onBack: () => void
  readonly onKeep: () => void
}

/** Asks for two places of each secret, so that nobody locks a door with a key that was not written down. */
export function Retype({ secrets, busy, act, onBack, onKeep }: RetypeProps) {
  const { t } = useLingui()
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [wrong, setWrong] = useState<string | null>(null)
  const asked = secrets.flatMap((secret) => {
    const parts = partsOf(secret)
    return twoPlaces(secret.text, parts.length).map((place) => ({
      key: `${secret.kind} ${place}`,
      secret,
      place,
      shown: parts[place] ?? '',
    }))
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const off = asked.find(({ key, shown }) => !retyped(typed[key] ?? '', shown))
    setWrong(off?.key ?? null)
    if (off === undefined) onKeep()
  }
  return (
    <form onSubmit={submit} className="grid gap-4">
      <p className="text-body text-soft">
        <Trans>From your note, not from memory:</Trans>
      </p>
      <div className="grid gap-4 desk:grid-cols-2">
        {asked.map(({ key, secret, place }, i) => (
          <Field
            key={key}
            label={secret.kind === 'words' ? t`Word ${place + 1}` : t`Group ${place + 1} of the code`}
            autoFocus={i === 0}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required
            value={typed[key] ?? ''}
            wrong={wrong === key ? t`Something else stood there. Look at your note again.` : undefined}
            onChange={(event) => setTyped({ ...typed, [key]: event.target.value })}
          />
        ))}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button kind="go" type="submit" disabled={busy}>
          {busy ? <Trans>One moment…</Trans> : act}
        </Button>
        <Button kind="bare" disabled={busy} onClick={onBack}>
          <Trans>Show it again</Trans>
        </Button>
      </div>
    </form>
  )
}
