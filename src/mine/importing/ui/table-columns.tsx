import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { choosableFields, type Field, type TableChoice, type TableForm } from '../../../formats/table-fields.ts'
import { Check, Select } from '../../../web/ui/field.tsx'
import { fieldWords } from '../field-words.ts'

/** The fields of a column's list: those one may choose, and the one it has already. */
const offered = (now: Field): readonly Field[] => {
  const all: readonly Field[] = choosableFields
  return all.includes(now) ? all : [...all.slice(0, -1), now, 'ignore']
}

/** The columns of a plain table, each with what it was taken for. Another choice shows at once in the rows below. */
export function TableColumns({
  table,
  open,
  onOpen,
  onChoose,
}: {
  table: TableForm
  open: boolean
  onOpen: (open: boolean) => void
  onChoose: (choice: TableChoice) => void
}) {
  const { t } = useLingui()
  /** What was asked for while the file is still being read anew: the next choice builds on it. */
  const [asked, setAsked] = useState<TableChoice | null>(null)
  const [read, setRead] = useState(table)
  if (read !== table) {
    setRead(table)
    setAsked(null)
  }
  const fields = asked?.fields ?? table.columns.map(({ field }) => field)
  const titled = asked?.titled ?? table.titled
  const choose = (choice: TableChoice): void => {
    setAsked(choice)
    onChoose(choice)
  }
  const shown = table.columns
    .map(({ title, samples }, at) => ({ title, samples, at, field: fields[at] ?? 'ignore' }))
    .filter(({ samples, field }) => samples.length > 0 || field !== 'ignore')
  const count = fields.filter((field) => field !== 'ignore').length
  const list = (
    <>
      <ul className="grid gap-x-6 desk:grid-cols-2">
        {shown.map(({ at, title, field, samples }) => (
          <li key={at} className="grid grid-cols-[minmax(0,1fr)_160px] items-center gap-3 border-t border-line py-2">
            <span className="min-w-0">
              <span className="block truncate text-text font-medium max-desk:text-line">{title === '' ? t`Column ${at + 1}` : title}</span>
              <span className="block truncate text-note text-faint max-desk:text-text">{samples.join(' · ')}</span>
            </span>
            <Select
              label={title === '' ? t`What column ${at + 1} holds` : t`What the column ${title} holds`}
              hideLabel
              value={field}
              className={field === 'ignore' ? 'text-faint' : ''}
              onChange={(event) => {
                const next = offered(field).find((one) => one === event.target.value) ?? 'ignore'
                choose({ fields: fields.map((one, place) => (place === at ? next : one)), titled })
              }}
            >
              {offered(field).map((one) => (
                <option key={one} value={one}>
                  {fieldWords(one)}
                </option>
              ))}
            </Select>
          </li>
        ))}
      </ul>
      <div className="border-t border-line pt-1.5">
        <Check
          label={t`The first line holds the titles of the columns`}
          checked={titled}
          onChange={(event) => choose({ fields, titled: event.target.checked })}
        />
      </div>
    </>
  )
  return (
    <details
      open={open}
      onToggle={(event) => onOpen(event.currentTarget.open)}
      className="group mt-4 rounded-card border border-edge bg-card px-4"
    >
      <summary className="flex min-h-[44px] cursor-pointer flex-wrap items-center gap-x-2 py-2 text-body">
        <span className="text-soft">
          <Plural
            value={count}
            _0="None of its columns is read yet."
            one="One column of the table is read."
            other="# columns of the table are read."
          />
        </span>
        {table.named ? (
          <>
            <span className="font-medium text-damson group-open:hidden">
              <Trans>Look at them and correct them</Trans>
            </span>
            <span className="hidden font-medium text-damson group-open:inline">
              <Trans>Put them away</Trans>
            </span>
          </>
        ) : null}
      </summary>
      <div className="pb-2">{list}</div>
    </details>
  )
}
