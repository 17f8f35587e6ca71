import { expect, test } from 'vitest'
import { readBytes } from '../../src/formats/read.ts'
import { quirkyCard } from './quirky-cards.ts'

test('Three hundred cards, written in all the ways that programs write them, say what was meant', () => {
  for (let n = 0; n < 300; n++) {
    const { truth, bytes } = quirkyCard(`card ${n}`)
    const { format, items } = readBytes(bytes)
    expect(format).toBe('vcard')
    expect(items, new TextDecoder().decode(bytes)).toMatchObject([{ kind: 'person', index: 1, ...truth }])
  }
})
