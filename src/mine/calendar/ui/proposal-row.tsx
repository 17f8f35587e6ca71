import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { Day } from '../../../kernel/time.ts'
import { Button } from '../../../web/ui/button.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { KeyTip } from '../../../web/ui/tooltip.tsx'
import { iconOf } from '../../moments/ui/pictures.ts'
import { shapeText } from '../../moments/wording.ts'
import type { Waiting } from '../waiting.ts'
import { othersText, titleText, whenText } from '../wording.ts'

interface Props {
  readonly one: Waiting
  readonly today: Day
  /** What was answered; the row then only waits to fold away. */
  readonly answered: 'taken' | 'dismissed' | undefined
  readonly onTake: () => void
  readonly onDismiss: () => void
  readonly onCorrect: () => void
}

const width = 'min-w-0 px-1'

/** One proposal: what it was, when and with whom, and three answers of one size. */
export function ProposalRow({ one, today, answered, onTake, onDismiss, onCorrect }: Props) {
  const { t } = useLingui()
  const { proposal, known, unknown, days } = one
  const title = titleText(proposal)
  const done = answered !== undefined
  return (
    <article
      tabIndex={-1}
      data-proposal={proposal.id}
      data-answered={done ? '' : undefined}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.target !== event.currentTarget || done) return
        event.preventDefault()
        onCorrect()
      }}
      className={`-mx-2 grid grid-cols-[18px_minmax(0,1fr)] gap-x-3.5 border-t border-line px-2 pt-4 pb-1 ${done ? 'text-faint' : ''}`}
    >
      <Icon name={iconOf(proposal)} className={`mt-[3px] ${done ? 'text-faint' : 'text-ink'}`} />
      <div className="flex min-w-0 items-center justify-between gap-x-6 gap-y-3 max-desk:flex-wrap">
        <div className="min-w-0 desk:flex-1 max-desk:w-full">
          <h3 className="text-line font-bold tracking-[-0.006em] break-words">{title}</h3>
          <p className={`text-body break-words ${done ? '' : 'text-soft'}`}>{whenText(one, today)}</p>
          <p className="text-note break-words text-faint max-desk:text-text">
            {shapeText(proposal)}
            {proposal.place === undefined || proposal.place === '' || /https?:/.test(proposal.place) ? null : (
              <> · {proposal.place.slice(0, 60)}</>
            )}
            {known.length === 0 || unknown.length === 0 ? null : <> · {othersText(unknown)}</>}
          </p>
        </div>
        {done ? (
          <p className="flex min-h-target items-center gap-1.5 text-text font-medium text-soft">
            {answered === 'taken' ? <Icon name="check" size={16} className="text-damson" /> : null}
            {answered === 'taken' ? <Trans>Written</Trans> : <Trans>Not that</Trans>}
          </p>
        ) : (
          <div className="grid flex-none grid-cols-3 gap-2 desk:grid-cols-[repeat(3,114px)] max-desk:-ms-8 max-desk:w-[calc(100%+var(--spacing)*8)]">
            {known.length === 0 ? (
              <KeyTip id="done" says={t`Say who it was`}>
                <Button className={width} onClick={onCorrect}>
                  <Trans>Who was it</Trans>
                </Button>
              </KeyTip>
            ) : (
              <KeyTip id="done" says={t`Take it`}>
                <Button icon="check" className={width} onClick={onTake}>
                  <Plural value={days.length} one="Take it" other="Take all" />
                </Button>
              </KeyTip>
            )}
            <KeyTip id="not-now" says={t`Not that`}>
              <Button className={width} onClick={onDismiss}>
                <Trans>Not that</Trans>
              </Button>
            </KeyTip>
            <KeyTip id="open" says={t`Put it right`}>
              <Button className={width} onClick={onCorrect}>
                <Trans>Put right</Trans>
              </Button>
            </KeyTip>
          </div>
        )}
      </div>
    </article>
  )
}
