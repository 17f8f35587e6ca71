import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { tell, useOpenBook } from '../../../web/book-context.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { Dialog } from '../../../web/ui/dialog.tsx'
import { Check } from '../../../web/ui/field.tsx'
import { type Capacity, restSome, widenRhythms } from '../capacity.ts'

/** Whom to see a little less often, or to let rest: a proposal, each line to be ticked off. */
export function LightenDialog({ what, offer, onClose }: { what: 'widen' | 'rest'; offer: Capacity; onClose: () => void }) {
  const { t } = useLingui()
  const book = useOpenBook()
  const proposed = what === 'widen' ? offer.widen.map(({ person }) => person) : offer.rest
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set(proposed))
  const words = { 7: t`every week`, 14: t`every two weeks`, 30: t`once a month`, 90: t`once a quarter` }
  const wider = new Map(offer.widen.map((one) => [one.person as string, one]))
  const toggle = (id: string): void => {
    const next = new Set(picked)
    if (!next.delete(id)) next.add(id)
    setPicked(next)
  }
  const keep = (): void => {
    onClose()
    tell(
      book,
      what === 'widen'
        ? widenRhythms(
            book,
            offer.widen.filter(({ person }) => picked.has(person)),
          )
        : restSome(
            book,
            offer.rest.filter((person) => picked.has(person)),
          ),
    )
  }
  return (
    <Dialog open onClose={onClose} title={what === 'widen' ? t`A little less often` : t`Let some rest`}>
      <div className="max-h-[46vh] overflow-y-auto">
        {proposed.map((id) => {
          const change = wider.get(id)
          return (
            <Check
              key={id}
              className="border-b border-line last:border-b-0"
              checked={picked.has(id)}
              onChange={() => toggle(id)}
              label={book.get('person', id)?.name}
              hint={what === 'rest' || change === undefined ? undefined : t`${words[change.from]} becomes ${words[change.to]}`}
            />
          )
        })}
      </div>
      <div className="mt-4 flex gap-2">
        <Button kind="go" disabled={picked.size === 0} onClick={keep}>
          {what === 'widen' ? <Trans>Widen these</Trans> : <Trans>Let them rest</Trans>}
        </Button>
        <Button kind="bare" onClick={onClose}>
          <Trans>Leave it</Trans>
        </Button>
      </div>
    </Dialog>
  )
}
