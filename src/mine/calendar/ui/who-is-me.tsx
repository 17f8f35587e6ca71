import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Check } from '../../../web/ui/field.tsx'
import type { MaybeMe } from '../me.ts'

/** Asks which addresses of a calendar are the owner's; it is remembered and asked once. */
export function WhoIsMe({
  offered,
  me,
  headed,
  onMe,
}: {
  offered: readonly MaybeMe[]
  me: readonly string[]
  /** Whether the page says something else in its title. */
  headed: boolean
  onMe: (me: readonly string[]) => void
}) {
  const { t } = useLingui()
  return (
    <fieldset className="mt-5 rounded-card border border-line bg-card px-5 py-3 max-desk:px-4">
      <legend
        className={headed ? 'float-start w-full pb-1 text-text font-medium text-soft' : 'sr-only'}
      >{t`Which of these is you?`}</legend>
      <div className="clear-both">
        {offered.map(({ email, name, times }) => (
          <Check
            key={email}
            className="border-b border-line last:border-b-0"
            label={name === '' ? email : name}
            hint={
              <>
                {name === '' ? null : <span className="break-all">{email} · </span>}
                <Plural value={times} one="in one meeting" other="in # meetings" />
              </>
            }
            checked={me.includes(email)}
            onChange={() => onMe(me.includes(email) ? me.filter((one) => one !== email) : [...me, email])}
          />
        ))}
      </div>
      <p className="pt-1 text-note text-faint max-desk:text-text">
        <Trans>Choose each address that is yours. Kith remembers it, in your book alone.</Trans>
      </p>
    </fieldset>
  )
}
