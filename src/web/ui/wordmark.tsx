/**
 * The name as it is drawn: the dot of the i is the pair (you the ring, they the disc), and the
 * crossbar of the t runs on into the shoulder of the h.
 */
export const Wordmark = ({ className = '' }: { className?: string }) => (
  <svg
    className={className}
    viewBox="0 0 71 30"
    width={66}
    height={28}
    fill="none"
    stroke="currentColor"
    strokeWidth={3}
    strokeLinecap="round"
    strokeLinejoin="round"
    role="img"
    aria-label="Kith"
  >
    <path d="M3.5 3v22.5M14.25 12.25 3.9 19.6M8.2 16.6l6.9 8.9" />
    <path d="M24 13.75V25.5" />
    <path d="M35.5 7.25v13a5.25 5.25 0 0 0 5.25 5.25h1" />
    <path d="M31 13.5h25a6.75 6.75 0 0 1 6.75 6.75v5.25M50.25 3v22.5" />
    <circle cx="21.1" cy="5.4" r="3.3" strokeWidth={1.6} />
    <circle cx="26.4" cy="5.4" r="3.9" className="fill-damson" stroke="none" />
  </svg>
)
