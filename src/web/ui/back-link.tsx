import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** The way back to the list that a page belongs to, above its title. */
export const BackLink = ({ to, children }: { to: '/people' | '/data'; children: ReactNode }) => (
  <Link
    to={to}
    className="-mt-2.5 mb-1.5 -ms-1 inline-flex min-h-target items-center gap-1 text-text text-faint hover:text-soft max-desk:text-line"
  >
    <Icon name="left" />
    {children}
  </Link>
)
