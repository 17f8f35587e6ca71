/** Signs that pages write by name. Names that a file defines for itself are never looked up. */
const named: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    shy: '',
    zwj: '\u200d',
    zwnj: '\u200c',
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    sbquo: '‚',
    ldquo: '“',
    rdquo: '”',
    bdquo: '„',
    laquo: '«',
    raquo: '»',
    hellip: '…',
    bull: '•',
    middot: '·',
    euro: '€',
    pound: '£',
    copy: '©',
    reg: '®',
    trade: '™',
    deg: '°',
    sect: '§',
    iexcl: '¡',
    iquest: '¿',
    szlig: 'ß',
    aelig: 'æ',
    AElig: 'Æ',
    oelig: 'œ',
    OElig: 'Œ',
    oslash: 'ø',
    Oslash: 'Ø',
    eth: 'ð',
    thorn: 'þ',
  }),
)

/** Endings of names that put a mark on a letter: `auml`, `Eacute`. */
const marks: ReadonlyMap<string, string> = new Map(
  Object.entries({
    uml: '\u0308',
    acute: '\u0301',
    grave: '\u0300',
    circ: '\u0302',
    tilde: '\u0303',
    ring: '\u030a',
    cedil: '\u0327',
    caron: '\u030c',
  }),
)

function sign(name: string): string | undefined {
  if (name.startsWith('#')) {
    const code = /^#[xX]/.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
    const valid = Number.isInteger(code) && code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    return valid ? String.fromCodePoint(code) : ''
  }
  const known = named.get(name)
  if (known !== undefined) return known
  const mark = marks.get(name.slice(1))
  return mark === undefined ? undefined : `${name[0]}${mark}`.normalize('NFC')
}

/** A text with its named and numbered signs in place; a name that is not known stays as it is written. */
export function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#[xX][0-9A-Fa-f]{1,6}|#[0-9]{1,7}|[A-Za-z]{2,12});/g, (whole, name: string) => sign(name) ?? whole)
}

/** Elements after which a line ends. */
const blocks = /^\/?(?:p|div|br|li|ul|ol|h[1-6]|tr|table|section|article|header|footer|blockquote|dd|dt|dl|hr)$/i

/** A description is shortened to about so many characters. */
const SHORTENED = 1200

/** So much of a description is looked at. */
const LOOKED_AT = 40_000

/** Markup as plain text: without tags, comments, styles and scripts. */
export function withoutMarkup(markup: string): string {
  const parts: string[] = []
  const text = markup.slice(0, LOOKED_AT)
  let at = 0
  while (at < text.length) {
    const opens = text.indexOf('<', at)
    parts.push(text.slice(at, opens < 0 ? text.length : opens))
    if (opens < 0) break
    if (text.startsWith('<!--', opens)) {
      const closes = text.indexOf('-->', opens + 4)
      if (closes < 0) break
      at = closes + 3
      continue
    }
    const name = /^<(\/?[A-Za-z][A-Za-z0-9]{0,20})/.exec(text.slice(opens, opens + 24))?.[1]
    if (name === undefined) {
      parts.push('<')
      at = opens + 1
      continue
    }
    const closes = text.indexOf('>', opens)
    if (closes < 0) break
    at = closes + 1
    if (/^(?:script|style)$/i.test(name)) {
      const over = text.slice(at).search(/<\/(?:script|style)/i)
      if (over < 0) break
      at += over
    }
    if (/^li$/i.test(name)) parts.push('\n• ')
    else if (blocks.test(name)) parts.push('\n')
  }
  return unescaped(parts.join(''))
}

/** A description as a few plain lines, shortened at the end of a word. */
export function described(text: string): string {
  // Feeds escape their markup once, careless ones twice.
  const once = withoutMarkup(text)
  const plain = (/<\/?[A-Za-z][^<>]{0,200}>/.test(once) ? withoutMarkup(once) : once)
    .replace(/[^\P{Cc}\n]+/gu, ' ')
    .replace(/[ \u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/• ?\n+/g, '• ')
    .replace(/\n+• /g, '\n• ')
    .trim()
  if (plain.length <= SHORTENED) return plain
  const window = plain.slice(0, SHORTENED)
  const at = Math.max(window.lastIndexOf(' '), window.lastIndexOf('\n'))
  return `${window.slice(0, at > SHORTENED / 2 ? at : SHORTENED).trim()} …`
}
