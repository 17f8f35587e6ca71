import type { Medium, Moment, Shape } from '../moments/contract.ts'

type Started = Moment['startedBy']

/** A word for a kind of moment. */
export interface MediumWord {
  readonly says: readonly string[]
  readonly medium: Medium
  readonly shape: Shape
  /** Which word decides where a line has several: the higher one. */
  readonly rank: number
  /** Who started it when nothing in the line says so. */
  readonly by: Started
  /** A verb that one of the two does; its subject started it. */
  readonly act?: true
  /** A word of writing: outgoing without an answer it is one-way. */
  readonly writing?: true
  /** An answer: whoever did not give it started. */
  readonly answer?: true
  /** Counts only beside one of these words. */
  readonly beside?: readonly string[]
  /** Counts only with a capital: a product's name. */
  readonly proper?: true
}

/** The words of one language. The grammar beside it reads any language that has such a table. */
export interface Words {
  /** Ending of a possessive name, e.g. `'s`. */
  readonly possessive: RegExp
  readonly media: readonly MediumWord[]
  /** Nothing came back: the moment is one-way whatever else was said. */
  readonly unanswered: readonly string[]
  /** Verbs that start something and are no medium: invited, asked. */
  readonly starts: readonly string[]
  /** Verbs that tell of something done, and so begin a clause of their own after "and". */
  readonly did: readonly string[]
  /** Somebody else started it, in these very words. */
  readonly theyStarted: readonly string[]
  /** Help whose direction the words themselves tell, and verbs whose object tells it. */
  readonly help: { readonly given: readonly string[]; readonly received: readonly string[]; readonly verbs: readonly string[] }
  readonly depth: { readonly passing: readonly string[]; readonly real: readonly string[] }
  /** Words after which a capitalised name is somebody. */
  readonly beforeName: readonly string[]
  /** Small words that may stand between those and the name: "my colleague Ruth". */
  readonly besideName: readonly string[]
  /** "introduced Ana to Ruth": the verbs, and the small word before the second name. */
  readonly introducing: readonly string[]
  readonly towards: readonly string[]
  /** "after lunch": a medium after one of these is the time and not the thing. */
  readonly notThen: readonly string[]
  /** Small words inside names: van, de. */
  readonly particles: readonly string[]
  /** Capitalised words that are nobody: days, products, departments. */
  readonly nobody: readonly string[]
  /** A capitalised word before one of these is a place or a team: "the Porto office". */
  readonly groups: readonly string[]
  /** First names that are everyday words as well, and count as names only where they must be. */
  readonly everyday: readonly string[]
  /** What follows "talk about": not who was there. */
  readonly topic: readonly string[]
  readonly me: readonly string[]
  readonly meObject: readonly string[]
  readonly we: readonly string[]
  /** Pronouns for others: as subject, as object, as owner; and which of them may mean several. */
  readonly they: readonly string[]
  readonly them: readonly string[]
  readonly their: readonly string[]
  readonly several: readonly string[]
  /** Pronouns for one person, in sets that never mean the same one. */
  readonly single: readonly (readonly string[])[]
  /** Words that join two clauses or two names. */
  readonly and: readonly string[]
  readonly joins: readonly string[]
  readonly promise: {
    /** Followed by a person and a thing, or by what I will do. Anywhere in a line. */
    readonly given: readonly string[]
    /** Followed by what I will do. Anywhere in a line. */
    readonly will: readonly string[]
    /** The same, at the beginning of a clause alone. */
    readonly opening: readonly string[]
    /** "told" in "told Ana I'd …", and what follows the name. */
    readonly told: readonly string[]
    readonly wouldDo: readonly string[]
    /** Between a promise and what it is: to, that I'd. */
    readonly link: readonly string[]
    /** Verbs that take a person and a thing: send Ana the slides. */
    readonly handing: readonly string[]
    readonly determiners: readonly string[]
    /** Where the verb comes last, "Ana die Folien versprochen": what may open such a clause, and the words that close it. */
    readonly lead?: readonly string[]
    readonly promised?: readonly string[]
  }
  readonly fact: {
    /** Verbs after a person that say something lasting. */
    readonly verbs: readonly string[]
    /** The same without a person before them: "likes oat milk". */
    readonly bare: readonly string[]
    /** Pronoun and verb in one: she's. */
    readonly contracted: readonly string[]
    /** Inside a clause, what follows is a fact: told me that. */
    readonly intro: readonly string[]
    readonly child: readonly string[]
    /** Health, belief, union, politics: handled with tact. */
    readonly tact: readonly string[]
    /** Until when: the fact ends with the day that follows. */
    readonly until: readonly string[]
    readonly birthday: readonly string[]
    readonly anniversary: readonly string[]
    /** A birthday before one of these is an event and no date. */
    readonly notADate: readonly string[]
  }
  /** Small words that go with a day word: on, by, since. */
  readonly beforeDay: readonly string[]
  /** After these a day is an end or a beginning and not when it took place: since, by. */
  readonly edgeOfDay: readonly string[]
  /** Go with a day word that is taken out of the text: on. */
  readonly onDay: readonly string[]
  /** Single words: "mail from", "mail to", "lunch with". */
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly with: readonly string[]
  /** "Ana, who is moving". */
  readonly who: readonly string[]
  /** How many more were there: "and 5 others", "with 8 people". */
  readonly others: readonly string[]
  readonly peopleCount: readonly string[]
}
