import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { PersonItem } from '../../../formats/item.ts'
import { Button } from '../../../web/ui/button.tsx'
import { RailSection } from '../../../web/ui/page.tsx'
import type { FileRead, PreviewRow } from '../contract.ts'
import { listed, sentence } from '../wording.ts'

/** What the one filled button would do. */
export interface Act {
  readonly joins: number
  readonly grows: number
  readonly archive: boolean
  readonly total: number
  readonly onWrite: () => void
}

/** Beside the rows: what would happen, what was read, and what could not be. */
export function DryRunRail({
  read,
  act = null,
  skipped,
  onAgain,
}: {
  read: FileRead
  act?: Act | null
  skipped: readonly PreviewRow[]
  onAgain?: () => void
}) {
  const { t } = useLingui()
  return (
    <div className="pt-1.5">
      {act === null ? null : (
        <section aria-live="polite" className="pb-[18px]">
          <h2 className="text-head font-bold">
            <Trans>A dry run: nothing is written yet.</Trans>
          </h2>
          <p className="mt-1.5 mb-3.5 text-body text-soft">
            <Would act={act} />
          </p>
          <div className="max-desk:hidden">
            <WriteButton act={act} />
          </div>
          <p className="mt-2.5 text-body text-faint">
            <Trans>One click takes it all back, any day.</Trans>
          </p>
        </section>
      )}
      <div
        className={`${act === null ? '' : 'border-t border-line pt-[18px]'} [&>section:first-child]:border-t-0 [&>section:first-child]:pt-0`}
      >
        <RailSection icon="file" label={<Trans>What was read</Trans>}>
          <p className="text-body break-words text-soft">{read.file}</p>
          <p className="mt-1.5 text-body text-soft">
            <WhatWasRead read={read} />
          </p>
          {onAgain === undefined ? null : (
            <Button small className="mt-3" onClick={onAgain}>
              <Trans>Another file</Trans>
            </Button>
          )}
        </RailSection>
        {skipped.length === 0 ? null : (
          <RailSection icon="filter" label={<Plural value={skipped.length} one="One line was left out" other="# lines were left out" />}>
            <details className="text-body text-soft">
              <summary className="min-h-[24px] py-0.5 font-medium text-damson">
                <Trans>Look at them</Trans>
              </summary>
              <ul className="mt-1 max-h-[320px] overflow-y-auto" tabIndex={-1}>
                {skipped.slice(0, 500).map((row) => (
                  <li key={row.index} className="border-t border-line py-1.5 first:border-t-0">
                    <span className="tabular text-note text-faint">{t`Line ${row.line}`}</span>
                    {row.name === '' ? '' : ` · ${row.name}`}
                    <br />
                    {[row.about, row.detail]
                      .filter((text) => text !== '')
                      .map((text) => (
                        <span key={text} className="block">
                          {text}
                        </span>
                      ))}
                    {row.reason}
                  </li>
                ))}
              </ul>
              {skipped.length > 500 ? <p className="text-faint">{t`And ${skipped.length - 500} more like these.`}</p> : null}
            </details>
          </RailSection>
        )}
        <RailSection icon="lock" label={<Trans>Only on this device</Trans>}>
          <p className="text-body text-soft">
            <Trans>The file is read here and is not sent anywhere.</Trans>
          </p>
        </RailSection>
      </div>
    </div>
  )
}

function Would({ act: { joins, grows, archive, total } }: { act: Act }) {
  const { t } = useLingui()
  const rest = total - joins - grows
  if (joins + grows === 0) return archive ? t`Choose what should come back.` : t`Choose the ones you would be glad to hear from.`
  if (archive) return <Plural value={joins + grows} one="One entry would come back." other="# entries would come back." />
  return (
    <>
      {joins === 0 ? null : <Plural value={joins} one="One person would join your book." other="# people would join your book." />}{' '}
      {grows === 0 ? null : (
        <Plural value={grows} one="One who is there becomes more complete." other="# who are there become more complete." />
      )}{' '}
      {rest === 0 ? null : <Plural value={rest} one="The other one stays in the file." other="The other # stay in the file." />}
    </>
  )
}

function WriteButton({ act: { joins, grows, archive, onWrite } }: { act: Act }) {
  const none = joins + grows === 0
  return (
    <Button kind="go" className="w-full" disabled={none} onClick={onWrite}>
      {none ? (
        <Trans>Nobody chosen yet</Trans>
      ) : archive ? (
        <Trans>Bring it back</Trans>
      ) : joins === 0 ? (
        <Plural value={grows} one="Add what is new about one person" other="Add what is new about # people" />
      ) : (
        <Plural value={joins} one="Add this person" other="Add these # people" />
      )}
    </Button>
  )
}

/** On the phone one decision takes the place of the bar. */
export const Dock = ({ act }: { act: Act }) => (
  <div className="fixed inset-x-0 bottom-0 z-[15] border-t border-line bg-card px-[18px] pt-3 pb-[max(20px,env(safe-area-inset-bottom))] desk:hidden">
    <WriteButton act={act} />
  </div>
)

/** What the file was found to know, in words; and what is never taken from it. */
function WhatWasRead({ read }: { read: FileRead }) {
  const { t } = useLingui()
  if (read.format === 'kith') return t`People, moments, facts, promises and everything else, each checked by itself.`
  if (read.table?.named === false) return t`Its columns, and nobody yet.`
  const people = read.items.filter((item): item is PersonItem => item.kind === 'person')
  if (people.length === 0 && read.items.some((item) => item.kind === 'opening')) return t`Openings, with who offers them and where.`
  const some = (has: (item: PersonItem) => boolean): boolean => people.some(has)
  const parts = [
    t`names`,
    ...(some((item) => item.company !== undefined) ? [t`companies`] : []),
    ...(some((item) => item.department !== undefined) ? [t`departments`] : []),
    ...(some((item) => item.role !== undefined) ? [t`job titles`] : []),
    ...(some((item) => item.emails.length > 0) ? [t`email addresses`] : []),
    ...(some((item) => item.phones.length > 0) ? [t`phone numbers`] : []),
    ...(some((item) => item.links.length > 0) ? [t`profile links`] : []),
    ...(some((item) => item.birthday !== undefined || item.dates.length > 0) ? [t`days of the year`] : []),
    ...(some((item) => item.manager !== undefined) ? [t`whom they report to`] : []),
    ...(some((item) => item.notes.length > 0) ? [t`notes`] : []),
    ...(some((item) => (item.moments ?? []).length > 0) ? [t`days on which you were in touch`] : []),
    ...(some((item) => item.connectedOn !== undefined) ? [t`since when you are connected`] : []),
  ]
  return (
    <>
      {sentence(listed(parts))}.
      <span className="mt-1.5 block">
        {some((item) => item.photoIgnored) ? (
          <Trans>Left out: pictures, and everybody you do not choose.</Trans>
        ) : (
          <Trans>Left out: everybody you do not choose.</Trans>
        )}
      </span>
    </>
  )
}
