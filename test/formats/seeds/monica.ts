import fc from 'fast-check'
import type { Seeds } from '../campaign.ts'

const list = (type: string, values: readonly unknown[]): object => ({ count: values.length, type, values })

const exported = (data: readonly unknown[], instance: object = {}): string =>
  JSON.stringify({ version: '1.0-preview.1', export_date: '2026-01-02T03:04:05Z', account: { uuid: 'a', data, instance } })

const whole = exported(
  [
    list('contact', [
      {
        uuid: 'ana',
        properties: {
          first_name: 'Ana',
          last_name: 'Ferreira',
          nickname: 'Anita',
          company: 'Fjordlicht',
          tags: ['choir'],
          stay_in_touch_frequency: 28,
          birthdate: { is_year_unknown: true, date: '2020-02-29T00:00:00Z' },
          first_met_date: { date: '2019-09-01' },
        },
        data: [
          list('call', [{ properties: { called_at: '2024-06-01T10:00:00Z', content: 'About Porto' } }]),
          list('note', [{ created_at: '2021-07-08T09:00:00Z', properties: { body: 'Plays the "cello".\n' } }]),
          list('contact_field', [{ properties: { data: 'ana@example.org', type: 'mail' } }]),
          list('reminder', [
            { properties: { title: 'Anniversary', initial_date: '2020-06-05', frequency_type: 'year', frequency_number: 1 } },
          ]),
          list('activity', ['act']),
        ],
      },
      { uuid: 'sam', properties: { first_name: 'Sam', is_partial: true } },
    ]),
    list('relationship', [{ properties: { type: 'partner', contact_is: 'sam', of_contact: 'ana' } }]),
    list('activity', [{ uuid: 'act', properties: { summary: 'Lunch', happened_at: '2024-05-06' } }]),
  ],
  { contact_field_types: [{ uuid: 'mail', properties: { name: 'Email', protocol: 'mailto:' } }] },
)

const any = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1e308, '', [], {}, '2024-02-30', '2024-02-29'),
  fc.string({ maxLength: 10, unit: 'binary' }),
)
const properties = fc.record(
  Object.fromEntries(
    [
      'first_name',
      'last_name',
      'nickname',
      'company',
      'is_partial',
      'tags',
      'birthdate',
      'stay_in_touch_frequency',
      'title',
      'initial_date',
      'body',
      'called_at',
      'happened_at',
      'data',
      'type',
      'content',
      'summary',
      'messages',
      'contact_is',
      'of_contact',
    ].map((name) => [name, any]),
  ),
  { requiredKeys: ['first_name', 'happened_at', 'type'] },
)
const thing = fc.record({
  uuid: fc.oneof(fc.constantFrom('ana', 'sam'), any),
  properties: fc.oneof({ arbitrary: properties, weight: 5 }, { arbitrary: any, weight: 1 }),
})
const lists = fc.array(
  fc.record({
    type: fc.constantFrom('call', 'note', 'reminder', 'life_event', 'conversation', 'activity', 'contact_field', 'gift'),
    values: fc.oneof({ arbitrary: fc.array(thing, { maxLength: 2 }), weight: 4 }, { arbitrary: any, weight: 1 }),
  }),
  { maxLength: 3 },
)
const contact = fc.tuple(thing, lists).map(([one, data]) => ({ ...one, data }))

export const monicaSeeds: Seeds = {
  name: 'Monica',
  files: [whole, JSON.stringify(JSON.parse(whole), null, 4)].map((text) => new TextEncoder().encode(text)),
  barbs: ['"type":"contact",', '"values":[', '"properties":{', 'null', '{}', '[]', '"\\u00', '1e999', '}}]}'],
  generated: fc
    .tuple(fc.array(contact, { maxLength: 3 }), fc.array(thing, { maxLength: 2 }))
    .map(([contacts, bonds]) => exported([list('contact', contacts), list('relationship', bonds), list('activity', bonds)])),
}
