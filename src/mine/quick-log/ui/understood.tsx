import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { callName } from '../../../kernel/text.ts'
import { useOpenBook } from '../../../web/book-context.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { Icon, type IconName } from '../../../web/ui/icon.tsx'
import { Menu, MenuGroup, MenuItem } from '../../../web/ui/menu.tsx'
import { touches } from '../../tact/tact.ts'
import type { TactKind } from '../../tact/tact-words.ts'
import { touchedText, wouldTheyText } from '../../tact/wording.ts'
import { askHow, askHowInstead, keepAsWritten } from '../amend.ts'
import { type Chip, chips } from '../summary.ts'
import type { Understanding } from '../understanding.ts'
import { choicesFor, moreChoices } from './chip-choices.ts'
import type { Correction } from './quick-log-line.tsx'

const icons: Record<Chip['is'], IconName> = {
  person: 'people',
  shape: 'talk',
  medium: 'walk',
  day: 'occasions',
  started: 'right',
  help: 'help',
  depth: 'talk',
  promise: 'hourglass',
  fact: 'pen',
  date: 'gift',
  needs: 'people',
}

interface Props {
  readonly understanding: Understanding
  /** Whether the line was sent although something is missing. */
  readonly asked: boolean
  readonly onCorrect: (correction: Correction) => void
}

/** What the line was understood to say, each piece to be changed or left out; none of it has to be looked at. */
export function Understood({ understanding, asked, onCorrect }: Props) {
  const { t } = useLingui()
  const book = useOpenBook()
  const today = book.today()
  const nameOf = (id: string): string => book.get('person', id)?.name ?? ''
  const all = chips(understanding, nameOf, today)
  const needs = all.find((chip) => chip.is === 'needs')
  const delicate = delicateIn(understanding)
  const who = understanding.mentions[0]?.who
  const first = who === undefined ? undefined : 'fresh' in who ? who.fresh : nameOf(who.known)
  const more = moreChoices(understanding, today)
  if (understanding.needs === 'words') return null
  return (
    <div className="pt-2.5">
      {needs === undefined ? null : (
        <p role={asked ? 'alert' : undefined} className={`mb-2 text-body ${asked ? 'font-medium text-ink' : 'text-faint'}`}>
          {needs.text}
        </p>
      )}
      <ul className="flex flex-wrap gap-1.5" aria-label={t`What was understood`}>
        {all
          .filter((chip) => chip.is !== 'needs')
          .map((chip) => (
            <li key={`${chip.is} ${chip.text}`} className="max-w-full">
              <ChipMenu icon={icons[chip.is]} text={chip.text} fresh={chip.is === 'person' && chip.fresh}>
                <MenuGroup>
                  {choicesFor(chip, understanding, nameOf, today).map((choice) => (
                    <MenuItem key={choice.text} onPick={() => onCorrect(choice)}>
                      {choice.text}
                    </MenuItem>
                  ))}
                </MenuGroup>
              </ChipMenu>
            </li>
          ))}
        {more.length === 0 ? null : (
          <li>
            <Menu
              align="start"
              trigger={
                <button
                  type="button"
                  aria-label={t`Add how it was`}
                  className="inline-grid size-[30px] place-items-center rounded-full border border-edge text-soft hover:bg-hover max-desk:size-10"
                >
                  <Icon name="plus" size={14} />
                </button>
              }
            >
              <MenuGroup>
                {more.map((choice) => (
                  <MenuItem key={choice.text} onPick={() => onCorrect(choice)}>
                    {choice.text}
                  </MenuItem>
                ))}
              </MenuGroup>
            </Menu>
          </li>
        )}
      </ul>
      {delicate === undefined ? null : (
        <div className="mt-2.5 flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-card bg-well px-3.5 py-2.5 text-body text-soft">
          <p className="min-w-0 flex-1 basis-[260px]">{touchedText(delicate.kind)}</p>
          <div className="flex flex-wrap gap-2">
            <Button
              small
              onClick={() =>
                onCorrect({ lasting: false, apply: (read) => (delicate.at < 0 ? askHowInstead(read, today) : askHow(read, delicate.at)) })
              }
            >
              <Trans>Just ask how they are</Trans>
            </Button>
            {delicate.at < 0 ? null : (
              <Button small onClick={() => onCorrect({ lasting: false, apply: (read) => keepAsWritten(read, delicate.at, today) })}>
                <Trans>Keep as written</Trans>
              </Button>
            )}
          </div>
        </div>
      )}
      {first === undefined ? null : <p className="mt-2 px-0.5 text-note text-faint max-desk:text-text">{wouldTheyText(callName(first))}</p>}
    </div>
  )
}

/** The first fact whose words are delicate and not kept so on purpose; else, at -1, the moment's own words. */
function delicateIn({ facts, moment }: Understanding): { readonly at: number; readonly kind: TactKind } | undefined {
  const at = facts.findIndex((fact) => fact.tact === true && fact.kept !== true)
  if (facts.some((fact) => fact.tact === true) && at < 0) return undefined
  const text = facts[at]?.text ?? moment?.text ?? ''
  const kind = touches(text).kinds[0]
  return kind === undefined ? undefined : { at, kind }
}

const ChipMenu = ({ icon, text, fresh, children }: { icon: IconName; text: string; fresh: boolean; children: ReactNode }) => (
  <Menu
    align="start"
    trigger={
      <button
        type="button"
        className={`inline-flex min-h-[30px] max-w-full items-center gap-1.5 rounded-full border px-2.5 text-text move-answer hover:bg-hover max-desk:min-h-10 ${fresh ? 'border-damson text-damson-deep' : 'border-edge text-soft'}`}
      >
        <Icon name={icon} size={14} />
        <span className="truncate">{text}</span>
      </button>
    }
  >
    {children}
  </Menu>
)
