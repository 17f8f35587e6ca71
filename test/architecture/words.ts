import { isNode, type Node, nameOf, type Parsed, stringOf, walk } from './syntax.ts'
import { type Finding, isTest } from './tree.ts'

/** A text that a person reads. */
export interface Shown {
  readonly path: string
  readonly line: number
  readonly text: string
}

/** Words that no screen, message or mail says, each with the word of the glossary instead. */
export const avoided: readonly { readonly word: RegExp; readonly instead: string }[] = [
  { word: /\bcontacts?\b(?! (?:files?|cards?)\b)/i, instead: 'person' },
  { word: /\bleads?\b/i, instead: 'person' },
  // An account of the operating system is called what the operating system calls it.
  { word: /(?<!\b(?:ordinary|system) )\busers?\b/i, instead: 'person, colleague or you' },
  { word: /\bleverag\w*/i, instead: 'say what is meant' },
  { word: /\boverdue\b/i, instead: 'cooling, quiet' },
  { word: /\bscor(?:e|es|ed|ing)\b/i, instead: 'warmth, in words' },
  { word: /\bstreaks?\b/i, instead: 'nothing: there is none' },
  { word: /\bleader ?boards?\b/i, instead: 'nothing: there is none' },
  { word: /\bfollow(?:ing|ed)?[- ]ups?\b/i, instead: 'promise' },
  { word: /\bto-?dos?\b/i, instead: 'promise or move' },
  { word: /\btouch ?points?\b/i, instead: 'moment' },
  { word: /\binteractions?\b/i, instead: 'moment' },
  { word: /\bactivit(?:y|ies)\b/i, instead: 'moment' },
  { word: /\baction items?\b/i, instead: 'move' },
  { word: /\bnudg(?:e|es|ed|ing)\b/i, instead: 'move' },
  { word: /\bcadences?\b/i, instead: 'rhythm' },
  { word: /\bpipelines?\b/i, instead: 'goal' },
  { word: /\bcampaigns?\b/i, instead: 'round, programme' },
  { word: /\bhabit trackers?\b/i, instead: 'practice' },
  { word: /\bprospects?\b/i, instead: 'person' },
  { word: /!/, instead: 'a full stop' },
  { word: /\p{Extended_Pictographic}/u, instead: 'no picture characters' },
]

/** The same in German, beside the words above, which are avoided in every language. */
export const avoidedInGerman: readonly { readonly word: RegExp; readonly instead: string }[] = [
  { word: /\bKontakt(?:e[ns]?|s|daten|personen?|listen?)?\b/i, instead: 'Mensch' },
  { word: /(?<!\p{L})(?:be)?nutzer\p{L}*|\bAnwender\p{L}*/iu, instead: 'Mensch oder du' },
  { word: /(?<!\p{L})überfällig\p{L}*/iu, instead: 'kühlt ab, still' },
  { word: /\bPunkt(?:e?stand|zahl)\p{L}*|\bBewertung\p{L}*/iu, instead: 'Wärme, in Worten' },
  { word: /\bAufgaben?\b/i, instead: 'Schritt oder Versprechen' },
  { word: /\bNachfass\p{L}*|\bWiedervorlage\p{L}*/iu, instead: 'Versprechen' },
  { word: /\bInteraktion\p{L}*|\bAktivität\p{L}*/iu, instead: 'Moment' },
  { word: /\bRangliste\p{L}*|\bBestenliste\p{L}*/iu, instead: 'nichts: es gibt keine' },
  { word: /\bKampagne\p{L}*/iu, instead: 'Runde, Programm' },
  { word: /\bvernachlässig\p{L}*|\bversäum\p{L}*/iu, instead: 'still' },
  { word: /(?<=[\p{Ll},;] )(?:Sie|Ihnen|Ihre?[mnrs]?)\b/u, instead: 'du' },
]

/** What is wrong with the texts that people read. */
export const unkind = (texts: readonly Shown[], words = avoided): Finding[] =>
  texts.flatMap(({ path, line, text }) => {
    // ICU: {count, plural, …} and <0> are code, and so is !important in a class name, which never gets here.
    const said = text.replace(/<\/?\d+\/?>/g, '').replace(/[©®™✓↑↓←→↵⌘⌥⇧]/gu, '')
    return words
      .filter(({ word }) => word.test(said))
      .map(({ word, instead }) => ({ path, line, what: `says "${word.exec(said)?.[0]}" in "${text.slice(0, 70)}"; instead: ${instead}` }))
  })

const spokenKeys = new Set(['message', 'what', 'why', 'next'])
const spokenAttributes = new Set([
  'aria-label',
  'aria-description',
  'title',
  'placeholder',
  'label',
  'alt',
  'message',
  'description',
  'summary',
])
const spokenTags = new Set(['t', 'msg', 'Trans', 'plural'])

/**
 * The texts of a source file that people read: JSX text and its spoken attributes, Lingui's tagged
 * templates, the `message` of a descriptor, and the three sentences of an error.
 */
export function textsIn(file: Parsed): Shown[] {
  const found: Shown[] = []
  if (isTest(file.path)) return found
  const add = (node: Node, text: string | undefined): void => {
    if (text !== undefined && /\p{L}|!/u.test(text)) found.push({ path: file.path, line: file.line(node.start), text: text.trim() })
  }
  walk(file.program, (node, parent) => {
    if (node.type === 'JSXText') add(node, node['value'] as string)
    if (node.type === 'JSXExpressionContainer' && parent?.type === 'JSXElement') add(node, stringOf(node['expression']))
    if (node.type === 'JSXAttribute' && spokenAttributes.has(nameOf(node['name']) ?? '')) add(node, stringOf(node['value']))
    if (node.type === 'Property' && spokenKeys.has(nameOf(node['key']) ?? '')) for (const text of pieces(node['value'])) add(node, text)
    if (node.type === 'TaggedTemplateExpression' && spokenTags.has(nameOf(node['tag']) ?? ''))
      for (const text of pieces(node['quasi'])) add(node, text)
  })
  return found
}

/** The written parts of a text: a literal, a template with holes, or either side of a choice. */
function pieces(node: unknown): string[] {
  if (!isNode(node)) return []
  if (node.type === 'TemplateLiteral')
    return (node['quasis'] as readonly { value: { cooked?: string | null } }[]).map(({ value }) => value.cooked ?? '')
  if (node.type === 'ConditionalExpression') return [...pieces(node['consequent']), ...pieces(node['alternate'])]
  if (node.type === 'BinaryExpression') return [...pieces(node['left']), ...pieces(node['right'])]
  const text = stringOf(node)
  return text === undefined ? [] : [text]
}

const quoted = /^"(.*)"$/

/** The texts of a message catalogue (PO): what stands in msgid and msgstr, also over several lines. Ids alone are not texts. */
export function textsInCatalogue(path: string, text: string): Shown[] {
  const found: Shown[] = []
  let open: { line: number; text: string } | undefined
  const close = (): void => {
    if (open !== undefined && /\s/.test(open.text.trim())) found.push({ path, ...open })
    open = undefined
  }
  text.split('\n').forEach((line, at) => {
    const start = /^(?:msgid|msgstr|msgid_plural|msgstr\[\d\]|#\. js-lingui-explicit-id|#\. default)\s+(".*")$/.exec(line)?.[1]
    if (start !== undefined) {
      close()
      open = { line: at + 1, text: quoted.exec(start)?.[1] ?? '' }
    } else if (open !== undefined && quoted.test(line)) open = { ...open, text: open.text + (quoted.exec(line)?.[1] ?? '') }
    else close()
  })
  close()
  return found.filter(({ text: said }) => !/^Project-Id|^POT-Creation|Content-Type:/.test(said))
}

/** Traces of a workplace: paths of one machine, hosts of a package registry, notes to oneself, names of tools that wrote the text. */
export const traces: readonly { readonly trace: RegExp; readonly what: string }[] = [
  { trace: /(?<![\w.~-])\/(?:work|tmp|mnt|workspace)\/[\w.]/, what: 'a path of one machine' },
  { trace: /(?<![\w.])\/(?:home|Users)\/(?!(?:node|ana)\b)[a-z][\w-]*\//, what: 'a path of one machine' },
  { trace: /[A-Z]:\\{1,2}Users\\{1,2}\w/, what: 'a path of one machine' },
  { trace: /https?:\/\/[\w.-]*(?:registry|artifactory|nexus|verdaccio|mirror)[\w.-]*/i, what: 'the host of a registry' },
  { trace: /\b(?:T[O]DO|FI[X]ME|X[X]X|HA[C]K)\b/, what: 'a note to oneself' },
  { trace: /\bissues? #?\d+\b|\b(?:fix(?:es)?|closes?|see|pull request) #\d+\b/i, what: 'the number of an issue' },
  { trace: /\b(?:Cl[a]ude|Anthr[o]pic|Chat[G]PT|Open[A]I|Co[p]ilot)\b/i, what: 'the name of a tool that writes text' },
  {
    trace: /\b(?:sub-?ag[e]nts?|this sess[i]on|helper sess[i]on|kith-br[i]ef|the br[i]ef says|sto[p] hook|trans[c]ript)\b/i,
    what: 'a word of the workplace',
  },
]

/** Traces of a workplace in one file. */
export const tracesIn = (path: string, text: string): Finding[] =>
  text
    .split('\n')
    .flatMap((line, at) =>
      traces
        .filter(({ trace }) => trace.test(line))
        .map(({ trace, what }) => ({ path, line: at + 1, what: `has ${what}: ${trace.exec(line)?.[0]}` })),
    )
