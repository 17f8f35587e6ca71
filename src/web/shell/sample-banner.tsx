import { Trans } from '@lingui/react/macro'
import { tell, useBook, useOpenBook } from '../book-context.tsx'
import { Button } from '../ui/button.tsx'

/** Says that the people here are made up, for as long as any of them is in the book. */
export function SampleBanner() {
  const book = useOpenBook()
  const made = useBook((open) => open.all('person').some((person) => person.sample === true))
  if (!made) return null
  const remove = async (): Promise<void> => {
    const { removeSample } = await import('../../sample/remove.ts')
    tell(book, removeSample(book))
  }
  return (
    <div
      role="note"
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-3 pt-2 text-text text-soft max-desk:bg-desk max-desk:px-[18px] max-desk:py-0.5 desk:pe-4 desk:ps-6"
    >
      <p>
        <b>
          <Trans>A made-up company.</Trans>
        </b>{' '}
        <span className="max-desk:hidden">
          <Trans>Nobody here exists; try everything.</Trans>
        </span>
      </p>
      <Button kind="bare" small className="text-ink max-desk:-me-3" onClick={() => void remove()}>
        <Trans>Remove it</Trans>
      </Button>
    </div>
  )
}
