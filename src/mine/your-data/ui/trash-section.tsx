import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { addDays } from '../../../kernel/time.ts'
import { tell, useBook, useOpenBook, useToday } from '../../../web/book-context.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { Icon, type IconName } from '../../../web/ui/icon.tsx'
import { TRASH_DAYS } from '../../book.ts'
import { longDay } from '../../moments/day-text.ts'
import { restore, trashedName, trashOf } from '../../people/trash.ts'
import { Line, Lines, None, Section } from './section.tsx'

const pictures: Readonly<Record<string, IconName>> = {
  person: 'people',
  moment: 'talk',
  fact: 'pen',
  promise: 'hourglass',
  date: 'gift',
  away: 'pause',
  filter: 'filter',
}
const PAGE = 20

/** What was taken out lately, with the way back. */
export function TrashSection() {
  const { t } = useLingui()
  const book = useOpenBook()
  const today = useToday()
  const entries = useBook(trashOf)
  const [shown, setShown] = useState(PAGE)
  const bring = (id: string): void => {
    const change = restore(book, id)
    if (change !== null) tell(book, change)
  }
  return (
    <Section
      id="trash"
      title={<Trans>Trash</Trans>}
      says={<Trans>What you take out waits here for thirty days, then it is gone for good.</Trans>}
    >
      {entries.length === 0 ? (
        <None>
          <Trans>Nothing lies here.</Trans>
        </None>
      ) : (
        <Lines label={t`Trash`}>
          {entries.slice(0, shown).map(({ record, on, together }) => (
            <Line
              key={record.id}
              picture={<Icon name={pictures[record.kind] ?? 'file'} className="text-faint" />}
              what={trashedName(record)}
              remark={
                <>
                  <Trans>Here until {longDay(addDays(on, TRASH_DAYS), today)}</Trans>
                  <LivesOn id={record.id} />
                  {together === 0 ? null : (
                    <>
                      {' · '}
                      <Plural value={together} one="with one thing written about them" other="with # things written about them" />
                    </>
                  )}
                </>
              }
              act={
                <Button small onClick={() => bring(record.id)}>
                  <Trans>Bring back</Trans>
                </Button>
              }
            />
          ))}
        </Lines>
      )}
      {entries.length > shown ? (
        <Button kind="bare" className="mt-2 -ms-3.5" onClick={() => setShown(shown + 5 * PAGE)}>
          <Trans>Show more</Trans>
        </Button>
      ) : null}
    </Section>
  )
}

/** Under whose name somebody is found who was called the same person as another one. */
function LivesOn({ id }: { id: string }) {
  const name = useBook((book) => (book.whoIs(id) === id ? undefined : book.get('person', book.whoIs(id))?.name), [id])
  return name === undefined ? null : (
    <>
      {' · '}
      <Trans>the same person as {name}</Trans>
    </>
  )
}
