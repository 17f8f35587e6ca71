import { Plural } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Icon } from '../../../web/ui/icon.tsx'
import { useProposals } from './use-proposals.ts'

/** Says quietly that two people may be one. Not there while nobody is. */
export function TwinsLine() {
  const pairs = useProposals()
  if (pairs.length === 0) return null
  return (
    <Link
      to="/people/same"
      className="-ms-2 inline-flex min-h-target max-w-full items-center gap-2 rounded-control px-2 text-body text-soft move-answer hover:bg-hover max-desk:py-1.5"
    >
      <Icon name="people" size={16} className="flex-none text-faint" />
      <span className="min-w-0">
        <Plural
          value={pairs.length}
          one="Two of your people may be the same person."
          other="Some of your people may be the same person, # pairs in all."
        />
      </span>
      <Icon name="right" size={14} className="flex-none text-faint" />
    </Link>
  )
}
