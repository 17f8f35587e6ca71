import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { type Day, isDay } from '../../../kernel/time.ts'
import { Button } from '../../../web/ui/button.tsx'
import { Dialog } from '../../../web/ui/dialog.tsx'
import { Field, Select } from '../../../web/ui/field.tsx'
import { Medium } from '../../moments/contract.ts'
import { mediumText } from '../../moments/wording.ts'

/** What is asked, and what becomes of the answer. */
export interface DayQuestion {
  readonly title: string
  /** The first and the last day that may be chosen. */
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  readonly first: Day
  /** Asks also how it took place. */
  readonly medium?: boolean
  readonly onClose: () => void
  readonly onDay: (day: Day, medium: Medium) => void
}

const media = Medium.options.filter((medium) => medium !== 'reaction')

/** The form of the dialog, fetched when it is first opened. */
export function DayChoice({ title, from, to, first, medium: asksMedium = false, onClose, onDay }: DayQuestion) {
  const { t } = useLingui()
  const [day, setDay] = useState(first)
  const [medium, setMedium] = useState<Medium>('face')
  const fits = isDay(day) && (from === undefined || day >= from) && (to === undefined || day <= to)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!fits) return
    onClose()
    onDay(day, medium)
  }
  return (
    <Dialog open onClose={onClose} title={title}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label={t`Day`} type="date" required min={from} max={to} value={day} onChange={(event) => setDay(event.target.value)} />
        {asksMedium ? (
          <Select label={t`How`} value={medium} onChange={(event) => setMedium(Medium.parse(event.target.value))}>
            {media.map((one) => (
              <option key={one} value={one}>
                {mediumText(one)}
              </option>
            ))}
          </Select>
        ) : null}
        <div className="flex gap-2">
          <Button kind="go" type="submit" disabled={!fits}>
            <Trans>Keep it so</Trans>
          </Button>
          <Button kind="bare" onClick={onClose}>
            <Trans>Leave it</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
