/** A key as it stands on the keyboard, in a small frame. Never shown to touch. */
export const Keycap = ({ children, className = '' }: { children: string; className?: string }) => (
  <kbd
    className={`inline-grid h-5 min-w-5 place-items-center rounded-[5px] border border-edge px-1 font-sans text-note font-medium text-faint max-desk:hidden pointer-coarse:hidden ${className}`}
  >
    {children}
  </kbd>
)
