import type { IndexWords, Places } from './search-index.ts'

/** The form that this program writes. One that is newer or older is not read: the index is made again. */
const VERSION = 1

interface Head {
  readonly v: number
  /** The language that was spoken: some words of the index are the program's own, such as "Lunch". */
  readonly locale: string
  /** Lengths of the parts that follow, in bytes. */
  readonly parts: readonly number[]
}

/**
 * The words of an index as bytes, for sealing: a head in JSON with its length before it, then the ids, the
 * stamps, and for names and texts the terms and the numbers of each, as steps from one to the next.
 */
export function written({ ids, stamps, names, texts }: IndexWords, locale: string): Uint8Array {
  const encoder = new TextEncoder()
  const parts = [
    encoder.encode(ids.join('\n')),
    new Uint8Array(Float64Array.from(stamps).buffer),
    ...[names, texts].flatMap((places) => [encoder.encode([...places.keys()].join('\n')), steps(places)]),
  ]
  const head = encoder.encode(JSON.stringify({ v: VERSION, locale, parts: parts.map(({ length }) => length) } satisfies Head))
  const all = new Uint8Array(4 + head.length + parts.reduce((sum, { length }) => sum + length, 0))
  new DataView(all.buffer).setUint32(0, head.length)
  all.set(head, 4)
  let at = 4 + head.length
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** Reads what {@link written} wrote; null when it is another form, another language, or not whole. */
export function readWords(bytes: Uint8Array, locale: string): IndexWords | null {
  try {
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
    const decoder = new TextDecoder()
    const head = JSON.parse(decoder.decode(bytes.subarray(4, 4 + length))) as Head
    if (head.v !== VERSION || head.locale !== locale || head.parts.length !== 6) return null
    let at = 4 + length
    const [ids, stamps, nameTerms, nameSteps, textTerms, textSteps] = head.parts.map((size) => {
      at += size
      return bytes.subarray(at - size, at)
    }) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array]
    if (at !== bytes.length) return null
    const lines = (part: Uint8Array): string[] => (part.length === 0 ? [] : decoder.decode(part).split('\n'))
    const words = {
      ids: lines(ids),
      stamps: [...new Float64Array(stamps.slice().buffer)],
      names: places(lines(nameTerms), nameSteps),
      texts: places(lines(textTerms), textSteps),
    }
    return words.ids.length === words.stamps.length ? words : null
  } catch {
    return null
  }
}

/** For each term how many numbers it has, and each as the step from the one before; in groups of seven bits, the lowest first. */
function steps(all: Places): Uint8Array {
  let bytes = new Uint8Array(1 << 16)
  let at = 0
  const write = (value: number): void => {
    if (at + 5 > bytes.length) {
      const larger = new Uint8Array(bytes.length * 2)
      larger.set(bytes)
      bytes = larger
    }
    let left = value
    while (left > 127) {
      bytes[at++] = (left & 127) | 128
      left >>>= 7
    }
    bytes[at++] = left
  }
  for (const numbers of all.values()) {
    write(numbers.length)
    let before = 0
    for (const number of numbers) {
      write(number - before)
      before = number
    }
  }
  return bytes.subarray(0, at)
}

function places(terms: readonly string[], bytes: Uint8Array): Places {
  let at = 0
  const read = (): number => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]
      if (byte === undefined || shift > 28) throw new RangeError('not whole')
      value |= (byte & 127) << shift
      if (byte < 128) return value
    }
  }
  const all: Places = new Map()
  for (const term of terms) {
    const numbers: number[] = []
    let number = 0
    for (let left = read(); left > 0; left--) {
      number += read()
      numbers.push(number)
    }
    all.set(term, numbers)
  }
  if (at !== bytes.length) throw new RangeError('more than its terms')
  return all
}
