import type { AnyRecord } from '../../src/mine/record.ts'
import type { Kind, RecordOf } from '../../src/mine/records.ts'
import { aDate, aFact, aMoment, anAway, aPerson, aPlan, aPromise, aSetting, idOf, personId } from '../a-book.ts'

const stamped = <K extends Kind>(kind: K, n: number) => ({ kind, id: idOf(kind, n), v: 1, changed: '2026-11-01T08:00:00.123Z' })
const move = { key: `warmth:${personId(1)}`, kind: 'say-hello' as const, person: personId(1) }

/**
 * Records of every kind, with every field that a kind can have. A kind without an entry does not
 * compile: whoever adds a kind shows here that it goes out and comes back.
 */
export const examples: { readonly [K in Kind]: readonly RecordOf[K][] } = {
  person: [
    aPerson(1, {
      name: 'Léa Fontaine',
      aliases: ['Lea'],
      line: 'Third floor. Knows every exception in the travel policy.\nLaughs first.',
      company: 'Fjordlicht, Inc.',
      department: 'Research; Optics',
      role: '=Head of "light"',
      place: 'Porto',
      manager: 'Ruth Okafor',
      emails: ['lea@example.org', 'l.fontaine@example.org'],
      phones: ['+351 912 345 678'],
      links: ['https://example.org/lea'],
      circle: 'close',
      tags: ['-climbing', 'choir, alto'],
      rhythm: 30,
      importance: 3,
      sourceId: 'card-17',
      otherSourceIds: ['card-18'],
    }),
    aPerson(2, { name: '小林 健二', rhythm: 'none', resting: { since: '2026-03-29' } }),
    aPerson(3, { name: 'Ana\u202eSousa', others: [{ field: 'name', value: 'Ana S.', changed: '2026-11-01T08:00:00Z' }] }),
    aPerson(4, { trashed: { on: '2026-11-20' } }),
    aPerson(5, { sample: true, batch: idOf('batch', 1) }),
  ],
  moment: [
    aMoment(1, '2024-02-29', {
      people: [personId(1), personId(2)],
      medium: 'meal',
      shape: 'lunch',
      startedBy: 'me',
      depth: 'real',
      present: 4,
      help: 'given',
      text: 'Lunch in the canteen.\r\n# not a heading\u2028"quoted", =1+1',
      typed: 'lunch with léa',
      move: move.key,
    }),
    aMoment(2, '2011-12-30', { trashed: { on: '2026-11-20', with: personId(4) }, people: [personId(4)] }),
  ],
  promise: [
    aPromise(1, { due: '2026-12-01', moment: idOf('moment', 1) }),
    aPromise(2, { kept: { on: '2026-11-02' } }),
    aPromise(3, { dropped: { on: '2026-11-03' }, to: [personId(1), personId(2)] }),
    aPromise(4, { text: '@Tom: bring the book' }),
  ],
  fact: [
    aFact(1, { expires: '2027-01-01', moment: idOf('moment', 1) }),
    aFact(2, { child: true, text: 'Mila starts school' }),
    aFact(3, { about: [personId(1), personId(2)] }),
  ],
  date: [
    aDate(1, { month: 2, day: 29 }),
    aDate(2, { person: personId(2), month: 2, day: 29, year: 1996 }),
    aDate(3, { what: 'anniversary', month: 12, day: 31, year: 2019 }),
    aDate(4, { what: 'other', label: 'Name day', month: 3, day: 27 }),
    aDate(5, { person: personId(3), month: 11, day: 1 }),
  ],
  away: [
    anAway(1, { from: '2026-03-28', to: '2026-03-30' }),
    anAway(2, { who: { person: personId(1) } }),
    anAway(3, { who: 'company', from: '2026-12-24' }),
  ],
  mark: [
    { ...stamped('mark', 1), on: '2026-11-24', what: { answer: 'done', move: move.key, person: personId(1) } },
    { ...stamped('mark', 2), on: '2026-11-24', what: { answer: 'not-now', move: move.key, person: personId(1), until: '2026-12-01' } },
    { ...stamped('mark', 3), on: '2026-11-24', what: { answer: 'wrong', move: move.key, person: personId(1), because: 'not-them' } },
    { ...stamped('mark', 4), on: '2026-11-24', what: { answer: 'pause', until: '2026-12-08' } },
    { ...stamped('mark', 5), on: '2026-11-24', what: { answer: 'capacity-said' } },
  ],
  plan: [aPlan(1, '2026-11-24', [move]), aPlan(2, '2026-11-25', [])],
  batch: [
    {
      ...stamped('batch', 1),
      at: '2026-11-01T08:00:00Z',
      file: 'people.vcf',
      format: 'vcard',
      added: 1,
      changedPeople: 1,
      before: [{ kind: 'person', id: personId(1), fields: { role: { became: 'Head' } } }],
      taken: [`x:${personId(5)}`],
      takenBack: { at: '2026-11-02T08:00:00Z' },
    },
  ],
  twin: [
    { ...stamped('twin', 1), on: '2026-11-20', what: { answer: 'two', people: [personId(1), personId(2)] } },
    { ...stamped('twin', 2), on: '2026-11-20', what: { answer: 'same', from: personId(4), into: personId(1) } },
  ],
  filter: [
    {
      ...stamped('filter', 1),
      name: '=Far away',
      wanted: {
        words: 'léa',
        bands: ['quiet', 'none'],
        department: 'Research; Optics',
        circle: 'close',
        tag: '-climbing',
        resting: true,
        order: 'longest-ago',
      },
    },
  ],
  proposal: [
    {
      ...stamped('proposal', 1),
      uid: 'series-17@example.org',
      title: '=Design review',
      place: 'Fjord',
      medium: 'face',
      shape: 'meeting',
      startedBy: 'both',
      recurs: true,
      guests: [{ name: 'Léa Fontaine', email: 'lea@example.org' }, { name: 'Noor Haddad' }],
      present: 3,
      days: [
        { of: '2026-11-16', day: '2026-11-16' },
        { of: '2026-11-23', day: '2026-11-23' },
      ],
      taken: [{ of: '2026-11-16', on: '2026-11-17', moment: idOf('moment', 1) }],
      dismissed: [{ of: '2026-11-23', on: '2026-11-24' }],
    },
  ],
  stack: [
    {
      ...stamped('stack', 1),
      title: 'Evening of the library',
      day: '2026-11-19',
      cards: [
        {
          id: idOf('card', 1),
          place: 1,
          name: 'Noor Haddad',
          company: 'Nordwind',
          emails: ['noor@example.org'],
          birthday: { month: 2, day: 29 },
          notes: ['Keeps bees'],
          answer: 'again',
          as: 'two',
          talked: 'About bees',
          first: { move: 'send', due: '2026-11-27', what: 'the article' },
        },
        { id: idOf('card', 2), place: 2, name: 'Jan Kuiper', answer: 'let-go' },
      ],
    },
  ],
  setting: [
    aSetting(1, { key: 'me', name: 'Ana', department: 'Communications' }),
    aSetting(2, { key: 'plan', warmthMoves: 2 }),
    aSetting(3, { key: 'keyboard', singleKeys: false }),
    aSetting(4, { key: 'begun', on: '2026-01-01' }),
    aSetting(5, { key: 'departments', touched: ['Facilities'] }),
  ],
}

/** All of them, and some that only a later program knows. */
export const everyKind = (): readonly AnyRecord[] => [
  ...Object.values(examples).flat(),
  { kind: 'orbit', id: idOf('orbit', 1), v: 3, changed: '2026-11-01T08:00:00Z', deep: { list: [1, null, 'x'] } } as AnyRecord,
  { kind: 'person', id: idOf('person', 99), v: 9, changed: '2026-11-01T08:00:00Z', shape: ['later'] } as unknown as AnyRecord,
]
