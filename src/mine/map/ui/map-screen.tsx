import { Trans, useLingui } from '@lingui/react/macro'
import { useMemo, useState } from 'react'
import { useBook, useToday } from '../../../web/book-context.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { Segments } from '../../../web/ui/chip.tsx'
import { BackTo, PageHead, TwoColumns, useTitle } from '../../../web/ui/page.tsx'
import { FirstRun } from '../../people/ui/first-run.tsx'
import { mapText, readMap } from '../reading.ts'
import { sectorsOf } from '../sectors.ts'
import { MapRail } from './map-rail.tsx'
import { MapTable } from './map-table.tsx'
import { RingsPicture } from './rings-picture.tsx'

type View = 'picture' | 'table'
/** What was looked at last, for coming back from a person. */
let remembered: View = 'picture'

/** Everybody around me: how near, in which department, and where nobody stands. */
export function MapScreen() {
  const { t } = useLingui()
  useTitle(t`My map`)
  const today = useToday()
  const sectors = useBook((book) => sectorsOf(book, today), [today])
  const [view, setView] = useState(remembered)
  const people = useMemo(() => sectors.reduce((sum, sector) => sum + sector.rows.length, 0), [sectors])
  const show = (next: View): void => {
    remembered = next
    setView(next)
  }
  const reading = mapText(readMap(sectors))
  if (people === 0 && sectors.length === 0) return <FirstRun />
  return (
    <>
      <BackTo to="/people" onPhone>
        <Trans>People</Trans>
      </BackTo>
      <PageHead
        title={t`My map`}
        actions={
          <div className="flex flex-wrap items-center gap-2 print:hidden">
            <Segments
              label={t`How to look at it`}
              value={view}
              onChange={show}
              options={[
                { key: 'picture', word: t`Picture`, icon: 'map' },
                { key: 'table', word: t`Table`, icon: 'list' },
              ]}
            />
            <Button kind="bare" icon="print" onClick={() => print()}>
              <Trans>Print</Trans>
            </Button>
          </div>
        }
      />
      <p className="mt-3 text-line font-medium text-soft text-pretty wide:hidden print:block">{reading}</p>
      <div className="mt-5">
        <TwoColumns railLabel={t`What it says`} rail={<MapRail sectors={sectors} />}>
          <div className={view === 'picture' ? '' : 'hidden print:block'}>
            <RingsPicture sectors={sectors} />
          </div>
          <div className={view === 'table' ? 'mt-4' : 'mt-6 desk:hidden print:block'}>
            <MapTable sectors={sectors} />
          </div>
        </TwoColumns>
      </div>
    </>
  )
}
