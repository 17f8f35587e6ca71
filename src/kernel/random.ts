/**
 * A small seeded generator (mulberry32 over a cyrb53 hash of the seed text). The same seed gives
 * the same draws on every device, which makes a day's plan repeatable. Not for keys.
 */
export interface Random {
  /** A number in [0, 1). */
  next(): number
  /** An integer in [0, n). */
  below(n: number): number
  /** One element of a list that is not empty. */
  pick<T>(list: readonly T[]): T
}

/** A 32-bit hash of a text, well mixed; used to seed draws and to break ties. */
export function hash32(text: string): number {
  let h1 = 0xdeadbeef
  let h2 = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    h1 = Math.imul(h1 ^ c, 2_654_435_761)
    h2 = Math.imul(h2 ^ c, 1_597_334_677)
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2_246_822_507) ^ Math.imul(h2 ^ (h2 >>> 13), 3_266_489_909)
  return h1 >>> 0
}

/** A generator for a seed text. */
export function seeded(seed: string): Random {
  let a = hash32(seed)
  const next = (): number => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number): number => Math.floor(next() * n)
  return { next, below, pick: (list) => list[below(list.length)] as (typeof list)[number] }
}
