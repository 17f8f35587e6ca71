import { fold } from '../../kernel/text.ts'

/** What one typed line says of somebody. Nothing of the line is lost: what is not understood is a note. */
export interface CardLine {
  readonly name: string
  readonly company?: string
  readonly role?: string
  readonly emails: readonly string[]
  readonly phones: readonly string[]
  readonly links: readonly string[]
  readonly note?: string
}

const LONGEST = 500
// Begins only where a word does, so that a long word without an address is looked at once.
const email = /(?<![^\s<>()[\],;:"])[^\s<>()[\],;:"]+@[^\s<>()[\],;:"]+\.[\p{L}\p{N}-]{2,}/gu
const link = /^(?:https?:\/\/|www\.)\S+$|^(?:[a-z]{2,3}\.)?linkedin\.com\/\S+$/i
/** What stands between parts of a line. */
const parting = /[,;|\t]/
/** A dash with room on both sides begins what is remembered. */
const dash = /\s[-–—]+\s|\s[-–—]+$/

/** Words that stand in what somebody does and seldom in what a company is called; folded, English and German. */
const doing = new Set(
  'head director manager engineer designer developer analyst assistant researcher scientist consultant architect officer president founder owner partner lawyer editor writer teacher professor nurse doctor buyer planner coach ceo cto cfo coo cmo vp leiter leiterin leitung leitet direktor direktorin ingenieur ingenieurin entwickler entwicklerin berater beraterin referent referentin sachbearbeiter sachbearbeiterin grunder grunderin inhaber inhaberin geschaftsfuhrer geschaftsfuhrerin redakteur redakteurin lehrer lehrerin forscher forscherin einkaufer einkauferin assistentin assistenz trainee intern praktikant praktikantin werkstudent werkstudentin'.split(
    ' ',
  ),
)

const isPhone = (text: string): boolean =>
  /^(?:(?:tel|phone|mobile|mobil|fon|telefon)\.?:?\s*)?[+(\d][\d\s()./-]{5,}$/i.test(text) && text.replace(/\D/g, '').length >= 6
const soundsLikeDoing = (text: string): boolean =>
  fold(text)
    .split(/[^\p{L}]+/u)
    .some((word) => doing.has(word))

/** "research lead at Nordwind", "Leiterin bei Nordwind" in its two halves. */
function atCompany(text: string): { readonly role: string; readonly company: string } | undefined {
  const found = /^(.{2,}?)\s+(?:at|bei|@)\s+(.{2,})$/iu.exec(text)
  return found === null ? undefined : { role: found[1] as string, company: found[2] as string }
}

/**
 * Reads one line as people jot a card down: "Léa Fontaine, Nordwind, research lead, lea@example.org - talks about bees".
 * Name first; then company and role, in either order where the words tell; addresses and numbers anywhere.
 * Undefined when the line names nobody.
 */
export function readCardLine(line: string): CardLine | undefined {
  const text = line
    .normalize('NFC')
    .replace(/\p{Cc}/gu, (sign) => (sign === '\t' ? sign : ' '))
    .trim()
  const cut = dash.exec(text)
  const head = cut === null ? text : text.slice(0, cut.index)
  const notes: string[] = []
  const emails: string[] = []
  const phones: string[] = []
  const links: string[] = []
  const words: string[] = []
  for (const raw of head.split(parting)) {
    const part = raw.replace(/\s+/g, ' ').trim()
    if (part === '') continue
    if (link.test(part)) links.push(part)
    else if (isPhone(part)) phones.push(part)
    else {
      const found = part.match(email) ?? []
      emails.push(...found)
      const rest = found
        .reduce((left, one) => left.replace(one, ' '), part)
        .replace(/<\s*>|\(\s*\)/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
      if (rest !== '') words.push(rest)
    }
  }
  const tail =
    cut === null
      ? ''
      : text
          .slice(cut.index + cut[0].length)
          .replace(/\s+/g, ' ')
          .trim()
  const [named, ...about] = words
  const name = named ?? emails[0]
  if (name === undefined || !/[\p{L}\p{N}]/u.test(name)) return undefined
  let [company, role] = [about[0], about[1]]
  const both = company === undefined || role !== undefined ? undefined : atCompany(company)
  if (both !== undefined) {
    company = both.company
    role = both.role
  } else if (company !== undefined && soundsLikeDoing(company) && (role === undefined || !soundsLikeDoing(role))) {
    ;[company, role] = [role, company]
  }
  notes.push(...about.slice(2))
  if (tail !== '') notes.push(tail)
  for (const part of [name, company, role]) if (part !== undefined && part.length > LONGEST) notes.push(part)
  const cutTo = (part: string): string => part.slice(0, LONGEST).trim()
  return {
    name: cutTo(name),
    ...(company === undefined ? {} : { company: cutTo(company) }),
    ...(role === undefined ? {} : { role: cutTo(role) }),
    emails: emails.map(cutTo),
    phones: phones.map(cutTo),
    links: links.map(cutTo),
    ...(notes.length === 0 ? {} : { note: notes.join(', ') }),
  }
}

const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r/)

/** The lines of a text that name somebody, in their order. */
export const readCardLines = (text: string): readonly CardLine[] =>
  linesOf(text)
    .map(readCardLine)
    .filter((line) => line !== undefined)

/** What is left of a text without the lines that name somebody. */
export const namelessLines = (text: string): string =>
  linesOf(text)
    .filter((line) => line.trim() !== '' && readCardLine(line) === undefined)
    .join('\n')

/** Whether a pasted text is a file of people rather than lines somebody typed. */
export const looksLikeFile = (text: string): boolean =>
  /^[ \t]*BEGIN:VCARD[ \t]*$/im.test(text) ||
  /^.*(?:first name|last name|vorname|nachname|e-mail address|email address).*[,;\t].*$/im.test(text.slice(0, 2000))
