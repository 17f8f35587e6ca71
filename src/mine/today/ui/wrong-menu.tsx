import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '../../../web/ui/button.tsx'
import { Menu, MenuGroup, MenuItem } from '../../../web/ui/menu.tsx'
import type { WrongChoice } from '../answers.ts'
import { answerWidth } from './move-card.tsx'

interface Props {
  readonly choices: readonly WrongChoice[]
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly onPick: (choice: WrongChoice) => void
}

/** Wrong: what about it, each choice with what it changes. */
export function WrongMenu({ choices, open, onOpenChange, onPick }: Props) {
  const { t } = useLingui()
  return (
    <Menu
      open={open}
      onOpenChange={onOpenChange}
      trigger={
        <Button className={answerWidth}>
          <Trans>Wrong</Trans>
        </Button>
      }
    >
      <MenuGroup label={t`What is not right?`}>
        {choices.map((choice) => (
          <MenuItem key={choice.id} does={choice.effect} onPick={() => onPick(choice)}>
            {choice.label}
          </MenuItem>
        ))}
      </MenuGroup>
    </Menu>
  )
}
