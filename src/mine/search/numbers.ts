/** A set of the numbers that an index gives to its records: one bit each. */
export class Numbers {
  readonly #bits: Uint32Array

  /** An empty set with room for the numbers below `size`, or a copy of another set. */
  constructor(from: number | Numbers) {
    this.#bits = typeof from === 'number' ? new Uint32Array((from + 31) >>> 5) : from.#bits.slice()
  }

  addAll(numbers: readonly number[]): this {
    const bits = this.#bits
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i] as number
      bits[number >>> 5] = (bits[number >>> 5] as number) | (1 << (number & 31))
    }
    return this
  }

  /** Adds what another set has. */
  join(other: Numbers): this {
    for (let i = 0; i < this.#bits.length; i++) this.#bits[i] = (this.#bits[i] as number) | (other.#bits[i] as number)
    return this
  }

  /** Keeps what another set has too. */
  meet(other: Numbers): this {
    for (let i = 0; i < this.#bits.length; i++) this.#bits[i] = (this.#bits[i] as number) & (other.#bits[i] as number)
    return this
  }

  /** Takes out what another set has. */
  leave(other: Numbers): this {
    for (let i = 0; i < this.#bits.length; i++) this.#bits[i] = (this.#bits[i] as number) & ~(other.#bits[i] as number)
    return this
  }

  has(number: number): boolean {
    return ((this.#bits[number >>> 5] as number) & (1 << (number & 31))) !== 0
  }

  get empty(): boolean {
    return this.#bits.every((bits) => bits === 0)
  }

  /** Calls back with each number, the smallest first. */
  each(call: (number: number) => void): void {
    for (let i = 0; i < this.#bits.length; i++) {
      let bits = this.#bits[i] as number
      while (bits !== 0) {
        const low = bits & -bits
        call((i << 5) + 31 - Math.clz32(low))
        bits ^= low
      }
    }
  }
}
