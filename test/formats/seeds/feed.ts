import fc from 'fast-check'
import type { Seeds } from '../campaign.ts'

const rss = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:job="https://jobs.example.org/ns"><channel><title>Jobs</title>
<item><title><![CDATA[Gardener]]></title><link>https://jobs.example.org/1</link><pubDate>Mon, 06 Sep 2027 16:20:00 +0000</pubDate><job:location>Bergen</job:location><description>&lt;p&gt;Roses&lt;/p&gt;</description></item>
<item><title>B&uuml;ro</title><guid>https://jobs.example.org/2</guid></item>
</channel></rss>`
const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">Cook</title><link rel='alternate' href="https://jobs.example.org/3"/><published>2027-03-04T23:30:00-05:00</published><content type="xhtml"><div><p>Soup</p></div></content></entry></feed>`

const text = fc.oneof(
  fc.constantFrom(
    'Gardener',
    'https://jobs.example.org/1',
    'Mon, 06 Sep 2027 16:20:00',
    '&amp;&lt;&#8211;&nope;',
    '<![CDATA[<b>]]>',
    '<p>a</p>',
    '<!-- c -->',
    '',
  ),
  fc.string({ maxLength: 10, unit: 'binary' }),
)
const name = fc.constantFrom('title', 'link', 'description', 'pubDate', 'job:location', 'content:encoded', 'guid', 'category', 'item', 'x')
const part = fc
  .tuple(name, fc.constantFrom('', ' a="b>c"', " href='https://e.example/' rel=alternate", ' ="'), text, fc.nat(9))
  .map(([tag, attributes, inner, way]) =>
    way === 0 ? `<${tag}${attributes}/>` : way === 1 ? `<${tag}${attributes}>${inner}` : `<${tag}${attributes}>${inner}</${tag}>`,
  )
const entry = fc
  .tuple(fc.constantFrom('item', 'entry', 'atom:entry'), fc.array(part, { maxLength: 6 }))
  .map(([tag, parts]) => `<${tag}>${parts.join('')}</${tag}>`)

export const feedSeeds: Seeds = {
  name: 'feeds',
  files: [rss, atom].map((one) => new TextEncoder().encode(one)),
  barbs: [
    '<item>',
    '</item>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<entry ',
    '/>',
    '&#x110000;',
    '&amp;',
    "='",
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '<title>',
  ],
  generated: fc
    .tuple(
      fc.constantFrom('<rss>', '<rdf:RDF a="b">', '<feed>', '<?xml version="1.0"?><rss version="2.0"><channel>'),
      fc.array(entry, { maxLength: 4 }),
    )
    .map(([head, entries]) => head + entries.join('\n')),
}
