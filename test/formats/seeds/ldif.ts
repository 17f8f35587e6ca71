import fc from 'fast-check'
import type { Seeds } from '../campaign.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64')

const files = [
  `version: 1\n\n# The third floor\ndn: uid=ruth,ou=People,dc=example,dc=org\nobjectClass: inetOrgPerson\ncn: Ruth Okafor\nsn: Okafor\ngivenName: Ruth\nou: People\nou: Operations\nmail: ruth@example.org\nmanager: uid=lena,ou=People,dc=example,dc=org\n\ndn: uid=lena, ou=People,\n  dc=example,dc=org\nobjectClass: inetOrgPerson\ncn:: ${base64('Lena Lindqvist')}\ntitle: Head of\n  Operations\njpegPhoto:: /9j/4AAQSkZJRg==\n`,
  `dn: CN=Becker\\, Tom,OU=Sales,DC=example\r\nchangetype: add\r\nobjectClass: top\r\nobjectClass: person\r\nobjectClass: user\r\ncn: Becker, Tom\r\nsn: Becker\r\ngivenName: Tom\r\ndisplayName: Becker, Tom\r\ndepartment: Sales\r\nmanager: CN=Okafor\\, Ruth,OU=Board,DC=example\r\nobjectGUID:: AAECAwQFBgcICQoLDA0ODw==\r\n\r\ndn: CN=PC1,DC=example\r\nobjectClass: computer\r\nobjectClass: person\r\n\r\n`,
  'dn: ou=People,dc=x\nobjectclass: organizationalUnit\nou;lang-de: Personen\n\ndn: cn=all,dc=x\nobjectclass: groupOfNames\nmember: cn=a,dc=x\n\ndn: cn=a,dc=x\nchangetype: modify\nadd: mail\nmail: a@b\n-\n\nsearch: 2\nresult: 0 Success\n',
]

const word = fc.oneof(
  fc.constantFrom(
    'Ana Sousa',
    'Ruth',
    'Okafor',
    'ruth@example.org',
    'People',
    'Operations',
    'uid=ruth,dc=x',
    'cn=a\\2C b+ou=c,dc=x',
    '"',
    '',
  ),
  fc.string({ maxLength: 8, unit: 'binary' }),
)
const attribute = fc.constantFrom(
  'cn',
  'sn',
  'givenName',
  'mail',
  'ou',
  'department',
  'title',
  'manager',
  'displayName',
  'l',
  'objectClass',
  'changetype',
  'entryUUID',
  'description',
  'birthday',
  'birthmonth',
  'x-other',
)
const option = fc.constantFrom('', '', '', ';lang-de', ';binary', ';lang-ja;phonetic')
const line = fc
  .tuple(attribute, option, fc.constantFrom(': ', ': ', ':: ', ':', ':< '), word, fc.nat(6))
  .map(([name, options, mark, value, fold]) => {
    const text = `${name}${options}${mark}${mark === ':: ' ? base64(value) : value}`
    return fold > 0 ? text : `${text.slice(0, 5)}\n ${text.slice(5)}`
  })
const kind = fc.constantFrom('person', 'inetOrgPerson', 'groupOfNames', 'organizationalUnit', 'computer', 'account', 'x')
const entry = fc
  .tuple(fc.constantFrom('uid=ruth,dc=x', 'uid=tom,dc=x', 'ou=People', '', 'cn="a, b",o=c'), kind, fc.array(line, { maxLength: 8 }))
  .map(([dn, one, lines]) => `dn: ${dn}\nobjectClass: ${one}\n${lines.join('\n')}\n`)

export const ldifSeeds: Seeds = {
  name: 'LDIF',
  files: files.map((text) => new TextEncoder().encode(text)),
  barbs: ['\ndn: ', '\nmanager: ', ':: ', ':< file:///', '\n ', '\n#', '\\2C', ';lang-', 'dn:: ', '\nobjectClass: person\n', '\\'],
  generated: fc
    .tuple(fc.constantFrom('', 'version: 1\n', '# c\n\n'), fc.array(entry, { minLength: 1, maxLength: 4 }))
    .map(([head, entries]) => head + entries.join('\n')),
}
