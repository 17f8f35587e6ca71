import { useLingui } from '@lingui/react/macro'
import { useRef } from 'react'
import { useShortcut } from '../../../web/shortcut-keys.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { Keycap } from '../../../web/ui/kbd.tsx'

export function QuickLogLine({ inline = false }: { inline?: boolean }) {
  const { t } = useLingui()
  const input = useRef<HTMLInputElement>(null)
  useShortcut('log', () => {
    input.current?.focus()
    return inline
  })
  return (
    <label className="flex h-[46px] items-center gap-2.5 rounded-card border border-edge-firm bg-card px-3.5 focus-within:outline-2 focus-within:outline-damson focus-within:outline-offset-[-1px]">
      <Icon name="pen" className="text-damson" />
      <span className="sr-only">{t`Log a moment`}</span>
      <input
        ref={input}
        className="h-full min-w-0 flex-1 bg-transparent text-line outline-none"
        placeholder={t`Coffee with Léa, her move to Porto`}
      />
      <Keycap>L</Keycap>
    </label>
  )
}
