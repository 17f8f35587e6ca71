import { nameKey, nameParts } from './directory-name.ts'
import { type PersonItem, SHORT, type SkippedItem, type SkipReason } from './item.ts'
import type { Entry } from './ldif-entry.ts'
import { prose } from './plain-text.ts'
import { distinct, speaks, tidy } from './short-text.ts'
import { yearDay } from './year-day.ts'

/** What classes of entries are, where they are surely no persons, whatever else they are: the machine of Active Directory is a person too. */
const never: Readonly<Record<string, SkipReason>> = {
  pwdpolicy: 'no-person',
  computer: 'machine',
  device: 'machine',
  iphost: 'machine',
  ipahost: 'machine',
  nshost: 'machine',
  printqueue: 'machine',
  pkica: 'service',
  certificationauthority: 'service',
  'msds-managedserviceaccount': 'service',
  'msds-groupmanagedserviceaccount': 'service',
  ipaservice: 'service',
  krbservice: 'service',
  applicationprocess: 'service',
  applicationentity: 'service',
}

const persons = new Set([
  'person',
  'organizationalperson',
  'inetorgperson',
  'residentialperson',
  'naturalperson',
  'pilotperson',
  'newpilotperson',
  'user',
  'contact',
  'eduperson',
  'mozillaabpersonalpha',
])

/** What the other classes are. */
const others: ReadonlyMap<string, SkipReason> = new Map(
  Object.entries<SkipReason>({
    nsroledefinition: 'role',
    organizationalrole: 'role',
    groupofnames: 'group',
    groupofuniquenames: 'group',
    groupofurls: 'group',
    groupofmembers: 'group',
    posixgroup: 'group',
    group: 'group',
    ipausergroup: 'group',
    maillist: 'group',
    mailgroup: 'group',
    nismailalias: 'group',
    rfc822mailgroup: 'group',
    organization: 'company',
    organizationalunit: 'unit',
    locality: 'place',
    country: 'place',
    room: 'place',
    account: 'service',
    simplesecurityobject: 'service',
  }),
)

/** Why an entry is no person; undefined when it is one. */
function notAPerson(entry: Entry): SkipReason | undefined {
  const change = entry.first('change').trim().toLowerCase()
  if (change !== '' && change !== 'add') return 'change'
  const classes = entry.all('class').map((one) => one.trim().toLowerCase())
  const surely = Object.keys(never).find((one) => classes.includes(one))
  if (surely !== undefined) return never[surely]
  // The agents of a certificate authority are kept as persons; only those who are people have a first name.
  if (classes.includes('cmsuser') && entry.first('given') === '') return 'service'
  // Active Directory keeps accounts of its own among those of people.
  if (classes.some((one) => persons.has(one))) return /^true$/i.test(entry.first('builtin').trim()) ? 'service' : undefined
  const why = classes.map((one) => others.get(one)).find((one) => one !== undefined)
  if (why !== undefined) return why
  if (classes.some((one) => one !== 'top')) return 'no-person'
  return unclassed(entry)
}

/** Exports of a few attributes leave the classes out: then what an entry has says what it is. */
function unclassed(entry: Entry): SkipReason | undefined {
  if (entry.all('member').length > 0) return 'group'
  if (['sn', 'given', 'display', 'mail', 'title', 'manager'].some((read) => entry.first(read) !== '')) return undefined
  const by = nameParts(entry.dn)?.[0]?.by
  if (by === 'ou') return 'unit'
  if (by === 'o') return 'company'
  return by === 'dc' || by === 'c' || by === 'l' ? 'no-person' : undefined
}

/** Units that hold everybody and name no department. */
const containers = new Set([
  'people',
  'persons',
  'person',
  'users',
  'user',
  'accounts',
  'employees',
  'employee',
  'staff',
  'members',
  'groups',
  'group',
  'everyone',
  'all users',
  'domain users',
  'special users',
  'contacts',
  'personen',
  'benutzer',
  'mitarbeiter',
  'personal',
  'utilisateurs',
  'personnes',
  'usuarios',
  'personas',
  'utenti',
  'persone',
  'gebruikers',
  'medewerkers',
])

/**
 * The department of an entry: what Active Directory calls so; else the first organizational unit that
 * is written in the entry and does not merely hold everybody, as "People" does; else a department
 * number, a word rather than a figure. The units that the entry's name runs through say where it is
 * stored, and are not asked.
 */
function department(entry: Entry): string {
  const own = tidy(entry.first('department'))
  if (speaks(own)) return own
  const unit = entry
    .all('ou')
    .map(tidy)
    .find((one) => speaks(one) && !containers.has(one.toLowerCase()))
  if (unit !== undefined) return unit
  const numbers = entry.all('number').map(tidy).filter(speaks)
  return numbers.find((one) => /\p{L}/u.test(one)) ?? numbers[0] ?? ''
}

const joined = (...parts: readonly string[]): string => tidy(parts.filter((part) => part !== '').join(' '))

/** What an entry is called, and its other names. */
function named(entry: Entry, emails: readonly string[]): { name: string; nameFrom: PersonItem['nameFrom']; others: string[] } | undefined {
  const [given, family] = [tidy(entry.first('given')), tidy(entry.first('sn'))]
  const spoken = given === '' || family === '' ? '' : joined(given, family)
  const turned = (name: string): string => (spoken !== '' && name.toLowerCase() === `${family}, ${given}`.toLowerCase() ? spoken : name)
  // A common name that is no more than the account gives way to the name that is written out.
  const login = spoken === '' ? [] : entry.all('login').map((one) => tidy(one).toLowerCase())
  const written = distinct([...entry.all('display'), ...entry.all('cn')].map(turned)).filter(
    (one) => speaks(one) && !login.includes(one.toLowerCase()),
  )
  const name = written[0] ?? (joined(given, family) || undefined)
  const nicknames = distinct(entry.all('nickname')).filter(speaks)
  // A second common name is another name only if it reads like one; often it is an account.
  const more = distinct([...written.slice(1), ...entry.tagged('display'), ...entry.tagged('cn')]).filter(
    (one) => /\p{L}\s+\p{L}/u.test(one) || /[^\p{Script=Latin}\P{L}]/u.test(one),
  )
  const all = distinct([...nicknames, ...more])
  if (name !== undefined && speaks(name)) return { name, nameFrom: 'name', others: all.filter((one) => one !== name) }
  if (nicknames[0] !== undefined) return { name: nicknames[0], nameFrom: 'nickname', others: all.slice(1) }
  return emails[0] === undefined ? undefined : { name: emails[0], nameFrom: 'email', others: [] }
}

/** What a skipped entry may be called: its common name, its unit, or what its directory name begins with. */
function called(entry: Entry): string {
  const own = [...entry.all('cn'), ...entry.all('ou'), ...entry.all('company'), ...entry.all('dc')].map(tidy).find(speaks)
  return own ?? tidy(nameParts(entry.dn)?.[0]?.value ?? '')
}

function born(entry: Entry): PersonItem['birthday'] {
  const whole = yearDay(entry.first('born'))
  const [month, day] = [entry.first('birthmonth'), entry.first('birthday')].map((part) => part.trim().padStart(2, '0'))
  if (whole !== undefined || !/^\d\d$/.test(month ?? '') || !/^\d\d$/.test(day ?? '')) return whole
  const year = entry.first('birthyear').trim()
  return yearDay(/^\d{4}$/.test(year) ? `${year}-${month}-${day}` : `--${month}-${day}`)
}

/** Whom an entry reports to, as it is written: directory names, or plain ones. */
export const managersOf = (entry: Entry): readonly string[] => entry.all('manager').map((one) => one.trim())

/** The person whom an entry describes, still without a manager, or why it describes none. */
export function entryItem(entry: Entry, where: { readonly index: number; readonly line: number }): PersonItem | SkippedItem {
  const why = entry.dn === '' ? 'unreadable' : notAPerson(entry)
  if (why !== undefined) return { kind: 'skipped', ...where, name: called(entry), why }
  const emails = distinct(entry.all('mail').map((one) => one.replace(/^(?:mailto|smtp):/i, ''))).filter((one) => /.@./.test(one))
  const who = named(entry, emails)
  if (who === undefined) return { kind: 'skipped', ...where, name: called(entry), why: 'no-name' }
  return {
    kind: 'person',
    ...where,
    name: who.name,
    nameFrom: who.nameFrom,
    nicknames: who.others,
    emails,
    phones: distinct(['phone', 'mobile', 'other', 'home'].flatMap((read) => entry.all(read))),
    links: distinct(entry.all('link').map((one) => one.trim().split(/\s/)[0] ?? '')),
    company: tidy(entry.first('company')) || undefined,
    department: department(entry) || undefined,
    role: tidy(entry.first('title')) || undefined,
    place: tidy(entry.first('town')) || tidy(entry.first('office')) || undefined,
    birthday: born(entry),
    dates: [],
    notes: [...new Set(entry.all('note').map(prose))].filter(speaks),
    labels: [],
    uid: (tidy(entry.first('uid')) || nameKey(entry.dn)).slice(0, SHORT),
    photoIgnored: entry.all('photo').length > 0,
  }
}
