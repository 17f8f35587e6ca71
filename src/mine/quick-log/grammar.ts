import { Phrases, wordsOf } from './tokens.ts'
import type { MediumWord, Words } from './words.ts'

/** A table of words made ready for looking up; built once per language. */
export interface Grammar {
  readonly words: Words
  readonly media: Phrases<MediumWord>
  readonly unanswered: Phrases<true>
  readonly starts: Phrases<true>
  readonly did: Phrases<true>
  readonly theyStarted: Phrases<true>
  readonly help: Phrases<'given' | 'received' | 'verb'>
  readonly depth: Phrases<'passing' | 'real'>
  readonly beforeName: Phrases<true>
  readonly besideName: ReadonlySet<string>
  readonly introducing: ReadonlySet<string>
  readonly towards: ReadonlySet<string>
  readonly notThen: ReadonlySet<string>
  readonly particles: ReadonlySet<string>
  readonly nobody: ReadonlySet<string>
  readonly groups: ReadonlySet<string>
  readonly everyday: ReadonlySet<string>
  readonly topic: Phrases<true>
  readonly me: ReadonlySet<string>
  readonly meObject: ReadonlySet<string>
  readonly we: ReadonlySet<string>
  readonly they: ReadonlySet<string>
  readonly them: ReadonlySet<string>
  readonly their: ReadonlySet<string>
  readonly several: ReadonlySet<string>
  readonly and: Phrases<true>
  readonly joins: Phrases<true>
  readonly given: Phrases<true>
  readonly will: Phrases<true>
  readonly opening: Phrases<true>
  readonly told: Phrases<true>
  readonly wouldDo: Phrases<true>
  readonly link: Phrases<true>
  readonly handing: ReadonlySet<string>
  readonly determiners: ReadonlySet<string>
  readonly lead: ReadonlySet<string>
  readonly promised: ReadonlySet<string>
  readonly factVerb: Phrases<true>
  readonly bareFact: Phrases<true>
  readonly contracted: Phrases<true>
  readonly intro: Phrases<true>
  readonly child: Phrases<true>
  readonly tact: Phrases<true>
  readonly until: Phrases<true>
  readonly yearly: Phrases<'birthday' | 'anniversary'>
  readonly notADate: ReadonlySet<string>
  readonly beforeDay: ReadonlySet<string>
  readonly edgeOfDay: ReadonlySet<string>
  readonly onDay: ReadonlySet<string>
  readonly from: ReadonlySet<string>
  readonly to: ReadonlySet<string>
  readonly with: ReadonlySet<string>
  readonly who: ReadonlySet<string>
  readonly others: Phrases<true>
  readonly peopleCount: Phrases<true>
}

const phrases = (list: readonly string[]): Phrases<true> => new Phrases(list.map((phrase) => [phrase, true] as const))
const singles = (list: readonly string[]): ReadonlySet<string> => new Set(list.flatMap((word) => wordsOf(word).slice(0, 1)))
const labelled = <T>(...lists: readonly (readonly [readonly string[], T])[]): Phrases<T> =>
  new Phrases(lists.flatMap(([list, label]) => list.map((phrase) => [phrase, label] as const)))

/** Makes a table of words ready for looking up. */
export function grammar(words: Words): Grammar {
  return {
    words,
    media: labelled(...words.media.map((medium) => [medium.says, medium] as const)),
    unanswered: phrases(words.unanswered),
    starts: phrases(words.starts),
    did: phrases(words.did),
    theyStarted: phrases(words.theyStarted),
    help: labelled<'given' | 'received' | 'verb'>(
      [words.help.given, 'given'],
      [words.help.received, 'received'],
      [words.help.verbs, 'verb'],
    ),
    depth: labelled<'passing' | 'real'>([words.depth.passing, 'passing'], [words.depth.real, 'real']),
    beforeName: phrases(words.beforeName),
    besideName: singles(words.besideName),
    introducing: singles(words.introducing),
    towards: singles(words.towards),
    notThen: singles(words.notThen),
    particles: singles(words.particles),
    nobody: singles(words.nobody),
    groups: singles(words.groups),
    everyday: singles(words.everyday),
    topic: phrases(words.topic),
    me: singles(words.me),
    meObject: singles(words.meObject),
    we: singles(words.we),
    they: singles(words.they),
    them: singles(words.them),
    their: singles(words.their),
    several: singles(words.several),
    and: phrases(words.and),
    joins: phrases(words.joins),
    given: phrases(words.promise.given),
    will: phrases(words.promise.will),
    opening: phrases(words.promise.opening),
    told: phrases(words.promise.told),
    wouldDo: phrases(words.promise.wouldDo),
    link: phrases(words.promise.link),
    handing: singles(words.promise.handing),
    determiners: singles(words.promise.determiners),
    lead: singles(words.promise.lead ?? []),
    promised: singles(words.promise.promised ?? []),
    factVerb: phrases(words.fact.verbs),
    bareFact: phrases(words.fact.bare),
    contracted: phrases(words.fact.contracted),
    intro: phrases(words.fact.intro),
    child: phrases(words.fact.child),
    tact: phrases(words.fact.tact),
    until: phrases(words.fact.until),
    yearly: labelled<'birthday' | 'anniversary'>([words.fact.birthday, 'birthday'], [words.fact.anniversary, 'anniversary']),
    notADate: singles(words.fact.notADate),
    beforeDay: singles(words.beforeDay),
    edgeOfDay: singles(words.edgeOfDay),
    onDay: singles(words.onDay),
    from: singles(words.from),
    to: singles(words.to),
    with: singles(words.with),
    who: singles(words.who),
    others: phrases(words.others),
    peopleCount: phrases(words.peopleCount),
  }
}
