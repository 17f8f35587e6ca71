import { Trans, useLingui } from '@lingui/react/macro'
import type { Day } from '../../../kernel/time.ts'
import { Button } from '../../../web/ui/button.tsx'
import { Menu, MenuGroup, MenuItem } from '../../../web/ui/menu.tsx'
import { longDay } from '../../moments/day-text.ts'
import { weekdayName } from '../../warmth/days-in-words.ts'
import { suggestedUntils } from '../answers.ts'
import { answerWidth } from './move-card.tsx'

interface Props {
  readonly today: Day
  /** How the person is called. */
  readonly name: string
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly onUntil: (day: Day) => void
  readonly onOtherDay: () => void
  readonly onRest: () => void
  readonly onPause: (weeks: number) => void
}

/** Not now: until when; and one step behind it, to let somebody rest or to pause everything. */
export function NotNowMenu({ today, name, open, onOpenChange, onUntil, onOtherDay, onRest, onPause }: Props) {
  const { t } = useLingui()
  const dayName = (day: Day): string => t`${weekdayName(day)} ${longDay(day, today)}`
  return (
    <Menu
      open={open}
      onOpenChange={onOpenChange}
      trigger={
        <Button className={answerWidth}>
          <Trans>Not now</Trans>
        </Button>
      }
    >
      <MenuGroup label={t`Until when?`}>
        {suggestedUntils(today).map((until) => (
          <MenuItem key={until.id} does={dayName(until.day)} onPick={() => onUntil(until.day)}>
            {until.label}
          </MenuItem>
        ))}
        <MenuItem onPick={onOtherDay}>
          <Trans>Another day…</Trans>
        </MenuItem>
      </MenuGroup>
      <MenuGroup>
        <MenuItem icon="rest" does={t`Nothing more is proposed until you wake it.`} onPick={onRest}>
          <Trans>Let {name} rest</Trans>
        </MenuItem>
      </MenuGroup>
      <MenuGroup label={t`Pause the whole plan for`}>
        <div className="grid grid-cols-3">
          {[1, 2, 4].map((weeks) => (
            <MenuItem key={weeks} onPick={() => onPause(weeks)}>
              {weeks === 1 ? t`1 week` : t`${weeks} weeks`}
            </MenuItem>
          ))}
        </div>
      </MenuGroup>
    </Menu>
  )
}
