import { Trans, useLingui } from '@lingui/react/macro'
import { useCallback, useEffect, useState } from 'react'
import { AppError } from '../../../kernel/errors.ts'
import { useOpenedBook, useToday } from '../../../web/book-context.tsx'
import { forgetBrowser, keepOnlyKeyFile, rememberHere, unlockByKeyFile, type Way, waysInto } from '../../../web/keys.ts'
import { freshLink } from '../../../web/session.ts'
import { Button } from '../../../web/ui/button.tsx'
import { Dialog } from '../../../web/ui/dialog.tsx'
import { Icon, type IconName } from '../../../web/ui/icon.tsx'
import { say } from '../../../web/ui/toast.tsx'
import { longDay } from '../../moments/day-text.ts'
import { AddSecret, LockBook } from './key-dialogs.tsx'
import { Asking, Line, Lines, None, Section, sayError, shortly } from './section.tsx'

type Open = 'words' | 'code' | 'lock' | 'only-file' | 'link' | null

const pictures: Record<Way['kind'], IconName> = { 'key-file': 'data', words: 'pen', code: 'file', device: 'screen' }

/** Who can open this book: every way into it, and how to add and end them. */
export function KeysSection() {
  const { t } = useLingui()
  const opened = useOpenedBook()
  const today = useToday()
  const [ways, setWays] = useState<readonly Way[] | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [open, setOpen] = useState<Open>(null)
  const [busy, setBusy] = useState(false)
  const look = useCallback(async (): Promise<void> => {
    try {
      setWays(await waysInto(opened))
      setTrouble(null)
    } catch (error) {
      setTrouble(error instanceof AppError ? shortly(error) : '')
    }
  }, [opened])
  useEffect(() => void look(), [look])

  const act = async (work: () => Promise<void>, done: string): Promise<void> => {
    setBusy(true)
    try {
      await work()
      say(done)
    } catch (error) {
      sayError(error, t`That did not work. Nothing changed.`)
    }
    setBusy(false)
    await look()
  }
  const has = (kind: Way['kind']): boolean => ways?.some((way) => way.kind === kind) === true
  const locked = ways !== null && !has('key-file')
  const here = ways?.some((way) => way.here) === true
  const name = (way: Way): string =>
    ({
      'key-file': t`A key file on this computer`,
      words: t`Six words`,
      code: t`A recovery code`,
      device: way.here ? t`This browser` : t`A remembered browser`,
    })[way.kind]
  const remark = (way: Way): string => {
    const made = longDay(way.made.slice(0, 10), today)
    return {
      'key-file': t`Opens by itself for whoever uses this computer account.`,
      words: t`Made on ${made}. They open it in any browser.`,
      code: t`Made on ${made}. For the day the words cannot be found.`,
      device: t`Since ${made}, for 30 days.`,
    }[way.kind]
  }
  return (
    <Section
      id="keys"
      title={<Trans>Who can open this book</Trans>}
      says={
        locked ? (
          <Trans>It is locked. Only what stands here opens it, and nobody can make another way from outside.</Trans>
        ) : (
          <Trans>It opens by itself here, by a key file that lies apart from the data. Each line is one way in.</Trans>
        )
      }
    >
      {trouble !== null ? (
        <div className="flex flex-wrap items-center gap-3">
          <p className="text-body text-soft">{trouble === '' ? t`The ways into the book could not be read just now.` : trouble}</p>
          <Button small onClick={() => void look()}>
            <Trans>Try again</Trans>
          </Button>
        </div>
      ) : ways === null ? (
        <Asking />
      ) : ways.length === 0 ? (
        <None>
          <Trans>No way in is written down yet.</Trans>
        </None>
      ) : (
        <Lines label={t`Ways into this book`}>
          {ways.map((way) => (
            <Line
              key={way.slot}
              picture={<Icon name={pictures[way.kind]} className="text-faint" />}
              what={name(way)}
              remark={remark(way)}
              act={
                way.kind === 'device' ? (
                  <Button
                    small
                    disabled={busy}
                    onClick={() =>
                      void act(
                        () => forgetBrowser(opened, way),
                        way.here ? t`This browser is not remembered any more.` : t`That browser is not remembered any more.`,
                      )
                    }
                  >
                    <Trans>Forget</Trans>
                  </Button>
                ) : null
              }
            />
          ))}
        </Lines>
      )}
      {ways === null ? null : (
        <div className="mt-4 flex flex-wrap gap-2">
          {locked ? (
            <Button
              disabled={busy}
              onClick={() => void act(() => unlockByKeyFile(opened), t`This computer opens the book by itself again.`)}
            >
              <Trans>Let this computer open it by itself</Trans>
            </Button>
          ) : (
            <Button icon="lock" onClick={() => setOpen('lock')}>
              <Trans>Lock with six words</Trans>
            </Button>
          )}
          {locked ? (
            <Button onClick={() => setOpen('lock')}>
              <Trans>New words and code</Trans>
            </Button>
          ) : null}
          {has('words') ? null : (
            <Button onClick={() => setOpen('words')}>
              <Trans>Add six words</Trans>
            </Button>
          )}
          {has('code') ? null : (
            <Button onClick={() => setOpen('code')}>
              <Trans>Make a recovery code</Trans>
            </Button>
          )}
          <Button kind="bare" onClick={() => setOpen('link')}>
            <Trans>Open it in another browser</Trans>
          </Button>
          {!locked && (has('words') || has('code') || has('device')) ? (
            <Button kind="bare" onClick={() => setOpen('only-file')}>
              <Trans>Take words and codes away</Trans>
            </Button>
          ) : null}
        </div>
      )}
      {ways === null ? null : (
        <div className="mt-7 border-t border-line pt-7">
          <h3 className="text-line font-bold">
            <Trans>While Kith is out of reach</Trans>
          </h3>
          {here ? (
            <p className="mt-1 max-w-[62ch] text-body text-soft">
              <Trans>
                This browser opens your book by itself, also when Kith is stopped or there is no connection. What you write then is kept
                here and sent later.
              </Trans>
            </p>
          ) : (
            <>
              <p className="mt-1 max-w-[62ch] text-body text-soft">
                <Trans>
                  This browser can remember your book for 30 days and open it when Kith is stopped or there is no connection. What you write
                  then is kept here and sent later. Only on a device that is yours alone: whoever sits at it could then open your book.
                </Trans>
              </p>
              <Button
                className="mt-3"
                disabled={busy}
                onClick={() => void act(() => rememberHere(opened), t`This browser opens the book by itself for 30 days.`)}
              >
                <Trans>Make it readable here without Kith</Trans>
              </Button>
            </>
          )}
        </div>
      )}
      {open === 'words' || open === 'code' ? <AddSecret kind={open} onClose={() => setOpen(null)} onKept={() => void look()} /> : null}
      {open === 'lock' ? <LockBook onClose={() => setOpen(null)} onLocked={() => void look()} /> : null}
      {open === 'link' ? <OtherBrowser typed={has('words') || has('code')} onClose={() => setOpen(null)} /> : null}
      {open === 'only-file' ? (
        <Dialog
          open
          onClose={() => setOpen(null)}
          title={t`Only the key file`}
          description={
            <Trans>
              The book gets a new key. Words, codes and remembered browsers made until now stop opening it; you can make new ones
              afterwards.
            </Trans>
          }
        >
          <div className="flex flex-wrap gap-2">
            <Button
              kind="go"
              disabled={busy}
              onClick={() => {
                setOpen(null)
                void act(() => keepOnlyKeyFile(opened), t`Only the key file opens the book now.`)
              }}
            >
              <Trans>Take them away</Trans>
            </Button>
            <Button kind="bare" onClick={() => setOpen(null)}>
              <Trans>Leave it</Trans>
            </Button>
          </div>
        </Dialog>
      ) : null}
    </Section>
  )
}

/** How another browser comes to the same book. */
function OtherBrowser({ typed, onClose }: { typed: boolean; onClose: () => void }) {
  const { t } = useLingui()
  const [link, setLink] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const make = async (): Promise<void> => {
    try {
      setLink(await freshLink())
      setTrouble(null)
    } catch (error) {
      setTrouble(error instanceof AppError ? shortly(error) : t`No link could be made.`)
    }
  }
  return (
    <Dialog open onClose={onClose} title={t`In another browser`}>
      <div className="grid gap-4 text-body text-soft">
        <p>
          <Trans>
            On this computer, run <code className="rounded-control bg-well px-1.5 py-0.5 font-medium text-ink">kith open</code>, or make a
            link here and paste it into the other browser. It lets one browser in, once.
          </Trans>
        </p>
        {link === null ? (
          <div>
            <Button onClick={() => void make()}>
              <Trans>Make a link</Trans>
            </Button>
          </div>
        ) : (
          <p className="rounded-control bg-well px-3 py-2.5 font-medium break-all text-ink select-all">{link}</p>
        )}
        {trouble === null ? null : <p role="alert">{trouble}</p>}
        <p>
          {typed ? (
            <Trans>Or open Kith there and type your six words or your recovery code.</Trans>
          ) : (
            <Trans>With six words or a recovery code it also opens where no link reaches; you can make them beside this button.</Trans>
          )}
        </p>
      </div>
    </Dialog>
  )
}
