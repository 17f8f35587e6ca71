import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { useOpenBook, useToday } from '../../../web/book-context.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { Icon, type IconName } from '../../../web/ui/icon.tsx'
import { say } from '../../../web/ui/toast.tsx'
import type { CopyChoice, CopyForm } from '../../exporting/copies.ts'
import { EncryptedCopy } from './encrypted-copy.tsx'
import { saveFile } from './save-file.ts'
import { sayError } from './section.tsx'

/** Everything that can be taken along, each with what it is good for and who can read it. */
export function CopiesList() {
  const { t } = useLingui()
  const book = useOpenBook()
  const today = useToday()
  const [sealing, setSealing] = useState(false)
  const save = async (form: CopyForm, name: string, choice?: CopyChoice): Promise<void> => {
    try {
      const { copyOf, copyTypes } = await import('../../exporting/copies.ts')
      saveFile(`${name}-${today}.${form}`, copyOf(book, form, choice), copyTypes[form])
      say(t`It is among your downloads.`)
    } catch (error) {
      sayError(error, t`The file could not be made. Your book is as it was.`)
    }
  }
  return (
    <>
      <h3 className="mt-6 mb-1.5 text-text font-medium text-faint">
        <Trans>Take it along</Trans>
      </h3>
      <ul aria-label={t`Take it along`} className="border-t border-line">
        <Copy
          icon="lock"
          what={<Trans>Everything, encrypted</Trans>}
          good={
            <Trans>
              To keep on a stick or in a cloud folder. Only who knows its passphrase can read it; Kith and the program age open it.
            </Trans>
          }
        >
          <Button small onClick={() => setSealing(true)}>
            <Trans>Make one</Trans>
          </Button>
        </Copy>
        <Copy
          icon="data"
          what={<Trans>Everything, for another Kith</Trans>}
          good={<Trans>The same book again, trash and all. Whoever has the file can read it.</Trans>}
        >
          <Save label={t`Save everything for another Kith`} onSave={() => void save('json', 'kith')} />
        </Copy>
        <Copy
          icon="file"
          what={<Trans>Everything, in one folder</Trans>}
          good={
            <Trans>The book, a page for each person, cards, tables and dates, packed together. Whoever has the file can read it.</Trans>
          }
        >
          <Save label={t`Save everything in one folder`} onSave={() => void save('zip', 'kith')} />
        </Copy>
        <Copy
          icon="pen"
          what={<Trans>Pages to read</Trans>}
          good={<Trans>One plain page for each person, for any program that shows text. Whoever has the file can read it.</Trans>}
        >
          <Save label={t`Save pages to read`} onSave={() => void save('md.zip', 'kith-pages')} />
        </Copy>
        <Copy
          icon="people"
          what={<Trans>Cards</Trans>}
          good={
            <Trans>
              For the address book of a phone or a mail program: names, work, addresses, birthdays, tags. Nothing you noted goes with them.
            </Trans>
          }
        >
          <Save label={t`Save cards`} onSave={() => void save('vcf', 'kith-people')} />
        </Copy>
        <Copy
          icon="occasions"
          what={<Trans>Dates</Trans>}
          good={<Trans>Birthdays, other days and open promises for your calendar. Whoever sees that calendar reads the names.</Trans>}
        >
          <Save label={t`Save dates`} onSave={() => void save('ics', 'kith-dates')} />
        </Copy>
        <Copy
          icon="export"
          several
          what={<Trans>Tables</Trans>}
          good={<Trans>For a spreadsheet, safe to open. Whoever has the file can read it.</Trans>}
        >
          <Button small onClick={() => void save('csv', 'kith-people', { only: 'people' })}>
            <Trans>People</Trans>
          </Button>
          <Button small onClick={() => void save('csv', 'kith-moments', { only: 'moments' })}>
            <Trans>Moments</Trans>
          </Button>
          <Button small onClick={() => void save('csv', 'kith-promises', { only: 'promises' })}>
            <Trans>Promises</Trans>
          </Button>
        </Copy>
      </ul>
      <p className="mt-3 max-w-[62ch] text-body text-faint">
        <Trans>
          What you noted about children goes along in copies of everything, and in nothing else. For the day this computer is lost,{' '}
          <code className="rounded-control bg-well px-1.5 py-0.5 font-medium text-ink">kith backup</code> writes the sealed book into one
          file.
        </Trans>
      </p>
      {sealing ? <EncryptedCopy onClose={() => setSealing(false)} /> : null}
    </>
  )
}

/** One form of a copy. On the phone its words run below the button, and `several` buttons below the words. */
const Copy = (props: { icon: IconName; what: ReactNode; good: ReactNode; several?: boolean; children: ReactNode }) => (
  <li className="grid grid-cols-[18px_minmax(0,1fr)_auto] items-start gap-x-3.5 border-b border-line py-3 max-desk:items-center">
    <Icon name={props.icon} className="text-faint desk:mt-0.5" />
    <p className="text-text font-medium max-desk:text-line">{props.what}</p>
    <div
      className={`flex flex-wrap gap-2 desk:col-start-3 desk:row-span-2 desk:row-start-1 desk:justify-end ${
        props.several === true ? 'max-desk:col-start-2 max-desk:col-end-4 max-desk:row-start-3 max-desk:mt-2' : ''
      }`}
    >
      {props.children}
    </div>
    <p className="col-start-2 row-start-2 mt-0.5 max-w-[58ch] text-body text-soft max-desk:col-end-4">{props.good}</p>
  </li>
)

const Save = ({ label, onSave }: { label: string; onSave: () => void }) => (
  <Button small aria-label={label} onClick={onSave}>
    <Trans>Save</Trans>
  </Button>
)
