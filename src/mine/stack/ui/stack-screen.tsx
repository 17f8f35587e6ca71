import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { tell, useBook, useOpenBook } from '../../../web/book-context.tsx'
import { buttonLook } from '../../../web/ui/button.tsx'
import { BackTo, PageHead, useTitle } from '../../../web/ui/page.tsx'
import { Together } from '../../../web/ui/pair.tsx'
import { openStack } from '../actions.ts'
import { seeAgain } from '../again.ts'
import { endText } from '../wording.ts'
import { Decide } from './decide.tsx'
import { PutOnStack } from './put-on-stack.tsx'

/** A stack of cards: put them there, go through them one at a time, and be done with it. */
export function StackScreen() {
  const { t } = useLingui()
  useTitle(t`A stack of cards`)
  const book = useOpenBook()
  const stack = useBook(openStack)
  /** Whether cards are being put on the stack; a stack that lies there already is gone on with. */
  const [adding, setAdding] = useState(stack === undefined)
  const [ended, setEnded] = useState<{ readonly again: number; readonly gone: number } | null>(null)
  const finish = (): void => {
    if (stack === undefined) return
    const done = seeAgain(book, stack.id)
    if (done === null) return
    setEnded(done)
    setAdding(true)
    tell(book, done.change)
  }
  const back = (
    <BackTo to="/people">
      <Trans>People</Trans>
    </BackTo>
  )
  // After an undo the stack lies there again, and the end was none.
  if (ended !== null && stack === undefined) {
    return (
      <>
        {back}
        <End {...ended} onAgain={() => setEnded(null)} />
      </>
    )
  }
  return (
    <>
      {back}
      {stack === undefined || (adding && ended === null) ? (
        <PutOnStack stack={stack} onGo={() => setAdding(false)} />
      ) : (
        <Decide
          stack={stack}
          onAdd={() => {
            setEnded(null)
            setAdding(true)
          }}
          onFinish={finish}
        />
      )}
    </>
  )
}

/** The visible end of a stack: the pair together, and nothing left to do. */
function End({ again, gone, onAgain }: { again: number; gone: number; onAgain: () => void }) {
  const { t } = useLingui()
  const { head, note } = endText(again, gone)
  return (
    <>
      <PageHead title={t`A stack of cards`} />
      <section className="flex flex-col items-center pt-[10vh] text-center">
        <div className="flex w-full items-center gap-4 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
          <Together />
        </div>
        <p className="mt-4 text-head font-bold">{head}</p>
        <p className="mt-0.5 text-body text-soft">{note}</p>
        {again === 0 ? null : (
          <p className="mt-0.5 text-body text-faint">
            <Trans>The first moves come up in your plan on their days.</Trans>
          </p>
        )}
        <div className="mt-6 flex flex-wrap justify-center gap-2">
          <Link to="/people" className={buttonLook()}>
            <Trans>To your people</Trans>
          </Link>
          <button type="button" className={buttonLook({ kind: 'bare' })} onClick={onAgain}>
            <Trans>Another stack</Trans>
          </button>
        </div>
      </section>
    </>
  )
}
