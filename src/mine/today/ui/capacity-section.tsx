import { Trans, useLingui } from '@lingui/react/macro'
import { lazy, Suspense, useState } from 'react'
import { tell, useBook, useOpenBook } from '../../../web/book-context.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { RailSection } from '../../../web/ui/page.tsx'
import { capacity, capacityOffers, capacitySaid, capacityText, setWarmthMoves } from '../capacity.ts'

const Lighten = lazy(async () => ({ default: (await import('./lighten-dialog.tsx')).LightenDialog }))

/** Said once: that the rhythms ask for more than the days hold, with three ways to lighten them. */
export function CapacitySection() {
  const { t } = useLingui()
  const book = useOpenBook()
  const offer = useBook((open) => capacity(open))
  const [choosing, choose] = useState<'widen' | 'rest' | null>(null)
  if (offer === undefined) return null
  return (
    <RailSection icon="rest" label={t`Said once`}>
      <p className="text-body text-soft">{capacityText()}</p>
      <div className="mt-2.5 grid justify-items-start gap-2 max-desk:justify-items-stretch">
        {capacityOffers(offer).map(({ id, label }) => (
          <Button key={id} onClick={() => (id === 'two' ? tell(book, setWarmthMoves(book, 2)) : choose(id))}>
            {label}
          </Button>
        ))}
        <Button kind="bare" className="-ms-3.5 max-desk:ms-0" onClick={() => void capacitySaid(book)}>
          <Trans>Leave it as it is</Trans>
        </Button>
      </div>
      {choosing === null ? null : (
        <Suspense fallback={null}>
          <Lighten what={choosing} offer={offer} onClose={() => choose(null)} />
        </Suspense>
      )}
    </RailSection>
  )
}
