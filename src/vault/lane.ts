/** Runs pieces of work one after the other, in the order in which they were asked for. */
export class Lane {
  #last: Promise<unknown> = Promise.resolve()

  /** Runs `work` when everything before it has ended, well or not. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work)
    this.#last = mine.catch(() => undefined)
    return mine
  }

  /** Resolves when everything asked for so far has ended. */
  async rest(): Promise<void> {
    await this.#last
  }
}
