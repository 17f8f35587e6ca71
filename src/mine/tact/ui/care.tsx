import { Trans, useLingui } from '@lingui/react/macro'
import { type FocusEvent, type ReactNode, useState } from 'react'
import { Button } from '../../../web/ui/button.tsx'
import { touches } from '../tact.ts'
import { touchedText, wouldTheyText } from '../wording.ts'

interface Props {
  /** What is written in the field. */
  readonly text: string
  /** What the person is called, whom the field is about; several names when it is about several. */
  readonly name: string
  /** Remembers only to ask how they are, in the place of these words. */
  readonly onAskHow: () => void
  /** What comes of words that are kept as written, where something does. */
  readonly keptSays?: ReactNode
  /** Lays the question over the page below, where the field stands in a line of its own. */
  readonly floating?: boolean
  /** The field. */
  readonly children: ReactNode
}

/**
 * A field about somebody with the care that belongs to it: while somebody writes, the question whether
 * they would be fine reading this; where the words touch health, belief or the like, one line that says
 * so and a gentler way. It never stands in the way of writing.
 */
export function Care({ text, name, onAskHow, keptSays, floating = false, children }: Props) {
  const { t } = useLingui()
  const [writing, setWriting] = useState(false)
  const [kept, setKept] = useState('')
  const kind = touches(text).kinds[0]
  const asKept = kind !== undefined && kept === kind
  const leave = (event: FocusEvent<HTMLDivElement>): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) setWriting(false)
  }
  const asks = writing && text.trim() !== ''
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches where the focus is; the field within is what one works with.
    <div className={floating ? 'relative' : ''} onFocus={() => setWriting(true)} onBlur={leave}>
      {children}
      <div className={floating && (asks || kind !== undefined) ? 'absolute inset-x-0 top-full z-[5]' : ''}>
        <div aria-live="polite">
          {kind === undefined || (floating && !writing) ? null : asKept ? (
            keptSays === undefined ? null : (
              <p className="mt-1 text-note text-faint max-desk:text-text">{keptSays}</p>
            )
          ) : (
            <fieldset
              className={`mt-2 flex min-w-0 flex-wrap items-center gap-x-3 gap-y-2 rounded-control px-3 py-2 text-text text-soft ${floating ? 'bg-card shadow-float' : 'bg-well'}`}
            >
              <legend className="sr-only">{t`A gentler way`}</legend>
              <p className="min-w-0 flex-1 basis-[180px]">{touchedText(kind)}</p>
              <div className="flex flex-wrap gap-1.5">
                {/* The field keeps the focus until the press is over: an inline field would close before it. */}
                <Button small onPointerDown={(event) => event.preventDefault()} onClick={onAskHow}>
                  <Trans>Just ask how they are</Trans>
                </Button>
                <Button small onPointerDown={(event) => event.preventDefault()} onClick={() => setKept(kind)}>
                  <Trans>Keep as written</Trans>
                </Button>
              </div>
            </fieldset>
          )}
        </div>
        {floating ? (
          asks && (kind === undefined || asKept) ? (
            <p className="mt-1 text-note text-faint max-desk:text-text">{wouldTheyText(name)}</p>
          ) : null
        ) : (
          // Its room is there all the time, so that nothing moves from under the pointer when the field is left.
          <p className={`mt-1 text-note text-faint max-desk:text-text ${asks ? '' : 'invisible'}`}>{wouldTheyText(name)}</p>
        )}
      </div>
    </div>
  )
}
