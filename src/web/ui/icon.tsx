import type { ReactNode } from 'react'

/** Drawn on a field of 20 by 20 with one stroke of 1.5; shown at 18 px unless a size is given. */
const drawings = {
  today: <path d="M5.5 3.25h7.25a2 2 0 0 1 2 2v11.5H6.5a2 2 0 0 1-2-2v-10.5a1 1 0 0 1 1-1ZM8 3.25v13.5M10.75 7h1.5" />,
  people: (
    <>
      <circle cx="7.5" cy="10" r="4.75" />
      <circle cx="12.5" cy="10" r="4.75" />
    </>
  ),
  goals: <path d="M5.25 17V3M5.25 4.25h8.9c.5 0 .8.55.5.95L12.5 7.9l2.15 2.7c.3.4 0 .95-.5.95h-8.9" />,
  lunch: (
    <path d="M3 9.75h14c0 3.2-2.2 5.25-4.25 5.9v1.1h-5.5v-1.1C5.2 15 3 12.95 3 9.75ZM8 3.25c-.9 1.1.9 1.9 0 3.25M12 3.25c-.9 1.1.9 1.9 0 3.25" />
  ),
  occasions: (
    <path d="M4.75 5h10.5a1 1 0 0 1 1 1v9.75a1 1 0 0 1-1 1H4.75a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1ZM3.75 8.75h12.5M7.25 3v3.5M12.75 3v3.5" />
  ),
  practice: <path d="M10 17v-6M10 11.25C10 8 7.75 6 4 6c0 3.5 2.25 5.25 6 5.25ZM10 8.5c0-3 2.25-5 6-5 0 3.25-2.25 5-6 5" />,
  map: (
    <>
      <circle cx="10" cy="10" r="7" />
      <circle cx="10" cy="10" r="2.75" />
      <circle cx="15" cy="5.1" r="1.4" fill="currentColor" />
    </>
  ),
  welcome: (
    <>
      <path d="M5.5 17V4.25a1 1 0 0 1 1-1h7a1 1 0 0 1 1 1V17M3.25 17h13.5" />
      <circle cx="11.9" cy="10.5" r=".6" fill="currentColor" />
    </>
  ),
  data: (
    <>
      <circle cx="6.75" cy="13.25" r="3.5" />
      <path d="m9.25 10.75 7-7M13.5 6.5l2.4 2.4" />
    </>
  ),
  pen: <path d="m3.75 16.25.85-3.6 8.6-8.6a1.3 1.3 0 0 1 1.85 0l.9.9a1.3 1.3 0 0 1 0 1.85l-8.6 8.6-3.6.85ZM11.5 5.75l2.75 2.75" />,
  search: (
    <>
      <circle cx="9" cy="9" r="5.25" />
      <path d="m13 13 3.75 3.75" />
    </>
  ),
  lock: <path d="M5.75 9h8.5a1 1 0 0 1 1 1v5.75a1 1 0 0 1-1 1h-8.5a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1ZM6.75 9V6.5a3.25 3.25 0 0 1 6.5 0V9" />,
  check: <path d="m4.5 10.75 3.5 3.5 7.5-8.5" />,
  walk: (
    <path d="M6.6 3.5c1.7-.2 2.7 1.5 2.6 3.6-.05 1.5-.6 2.9-.6 2.9l-2.9-.35S4.5 8 4.65 6.35C4.8 4.8 5.4 3.6 6.6 3.5ZM5.85 12.1l2.4.3c0 1.1-.65 2-1.45 1.9-.8-.1-1.15-1.1-.95-2.2ZM13.4 6.5c-1.7-.2-2.7 1.5-2.6 3.6.05 1.5.6 2.9.6 2.9l2.9-.35s1.2-1.65 1.05-3.3c-.15-1.55-.75-2.75-1.95-2.85ZM14.15 15.1l-2.4.3c0 1.1.65 2 1.45 1.9.8-.1 1.15-1.1.95-2.2Z" />
  ),
  cup: (
    <path d="M4.25 7.75h9.5v4.5a4 4 0 0 1-4 4h-1.5a4 4 0 0 1-4-4v-4.5ZM13.75 8.75H15a2.1 2.1 0 0 1 0 4.2h-1.35M7.5 3.25v1.75M10.5 3.25v1.75" />
  ),
  talk: <path d="M4.5 4.25h11a1 1 0 0 1 1 1v7.5a1 1 0 0 1-1 1H9.25L5.75 16.5v-2.75H4.5a1 1 0 0 1-1-1v-7.5a1 1 0 0 1 1-1Z" />,
  call: (
    <path d="M5.1 3.5h2.1a.9.9 0 0 1 .85.6l1 2.7a.9.9 0 0 1-.3 1L7.5 8.9a9.4 9.4 0 0 0 3.7 3.7l1.05-1.25a.9.9 0 0 1 1-.3l2.65 1a.9.9 0 0 1 .6.85V15a1.6 1.6 0 0 1-1.7 1.6C8.6 16.1 4 11.5 3.5 5.2a1.6 1.6 0 0 1 1.6-1.7Z" />
  ),
  video: <path d="M4.25 5.5h7.5a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-7.5a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1ZM12.75 9l4-2.25v6.5l-4-2.25" />,
  mail: <path d="M4.25 4.75h11.5a1 1 0 0 1 1 1v8.5a1 1 0 0 1-1 1H4.25a1 1 0 0 1-1-1v-8.5a1 1 0 0 1 1-1ZM3.5 5.75 10 10.75l6.5-5" />,
  meeting: <path d="M3.5 10.5h13M5 10.5v5.75M15 10.5v5.75M7 7.75V5.5M13 7.75V5.5M10 7.75V4.25" />,
  party: <path d="M6.25 3.5h7.5l-.6 4.3a3.2 3.2 0 0 1-6.3 0l-.6-4.3ZM10 10.5v6M7.25 16.5h5.5M6.5 6.25h7" />,
  help: <path d="M3.5 7.25h12l-3.25-3M16.5 12.75h-12l3.25 3" />,
  gift: (
    <path d="M4.25 10h11.5v5.75a1 1 0 0 1-1 1h-9.5a1 1 0 0 1-1-1V10ZM3.25 7h13.5v3H3.25V7ZM10 7v9.75M10 7C6 7 5.25 3.25 7.5 3.25 9.2 3.25 10 5.5 10 7ZM10 7c4 0 4.75-3.75 2.5-3.75C10.8 3.25 10 5.5 10 7Z" />
  ),
  hourglass: <path d="M5.75 3.25h8.5M5.75 16.75h8.5M6.75 3.25v2.5c0 2.2 6.5 4.3 6.5 8.5v2.5M13.25 3.25v2.5c0 2.2-6.5 4.3-6.5 8.5v2.5" />,
  pause: <path d="M7.25 5v10M12.75 5v10" />,
  rest: <path d="M15.75 12.1A6.5 6.5 0 1 1 7.9 4.25a5.25 5.25 0 0 0 7.85 7.85Z" />,
  right: <path d="m8 5 5 5-5 5" />,
  left: <path d="m12 5-5 5 5 5" />,
  down: <path d="m5 8 5 5 5-5" />,
  up: <path d="m5 12 5-5 5 5" />,
  more: (
    <>
      <circle cx="5" cy="10" r=".9" fill="currentColor" />
      <circle cx="10" cy="10" r=".9" fill="currentColor" />
      <circle cx="15" cy="10" r=".9" fill="currentColor" />
    </>
  ),
  plus: <path d="M10 4.5v11M4.5 10h11" />,
  close: <path d="m5.25 5.25 9.5 9.5M14.75 5.25l-9.5 9.5" />,
  undo: <path d="M7 4.75 3.75 8 7 11.25M4 8h7.75a4.25 4.25 0 0 1 0 8.5H8" />,
  trash: (
    <path d="M3.75 5.75h12.5M8 5.75V4a.75.75 0 0 1 .75-.75h2.5A.75.75 0 0 1 12 4v1.75M5.5 5.75l.65 10a1 1 0 0 0 1 .95h5.7a1 1 0 0 0 1-.95l.65-10M8.4 8.75l.25 5M11.6 8.75l-.25 5" />
  ),
  import: <path d="M10 3.25v9M6.5 9 10 12.5 13.5 9M3.75 13v2.75a1 1 0 0 0 1 1h10.5a1 1 0 0 0 1-1V13" />,
  export: <path d="M10 12.5v-9M6.5 6.75 10 3.25l3.5 3.5M3.75 13v2.75a1 1 0 0 0 1 1h10.5a1 1 0 0 0 1-1V13" />,
  file: <path d="M6 3.25h5.5l3.75 3.75v8.75a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V4.25a1 1 0 0 1 1-1ZM11.5 3.25V7h3.75" />,
  sun: (
    <>
      <circle cx="10" cy="10" r="3.25" />
      <path d="M10 2.75v1.5M10 15.75v1.5M2.75 10h1.5M15.75 10h1.5M4.9 4.9l1 1M14.1 14.1l1 1M4.9 15.1l1-1M14.1 5.9l1-1" />
    </>
  ),
  moon: <path d="M16 11.6A6.4 6.4 0 0 1 8.4 4a6.4 6.4 0 1 0 7.6 7.6Z" />,
  screen: <path d="M4.25 4.25h11.5a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H4.25a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1ZM7.5 16.5h5M10 13.25v3.25" />,
  keyboard: (
    <path d="M4 5.75h12a1 1 0 0 1 1 1v6.5a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-6.5a1 1 0 0 1 1-1ZM6 8.75h.01M8.7 8.75h.01M11.3 8.75h.01M14 8.75h.01M7 11.5h6" />
  ),
  filter: <path d="M3.5 6h13M6 10h8M8.25 14h3.5" />,
  warning: <path d="M10 3.75 17 16H3L10 3.75ZM10 8.5v3.75M10 14.1h.01" />,
  list: <path d="M3.75 4.25h12.5a.5.5 0 0 1 .5.5v10.5a.5.5 0 0 1-.5.5H3.75a.5.5 0 0 1-.5-.5V4.75a.5.5 0 0 1 .5-.5ZM3.25 8h13.5M8 8v7.75" />,
  print: (
    <path d="M6 7.5V3.25h8V7.5M5.75 13.5H4.5a1 1 0 0 1-1-1v-4a1 1 0 0 1 1-1h11a1 1 0 0 1 1 1v4a1 1 0 0 1-1 1h-1.25M6 11.5h8v5.25H6z" />
  ),
  offline: <path d="M6.5 14.75h7.25a3 3 0 0 0 .5-5.95 4.4 4.4 0 0 0-6.6-2.6M6 7.9a3.5 3.5 0 0 0 .5 6.85M3.75 3.75l12.5 12.5" />,
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof drawings

/** One drawing of the set. It says nothing by itself: the word stands beside it, or the control carries a label. */
export const Icon = ({ name, size = 18, className = '' }: { name: IconName; size?: number; className?: string }) => (
  <svg
    className={`inline-block flex-none ${name === 'left' || name === 'right' ? 'rtl:-scale-x-100' : ''} ${className}`}
    width={size}
    height={size}
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    strokeWidth={1.5}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    {drawings[name]}
  </svg>
)
