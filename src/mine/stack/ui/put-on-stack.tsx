import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { type DragEvent, useRef, useState } from 'react'
import { AppError } from '../../../kernel/errors.ts'
import { tell, useOpenBook, useToday } from '../../../web/book-context.tsx'
import { Button, IconButton } from '../../../web/ui/button.tsx'
import { Field, TextArea } from '../../../web/ui/field.tsx'
import { PageHead, RailSection, TwoColumns } from '../../../web/ui/page.tsx'
import { readFile } from '../../importing/reader.ts'
import {
  cardOfLine,
  cardsOf,
  cardsOfItems,
  describeStack,
  type Fresh,
  MOST_CARDS,
  type PutOn,
  putAway,
  putOn,
  takeOff,
} from '../actions.ts'
import { looksLikeFile, namelessLines, readCardLines } from '../card-line.ts'
import type { Stack } from '../contract.ts'
import { aboutText } from '../wording.ts'

/** Where we met, and the cards: typed line by line, pasted, or from a file. */
export function PutOnStack({ stack, onGo }: { stack: Stack | undefined; onGo: () => void }) {
  const { t } = useLingui()
  const book = useOpenBook()
  const today = useToday()
  const [title, setTitle] = useState(stack?.title ?? '')
  const [day, setDay] = useState(stack?.day ?? today)
  const [text, setText] = useState('')
  const [said, say] = useState<string | null>(null)
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const lines = useRef<HTMLTextAreaElement>(null)
  const cards = stack === undefined ? [] : cardsOf(stack)
  const typed = readCardLines(text)

  const describe = (): void => {
    if (stack !== undefined) describeStack(book, stack.id, { title, day })
  }
  const put = (fresh: readonly Fresh[]): PutOn => {
    const done = putOn(book, { title, day }, fresh)
    const { change, added, twice, left } = done
    if (added > 0) tell(book, change)
    say(
      left > 0
        ? t`A stack holds ${MOST_CARDS} cards; the rest stayed where it is. A whole address book comes in through “Bring people from a file”.`
        : added === 0 && twice > 0
          ? t`These cards lie on the stack already.`
          : fresh.length === 0
            ? t`There is nobody on these lines. Begin each with a name.`
            : null,
    )
    return done
  }
  /** Puts the people of a file on the stack; null when it could not be read. */
  const read = async (file: File): Promise<PutOn | null> => {
    say(null)
    try {
      return put(cardsOfItems((await readFile(file)).items))
    } catch (error) {
      say(
        error instanceof AppError
          ? `${error.what} ${error.why} ${error.next}`
          : t`${file.name} could not be read. Nothing was put on the stack. Save the file once more and try again.`,
      )
      return null
    }
  }
  /** What is written goes on the stack; answers whether anything lies there afterwards. */
  const take = async (): Promise<boolean> => {
    if (text.trim() === '') return cards.length > 0
    const done = looksLikeFile(text) ? await read(new File([text], t`What you pasted`)) : put(typed.map(cardOfLine))
    // What found no room, or names nobody, stays on the page.
    if (done !== null && done.left === 0 && done.added + done.twice > 0) setText(looksLikeFile(text) ? '' : namelessLines(text))
    return (done?.added ?? 0) > 0 || cards.length > 0
  }
  const drop = (event: DragEvent): void => {
    const file = event.dataTransfer.files[0]
    if (file === undefined) return
    event.preventDefault()
    setOver(false)
    void read(file)
  }
  return (
    <TwoColumns
      railLabel={t`About stacks`}
      rail={
        <>
          <RailSection icon="pen" label={<Trans>A line for each card</Trans>}>
            <p className="text-body text-soft">
              <Trans>
                Name first, then company, what they do, an address; after a dash what you remember. Whatever you leave out is fine.
              </Trans>
            </p>
            <p className="mt-2 text-body text-faint">
              <Trans>Léa Fontaine, Nordwind, designer, lea@example.org - talks about bees</Trans>
            </p>
          </RailSection>
          <RailSection icon="lock" label={<Trans>Only on this device</Trans>}>
            <p className="text-body text-soft">
              <Trans>
                The stack is sealed like your book. You can leave it and come back. Whoever you let go is gone when you are done.
              </Trans>
            </p>
          </RailSection>
          {stack === undefined ? null : (
            <Button
              kind="bare"
              icon="trash"
              className="-ms-3.5"
              onClick={() => {
                tell(book, putAway(book, stack.id))
                setTitle('')
                setDay(today)
              }}
            >
              <Trans>Throw the stack away</Trans>
            </Button>
          )}
        </>
      }
    >
      <PageHead title={t`A stack of cards`} lede={t`Cards in a pocket are no ties yet. Keep the few you would like to meet again.`} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button chooses a file from the keyboard. */}
      <div
        className={`mt-6 grid gap-4 rounded-card ${over ? 'outline-2 outline-offset-8 outline-damson outline-dashed' : ''}`}
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes('Files')) return
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={(event) => (event.currentTarget.contains(event.relatedTarget as Node | null) ? undefined : setOver(false))}
        onDrop={drop}
      >
        <div className="grid grid-cols-[minmax(0,1fr)_160px] gap-3 max-desk:grid-cols-[minmax(0,1fr)]">
          <Field
            label={t`Where you met`}
            maxLength={200}
            placeholder={t`Harbour days`}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
            onBlur={describe}
          />
          <Field label={t`When`} type="date" max={today} value={day} onChange={(event) => setDay(event.target.value)} onBlur={describe} />
        </div>
        <TextArea
          ref={lines}
          label={t`The cards, one on each line`}
          rows={5}
          maxLength={200_000}
          placeholder={t`Léa Fontaine, Nordwind, designer - talks about bees`}
          value={text}
          className="min-h-[132px]"
          onChange={(event) => {
            setText(event.target.value)
            say(null)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
            event.preventDefault()
            void take()
          }}
        />
        <p role="status" className={said === null ? 'sr-only' : 'rounded-control bg-well px-3 py-2 text-text text-soft'}>
          {said}
        </p>
        <div className="flex flex-wrap items-center gap-2">
          <Button
            kind="go"
            disabled={cards.length === 0 && text.trim() === ''}
            onClick={async () => {
              if (await take()) onGo()
              else lines.current?.focus()
            }}
          >
            <Trans>Go through them</Trans>
          </Button>
          <Button disabled={text.trim() === ''} onClick={() => void take().then(() => lines.current?.focus())}>
            <Trans>Put on the stack</Trans>
          </Button>
          <Button kind="bare" icon="import" className="max-desk:-ms-3.5" onClick={() => input.current?.click()}>
            <Trans>From a file</Trans>
          </Button>
          <input
            ref={input}
            type="file"
            aria-label={t`File with cards`}
            tabIndex={-1}
            className="sr-only"
            onChange={(event) => {
              const file = event.target.files?.[0]
              event.target.value = ''
              if (file !== undefined) void read(file)
            }}
          />
        </div>
      </div>
      {cards.length === 0 ? null : (
        <section className="mt-8">
          <h2 className="text-text font-medium text-faint">
            <Plural value={cards.length} one="One card on the stack" other="# cards on the stack" />
          </h2>
          <ul className="mt-2 border-t border-line">
            {cards.map((card) => (
              <li key={card.id} className="flex min-h-[46px] items-center gap-3 border-b border-line py-1">
                <p className="min-w-0 flex-1">
                  <b className="block truncate text-text font-medium max-desk:text-line">{card.name}</b>
                  {aboutText(card) === '' ? null : (
                    <small className="block truncate text-note text-faint max-desk:text-text">{aboutText(card)}</small>
                  )}
                </p>
                <IconButton
                  icon="close"
                  size={16}
                  label={t`Take ${card.name} off the stack`}
                  onClick={() => {
                    const change = takeOff(book, (stack as Stack).id, card)
                    if (change !== null) tell(book, change)
                  }}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </TwoColumns>
  )
}
