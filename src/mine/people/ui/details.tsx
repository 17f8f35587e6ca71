import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import { tell, useBook, useOpenBook } from '../../../web/book-context.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { Dialog } from '../../../web/ui/dialog.tsx'
import { Field, Select, TextArea } from '../../../web/ui/field.tsx'
import { RailSection } from '../../../web/ui/page.tsx'
import { describe, setImportance, setRhythm } from '../actions.ts'
import type { Person, Rhythm } from '../contract.ts'
import { importanceText, rhythms, rhythmText } from '../rhythm-wording.ts'

/** How often, and how much: the two things that steer what Kith suggests about a person. */
export function Steering({ person }: { person: Person }) {
  const { t } = useLingui()
  const book = useOpenBook()
  const rhythmOf = (value: string): Rhythm | undefined => rhythms.find((rhythm) => String(rhythm ?? 'open') === value)
  return (
    <RailSection icon="today" label={<Trans>How often, how much</Trans>}>
      <div className="grid gap-3">
        <Select
          label={t`How often you would like to be in touch`}
          value={String(person.rhythm ?? 'open')}
          onChange={(event) => tell(book, setRhythm(book, person.id, rhythmOf(event.target.value)))}
        >
          {rhythms.map((rhythm) => (
            <option key={String(rhythm ?? 'open')} value={String(rhythm ?? 'open')}>
              {rhythmText(rhythm)}
            </option>
          ))}
        </Select>
        <Select
          label={t`How much this tie matters to you now`}
          value={person.importance ?? 1}
          onChange={(event) =>
            tell(book, setImportance(book, person.id, event.target.value === '3' ? 3 : event.target.value === '2' ? 2 : 1))
          }
        >
          {([1, 2, 3] as const).map((importance) => (
            <option key={importance} value={importance}>
              {importanceText(importance)}
            </option>
          ))}
        </Select>
      </div>
    </RailSection>
  )
}

/** Where they belong and how they are reached. */
export function Details({ person }: { person: Person }) {
  const { t } = useLingui()
  const [editing, setEditing] = useState(false)
  const rows: readonly { readonly label: string; readonly values: readonly Value[] }[] = [
    { label: t`Department`, values: plain(person.department) },
    { label: t`Role`, values: plain(person.role) },
    { label: t`Place`, values: plain(person.place) },
    { label: t`Company`, values: plain(person.company) },
    { label: t`Reports to`, values: plain(person.manager) },
    {
      label: t`Email`,
      values: (person.emails ?? []).map((email) => ({ text: email, href: `mailto:${encodeURIComponent(email).replace('%40', '@')}` })),
    },
    { label: t`Phone`, values: (person.phones ?? []).map((phone) => ({ text: phone, href: `tel:${phone.replace(/[^+\d]/g, '')}` })) },
    {
      label: t`Links`,
      values: (person.links ?? []).map((link) => ({
        text: link.replace(/^https?:\/\/(www\.)?/, ''),
        href: /^https?:\/\//.test(link) ? link : undefined,
      })),
    },
    { label: t`Circle`, values: plain(person.circle) },
    { label: t`Tags`, values: person.tags === undefined ? [] : plain(person.tags.join(', ')) },
    { label: t`Also called`, values: person.aliases === undefined ? [] : plain(person.aliases.join(', ')) },
  ]
  return (
    <RailSection icon="people" label={<Trans>Details</Trans>}>
      <dl className="grid gap-2">
        {rows
          .filter((row) => row.values.length > 0)
          .map((row) => (
            <div key={row.label}>
              <dt className="text-note text-faint max-desk:text-text">{row.label}</dt>
              {row.values.map((value) => (
                <dd key={value.text} className="text-body break-words">
                  {value.href === undefined ? (
                    value.text
                  ) : (
                    <a
                      href={value.href}
                      {...(value.href.startsWith('http') ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
                      className="inline-block py-0.5 underline decoration-edge underline-offset-3 hover:decoration-damson max-desk:py-2.5"
                    >
                      {value.text}
                    </a>
                  )}
                </dd>
              ))}
            </div>
          ))}
      </dl>
      <Button small className="mt-3" onClick={() => setEditing(true)}>
        <Trans>Change details</Trans>
      </Button>
      {editing ? <DetailsDialog person={person} onClose={() => setEditing(false)} /> : null}
    </RailSection>
  )
}

interface Value {
  readonly text: string
  readonly href?: string | undefined
}
const plain = (text: string | undefined): readonly Value[] => (text === undefined || text === '' ? [] : [{ text }])

const lines = (text: string): readonly string[] => text.split(/\n/)
const parts = (text: string): readonly string[] => text.split(/[,;\n]/)

function DetailsDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useLingui()
  const book = useOpenBook()
  const known = { department: useBook((open) => open.departments()), circle: useBook((open) => open.circles()) }
  const id = useId()
  const [form, setForm] = useState({
    department: person.department ?? '',
    role: person.role ?? '',
    place: person.place ?? '',
    company: person.company ?? '',
    manager: person.manager ?? '',
    emails: (person.emails ?? []).join('\n'),
    phones: (person.phones ?? []).join('\n'),
    links: (person.links ?? []).join('\n'),
    circle: person.circle ?? '',
    tags: (person.tags ?? []).join(', '),
    aliases: (person.aliases ?? []).join(', '),
  })
  const write = (field: keyof typeof form) => (event: { target: { value: string } }) => setForm({ ...form, [field]: event.target.value })
  const keep = (): void => {
    const change = describe(book, person.id, {
      department: form.department,
      role: form.role,
      place: form.place,
      company: form.company,
      manager: form.manager,
      circle: form.circle,
      emails: lines(form.emails),
      phones: lines(form.phones),
      links: lines(form.links),
      tags: parts(form.tags),
      aliases: parts(form.aliases),
    })
    onClose()
    if (change !== null) tell(book, change)
  }
  return (
    <Dialog open onClose={onClose} title={t`Details`} wide>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          keep()
        }}
        className="grid gap-4 desk:grid-cols-2"
      >
        <Field label={t`Department`} list={`${id}-department`} maxLength={500} value={form.department} onChange={write('department')} />
        <Field label={t`Role`} maxLength={500} value={form.role} onChange={write('role')} />
        <Field label={t`Place`} hint={t`A floor, a desk, a town`} maxLength={500} value={form.place} onChange={write('place')} />
        <Field label={t`Company`} maxLength={500} value={form.company} onChange={write('company')} />
        <Field label={t`Reports to`} maxLength={500} value={form.manager} onChange={write('manager')} />
        <Field
          label={t`Circle`}
          hint={t`Such as close, team, former team`}
          list={`${id}-circle`}
          maxLength={500}
          value={form.circle}
          onChange={write('circle')}
        />
        <Field label={t`Tags`} hint={t`With commas between them`} maxLength={2000} value={form.tags} onChange={write('tags')} />
        <TextArea
          label={t`Email`}
          hint={t`One in each line`}
          rows={2}
          value={form.emails}
          onChange={write('emails')}
          className="min-h-[64px]"
        />
        <TextArea
          label={t`Phone`}
          hint={t`One in each line`}
          rows={2}
          value={form.phones}
          onChange={write('phones')}
          className="min-h-[64px]"
        />
        <TextArea
          label={t`Links`}
          hint={t`One in each line`}
          rows={2}
          value={form.links}
          onChange={write('links')}
          className="min-h-[64px]"
        />
        <Field
          label={t`Also called`}
          hint={t`Other names that quick log understands`}
          maxLength={2000}
          value={form.aliases}
          onChange={write('aliases')}
        />
        <datalist id={`${id}-department`}>
          {known.department.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        <datalist id={`${id}-circle`}>
          {known.circle.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        <div className="flex gap-2 desk:col-span-2">
          <Button kind="go" type="submit">
            <Trans>Keep it so</Trans>
          </Button>
          <Button kind="bare" onClick={onClose}>
            <Trans>Leave it</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
