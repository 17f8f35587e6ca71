import { fold } from '../../kernel/text.ts'

/** Hosts whose pages belong to one person each, and where on them the person stands. */
const profiles: readonly RegExp[] = [
  /^(?:[a-z]{2,3}\.)?(linkedin\.com)\/((?:in|pub)\/[^/]+)/,
  /^(xing\.com)\/(profile\/[^/]+)/,
  /^(github\.com)\/([^/]+)$/,
  /^(gitlab\.com)\/([^/]+)$/,
  /^(?:mobile\.)?(?:twitter|x)(\.com)\/([^/]+)$/,
  /^(bsky\.app)\/(profile\/[^/]+)/,
]

/**
 * What makes a link a person's own: `linkedin.com/in/ana` from any way of writing that address.
 * Undefined for all other pages, because colleagues share the page of their company.
 */
export function profileKey(link: string): string | undefined {
  let bare = link
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
  try {
    bare = decodeURIComponent(bare)
  } catch {
    // A percent sign that encodes nothing: the address is taken as it stands.
  }
  const text = bare
    .normalize('NFC')
    .toLowerCase()
    .replace(/^www\./, '')
  for (const profile of profiles) {
    const found = profile.exec(text)
    if (found !== null) return `${found[1]}/${found[2]}`
  }
  return undefined
}

/** An email address as it is compared: its letters' case never tells two people apart in practice. */
export const emailKey = (email: string): string => email.trim().toLowerCase()

/** A telephone number as it is compared: its digits, with a leading plus. */
export const phoneKey = (phone: string): string => phone.replace(/(?!^\+)[^\d\p{L}]/gu, '').toLowerCase()

const words = (name: string): string[] =>
  fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)

/** Whether two names have a word in common, which is enough beside a shared address. */
export function namesMeet(one: string, other: string): boolean {
  if (fold(one) === fold(other)) return true
  const known = new Set(words(one))
  return words(other).some((word) => known.has(word))
}
