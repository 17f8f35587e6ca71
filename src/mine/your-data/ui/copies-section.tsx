import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { tell, useBook, useOpenBook, useToday } from '../../../web/book-context.tsx'
import { Button, buttonLook } from '../../../web/ui/button.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { takeBack } from '../../importing/take-back.ts'
import { longDay } from '../../moments/day-text.ts'
import { CopiesList } from './copies-list.tsx'
import { Line, Lines, Section, sayError } from './section.tsx'

/** What came in and what can go out: imports with a way back, and a full copy to take along. */
export function CopiesSection() {
  const { t } = useLingui()
  const book = useOpenBook()
  const today = useToday()
  const batches = useBook((open) => [...open.all('batch')].sort((a, b) => (a.at < b.at ? 1 : -1)))
  const back = (id: string): void => {
    try {
      tell(book, takeBack(book, id).change)
    } catch (error) {
      sayError(error, t`This import could not be taken back.`)
    }
  }
  return (
    <Section
      id="copies"
      title={<Trans>In and out</Trans>}
      says={<Trans>Whatever you take along is made here, on this device, and says beside it who can read it.</Trans>}
    >
      <div className="flex flex-wrap gap-2">
        <Link to="/data/import" className={buttonLook()}>
          <Icon name="import" size={16} className="-ms-1 text-damson" />
          <Trans>Bring people from a file</Trans>
        </Link>
      </div>
      <CopiesList />
      {batches.length === 0 ? null : (
        <div className="mt-5">
          <h3 className="mb-1.5 text-text font-medium text-faint">
            <Trans>Imports so far</Trans>
          </h3>
          <Lines label={t`Imports so far`}>
            {batches.map((batch) => {
              const gone = batch.takenBack
              return (
                <Line
                  key={batch.id}
                  picture={<Icon name="file" className="text-faint" />}
                  what={batch.file}
                  remark={
                    gone === undefined ? (
                      <>
                        {longDay(batch.at.slice(0, 10), today)} ·{' '}
                        {batch.format === 'icalendar' ? (
                          <Plural value={batch.added} one="one moment proposed" other="# moments proposed" />
                        ) : batch.added > 0 ? (
                          <Plural value={batch.added} one="one joined" other="# joined" />
                        ) : null}
                        {batch.added > 0 && batch.changedPeople > 0 ? ', ' : null}
                        {batch.changedPeople > 0 ? (
                          <Plural value={batch.changedPeople} one="one more complete" other="# more complete" />
                        ) : null}
                      </>
                    ) : (
                      t`Taken back on ${longDay(gone.at.slice(0, 10), today)}`
                    )
                  }
                  act={
                    gone === undefined ? (
                      <Button small onClick={() => back(batch.id)}>
                        <Trans>Take it back</Trans>
                      </Button>
                    ) : null
                  }
                />
              )
            })}
          </Lines>
        </div>
      )}
    </Section>
  )
}
