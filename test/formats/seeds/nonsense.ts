import fc from 'fast-check'
import type { Seeds } from '../campaign.ts'

/** Bytes and texts without any sense. */
export const nonsenseSeeds: Seeds = {
  name: 'no format at all',
  files: [],
  generated: fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ maxLength: 80, unit: 'binary' }), fc.json({ maxDepth: 2 })),
}
