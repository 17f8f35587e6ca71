import type { Seeds } from '../campaign.ts'

const record = (i: number): string =>
  `{"kind":"person","id":"00000000-0000-4000-8000-00000000000${i}","v":1,"changed":"2026-01-01T00:00:00Z","name":"Ana \\"${i}\\" {["}`

const archive = (count: number): string =>
  `{"kith": 1, "exported": "2026-01-01T00:00:00Z", "records": [\n${Array.from({ length: count }, (_, i) => record(i)).join(',\n')}\n]}\n`

export const kithSeeds: Seeds = {
  name: 'archives of Kith',
  files: [archive(6), archive(1), archive(0)].map((text) => new TextEncoder().encode(text)),
  barbs: ['"kith": 1,', '"records": [', '}', '\\"', '[[', '}]'],
}
