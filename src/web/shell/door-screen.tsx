import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, type ReactNode, useState } from 'react'
import { AppError } from '../../kernel/errors.ts'
import { errorWords } from '../error-words.ts'
import type { TypedSecret } from '../opening.ts'
import { Button } from '../ui/button.tsx'
import { Segments } from '../ui/chip.tsx'
import { Check, Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { useTitle } from '../ui/page.tsx'
import { Pair } from '../ui/pair.tsx'
import { Wordmark } from '../ui/wordmark.tsx'

const Outside = ({ children }: { children: ReactNode }) => (
  <div className="min-h-screen bg-paper px-[18px] py-6 desk:px-10">
    <Wordmark className="block text-ink" />
    <main className="mx-auto max-w-[480px] pt-10 desk:pt-[88px]">{children}</main>
  </div>
)

interface DoorProps {
  readonly kinds: readonly TypedSecret['kind'][]
  /** Why the link that led here did not help. */
  readonly note: AppError | null
  readonly onOpen: (secret: TypedSecret, remember: boolean) => Promise<void>
}

/** Where the book does not open by itself: words, a code, or a link from the computer Kith runs on. */
export function DoorScreen({ kinds, note, onOpen }: DoorProps) {
  const { t } = useLingui()
  useTitle(t`Open your book`)
  const [kind, setKind] = useState<TypedSecret['kind']>(kinds.includes('words') ? 'words' : 'code')
  const [typed, setTyped] = useState('')
  const [remember, setRemember] = useState(false)
  const [wrong, setWrong] = useState<string>()
  const [opening, setOpening] = useState(false)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setOpening(true)
    setWrong(undefined)
    try {
      await onOpen(kind === 'words' ? { kind, words: typed } : { kind, code: typed }, remember)
    } catch (error) {
      const said = error instanceof AppError ? errorWords(error) : null
      setWrong(said !== null ? `${said.what} ${said.next}` : t`The book did not open. Check what you typed and try again.`)
      setOpening(false)
    }
  }
  return (
    <Outside>
      <Pair band="dormant" size="row" className="mb-6" />
      <h1 className="text-page font-page tracking-[-0.012em]">
        <Trans>This browser does not know your book yet</Trans>
      </h1>
      {note === null ? null : (
        <p className="mt-2 text-line text-soft">
          {errorWords(note).what} {errorWords(note).why}
        </p>
      )}
      {kinds.length === 0 ? null : (
        <form onSubmit={(event) => void submit(event)} className="mt-6 grid gap-4">
          {kinds.length < 2 ? null : (
            <Segments
              label={t`What you have`}
              value={kind}
              onChange={(next) => {
                setKind(next)
                setTyped('')
                setWrong(undefined)
              }}
              options={[
                { key: 'words', word: t`Six words` },
                { key: 'code', word: t`Recovery code` },
              ]}
            />
          )}
          <Field
            key={kind}
            label={kind === 'words' ? t`Your six words` : t`Your recovery code`}
            hint={
              kind === 'words'
                ? t`In their order. The first four letters of each are enough.`
                : t`Eight groups. Spaces, dashes and capital letters do not matter.`
            }
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            wrong={wrong}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          <Check
            checked={remember}
            onChange={(event) => setRemember(event.target.checked)}
            label={t`Remember this browser for 30 days`}
            hint={t`Only on a computer that is yours alone: whoever sits at it could then open your book.`}
          />
          <div>
            <Button kind="go" type="submit" disabled={opening || typed.trim() === ''}>
              {opening ? <Trans>Opening…</Trans> : <Trans>Open my book</Trans>}
            </Button>
          </div>
        </form>
      )}
      <div className="mt-8 border-t border-line pt-5">
        <h2 className="flex items-center gap-2 text-text font-medium text-faint">
          <Icon name="screen" size={16} />
          {kinds.length === 0 ? <Trans>How to open it here</Trans> : <Trans>Or without them</Trans>}
        </h2>
        <p className="mt-1.5 text-body text-soft">
          <Trans>
            On the computer Kith runs on, run{' '}
            <code className="rounded-control bg-well px-1.5 py-0.5 font-sans font-medium text-ink">kith open</code>. It opens a link there
            that lets that computer’s browser in, once.
          </Trans>
        </p>
      </div>
    </Outside>
  )
}

/** Something stands between this browser and the book; what, why, and what to do. */
export function ClosedScreen({ error, onAgain }: { error: AppError; onAgain: () => void }) {
  const { t } = useLingui()
  useTitle(t`Not open`)
  const { what, why, next } = errorWords(error)
  return (
    <Outside>
      <Pair band="dormant" size="row" className="mb-6" />
      <h1 className="text-page font-page tracking-[-0.012em]">{what}</h1>
      <p className="mt-2 text-line text-soft">
        {why} {next}
      </p>
      <Button className="mt-6" icon="undo" onClick={onAgain}>
        <Trans>Try again</Trans>
      </Button>
    </Outside>
  )
}
