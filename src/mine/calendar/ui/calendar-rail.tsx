import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { tell, useBook, useOpenBook } from '../../../web/book-context.tsx'
import { buttonLook, IconButton } from '../../../web/ui/button.tsx'
import { Keycap } from '../../../web/ui/kbd.tsx'
import { RailSection } from '../../../web/ui/page.tsx'
import { forgetMe, myEmails } from '../me.ts'

/** Beside the proposals: what an answer does, who the owner is in calendars, and how more comes in. */
export function CalendarRail() {
  const { t } = useLingui()
  const book = useOpenBook()
  const emails = useBook(myEmails)
  const keys = [
    { key: 'J K', word: t`from one to the next` },
    { key: 'E', word: t`take it` },
    { key: 'N', word: t`not that` },
    { key: 'O', word: t`put it right` },
  ]
  return (
    <>
      <RailSection icon="pen" label={<Trans>What counts is yours to say</Trans>}>
        <p className="text-body text-soft">
          <Trans>Taking one writes a moment for everybody in it. Nothing is written by itself.</Trans>
        </p>
        <dl className="mt-3 grid gap-1.5 max-desk:hidden pointer-coarse:hidden">
          {keys.map(({ key, word }) => (
            <div key={key} className="flex items-center gap-2.5 text-body text-soft">
              <dt className="flex min-w-12 gap-1.5">
                {key.split(' ').map((one) => (
                  <Keycap key={one}>{one}</Keycap>
                ))}
              </dt>
              <dd>{word}</dd>
            </div>
          ))}
        </dl>
      </RailSection>
      <RailSection icon="import" label={<Trans>A newer calendar</Trans>}>
        <p className="text-body text-soft">
          <Trans>What was answered once is not proposed again.</Trans>
        </p>
        <Link to="/data/import" className={`${buttonLook()} mt-3`}>
          <Trans>Read a calendar file</Trans>
        </Link>
      </RailSection>
      {emails.length === 0 ? null : (
        <RailSection icon="people" label={<Trans>You, in calendars</Trans>}>
          <ul>
            {emails.map((email) => (
              <li key={email} className="flex items-center justify-between gap-2 text-body text-soft">
                <span className="min-w-0 break-all">{email}</span>
                <IconButton
                  icon="close"
                  size={16}
                  label={t`This is not my address: ${email}`}
                  onClick={() => {
                    const change = forgetMe(book, email)
                    if (change !== null) tell(book, change)
                  }}
                />
              </li>
            ))}
          </ul>
        </RailSection>
      )}
    </>
  )
}
