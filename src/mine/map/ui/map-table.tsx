import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useToday } from '../../../web/book-context.tsx'
import { Pair } from '../../../web/ui/pair.tsx'
import { sentence } from '../../moments/wording.ts'
import { pastText } from '../../warmth/days-in-words.ts'
import { bandText } from '../../warmth/reading.ts'
import type { Sector } from '../sectors.ts'
import { sectorName } from './sector-name.ts'

/** The map to be read: every department with its people, from near to far. */
export function MapTable({ sectors }: { sectors: readonly Sector[] }) {
  const { t } = useLingui()
  const today = useToday()
  return (
    <table className="w-full border-collapse text-start text-text max-desk:text-line">
      <caption className="sr-only">
        <Trans>The same people as in the picture, by department, from near to far</Trans>
      </caption>
      <thead className="text-note text-faint">
        <tr>
          <th scope="col" className="py-1.5 pe-3 text-start font-medium">{t`Person`}</th>
          <th scope="col" className="py-1.5 pe-3 text-start font-medium">{t`Warmth`}</th>
          <th scope="col" className="py-1.5 text-start font-medium max-desk:hidden">{t`Last time`}</th>
        </tr>
      </thead>
      {sectors.map((sector) => (
        <tbody key={`${sector.department ?? ''}${sector.rest}`} className="break-inside-avoid">
          <tr className="border-t border-line">
            <th scope="rowgroup" colSpan={3} className="pt-4 pb-1.5 text-start text-line font-bold">
              {sectorName(sector)}
              {sector.gap === undefined ? null : (
                <span className="ms-2 text-text font-normal text-faint">{sector.gap === 'nobody' ? t`nobody yet` : t`drifted`}</span>
              )}
            </th>
          </tr>
          {sector.rows
            .filter(({ band }) => band !== undefined)
            .map(({ person, band, last }) => (
              <tr key={person.id} className="hover:bg-hover">
                <td className="w-1/2 p-0">
                  <Link
                    to="/people/$person"
                    params={{ person: person.id }}
                    className="flex min-h-[34px] items-center py-1 pe-3 font-medium underline-offset-3 hover:underline max-desk:min-h-target"
                  >
                    <bdi>{person.name}</bdi>
                  </Link>
                </td>
                <td className="py-1 pe-3">
                  <span className="flex items-center gap-2 text-soft">
                    <Pair band={band} />
                    {bandText(band)}
                  </span>
                </td>
                <td className="py-1 text-soft max-desk:hidden">{last === undefined ? null : sentence(pastText(last.day, today))}</td>
              </tr>
            ))}
          <Unwritten rows={sector.rows.filter(({ band }) => band === undefined)} />
        </tbody>
      ))}
    </table>
  )
}

/** Those of a department of whom nothing is written yet, in one row. */
function Unwritten({ rows }: { rows: Sector['rows'] }) {
  if (rows.length === 0) return null
  return (
    <tr>
      <td colSpan={3} className="py-1.5 text-text text-faint">
        <Trans>Nothing written yet:</Trans>{' '}
        {rows.map(({ person }, n) => (
          <Fragment key={person.id}>
            {n === 0 ? null : ' · '}
            <Link
              to="/people/$person"
              params={{ person: person.id }}
              className="inline-block py-0.5 text-soft underline-offset-3 hover:underline max-desk:py-2.5"
            >
              <bdi>{person.name}</bdi>
            </Link>
          </Fragment>
        ))}
      </td>
    </tr>
  )
}
