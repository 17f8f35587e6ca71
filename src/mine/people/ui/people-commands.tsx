import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { Command } from 'cmdk'
import { useBook } from '../../../web/book-context.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { filtersOf, wantedBy } from '../filters.ts'
import { choose } from './choice.ts'

interface Props {
  readonly fits: (name: string) => boolean
  readonly pick: (act: () => void) => void
  /** The looks of a line and of a heading of the palette. */
  readonly item: string
  readonly heading: string
}

/** What the palette offers about people: my filters. */
export function PeopleCommands({ fits, pick, item, heading }: Props) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const filters = useBook(filtersOf).filter((filter) => fits(filter.name))
  if (filters.length === 0) return null
  return (
    <Command.Group heading={t`Among your people`} className={heading}>
      {filters.map((filter) => (
        <Command.Item
          key={filter.id}
          value={filter.id}
          className={item}
          onSelect={() =>
            pick(() => {
              choose(wantedBy(filter))
              void navigate({ to: '/people' })
            })
          }
        >
          <Icon name="filter" className="text-faint" />
          <span className="min-w-0 truncate">{filter.name}</span>
        </Command.Item>
      ))}
    </Command.Group>
  )
}
