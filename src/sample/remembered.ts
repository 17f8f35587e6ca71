import type { Rhythm } from '../mine/people/contract.ts'

/** How the owner holds somebody: circle, tags, rhythm, importance, other names. */
export interface Held {
  readonly who: string
  readonly circle?: 'close' | 'team' | 'wider'
  readonly tags?: readonly string[]
  readonly rhythm?: Rhythm
  readonly importance?: 2 | 3
  readonly aliases?: readonly string[]
  readonly place?: string
}

export const held: readonly Held[] = [
  { who: 'jonas', circle: 'close', rhythm: 14, importance: 2, tags: ['lunch', 'new ideas'], place: 'Third floor, by the window' },
  { who: 'priya', circle: 'close', rhythm: 14, importance: 2, tags: ['pictures'], place: 'Second floor, among the ferns' },
  { who: 'mei', circle: 'close', rhythm: 14, aliases: ['Mei'], tags: ['retreat'] },
  { who: 'hanna', circle: 'team', rhythm: 14, importance: 3, place: 'Second floor, corner room' },
  { who: 'farah', circle: 'team' },
  { who: 'mateo', circle: 'team', tags: ['pictures'] },
  { who: 'noor', circle: 'team' },
  { who: 'ines', circle: 'wider', rhythm: 30, tags: ['stories'] },
  { who: 'yusuf', circle: 'wider', rhythm: 30, tags: ['stories'] },
  { who: 'tom', circle: 'wider', rhythm: 30, importance: 3, tags: ['lunch'], place: 'Third floor, next to the printer' },
  { who: 'amara', circle: 'wider', importance: 2, tags: ['new ideas'] },
  { who: 'leila', tags: ['stories'] },
  { who: 'solveig', rhythm: 90, tags: ['newcomers'] },
  { who: 'marcus', circle: 'wider', rhythm: 30, importance: 2, tags: ['new ideas'] },
  { who: 'greta', circle: 'wider', tags: ['lunch'] },
  { who: 'wim', tags: ['singing'] },
  { who: 'rosalind', rhythm: 'none' },
]

/** What is worth remembering: whom, how many days ago it was told, and what. */
export interface Remembered {
  readonly who: readonly string[]
  readonly ago: number
  readonly text: string
  readonly child?: true
}

export const facts: readonly Remembered[] = [
  { who: ['jonas'], ago: 13, text: 'Runs the night run around the harbour in spring' },
  { who: ['jonas'], ago: 71, text: 'Daughter Astrid, born in late summer', child: true },
  { who: ['jonas'], ago: 34, text: 'His father is selling the family boat' },
  { who: ['priya'], ago: 8, text: 'Son Arun starts school after the holidays', child: true },
  { who: ['priya'], ago: 45, text: 'Green tea, never the kind with jasmine' },
  { who: ['mei'], ago: 10, text: 'Teaches her mother to video call' },
  { who: ['hanna'], ago: 32, text: 'A puppy called Sulo, who is afraid of umbrellas' },
  { who: ['tom'], ago: 131, text: 'Daughter Klara plays the cello', child: true },
  { who: ['tom'], ago: 104, text: 'Oat milk, and no coffee after four' },
  { who: ['ines'], ago: 48, text: 'Sings alto; the choir is at the station in December' },
  { who: ['yusuf'], ago: 44, text: 'Draws hats on business cards to remember names' },
  { who: ['mateo'], ago: 23, text: 'Daughter Luz, twelve, cuts films', child: true },
  { who: ['noor'], ago: 28, text: 'Thinks about the Lisbon office; keep it to yourself' },
  { who: ['amara'], ago: 63, text: 'Looks for somebody who can write' },
  { who: ['leila'], ago: 39, text: 'Likes to be asked after a loud week, not during it' },
  { who: ['samuel'], ago: 14, text: 'Cooks lentils in nine ways' },
  { who: ['kofi'], ago: 20, text: 'Whistles in thirds with his brother on the telephone' },
  { who: ['marcus'], ago: 150, text: 'Prefers a walk to a meeting' },
  { who: ['greta'], ago: 172, text: 'Any soup but beetroot' },
  { who: ['wim'], ago: 214, text: 'Knows all the verses' },
  { who: ['farah'], ago: 52, text: 'Takes a course in shorthand' },
  { who: ['bram'], ago: 43, text: 'Keeps a museum of toasters in the cellar' },
  { who: ['greta'], ago: 708, text: 'Learns the accordion, only when the neighbours are out' },
  { who: ['kofi'], ago: 716, text: 'Builds a boat in a barn' },
  { who: ['priya', 'jonas'], ago: 19, text: 'The napkin with the help page hangs over the printer' },
]

/** A day that comes round every year: in how many days, and since how many years where that is known. */
export const dates: readonly {
  readonly who: string
  readonly ahead: number
  readonly what: 'birthday' | 'anniversary'
  readonly years?: number
}[] = [
  { who: 'hanna', ahead: 2, what: 'birthday' },
  { who: 'priya', ahead: 41, what: 'birthday', years: 36 },
  { who: 'jonas', ahead: 96, what: 'birthday' },
  { who: 'mei', ahead: 152, what: 'birthday' },
  { who: 'tom', ahead: 207, what: 'birthday', years: 48 },
  { who: 'ines', ahead: 63, what: 'birthday' },
  { who: 'yusuf', ahead: 271, what: 'birthday' },
  { who: 'amara', ahead: 118, what: 'birthday' },
  { who: 'noor', ahead: 19, what: 'anniversary', years: 5 },
  { who: 'solveig', ahead: 184, what: 'anniversary', years: 10 },
  { who: 'marcus', ahead: 230, what: 'birthday' },
  { who: 'mateo', ahead: 300, what: 'birthday' },
]

/** What the owner said she would do; days are counted from today, negative for those behind. */
export const promises: readonly {
  readonly to: readonly string[]
  readonly made: number
  readonly due?: number
  readonly kept?: number
  readonly dropped?: number
  readonly text: string
}[] = [
  { to: ['mei'], made: -6, due: 0, text: 'send the photos of the last retreat' },
  { to: ['noor'], made: -4, due: 1, text: 'read her letter to the Lisbon office' },
  { to: ['jonas'], made: -6, due: 3, text: 'be the audience for his demo' },
  { to: ['tom'], made: -10, due: 6, text: 'show him the new claim form' },
  { to: ['leila'], made: -13, due: 12, text: 'find a friendlier wording for the second reminder' },
  { to: ['priya', 'jonas'], made: -19, due: -9, kept: -9, text: 'scan the napkin' },
  { to: ['ines'], made: -33, due: -26, kept: -27, text: 'bring the printed story about the lost order' },
  { to: ['samuel'], made: -56, due: -40, dropped: -38, text: 'count the copies in the cellar' },
]

/** Times away, in days from today: mine, the company's, and people's own. */
export const absences: readonly {
  readonly who: 'me' | 'company' | { readonly person: string }
  readonly from: number
  readonly to?: number
}[] = [
  { who: 'me', from: -93, to: -82 },
  { who: 'company', from: -47, to: -47 },
  { who: { person: 'nele' }, from: -24, to: 120 },
  { who: { person: 'sana' }, from: -20, to: -4 },
]

/** A card that came from an old address book, about somebody who is in the book already: the page that asks who is the same person has something to ask. */
export const card = {
  name: 'Iriarte, Paloma',
  role: 'Licensing counsel',
  department: 'Legal',
  emails: ['paloma.iriarte@fjordlicht.example'],
  phones: ['+49 30 5550 0142'],
  birthday: { ahead: 133 },
} as const
