import { i18n } from '@lingui/core'

/** Who started something; meetings and shared meals that nobody claimed count as both. */
export type Starter = 'me' | 'they' | 'both'

const word = (n: number): string =>
  [
    '',
    i18n._({ id: 'number.one', message: 'one' }),
    i18n._({ id: 'number.two', message: 'two' }),
    i18n._({ id: 'number.three', message: 'three' }),
    i18n._({ id: 'number.four', message: 'four' }),
    i18n._({ id: 'number.five', message: 'five' }),
    i18n._({ id: 'number.six', message: 'six' }),
  ][n] ?? String(n)

/**
 * Who started the last few times, in one sentence without judgement; undefined where fewer than three
 * are written. `name` is how they are called.
 */
export function startedText(started: readonly Starter[], name: string): string | undefined {
  const all = started.length
  if (all < 3) return undefined
  const mine = started.filter((one) => one === 'me').length
  const theirs = started.filter((one) => one === 'they').length
  if (mine === 0 && theirs === 0) return i18n._({ id: 'started.both', message: 'Lately you simply met' })
  if (mine === all) return i18n._({ id: 'started.all-mine', message: 'You started the last {all}', values: { all: word(all) } })
  if (theirs === all)
    return i18n._({ id: 'started.all-theirs', message: '{name} started the last {all}', values: { name, all: word(all) } })
  if (mine === theirs) return i18n._({ id: 'started.even', message: 'Each of you started as often' })
  const values = { name, all: word(all), some: word(Math.max(mine, theirs)) }
  return mine > theirs
    ? i18n._({ id: 'started.mine', message: 'You started {some} of the last {all}', values })
    : i18n._({ id: 'started.theirs', message: '{name} started {some} of the last {all}', values })
}
