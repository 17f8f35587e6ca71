import fc from 'fast-check'
import type { Seeds } from '../campaign.ts'

const posting = {
  '@context': 'https://schema.org/',
  '@type': 'JobPosting',
  title: 'Planner &amp; analyst',
  description: '<p>You plan.</p><ul><li>with <b>Ana</b></li></ul>',
  datePosted: '2027-01-05T08:00:00+01:00',
  validThrough: '2027-02-28',
  hiringOrganization: { '@id': '#o' },
  jobLocation: [{ '@type': 'Place', address: { addressLocality: 'Porto', addressCountry: 'PT' } }],
  url: 'https://jobs.example.org/7',
}
const graph = { '@graph': [posting, { '@id': '#o', '@type': 'Organization', name: 'Fjordlicht', department: { name: 'Operations' } }] }
const page = `<!DOCTYPE html>\n<html><head><title>Jobs</title><script>1</script>\n<script type="application/ld+json">\n${JSON.stringify(posting).replaceAll('</', '<\\/')}\n</script></head></html>`

const any = fc.oneof(
  fc.constantFrom<unknown>(null, true, 7, '', [], {}, { '@id': '#o' }, '#o', '<li>&auml;&#9;&#x110000;'),
  fc.string({ maxLength: 10, unit: 'binary' }),
)
const thing: fc.Arbitrary<object> = fc.record(
  {
    '@id': fc.constantFrom('#o', '#p'),
    '@type': fc.constantFrom<unknown>('JobPosting', ['JobPosting', 7], 'Place'),
    name: any,
    address: any,
    addressLocality: any,
    department: any,
  },
  { requiredKeys: [] },
)
const opening = fc.record(
  {
    '@type': fc.constantFrom<unknown>('JobPosting', 'schema:JobPosting', ['https://schema.org/JobPosting']),
    title: any,
    description: any,
    datePosted: any,
    validThrough: any,
    hiringOrganization: fc.oneof(any, thing),
    jobLocation: fc.oneof(any, fc.array(thing, { maxLength: 2 })),
    employmentUnit: fc.oneof(any, thing),
    url: any,
  },
  { requiredKeys: ['@type', 'title'] },
)

export const jobPostingSeeds: Seeds = {
  name: 'openings of schema.org',
  files: [JSON.stringify(posting), JSON.stringify(graph), page, '<html><body>Nothing</body></html>'].map((text) =>
    new TextEncoder().encode(text),
  ),
  barbs: [
    '"@type":"JobPosting",',
    '"@graph":[',
    '<script type="application/ld+json">',
    '</script>',
    '<!--',
    '&#x',
    '<li>',
    '"@id":"#o",',
    '\\u',
  ],
  generated: fc.tuple(fc.array(fc.oneof(opening, thing), { minLength: 1, maxLength: 3 }), fc.nat(2)).map(([things, way]) => {
    const json = JSON.stringify(way === 0 ? things[0] : { '@graph': things })
    return way === 2 ? `<html><script type='application/ld+json'>${json}</script>` : json
  }),
}
