import { i18n } from '@lingui/core'
import type { Sector } from '../sectors.ts'

/** What a sector is called. */
export function sectorName({ department, rest }: Sector): string {
  if (department !== undefined) return department
  return rest
    ? i18n._({ id: 'map.sector.rest', message: 'Other departments' })
    : i18n._({ id: 'map.sector.none', message: 'No department' })
}
