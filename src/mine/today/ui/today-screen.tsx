import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '../../../web/ui/button.tsx'
import { PageHead, useTitle } from '../../../web/ui/page.tsx'
import { bands, Pair } from '../../../web/ui/pair.tsx'
import { say } from '../../../web/ui/toast.tsx'
export function TodayScreen() {
  const { t } = useLingui()
  useTitle(t`Today`)
  const [i, set] = useState(4)
  return (
    <>
      <PageHead title={<Trans>Good morning</Trans>} />
      {bands.map((b) => (
        <div key={b} className="mt-4 flex gap-8">
          <Pair band={b} />
          <Pair band={b} size="row" initials="TB" />
          <Pair band={b} size="portrait" initials="TB" ghost="steady" />
        </div>
      ))}
      <Pair band={bands[i]!} size="row" initials="AB" />
      <Button
        kind="go"
        onClick={() => {
          set((i + 4) % 5)
          say('It is written.', () => undefined)
        }}
      >
        Nearer
      </Button>
      <Button icon="check">Done</Button>
    </>
  )
}
