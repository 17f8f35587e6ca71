import { Trans, useLingui } from '@lingui/react/macro'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import type { TableChoice } from '../../../formats/table-fields.ts'
import { AppError } from '../../../kernel/errors.ts'
import { useOpenBook } from '../../../web/book-context.tsx'
import { openCopy, wrongPassphrase } from '../../../web/sealed-copy.ts'
import { BackTo, useTitle } from '../../../web/ui/page.tsx'
import { spanUntil } from '../../calendar/meetings.ts'
import { CalendarRun } from '../../calendar/ui/calendar-run.tsx'
import type { FileRead, PreviewRow } from '../contract.ts'
import { dryRunInSteps } from '../preview.ts'
import { readFile } from '../reader.ts'
import { asOne } from '../several.ts'
import { ChooseFile, type Refused } from './choose-file.tsx'
import { DryRun } from './dry-run.tsx'
import { Passphrase } from './passphrase.tsx'

type Step =
  | { readonly is: 'choose'; readonly refused: Refused | null }
  | { readonly is: 'reading'; readonly file: string; readonly share: number }
  | {
      readonly is: 'read'
      readonly files: readonly File[]
      readonly read: FileRead
      readonly rows: readonly PreviewRow[]
      readonly turn: number
    }
  | { readonly is: 'sealed'; readonly file: File; readonly busy: boolean; readonly wrong?: string }

/** Bringing people from a file: choose it, look at a dry run, choose people, and only then write. */
export function ImportScreen() {
  const { t } = useLingui()
  useTitle(t`Bring people from a file`)
  const book = useOpenBook()
  const [step, setStep] = useState<Step>({ is: 'choose', refused: null })
  const [over, setOver] = useState(false)
  const latest = useRef(0)
  useEffect(
    () => () => {
      latest.current += 1
    },
    [],
  )

  const open = async (files: readonly File[], columns?: TableChoice): Promise<void> => {
    latest.current += 1
    const mine = latest.current
    const current = (): boolean => latest.current === mine
    let at: File | undefined = files[0]
    const show = (share: number): void => {
      // Columns that are corrected show in the rows; the page does not go away for them.
      if (current() && columns === undefined) setStep({ is: 'reading', file: at?.name ?? '', share })
    }
    show(0)
    try {
      const reads: FileRead[] = []
      for (const [n, one] of files.entries()) {
        at = one
        reads.push(await readFile(one, { columns, days: spanUntil(book.today()), onProgress: (share) => show((n + share) / files.length) }))
      }
      const read = asOne(reads)
      const rows = read.format === 'icalendar' ? [] : await dryRunInSteps(book, read.items)
      if (current()) setStep({ is: 'read', files, read, rows, turn: mine })
    } catch (error) {
      if (!current()) return
      if (at !== undefined && error instanceof AppError && error.code === 'file-age') {
        setStep({ is: 'sealed', file: at, busy: false })
        return
      }
      const file = at?.name ?? ''
      const refused = error instanceof AppError ? { what: error.what, more: `${error.why} ${error.next}` } : null
      setStep({
        is: 'choose',
        refused: refused ?? {
          what: t`${file} could not be read.`,
          more: t`Nothing was added to your book. Save the file once more and try again.`,
        },
      })
    }
  }
  const unseal = async (file: File, passphrase: string): Promise<void> => {
    const mine = latest.current
    setStep({ is: 'sealed', file, busy: true })
    try {
      const inside = await openCopy(file, passphrase)
      if (latest.current === mine) await open([inside])
    } catch (error) {
      if (latest.current !== mine) return
      if (wrongPassphrase(error) && error instanceof AppError) {
        setStep({ is: 'sealed', file, busy: false, wrong: `${error.what} ${error.next}` })
        return
      }
      const more = error instanceof AppError ? { what: error.what, more: `${error.why} ${error.next}` } : null
      setStep({
        is: 'choose',
        refused: more ?? { what: t`${file.name} could not be opened.`, more: t`Nothing was added to your book. Try again.` },
      })
    }
  }
  const again = (): void => {
    latest.current += 1
    setStep({ is: 'choose', refused: null })
  }
  const drop = (event: DragEvent): void => {
    const files = [...event.dataTransfer.files]
    if (files.length === 0) return
    event.preventDefault()
    setOver(false)
    void open(files)
  }
  const carriesFile = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button chooses a file from the keyboard.
    <div
      className={`min-h-[70vh] rounded-card ${over ? 'outline-2 outline-offset-8 outline-damson outline-dashed' : ''}`}
      onDragOver={(event) => {
        if (!carriesFile(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => (event.currentTarget.contains(event.relatedTarget as Node | null) ? undefined : setOver(false))}
      onDrop={drop}
    >
      <BackTo to="/data">
        <Trans>Your data</Trans>
      </BackTo>
      {step.is === 'choose' ? <ChooseFile refused={step.refused} onFiles={(files) => void open(files)} /> : null}
      {step.is === 'sealed' ? (
        <Passphrase busy={step.busy} wrong={step.wrong} onGive={(passphrase) => void unseal(step.file, passphrase)} onLeave={again} />
      ) : null}
      {step.is === 'reading' ? (
        <div role="status" className="mx-auto max-w-[480px] pt-[14vh] text-center">
          <p className="text-head font-bold break-words">
            <Trans>Reading {step.file}</Trans>
          </p>
          <p className="mt-1 text-body text-soft">
            <Trans>Here, on this device.</Trans>
          </p>
          <div className="mx-auto mt-5 h-1 max-w-[240px] overflow-hidden rounded-full bg-hover">
            <div className="h-full rounded-full bg-damson-fill" style={{ width: `${Math.max(4, Math.round(step.share * 100))}%` }} />
          </div>
        </div>
      ) : null}
      {step.is !== 'read' ? null : step.read.format === 'icalendar' ? (
        <CalendarRun key={step.read.file} read={step.read} onAgain={again} />
      ) : (
        <DryRun
          read={step.read}
          rows={step.rows}
          turn={step.turn}
          onAgain={again}
          onColumns={(columns) => void open(step.files, columns)}
        />
      )}
    </div>
  )
}
