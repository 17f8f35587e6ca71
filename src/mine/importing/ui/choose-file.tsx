import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { Button, buttonLook } from '../../../web/ui/button.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { PageHead, RailSection, TwoColumns } from '../../../web/ui/page.tsx'

/** Why a file was not read: what happened, then why and what to do. */
export interface Refused {
  readonly what: string
  readonly more: string
}

/** Endings of the files that are offered first; what a file is, its content tells. */
const kinds = '.vcf,.csv,.zip,.json,.tsv,.txt,.ldif,.ics'

/** Where a file is chosen or dropped, and, after one that could not be read, why. */
export function ChooseFile({ refused, onFiles }: { refused: Refused | null; onFiles: (files: readonly File[]) => void }) {
  const { t } = useLingui()
  const input = useRef<HTMLInputElement>(null)
  return (
    <TwoColumns
      railLabel={t`About such files`}
      rail={
        <>
          <RailSection icon="lock" label={<Trans>Only on this device</Trans>}>
            <p className="text-body text-soft">
              <Trans>
                The file is opened in this browser and goes nowhere. What you choose from it is sealed like everything else in your book.
              </Trans>
            </p>
          </RailSection>
          <RailSection icon="file" label={<Trans>What can be read</Trans>}>
            <ul className="grid gap-2.5 text-body text-soft">
              <li>
                <b className="font-medium text-ink">vCard, .vcf</b>
                <br />
                <Trans>From the address book of your phone, your mail program, or a stack of scanned cards.</Trans>
              </li>
              <li>
                <b className="font-medium text-ink">Google, Outlook, .csv</b>
                <br />
                <Trans>
                  Your people, exported as a table. Any other table of colleagues is read too: you see what each column is taken for.
                </Trans>
              </li>
              <li>
                <b className="font-medium text-ink">LinkedIn, .zip</b>
                <br />
                <Trans>
                  Settings, Data privacy, Get a copy of your data. Choose it packed, as it comes by mail. Of your messages only the days are
                  read, never the words.
                </Trans>
              </li>
              <li>
                <b className="font-medium text-ink">
                  <Trans>A calendar, .ics</Trans>
                </b>
                <br />
                <Trans>Meetings that took place are proposed as moments. Nothing is written before you take it.</Trans>
              </li>
              <li>
                <b className="font-medium text-ink">
                  <Trans>A copy of a Kith book, .json, .zip or .age</Trans>
                </b>
                <br />
                <Trans>Everything comes back as it was. An encrypted one asks for its passphrase.</Trans>
              </li>
            </ul>
          </RailSection>
          <RailSection icon="people" label={<Trans>Met at one occasion?</Trans>}>
            <p className="text-body text-soft">
              <Trans>Typed or scanned business cards can be gone through one by one: whom to see again, and what comes first.</Trans>
            </p>
            <Link to="/people/stack" className={`${buttonLook({ small: true })} mt-2.5`}>
              <Trans>A stack of cards</Trans>
            </Link>
          </RailSection>
        </>
      }
    >
      <PageHead
        title={t`Bring people you already know`}
        lede={t`First you only look. Then you pick the few you would like to look after.`}
      />
      {refused === null ? null : (
        <div role="alert" className="mt-5 rounded-card border border-edge bg-card px-5 py-4 max-desk:px-4">
          <p className="text-line font-bold break-words">{refused.what}</p>
          <p className="mt-0.5 text-body text-soft">{refused.more}</p>
        </div>
      )}
      <div className="mt-6 grid justify-items-center gap-4 rounded-card border border-edge-firm border-dashed px-6 py-14 text-center max-desk:py-10">
        <Icon name="import" size={34} className="text-faint" />
        <p className="max-w-[40ch] text-line text-soft max-desk:hidden">
          <Trans>Drop an address book, a table or an export anywhere on this page, or choose it.</Trans>
        </p>
        <Button kind="go" onClick={() => input.current?.click()}>
          {refused === null ? <Trans>Choose a file</Trans> : <Trans>Choose another file</Trans>}
        </Button>
        <input
          ref={input}
          type="file"
          aria-label={t`File with people`}
          multiple
          accept={kinds}
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            const files = [...(event.target.files ?? [])]
            event.target.value = ''
            if (files.length > 0) onFiles(files)
          }}
        />
        <p className="text-text text-faint">
          <Trans>Nothing is written before you say so.</Trans>
        </p>
      </div>
    </TwoColumns>
  )
}
