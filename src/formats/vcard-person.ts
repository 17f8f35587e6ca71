import type { ItemDate, ItemOwn, PersonItem, SkippedItem } from './item.ts'
import { ownOf } from './kith-own.ts'
import { distinct, speaks, tidy } from './short-text.ts'
import type { CardProperty } from './vcard-properties.ts'
import { yearDay } from './year-day.ts'

/** The properties of a card, by name. */
class Card {
  readonly #properties: readonly CardProperty[]

  constructor(properties: readonly CardProperty[]) {
    this.#properties = properties
  }

  all(...names: readonly string[]): readonly CardProperty[] {
    return this.#properties.filter((property) => names.includes(property.name))
  }

  text(name: string): string {
    return tidy(this.all(name).find((property) => property.parts.some((part) => part.trim() !== ''))?.parts[0] ?? '')
  }

  /** The label that Apple and Google hang on a property by its group. */
  label(property: CardProperty): string {
    if (property.group === '') return ''
    const label = this.#properties.find((other) => other.name === 'X-ABLABEL' && other.group === property.group)
    return tidy(label?.parts[0] ?? '').replace(/^_\$!<(.*)>!\$_$/, '$1')
  }
}

/** N as one name in the order in which it is spoken. Names in Chinese, Japanese and Korean letters put the family first. */
function spoken(parts: readonly string[]): string {
  const [family = '', given = '', further = '', before = '', after = ''] = parts.map(tidy)
  const together = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+$/u
  const name =
    together.test(family) && together.test(given) ? `${family}${given}` : [given, further, family].filter((part) => part !== '').join(' ')
  return name === '' ? '' : tidy([before, name, after].filter((part) => part !== '').join(' '))
}

function named(card: Card, emails: readonly string[]): { name: string; nameFrom: PersonItem['nameFrom'] } | undefined {
  const written = card.text('FN')
  const composed =
    card
      .all('N')
      .map((property) => spoken(property.parts))
      .find(speaks) ?? ''
  const address = written.includes('@') && emails.includes(written)
  if (speaks(written) && !address) return { name: written, nameFrom: 'name' }
  if (composed !== '') return { name: composed, nameFrom: 'name' }
  const nickname = card.text('NICKNAME')
  if (speaks(nickname)) return { name: nickname, nameFrom: 'nickname' }
  const email = emails[0]
  return email === undefined ? undefined : { name: email, nameFrom: 'email' }
}

const kinds: Readonly<Record<string, SkippedItem['why']>> = {
  group: 'group',
  org: 'company',
  organization: 'company',
  application: 'company',
  location: 'place',
}

/** Why the card is no person, if it is none: its kind says so, or it is named like its company and nobody in it. */
function notAPerson(card: Card): SkippedItem['why'] | undefined {
  const kind = (card.text('KIND') || card.text('X-ADDRESSBOOKSERVER-KIND')).toLowerCase()
  const why = kinds[kind]
  if (why !== undefined) return why
  if (/^company$/i.test(card.text('X-ABSHOWAS'))) return 'company'
  const nobody = card.all('N').every((property) => property.parts.every((part) => part.trim() === ''))
  const company = card.text('ORG')
  return nobody && company !== '' && card.text('FN') === company ? 'company' : undefined
}

const anniversaries = new Set([
  'anniversary',
  'wedding anniversary',
  'jahrestag',
  'hochzeitstag',
  'aniversario',
  'aniversário',
  'anniversaire',
  'anniversario',
])

function anniversary(label: string): ItemDate['what'] {
  return anniversaries.has(label.toLowerCase()) ? 'anniversary' : 'other'
}

/** `vnd.android.cursor.item/contact_event;1975-03-01;1;;;` and its like: what Android writes where vCard has no word. */
function android(card: Card): { dates: ItemDate[]; birthday: string; nicknames: string[] } {
  const found: { dates: ItemDate[]; birthday: string; nicknames: string[] } = { dates: [], birthday: '', nicknames: [] }
  for (const property of card.all('X-ANDROID-CUSTOM')) {
    const [type = '', value = '', kind = '', label = ''] = (property.parts[0] ?? '').split(';')
    if (type.endsWith('/nickname')) found.nicknames.push(value)
    if (!type.endsWith('/contact_event')) continue
    if (kind === '3') found.birthday ||= value
    const date = kind === '3' ? undefined : yearDay(value)
    if (date !== undefined)
      found.dates.push(kind === '1' ? { what: 'anniversary', date } : { what: 'other', label: tidy(label) || undefined, date })
  }
  return found
}

/** Every date once: programs write the same anniversary under three names. */
function dates(card: Card, more: readonly ItemDate[]): ItemDate[] {
  const found: ItemDate[] = [...more]
  for (const property of card.all(
    'ANNIVERSARY',
    'X-ANNIVERSARY',
    'X-EVOLUTION-ANNIVERSARY',
    'X-MS-ANNIVERSARY',
    'X-KADDRESSBOOK-X-ANNIVERSARY',
    'X-ABDATE',
  )) {
    const date = yearDay(property.parts[0] ?? '', property.omitYear)
    if (date === undefined) continue
    const label = card.label(property)
    const what = property.name === 'X-ABDATE' ? anniversary(label) : 'anniversary'
    found.push(label !== '' && !anniversaries.has(label.toLowerCase()) ? { what, label, date } : { what, date })
  }
  return found.filter(
    (one, at) =>
      found.findIndex(
        (other) =>
          other.what === one.what && other.label === one.label && other.date.month === one.date.month && other.date.day === one.date.day,
      ) === at,
  )
}

/** Telephone numbers that reach the person: no fax, no pager, not the assistant's. */
function phones(card: Card): string[] {
  const own = card
    .all('TEL')
    .filter((property) => !property.types.some((type) => /fax|pager|assistant/.test(type)) && !/assistant/i.test(card.label(property)))
  return distinct(own.map((property) => (property.parts[0] ?? '').replace(/^tel:/i, '').replace(/;ext=/i, ' ext. ').replace(/;.*$/, '')))
}

function links(card: Card): string[] {
  return distinct(card.all('URL', 'X-SOCIALPROFILE').map((property) => (property.parts[0] ?? '').replace(/^x-apple:/i, '')))
}

/** The town of work, else of any address, else its country. */
function place(card: Card): string {
  const all = card.all('ADR')
  const first = all.find((property) => property.types.includes('work')) ?? all[0]
  return tidy(first?.parts[3] ?? '') || tidy(first?.parts[6] ?? '')
}

/** Categories; some programs escape the commas that part them, which Kith's own cards never do. */
function labels(card: Card): string[] {
  const parts = card.all('CATEGORIES').flatMap((property) => property.parts)
  return distinct(card.text('PRODID').startsWith('-//Kith//') ? parts : parts.flatMap((part) => part.split(',')))
}

/** Whom they report to, under the names that programs have for it. */
function manager(card: Card): string {
  const plain = card.all('X-MANAGER', 'X-MS-MANAGER', 'X-EVOLUTION-MANAGER', 'X-KADDRESSBOOK-X-MANAGERSNAME')
  const related = card.all('X-ABRELATEDNAMES').filter((property) => /^(manager|vorgesetzter?)$/i.test(card.label(property)))
  return [...plain, ...related].map((property) => tidy(property.parts.join(', '))).find(speaks) ?? ''
}

const notes = (card: Card): string[] => [
  ...new Set(
    card
      .all('NOTE')
      .map((property) =>
        property.parts
          .join(', ')
          .replace(/[^\P{Cc}\n]+/gu, ' ')
          .trim(),
      )
      .filter((text) => text !== ''),
  ),
]

/** What a card that Kith wrote says besides. */
function own(card: Card): { own?: ItemOwn } {
  const said = (name: string): string => card.all(name)[0]?.parts[0] ?? ''
  return ownOf({
    about: said('X-KITH-ABOUT'),
    circle: said('X-KITH-CIRCLE'),
    rhythm: said('X-KITH-RHYTHM'),
    importance: said('X-KITH-IMPORTANCE'),
  })
}

/** The person that a card describes, or why it describes none. */
export function personOf(
  properties: readonly CardProperty[],
  where: { readonly index: number; readonly line: number },
): PersonItem | SkippedItem {
  const card = new Card(properties)
  const emails = distinct(card.all('EMAIL').map((property) => (property.parts[0] ?? '').replace(/^mailto:/i, ''))).filter((email) =>
    /.@./.test(email),
  )
  const who = named(card, emails)
  const not = notAPerson(card)
  if (not !== undefined) return { kind: 'skipped', ...where, name: who?.name ?? '', why: not }
  if (who === undefined) return { kind: 'skipped', ...where, name: card.text('ORG'), why: 'no-name' }
  const custom = android(card)
  const born =
    card
      .all('BDAY')
      .map((property) => yearDay(property.parts[0] ?? '', property.omitYear))
      .find((day) => day !== undefined) ?? yearDay(custom.birthday)
  const organisation =
    card
      .all('ORG')
      .find((property) => property.parts.some((part) => part.trim() !== ''))
      ?.parts.map(tidy) ?? []
  const nicknames = distinct([
    ...card.all('NICKNAME').flatMap((property) => property.parts.flatMap((part) => part.split(','))),
    ...custom.nicknames,
  ])
  return {
    kind: 'person',
    ...where,
    ...who,
    nicknames: nicknames.filter((nickname) => nickname !== who.name),
    emails,
    phones: phones(card),
    links: links(card),
    company: organisation[0] || undefined,
    department:
      organisation
        .slice(1)
        .filter((part) => part !== '')
        .join(', ') ||
      card.text('X-DEPARTMENT') ||
      undefined,
    role: card.text('TITLE') || card.text('ROLE') || undefined,
    place: place(card) || undefined,
    birthday: born,
    dates: dates(card, custom.dates),
    notes: notes(card),
    labels: labels(card),
    manager: manager(card) || undefined,
    uid: card.text('UID') || undefined,
    photoIgnored: card.all('PHOTO').length > 0,
    ...own(card),
  }
}
