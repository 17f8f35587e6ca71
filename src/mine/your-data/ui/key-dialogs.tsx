import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useOpenedBook } from '../../../web/book-context.tsx'
import { keepSecret, lock, newCode, newWords } from '../../../web/keys.ts'
import { Button } from '../../../web/ui/button.tsx'
import { Dialog } from '../../../web/ui/dialog.tsx'
import { say } from '../../../web/ui/toast.tsx'
import { Retype, type Shown, ShowSecret } from './secret-steps.tsx'
import { sayError } from './section.tsx'

/** Makes six words or a recovery code a way into the book: shown once, two places retyped, then kept. */
export function AddSecret({ kind, onClose, onKept }: { kind: Shown['kind']; onClose: () => void; onKept: () => void }) {
  const { t } = useLingui()
  const opened = useOpenedBook()
  const [secret] = useState<Shown>(() => ({ kind, text: kind === 'words' ? newWords() : newCode() }))
  const [step, setStep] = useState<'show' | 'retype'>('show')
  const [busy, setBusy] = useState(false)
  const keep = async (): Promise<void> => {
    setBusy(true)
    try {
      await keepSecret(opened, kind === 'words' ? { kind, words: secret.text } : { kind, code: secret.text })
      say(kind === 'words' ? t`Your six words open this book now.` : t`Your recovery code opens this book now.`)
      onKept()
      onClose()
    } catch (error) {
      sayError(error, t`It could not be kept. Nothing changed.`)
      setBusy(false)
    }
  }
  return (
    <Dialog open onClose={onClose} title={kind === 'words' ? t`Six words` : t`A recovery code`} wide>
      {step === 'show' ? (
        <ShowSecret secret={secret} onNext={() => setStep('retype')} onLeave={onClose} />
      ) : (
        <Retype
          secrets={[secret]}
          busy={busy}
          act={kind === 'words' ? t`Keep these words` : t`Keep this code`}
          onBack={() => setStep('show')}
          onKeep={() => void keep()}
        />
      )}
    </Dialog>
  )
}

/** Locks the book with six words and a recovery code; says first what that means. */
export function LockBook({ onClose, onLocked }: { onClose: () => void; onLocked: () => void }) {
  const { t } = useLingui()
  const opened = useOpenedBook()
  const [words] = useState<Shown>(() => ({ kind: 'words', text: newWords() }))
  const [code] = useState<Shown>(() => ({ kind: 'code', text: newCode() }))
  const [step, setStep] = useState<'meaning' | 'words' | 'code' | 'retype'>('meaning')
  const [busy, setBusy] = useState(false)
  const act = async (): Promise<void> => {
    setBusy(true)
    try {
      await lock(opened, { words: words.text, code: code.text })
      say(t`Locked. From the next start on, your words open the book.`)
      onLocked()
      onClose()
    } catch (error) {
      sayError(error, t`The book could not be locked. Nothing changed.`)
      setBusy(false)
    }
  }
  return (
    <Dialog open onClose={onClose} title={t`Lock with six words`} wide>
      {step === 'meaning' ? (
        <>
          <ul className="mb-5 grid list-disc gap-2 ps-5 text-body text-soft">
            <li>
              <Trans>The key file leaves this computer. Whoever reads its files then finds only sealed text.</Trans>
            </li>
            <li>
              <Trans>Kith asks for the six words when it opens. The recovery code is for the day you cannot find them.</Trans>
            </li>
            <li>
              <Trans>Lost together, words and code cannot be replaced by anybody, and the book stays shut.</Trans>
            </li>
            <li>
              <Trans>Words, codes and remembered browsers from before stop working: the book gets a new key.</Trans>
            </li>
            <li>
              <Trans>The commands kith log and kith today ask for the words, too.</Trans>
            </li>
          </ul>
          <div className="flex flex-wrap gap-2">
            <Button kind="go" onClick={() => setStep('words')}>
              <Trans>Show me the words</Trans>
            </Button>
            <Button kind="bare" onClick={onClose}>
              <Trans>Leave it</Trans>
            </Button>
          </div>
        </>
      ) : step === 'words' ? (
        <ShowSecret key="words" secret={words} onNext={() => setStep('code')} onLeave={onClose} />
      ) : step === 'code' ? (
        <ShowSecret key="code" secret={code} onNext={() => setStep('retype')} onLeave={onClose} />
      ) : (
        <Retype secrets={[words, code]} busy={busy} act={t`Lock my book`} onBack={() => setStep('words')} onKeep={() => void act()} />
      )}
    </Dialog>
  )
}
