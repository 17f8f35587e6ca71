import { expect, test } from 'vitest'
import { detect } from './detect.ts'
import { nameKey } from './directory-name.ts'
import type { Item, PersonItem } from './item.ts'
import { ldif } from './ldif.ts'
import { readBytes } from './read.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const items = (text: string): Item[] => readBytes(bytes(text)).items
const base64 = (text: string): string => Buffer.from(text).toString('base64')
const person = (...lines: readonly string[]): string => `objectClass: inetOrgPerson\n${lines.join('\n')}\n\n`
const one = (...lines: readonly string[]): PersonItem => items(`dn: uid=x,dc=example\n${person(...lines)}`)[0] as PersonItem
const why = (text: string): (string | undefined)[] => items(text).map((item) => (item.kind === 'skipped' ? item.why : undefined))

test('An entry is read with everything that says who somebody is', () => {
  const text = [
    'version: 1',
    '',
    '# The third floor',
    'dn: uid=ruth,ou=People,dc=example',
    'objectClass: top',
    'objectClass: inetOrgPerson',
    'cn: Ruth Okafor',
    'cn: Ruthie Okafor',
    'sn: Okafor',
    'givenName: Ruth',
    'mail: ruth@example.org',
    'telephoneNumber: +351 21 1',
    'mobile: +351 91 2',
    'facsimileTelephoneNumber: +351 21 9',
    'ou: People',
    'ou: Operations',
    'title: Head of',
    '  Operations',
    'l: Lisbon',
    'jpegPhoto:: /9j/4AAQ',
    'photo:< file:///etc/passwd',
    'entryUUID: 0b5e',
    '',
  ].join('\r\n')
  expect(readBytes(bytes(text))).toEqual({
    format: 'ldif',
    items: [
      {
        kind: 'person',
        index: 1,
        line: 4,
        name: 'Ruth Okafor',
        nameFrom: 'name',
        nicknames: ['Ruthie Okafor'],
        emails: ['ruth@example.org'],
        phones: ['+351 21 1', '+351 91 2'],
        links: [],
        company: undefined,
        department: 'Operations',
        role: 'Head of Operations',
        place: 'Lisbon',
        birthday: undefined,
        dates: [],
        notes: [],
        labels: [],
        uid: '0b5e',
        photoIgnored: true,
      },
    ],
  })
})

test('Whom somebody reports to is found by the directory name, wherever it stands and however it is spelled', () => {
  const text =
    `dn: uid=ana , ou=People, dc=example\n${person('cn: Ana Ferreira', 'manager: UID=ruth,OU=people,DC=Example')}` +
    `dn: uid=ruth,ou=People,dc=example\n${person('cn: Ruth Okafor', 'manager: uid=ruth,ou=People,dc=example')}` +
    `dn: uid=tom,dc=example\n${person('cn: Tom Becker', 'manager: CN=Lindqvist\\, Lena,OU=Board,DC=example')}` +
    `dn: uid=jan,dc=example\n${person('cn: Jan Kuiper', 'manager: uid=nobody,dc=example')}` +
    `dn: uid=lea,dc=example\n${person('cn: Léa Fontaine', 'manager: uid=nobody,dc=example', 'manager: Ruth Okafor')}`
  expect(items(text).map((item) => item.kind === 'person' && [item.name, item.manager])).toEqual([
    ['Ana Ferreira', 'Ruth Okafor'],
    ['Ruth Okafor', undefined],
    ['Tom Becker', 'Lindqvist, Lena'],
    ['Jan Kuiper', undefined],
    ['Léa Fontaine', 'Ruth Okafor'],
  ])
})

test('Directory names meet across case, spaces, quotes and escapes, and never across accents', () => {
  expect(nameKey('CN=Sousa\\, Ana , O=Example')).toBe(nameKey('cn="Sousa, Ana",o=example'))
  expect(nameKey('ou=\\C3\\B6,o=x')).toBe(nameKey('ou=ö,o=x'))
  expect(nameKey('ou=ö,o=x')).not.toBe(nameKey('ou=o,o=x'))
})

test('The department is what names one: a department, a unit that is more than a container, a number as the last', () => {
  expect(one('cn: A B', 'ou: People', 'ou: Payroll', 'ou: Legal').department).toBe('Payroll')
  expect(one('cn: A B', 'ou: users', 'departmentNumber: 4711').department).toBe('4711')
  expect(one('cn: A B', 'departmentNumber: 4711', 'departmentNumber: Legal').department).toBe('Legal')
  expect(one('cn: A B', 'ou: Payroll', 'department: Finance').department).toBe('Finance')
  expect(one('cn: A B', 'ou: People').department).toBeUndefined()
})

test('Names are read as they are spoken', () => {
  expect(one('cn: Sousa, Ana', 'sn: Sousa', 'givenName: Ana').name).toBe('Ana Sousa')
  expect(one('uid: asousa', 'cn: asousa', 'sn: Sousa', 'givenName: Ana').name).toBe('Ana Sousa')
  expect(one('cn: asousa2', 'displayName: Ana Sousa')).toMatchObject({ name: 'Ana Sousa', nicknames: [] })
  expect(one('sn: Sousa', 'givenName: Ana').name).toBe('Ana Sousa')
  expect(one('cn;lang-ja: 小笠原', 'cn;lang-en: Rodney Ogasawara').name).toBe('小笠原')
  expect(one('cn: Rodney Ogasawara', 'cn;lang-ja: 小笠原', 'cn;lang-ja;phonetic: おがさわら').nicknames).toEqual(['小笠原'])
  expect(one('mail: ana@example.org')).toMatchObject({ name: 'ana@example.org', nameFrom: 'email' })
})

test('Values in base64 are UTF-8, or Latin-1 where they are not', () => {
  const latin = Buffer.from('J\u00f6rg M\u00fcller', 'latin1').toString('base64')
  expect(one(`cn:: ${base64('Zoë Åkesson')}`).name).toBe('Zoë Åkesson')
  expect(one(`cn:: ${latin}`).name).toBe('Jörg Müller')
  expect(one(`cn:: ${base64('Ana Sousa').slice(0, 6)}\n ${base64('Ana Sousa').slice(6)}`).name).toBe('Ana Sousa')
  expect(one('cn:: ====', 'mail: a@b').name).toBe('a@b')
  const whole = Buffer.concat([Buffer.from('dn: cn=x,dc=y\nobjectClass: person\ncn: '), Buffer.from('Søren\n', 'latin1')])
  expect(readBytes(whole).items).toMatchObject([{ name: 'Søren' }])
})

test('What is no person is left out with the reason that fits', () => {
  const entry = (name: string, ...classes: readonly string[]): string =>
    `dn: ${name},dc=example\ncn: Something\n${classes.map((one) => `objectClass: ${one}\n`).join('')}\n`
  expect(
    why(
      entry('ou=People', 'organizationalUnit') +
        entry('cn=g', 'groupOfNames') +
        entry('cn=r', 'nsRoleDefinition', 'ldapSubEntry') +
        entry('cn=pc', 'person', 'user', 'computer') +
        entry('cn=ca', 'person', 'pkiCA') +
        entry('cn=p', 'device', 'pwdPolicy') +
        `${entry('cn=Guest', 'person', 'user').trimEnd()}\nisCriticalSystemObject: TRUE\n\n` +
        entry('cn=s', 'account', 'simpleSecurityObject') +
        entry('o=x', 'organization') +
        entry('cn=z', 'nsContainer') +
        'dn: uid=gone,dc=example\nchangetype: delete\n\n' +
        'dn: uid=new,dc=example\nchangetype: add\nobjectClass: person\ncn: New Person\n\n' +
        'dn: uid=mod,dc=example\nchangetype: modify\nreplace: mail\nmail: a@b\n-\n\n' +
        'dn: uid=nameless,dc=example\nobjectClass: person\n\n',
    ),
  ).toEqual([
    'unit',
    'group',
    'role',
    'machine',
    'service',
    'no-person',
    'service',
    'service',
    'company',
    'no-person',
    'change',
    undefined,
    'change',
    'no-name',
  ])
})

test('A search that asked for a few attributes is read as well, and its last lines are no entry', () => {
  const text =
    '# extended LDIF\n#\n# LDAPv3\n\n# Ana, example\ndn: uid=ana,dc=example\ncn: Ana Sousa\nmail: ana@example.org\n\n' +
    '# People\ndn: ou=People,dc=example\nou: People\n\n# search result\nsearch: 2\nresult: 0 Success\n\n# numResponses: 3\n'
  expect(items(text)).toMatchObject([
    { kind: 'person', name: 'Ana Sousa' },
    { kind: 'skipped', why: 'unit' },
  ])
})

test('A comment within an entry is passed over with what is folded below it, and an entry may follow without a blank line', () => {
  const text = 'dn: cn=a,dc=x\n# cn: Not\n  this\ncn: Ana Sousa\nsn: Sousa\ndn: cn=b,dc=x\ncn: Jan Kuiper\nsn: Kuiper'
  expect(items(text)).toMatchObject([{ name: 'Ana Sousa' }, { name: 'Jan Kuiper', line: 6 }])
})

test('The address book of a mail program brings birthdays and second addresses', () => {
  expect(
    one(
      'cn: Ana Sousa',
      'mozillaNickname: Anita',
      'mozillaSecondEmail: a@home.example',
      'birthyear: 1980',
      'birthmonth: 3',
      'birthday: 22',
    ),
  ).toMatchObject({ nicknames: ['Anita'], emails: ['a@home.example'], birthday: { year: 1980, month: 3, day: 22 } })
})

test('It does not matter how a file is cut when it is read', () => {
  const text = `version: 1\r\n\r\ndn: uid=ana,dc=example\r\n${person('cn: Ana Sousa', 'manager: uid=ruth,dc=example').replaceAll('\n', '\r\n')}dn: uid=ruth,dc=example\r\n${person('cn: Ruth Okafor')}`
  const found: Item[] = []
  const sink = ldif.open({ at: () => {}, take: (item) => found.push(item), passOver: () => false })
  for (const sign of text) sink.push(sign)
  sink.end()
  expect(found).toEqual(items(text))
  expect(found).toHaveLength(2)
})

test('LDIF is known by its first entry, and nothing else is taken for it', () => {
  expect(detect('# c\r\n\r\nversion: 1\r\ndn: dc=x\r\n')?.name).toBe('ldif')
  expect(detect('dn:: ZGM9eA==\n')?.name).toBe('ldif')
  expect(detect('dn: hello\nworld')).toBeUndefined()
  expect(detect('name: dn: dc=x')).toBeUndefined()
})
