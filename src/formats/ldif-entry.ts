import { decodeBytes } from './text-encoding.ts'

/** The attributes that are read, by every name that directories give them (lower case), under one name. */
const readAs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    objectclass: 'class',
    cn: 'cn',
    commonname: 'cn',
    sn: 'sn',
    surname: 'sn',
    givenname: 'given',
    gn: 'given',
    displayname: 'display',
    uid: 'login',
    userid: 'login',
    samaccountname: 'login',
    mozillanickname: 'nickname',
    xmozillanickname: 'nickname',
    mail: 'mail',
    rfc822mailbox: 'mail',
    mozillasecondemail: 'mail',
    ou: 'ou',
    organizationalunitname: 'ou',
    department: 'department',
    departmentnumber: 'number',
    title: 'title',
    manager: 'manager',
    telephonenumber: 'phone',
    mobile: 'mobile',
    mobiletelephonenumber: 'mobile',
    homephone: 'home',
    hometelephonenumber: 'home',
    othertelephone: 'other',
    othermobile: 'other',
    l: 'town',
    localityname: 'town',
    physicaldeliveryofficename: 'office',
    o: 'company',
    organizationname: 'company',
    company: 'company',
    labeleduri: 'link',
    wwwhomepage: 'link',
    mozillaworkurl: 'link',
    mozillahomeurl: 'link',
    description: 'note',
    info: 'note',
    schacdateofbirth: 'born',
    birthyear: 'birthyear',
    birthmonth: 'birthmonth',
    birthday: 'birthday',
    entryuuid: 'uid',
    nsuniqueid: 'uid',
    ipauniqueid: 'uid',
    objectguid: 'uid',
    dc: 'dc',
    member: 'member',
    uniquemember: 'member',
    memberuid: 'member',
    jpegphoto: 'photo',
    thumbnailphoto: 'photo',
    photo: 'photo',
    changetype: 'change',
    iscriticalsystemobject: 'builtin',
  }),
)

/** One attribute of an entry has at most so many values; a person needs no more. */
const VALUES = 50

/** A value longer than this is cut: a note, at the very most. */
const LONG = 20_000

/** One entry of a directory, as far as it is read. */
export class Entry {
  /** The line on which it begins, from 1. */
  readonly line: number
  /** The name of the entry; empty while none was read. */
  dn = ''
  /** Whether any attribute was met, read or not. */
  met = false
  readonly #plain = new Map<string, string[]>()
  readonly #tagged = new Map<string, string[]>()

  constructor(line: number) {
    this.line = line
  }

  /** One unfolded line: `attribute: value`, `attribute:: base64` or `attribute;option: value`. */
  add(line: string): void {
    const found = /^([A-Za-z][\w.-]*)((?:;[\w.=-]+)*)[ \t]*(::|:<|:)/.exec(line.slice(0, 300))
    if (found === null) return
    const [head, name = '', options = '', mark] = found
    const attribute = name.toLowerCase()
    // The address of a value is never followed.
    if (mark === ':<') return
    if (attribute === 'dn') {
      if (this.dn === '') this.dn = written(line, head.length, mark === '::', false)
      return
    }
    this.met = true
    const read = readAs.get(attribute)
    if (read === undefined || /;phonetic\b/i.test(options)) return
    const into = /;lang-/i.test(options) ? this.#tagged : this.#plain
    const values = into.get(read)
    if (values !== undefined && values.length >= VALUES) return
    const value = read === 'photo' ? 'yes' : written(line, head.length, mark === '::', attribute === 'objectguid')
    if (value.trim() === '') return
    if (values === undefined) into.set(read, [value])
    else values.push(value)
  }

  /** The values of an attribute; those of a language stand in only where there is none without. */
  all(read: string): readonly string[] {
    return this.#plain.get(read) ?? this.#tagged.get(read) ?? []
  }

  /** The values that are written for a language. */
  tagged(read: string): readonly string[] {
    return this.#tagged.get(read) ?? []
  }

  /** The first value, or an empty text. */
  first(read: string): string {
    return this.all(read)[0] ?? ''
  }
}

function written(line: string, start: number, base64: boolean, asHex: boolean): string {
  const raw = line.slice(start, start + 2 * LONG).trim()
  if (!base64) return raw.slice(0, LONG)
  const signs = raw.replace(/[^A-Za-z0-9+/]/g, '')
  let binary: string
  try {
    binary = atob(signs.slice(0, signs.length - (signs.length % 4 === 1 ? 1 : 0)))
  } catch {
    return ''
  }
  const bytes = Uint8Array.from(binary, (sign) => sign.charCodeAt(0))
  return asHex
    ? Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
    : decodeBytes(bytes).slice(0, LONG)
}
