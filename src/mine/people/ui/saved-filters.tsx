import { Trans, useLingui } from '@lingui/react/macro'
import { useRef, useState } from 'react'
import { tell, useBook, useOpenBook } from '../../../web/book-context.tsx'
import { Button, IconButton } from '../../../web/ui/button.tsx'
import { Chip } from '../../../web/ui/chip.tsx'
import { Dialog } from '../../../web/ui/dialog.tsx'
import { Field } from '../../../web/ui/field.tsx'
import { Menu, MenuItem } from '../../../web/ui/menu.tsx'
import { bandText } from '../../warmth/reading.ts'
import type { Filter } from '../contract.ts'
import { choosesSome, filtersOf, keepFilter, LONGEST_FILTER, removeFilter, renameFilter, sameWanted, wantedBy } from '../filters.ts'
import { everybody, type Wanted } from '../rows.ts'

interface Props {
  readonly wanted: Wanted
  readonly onChoose: (wanted: Wanted) => void
}

/** Choices kept under a name; the one that is chosen now can be renamed or taken away. */
export function SavedFilters({ wanted, onChoose }: Props) {
  const { t } = useLingui()
  const book = useOpenBook()
  const filters = useBook(filtersOf)
  const [renaming, setRenaming] = useState<Filter | null>(null)
  if (filters.length === 0) return null
  return (
    <>
      {filters.map((filter) => {
        const on = sameWanted(wantedBy(filter), wanted)
        const name = filter.name
        return (
          <span key={filter.id} className="flex flex-none items-center">
            <Chip icon="filter" pressed={on} onClick={() => onChoose(on ? everybody : wantedBy(filter))} className="max-w-[240px]">
              <span className="truncate">{name}</span>
            </Chip>
            {on ? (
              <Menu align="start" trigger={<IconButton icon="more" label={t`More about the filter ${name}`} />}>
                <MenuItem icon="pen" onPick={() => setRenaming(filter)}>
                  <Trans>Another name</Trans>
                </MenuItem>
                <MenuItem icon="close" does={t`The people stay as they are.`} onPick={() => tell(book, removeFilter(book, filter.id))}>
                  <Trans>Take the filter away</Trans>
                </MenuItem>
              </Menu>
            ) : null}
          </span>
        )
      })}
      {renaming === null ? null : (
        <NameFilter
          title={t`What is it called?`}
          before={renaming.name}
          onClose={() => setRenaming(null)}
          onName={(name) => {
            const change = renameFilter(book, renaming.id, name)
            if (change !== null) tell(book, change)
            setRenaming(null)
          }}
        />
      )}
    </>
  )
}

/** Offers to keep what is chosen. Not there while nothing is, or when it is kept already. */
export function KeepFilter({ wanted }: { wanted: Wanted }) {
  const { t } = useLingui()
  const book = useOpenBook()
  const filters = useBook(filtersOf)
  const [naming, setNaming] = useState(false)
  if (!choosesSome(wanted) || filters.some((filter) => sameWanted(wantedBy(filter), wanted))) return null
  const said = [
    ...[...wanted.bands].map((band) => bandText(band === 'none' ? undefined : band)),
    wanted.department,
    wanted.circle,
    wanted.tag,
    wanted.resting ? t`resting` : undefined,
    wanted.words.trim(),
  ].filter((part) => part !== undefined && part !== '')
  return (
    <>
      <Chip icon="plus" onClick={() => setNaming(true)} className="flex-none">
        <Trans>Keep this choice</Trans>
      </Chip>
      {naming ? (
        <NameFilter
          title={t`Keep this choice`}
          before={said.join(', ').slice(0, LONGEST_FILTER)}
          onClose={() => setNaming(false)}
          onName={(name) => {
            const done = keepFilter(book, name, wanted)
            if (done !== null) tell(book, done.change)
            setNaming(false)
          }}
        />
      ) : null}
    </>
  )
}

function NameFilter(props: { title: string; before: string; onClose: () => void; onName: (name: string) => void }) {
  const { title, before, onClose, onName } = props
  const { t } = useLingui()
  const field = useRef<HTMLInputElement>(null)
  const [name, setName] = useState(before)
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={<Trans>It stands above your people and in Find or do, and chooses anew each time.</Trans>}
      focus={field}
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') onName(name)
        }}
      >
        <Field
          ref={field}
          label={t`Name of the filter`}
          value={name}
          maxLength={LONGEST_FILTER}
          autoComplete="off"
          onFocus={(event) => event.target.select()}
          onChange={(event) => setName(event.target.value)}
        />
        <div>
          <Button kind="go" type="submit" disabled={name.trim() === ''}>
            <Trans>Keep it</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
