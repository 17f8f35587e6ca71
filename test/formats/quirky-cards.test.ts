import { expect, test } from 'vitest'
import { readBytes } from '../../src/formats/read.ts'
import { quirkyCard, quirkyStranger } from './quirky-cards.ts'

test('Three hundred cards, written in all the ways that programs write them, say what was meant', () => {
  for (let n = 0; n < 300; n++) {
    const { truth, bytes } = quirkyCard(`card ${n}`)
    const { format, items } = readBytes(bytes)
    expect(format).toBe('vcard')
    const said = new TextDecoder().decode(bytes)
    expect(items, said).toMatchObject([{ kind: 'person', index: 1, ...truth, dates: expect.any(Array) }])
    const [item] = items
    if (item?.kind === 'person') expect(item.dates.toSorted(byDay), said).toEqual(truth.dates.toSorted(byDay))
  }
})

const byDay = (one: { what: string }, other: { what: string }): number => (one.what < other.what ? -1 : 1)

test('Companies, groups, places and cards of nobody are skipped, each for its reason', () => {
  for (let n = 0; n < 60; n++) {
    const { why, bytes } = quirkyStranger(`stranger ${n}`)
    expect(readBytes(bytes).items, new TextDecoder().decode(bytes)).toMatchObject([{ kind: 'skipped', why }])
  }
})
