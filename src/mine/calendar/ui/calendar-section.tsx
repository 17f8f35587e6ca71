import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useBook } from '../../../web/book-context.tsx'
import { RailLine, RailSection } from '../../../web/ui/page.tsx'
import { momentsWaiting } from '../waiting.ts'

/** A quiet line on Today while the calendar knows of moments that the book does not. */
export function CalendarSection() {
  const count = useBook((book) => momentsWaiting(book))
  if (count === 0) return null
  return (
    <RailSection icon="occasions" label={<Trans>From your calendar</Trans>}>
      <RailLine>
        <Plural
          value={count}
          one="Your calendar knows of one moment."
          _2="Your calendar knows of two moments."
          _3="Your calendar knows of three moments."
          _4="Your calendar knows of four moments."
          _5="Your calendar knows of five moments."
          other="Your calendar knows of # moments."
        />
      </RailLine>
      <p className="text-body text-soft">
        <Link to="/calendar" className="underline decoration-edge underline-offset-3 hover:decoration-damson">
          <Trans>Look at them</Trans>
        </Link>
      </p>
    </RailSection>
  )
}
