import { Link, type LinkProps } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { Icon, type IconName } from './icon.tsx'

/** Names the page in the tab, without a name of any person. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Kith`
  }, [title])
}

/** The way back to the screen that a page belongs to, above its head. */
export const BackTo = ({ to, onPhone = false, children }: { to: NonNullable<LinkProps['to']>; onPhone?: boolean; children: ReactNode }) => (
  <Link
    to={to}
    className={`-mt-2.5 mb-1.5 -ms-1 inline-flex min-h-target items-center gap-1 text-text text-faint hover:text-soft max-desk:text-line print:hidden ${onPhone ? 'desk:hidden' : ''}`}
  >
    <Icon name="left" />
    {children}
  </Link>
)

/** The head of a page: one title of size 32, a soft line above and below it, and at most a few actions at its right. */
export const PageHead = ({
  kicker,
  title,
  lede,
  actions,
}: {
  kicker?: ReactNode
  title: ReactNode
  lede?: ReactNode
  actions?: ReactNode
}) => (
  <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
    <div className="min-w-0 max-desk:pe-10">
      {kicker === undefined ? null : <p className="text-text text-faint max-desk:text-line">{kicker}</p>}
      <h1 className="text-page font-page tracking-[-0.012em] break-words">{title}</h1>
      {lede === undefined ? null : <p className="mt-0.5 text-line text-soft">{lede}</p>}
    </div>
    {actions === undefined ? null : <div className="flex flex-wrap gap-2">{actions}</div>}
  </header>
)

/** Two columns: what the page is for, and a rail beside it. On the phone the rail follows, and `end` comes last. */
export const TwoColumns = ({
  children,
  rail,
  railLabel,
  end,
}: {
  children: ReactNode
  rail?: ReactNode
  railLabel: string
  end?: ReactNode
}) => (
  <div className="grid items-start gap-x-14 max-wide:gap-y-9 wide:grid-cols-[minmax(0,1fr)_272px] wide:grid-rows-[auto_1fr]">
    <div className="min-w-0">{children}</div>
    {rail === undefined ? null : (
      <aside aria-label={railLabel} className="min-w-0 wide:col-start-2 wide:row-span-2 wide:row-start-1">
        {rail}
      </aside>
    )}
    {end === undefined ? null : <div className="min-w-0 wide:col-start-1">{end}</div>}
  </div>
)

/** One section of the rail: a soft label with its icon, then what it says. Hairlines divide sections. */
export const RailSection = ({ icon, label, children }: { icon: IconName; label: ReactNode; children: ReactNode }) => (
  <section className="border-t border-line py-[18px] first:border-t-0 first:pt-0">
    <h2 className="mb-1.5 flex items-center gap-2 text-text font-medium text-faint">
      <Icon name={icon} size={16} />
      {label}
    </h2>
    {children}
  </section>
)

/** The statement of a rail section. */
export const RailLine = ({ children }: { children: ReactNode }) => <p className="text-line font-medium">{children}</p>
