import { Trans } from '@lingui/react/macro'
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useBook, useOpenedBook } from '../book-context.tsx'
import { fetchAhead } from '../fetch-ahead.ts'
import { useShortcut, useShortcutKeys } from '../shortcut-keys.tsx'
import { typeAhead } from '../type-ahead.ts'
import { Toasts, undoLast } from '../ui/toast.tsx'
import { AlarmBanner } from './alarm-banner.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { NewVersionLine } from './new-version-line.tsx'
import { SampleBanner } from './sample-banner.tsx'
import { FindOnPhone, Sidebar } from './sidebar.tsx'
import { SyncLine } from './sync-line.tsx'

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }))
const ShortcutSheet = lazy(async () => ({ default: (await import('./shortcut-sheet.tsx')).ShortcutSheet }))
const OfflineOffer = lazy(async () => ({ default: (await import('./offline-offer.tsx')).OfflineOffer }))
const QuickLogOverlay = lazy(async () => ({ default: (await import('../../mine/quick-log/ui/quick-log-overlay.tsx')).QuickLogOverlay }))

/** Whether this is a device that goes along: the installed program, or a phone. */
const carried = (): boolean => matchMedia('(display-mode: standalone), ((pointer: coarse) and (max-width: 719px))').matches
const OFFER_AFTER_MS = 4_000

type Overlay = 'palette' | 'sheet' | 'log' | null

/** The desk, the sidebar and the page that lies on it; the bar on the phone; what passes over all of it. */
export function Shell() {
  const [over, setOver] = useState<Overlay>(null)
  const navigate = useNavigate()
  const singles = useBook((book) => book.setting('keyboard')?.singleKeys ?? true)
  useShortcutKeys(singles)
  useShortcut(
    'palette',
    () => {
      typeAhead()
      setOver('palette')
    },
    true,
  )
  useShortcut('sheet', () => setOver('sheet'), true)
  useShortcut(
    'log',
    () => {
      typeAhead()
      setOver('log')
    },
    true,
  )
  useShortcut('today', () => void navigate({ to: '/' }), true)
  useShortcut('people', () => void navigate({ to: '/people' }), true)
  useShortcut('map', () => void navigate({ to: '/map' }), true)
  useShortcut('find', () => void navigate({ to: '/find' }), true)
  useShortcut('data', () => void navigate({ to: '/data' }), true)
  useShortcut('calendar', () => void navigate({ to: '/calendar' }), true)
  useShortcut('undo', () => void undoLast(), true)

  const path = useRouterState({ select: (state) => state.location.pathname })
  const page = useRef<HTMLElement>(null)
  const came = useRef(path)
  useEffect(() => {
    // A new page begins at its top, for the eye and for a screen reader alike.
    if (came.current === path) return
    came.current = path
    page.current?.focus({ preventScroll: true })
  }, [path])

  const opened = useOpenedBook()
  useEffect(() => fetchAhead(opened), [opened])

  useEffect(() => {
    // The installed program's own way to the pen.
    if (location.hash !== '#log') return
    history.replaceState(history.state, '', location.pathname)
    setOver('log')
  }, [])

  const [mayOffer, setMayOffer] = useState(false)
  useEffect(() => {
    // The day comes first; on a phone there is then a word about days without a connection.
    if (!carried()) return
    const timer = setTimeout(() => setMayOffer(true), OFFER_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])

  const close = (): void => setOver(null)
  return (
    <>
      <a
        href="#page"
        className="sr-only z-40 rounded-control bg-card px-3 py-2 shadow-float focus:not-sr-only focus:fixed focus:top-2 focus:start-2"
      >
        <Trans>To the page</Trans>
      </a>
      <div className="print:block! desk:grid desk:min-h-screen desk:grid-cols-[212px_minmax(0,1fr)]">
        <Sidebar />
        <div className="flex min-w-0 flex-col max-desk:min-h-screen">
          <AlarmBanner />
          <div className="print:hidden">
            <Suspense fallback={null}>{mayOffer ? <OfflineOffer /> : null}</Suspense>
            <SampleBanner />
          </div>
          <div className="px-2.5 desk:hidden">
            <NewVersionLine />
            <SyncLine />
          </div>
          <main
            id="page"
            ref={page}
            tabIndex={-1}
            className="relative flex-1 overflow-clip bg-paper outline-none before:pointer-events-none before:absolute before:inset-y-0 before:start-0 before:w-[26px] before:bg-gutter rtl:before:-scale-x-100 max-desk:px-[18px] max-desk:pt-5 max-desk:pb-[108px] max-desk:before:w-3 desk:my-2 desk:me-2 desk:rounded-page desk:border desk:border-line desk:px-8 desk:py-10 desk:shadow-page wide:px-14"
          >
            <FindOnPhone />
            <Outlet />
          </main>
        </div>
      </div>
      <BottomBar />
      <Toasts />
      <Suspense fallback={null}>
        {over === 'palette' ? <Palette onClose={close} /> : null}
        {over === 'sheet' ? <ShortcutSheet onClose={close} /> : null}
        {over === 'log' ? <QuickLogOverlay onClose={close} /> : null}
      </Suspense>
    </>
  )
}
