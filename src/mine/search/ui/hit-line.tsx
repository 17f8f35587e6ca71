import type { Day } from '../../../kernel/time.ts'
import type { IconName } from '../../../web/ui/icon.tsx'
import { iconOf } from '../../moments/ui/pictures.ts'
import type { Hit } from '../answer.ts'
import { lineOfHit, type Part } from '../wording.ts'

/** The drawing beside a hit. */
export function iconOfHit({ record }: Hit): IconName {
  switch (record.kind) {
    case 'person':
      return 'people'
    case 'moment':
      return iconOf(record)
    case 'promise':
      return 'hourglass'
    case 'date':
      return 'gift'
    case 'fact':
      return 'pen'
    default:
      return 'right'
  }
}

/** A text with what was looked for marked. */
export const Marked = ({ parts }: { parts: readonly Part[] }) => (
  <bdi>
    {parts.map(({ text, marked }, at) =>
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line have no identity but their place in it.
      marked ? <Mark key={at}>{text}</Mark> : text,
    )}
  </bdi>
)

const Mark = ({ children }: { children: string }) => (
  <mark className="rounded-[3px] bg-damson-wash font-bold text-damson-deep [box-decoration-break:clone]">{children}</mark>
)

/** What a hit says and where it stands: in one line on the desktop, in two on the phone. */
export function HitLine({ hit, today }: { hit: Hit; today: Day }) {
  const { parts, beside, who, when } = lineOfHit(hit, today)
  const person = hit.group === 'people'
  return (
    <span className="flex min-w-0 flex-1 items-baseline gap-x-3 max-desk:flex-col max-desk:items-stretch">
      <span className={`min-w-0 desk:truncate max-desk:line-clamp-2 ${person ? 'flex-none font-medium desk:max-w-[60%]' : 'desk:flex-1'}`}>
        <Marked parts={parts} />
      </span>
      {beside.length === 0 ? null : (
        <span className="min-w-0 truncate text-note text-faint desk:ms-auto">
          <Marked parts={beside} />
        </span>
      )}
      {who === '' && when === '' ? null : (
        <span className="flex min-w-0 gap-2 text-note text-faint desk:max-w-[45%] desk:flex-none">
          <bdi className="min-w-0 truncate">{who}</bdi>
          {when === '' ? null : <span className="flex-none tabular">{when}</span>}
        </span>
      )}
    </span>
  )
}
