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
      className="-mt-1 mb-3 inline-flex min-h-target items-center gap-2 text-text text-soft underline decoration-edge underline-offset-4 move-answer hover:text-ink hover:decoration-current max-desk:text-line"
    >
      <Icon name="people" size={16} className="text-damson" />
      <Plural
        value={pairs.length}
        one="Two of your people may be the same person."
        other="Some of your people may be the same person, # pairs in all."
      />
    </Link>
  )
}
