import { useLingui } from '@lingui/react/macro'
import { useBook, useOpenBook } from '../book-context.tsx'
import { useShortcutWord } from '../shortcut-words.ts'
import { isSingle, keysOf, type Shortcut, shortcuts } from '../shortcuts.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Check } from '../ui/field.tsx'
import { Keycap } from '../ui/kbd.tsx'
import { setSingleKeys } from './single-keys.ts'

/** Every key and what it does. The same list obeys and explains. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const word = useShortcutWord()
  const book = useOpenBook()
  const singles = useBook((open) => open.setting('keyboard')?.singleKeys ?? true)
  const groups: readonly { where: Shortcut['where']; title: string }[] = [
    { where: 'anywhere', title: t`Anywhere` },
    { where: 'list', title: t`In a list` },
    { where: 'today', title: t`On Today` },
  ]
  return (
    <Dialog open onClose={onClose} title={t`Keys`} wide>
      <div className="grid gap-x-10 gap-y-6 desk:grid-cols-2">
        {groups.map((group) => (
          <section key={group.where} className={group.where === 'anywhere' ? 'desk:row-span-2' : ''}>
            <h3 className="mb-1 text-text font-medium text-faint">{group.title}</h3>
            <dl>
              {shortcuts
                .filter((shortcut) => shortcut.where === group.where)
                .map((shortcut) => (
                  <div
                    key={shortcut.id}
                    className={`flex min-h-9 items-center justify-between gap-4 border-b border-line py-1 last:border-b-0 ${isSingle(shortcut) && !singles ? 'text-faint' : 'text-ink'}`}
                  >
                    <dt className="text-text">{word(shortcut.id)}</dt>
                    <dd className="flex gap-1">
                      {keysOf(shortcut.id)
                        .split(' ')
                        .map((key) => (
                          <Keycap key={key}>{key}</Keycap>
                        ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <Check
        className="mt-5 border-t border-line pt-4"
        checked={singles}
        onChange={(event) => setSingleKeys(book, event.target.checked)}
        label={t`Single letters do something`}
        hint={t`Switch this off if you dictate, or if letters get pressed by accident. Keys pressed together with Ctrl or Command stay.`}
      />
    </Dialog>
  )
}
