/** One part of a directory name: what it is called by, and the value as it is written. */
export interface NamePart {
  /** Lower case: `cn`, `uid`, `ou`. */
  readonly by: string
  readonly value: string
}

/** Longer names of entries are no names. */
const LONGEST = 4000

const hex = /^[0-9A-Fa-f]{2}$/

/** Undoes the escapes of a value: `\,`, `\2C` (bytes of UTF-8), and quotes around the whole. */
function bare(text: string): string {
  const trimmed = text.trim()
  const inner = trimmed.length > 1 && trimmed.startsWith('"') && trimmed.endsWith('"') ? trimmed.slice(1, -1) : trimmed
  if (!inner.includes('\\')) return inner.trim()
  let plain = ''
  for (let i = 0; i < inner.length; i++) {
    if (inner[i] !== '\\') {
      plain += inner[i]
      continue
    }
    const bytes: number[] = []
    for (; inner[i] === '\\' && hex.test(inner.slice(i + 1, i + 3)); i += 3) bytes.push(Number.parseInt(inner.slice(i + 1, i + 3), 16))
    if (bytes.length > 0) {
      plain += new TextDecoder().decode(Uint8Array.from(bytes))
      i -= 1
    } else {
      i += 1
      plain += inner[i] ?? ''
    }
  }
  return plain.trim()
}

/** Cuts at signs that are neither escaped nor within quotes. */
function cut(text: string, signs: string): string[] {
  const parts: string[] = []
  let start = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const sign = text[i] as string
    if (sign === '\\') i += 1
    else if (sign === '"') quoted = !quoted
    else if (!quoted && signs.includes(sign)) {
      parts.push(text.slice(start, i))
      start = i + 1
    }
  }
  parts.push(text.slice(start))
  return parts
}

/**
 * The parts of a directory name (RFC 4514), nearest first; a part of several values is several parts.
 * Undefined when the text is no such name.
 */
export function nameParts(text: string): readonly NamePart[] | undefined {
  if (text.length > LONGEST || !text.includes('=')) return undefined
  const parts: NamePart[] = []
  for (const one of cut(text, ',;').flatMap((part) => cut(part, '+'))) {
    const at = one.indexOf('=')
    const by = one.slice(0, Math.max(0, at)).trim().toLowerCase()
    if (!/^(?:[a-z][a-z0-9-]*|(?:oid\.)?[0-9]+(?:\.[0-9]+)*)$/.test(by)) return undefined
    parts.push({ by, value: bare(one.slice(at + 1)) })
  }
  return parts
}

/** A key under which two spellings of one directory name meet: case, spaces and escapes do not count, accents do. */
export function nameKey(text: string): string {
  const parts = nameParts(text)
  if (parts === undefined) return text.trim().toLowerCase().slice(0, LONGEST)
  return parts.map(({ by, value }) => `${by}=${value.normalize('NFC').toLowerCase().replace(/\s+/g, ' ')}`).join(',')
}
