import { expect, test } from 'vitest'
import { detect } from './detect.ts'
import { feed } from './feed.ts'
import type { Item } from './item.ts'
import { jobPosting } from './job-posting.ts'
import { readBytes } from './read.ts'

const read = (text: string) => readBytes(new TextEncoder().encode(text))
const items = (text: string): Item[] => read(text).items
const posting = {
  '@context': 'https://schema.org',
  '@type': 'JobPosting',
  title: 'Planner &amp; analyst',
  description: '&lt;p&gt;You plan.&lt;/p&gt;<ul><li>with <b>Ana</b></li><li>without haste</li></ul><script>alert(1)</script>',
  datePosted: '2027-01-05T08:00:00+01:00',
  validThrough: '2027-02-28',
  hiringOrganization: { '@type': 'Organization', name: 'Fjordlicht', department: { name: 'Operations' } },
  jobLocation: { '@type': 'Place', address: { addressLocality: 'Porto', addressCountry: { name: 'Portugal' } } },
  jobLocationType: 'TELECOMMUTE',
  url: 'https://jobs.example.org/7',
}
const opening = {
  kind: 'opening',
  title: 'Planner & analyst',
  company: 'Fjordlicht',
  department: 'Operations',
  place: 'Porto, Portugal',
  remote: true,
  postedOn: '2027-01-05',
  closesOn: '2027-02-28',
  link: 'https://jobs.example.org/7',
  text: 'You plan.\n• with Ana\n• without haste',
}

test('An opening of schema.org is read from an object, a list, a graph and a page', () => {
  const page = `<!DOCTYPE html>\n<html><head>\n<script type="application/ld+json">{"@type":"WebSite"}</script>\n<script data-x type='application/ld+json'>//<![CDATA[\n${JSON.stringify(posting).replaceAll('</', '<\\/')}\n//]]></script></head><body>Hello</body></html>`
  const { hiringOrganization, ...rest } = posting
  const graph = {
    '@graph': [
      { ...rest, hiringOrganization: { '@id': '#o' } },
      { '@id': '#o', ...hiringOrganization },
    ],
  }
  for (const text of [JSON.stringify(posting), JSON.stringify([{ a: 1 }, posting]), JSON.stringify(graph), page]) {
    expect(read(text), text).toEqual({ format: 'job-posting', items: [{ ...opening, index: 1, line: text === page ? 4 : 1 }] })
  }
})

test('Careless JSON in a page is mended, and a broken one does not stop the next', () => {
  const script = (json: string): string => `<script type="application/ld+json">${json}</script>`
  const text = `<html>${script('{"@type":"JobPosting","title":"One","description":"two\nlines"};')}${script('{"@type":"JobPosting",')}${script('{"@type":["JobPosting"],"title":"Three"}')}${script('{"@type":"JobPosting"}')}`
  expect(items(text)).toMatchObject([
    { kind: 'opening', title: 'One', text: 'two lines' },
    { kind: 'skipped', why: 'unfinished' },
    { kind: 'opening', title: 'Three' },
    { kind: 'skipped', why: 'no-opening' },
  ])
})

test('A page without an opening says so', () => {
  expect(items('<!doctype html><title>Hello</title>')).toEqual([{ kind: 'skipped', index: 1, line: 1, name: '', why: 'no-opening' }])
})

const rss = `<?xml version="1.0"?>
<!DOCTYPE rss [<!ENTITY far SYSTEM "https://far.example/"><!ENTITY lol "lollollol">]>
<rss version="2.0" xmlns:job="https://jobs.example.org/ns"><channel><title>Jobs</title><link>https://jobs.example.org</link>
<item><title><![CDATA[Gardener <part-time>]]></title><link>https://jobs.example.org/1</link><pubDate>Mon, 06 Sep 2027 16:20:00 +0000</pubDate>
<job:company>Fjordlicht</job:company><job:location>Bergen</job:location>
<description><![CDATA[<p>Roses</item> &amp; <i>herbs</i>.</p>]]></description></item>
<item><title>B&uuml;ro &far; &lol; &xconstructor; &#8211; &#xZZ;</title><guid>https://jobs.example.org/2</guid></item>
<item><description>Nothing</description></item>
<item><title>Cut off</title>`

test('An RSS feed is read entry by entry; nothing it declares is looked up', () => {
  expect(read(rss)).toMatchObject({
    format: 'feed',
    items: [
      {
        kind: 'opening',
        index: 1,
        line: 4,
        title: 'Gardener',
        company: 'Fjordlicht',
        place: 'Bergen',
        postedOn: '2027-09-06',
        link: 'https://jobs.example.org/1',
        text: 'Roses & herbs.',
      },
      { title: 'Büro &far; &lol; &xconstructor; – &#xZZ;', link: 'https://jobs.example.org/2' },
      { kind: 'skipped', why: 'no-opening' },
      { kind: 'skipped', why: 'unfinished', line: 9 },
    ],
  })
})

test('An Atom feed is read as well', () => {
  const text = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Jobs</title><entry><title type="html">Cook</title><link rel="edit" href="https://e.example/"/><link href="https://jobs.example.org/3?a=1&amp;b=2"/><published>2027-03-04T23:30:00-05:00</published><content type="xhtml"><div><p>Soup</p></div></content></entry></feed>`
  expect(items(text)).toMatchObject([{ title: 'Cook', link: 'https://jobs.example.org/3?a=1&b=2', postedOn: '2027-03-04', text: 'Soup' }])
})

test('It does not matter how a file is cut when it is read', () => {
  const page = `<html>\n<script type="application/ld+json">${JSON.stringify(posting).replaceAll('</', '<\\/')}</script>\n<script type="application/ld+json">${JSON.stringify([posting, posting])}</script>`
  for (const [format, text] of [
    [feed, rss],
    [jobPosting, page],
    [jobPosting, JSON.stringify(posting)],
  ] as const) {
    const found: Item[] = []
    const sink = format.open({ at: () => {}, take: (item) => found.push(item), passOver: () => false })
    for (const sign of text) sink.push(sign)
    sink.end()
    expect(found).toEqual(items(text))
  }
})

test('A description is shortened at a word', () => {
  const [item] = items(JSON.stringify({ ...posting, description: 'word '.repeat(1000) }))
  expect(item).toMatchObject({ text: expect.stringMatching(/^(word ){200,240}…$/) })
})

test('Other pages of JSON and XML are none of these', () => {
  expect(detect('{"@type":"Person"}')).toBeUndefined()
  expect(detect('<?xml version="1.0"?><svg></svg>')).toBeUndefined()
})
