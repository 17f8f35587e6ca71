import type { MessageLog } from '../../formats/message-log.ts'
import { fitLogistic, type Model, predict } from './logistic.ts'
import { chanceOfQuiet, fading, ownRhythm, USUAL_RHYTHM } from './warmth.ts'

/** How well a forecast of "no contact in the next 30 days" tells quiet ties from others. */
export interface Quality {
  /** Chance that a tie that went quiet was ranked above one that did not; 0.5 is a coin. */
  readonly auc: number
  /** Average precision: the mean share of true alarms at each true alarm, from the surest down. */
  readonly ap: number
  /** Mean squared difference between forecast and outcome. */
  readonly brier: number
  /** Expected calibration error over ten equally wide classes of forecast. */
  readonly ece: number
}

/** What an evaluation found. */
export interface Evaluation extends Quality {
  /** Different ties that were judged at least once. */
  readonly ties: number
  /** Judgements: one for each tie and snapshot. */
  readonly rows: number
  /** Share of the judgements after which the tie did go quiet. */
  readonly quiet: number
  /** Days of the snapshots, counted from the first message. */
  readonly snapshots: readonly number[]
  readonly baselines: {
    readonly recency: Quality
    readonly frequency: Quality
    readonly recencyFrequency: Quality
    readonly overdue: Quality
  }
}

/** Days of the snapshots that are judged, and of those on which the baselines are fitted. */
export const SNAPSHOTS: readonly number[] = [180, 210, 240]
const FITTED: readonly number[] = [90, 120, 150]

/** Days before a snapshot that are looked at, days within which the last contact lies, and days ahead. */
const WINDOW = 180
const RECENT = 30
const AHEAD = 30
const LEAST_DAYS = 3
/** Days back over which the baseline counts how often there was contact. */
const OFTEN = 90

/** The contact days of two people, ascending, and who wrote on each: bit 1 the one with the lower number, bit 2 the other. */
interface Pair {
  readonly days: number[]
  readonly wrote: number[]
}

/** One tie at one snapshot. */
interface Judgement {
  readonly tie: number
  /** Days since the last contact. */
  readonly elapsed: number
  /** Contact days within the last 90 days, as far back as the baselines can look when they are fitted. */
  readonly often: number
  /** F1 over the window with each contact day counting 1. */
  readonly recent: number
  /** Days since the last contact over the tie's own rhythm (F4). */
  readonly ratio: number
  /** 1 when there was no contact in the days ahead, else 0. */
  readonly quiet: number
}

/**
 * Judges F6 on real messages. Days are counted from the first message; a message to oneself is left
 * out. At each snapshot T a tie counts that has contact in both directions, at least three contact
 * days in the 180 days before T, and its last contact at most 30 days before T. The outcome is no
 * contact in (T, T+30]. The constants of F6 stay as they are; the baselines (logistic regressions on
 * recency, on frequency, on both, and on the time since contact over one's own rhythm) are fitted on
 * earlier snapshots only.
 *
 * @param snapshots days after the first message, each later than the window needs
 * @returns null when no tie can be judged, or all of them ended the same way
 */
export function evaluate(log: MessageLog, snapshots: readonly number[] = SNAPSHOTS): Evaluation | null {
  const pairs = pairsOf(log)
  const judged = judge(pairs, snapshots)
  const outcome = judged.map((row) => row.quiet)
  if (outcome.every((quiet) => quiet === outcome[0])) return null
  const past = judge(pairs, FITTED)
  const fitted = (features: (row: Judgement) => readonly number[]): Quality => {
    const model: Model = fitLogistic(
      past.map(features),
      past.map((row) => row.quiet),
    )
    return qualityOf(
      judged.map((row) => predict(model, features(row))),
      outcome,
    )
  }
  return {
    ties: new Set(judged.map((row) => row.tie)).size,
    rows: judged.length,
    quiet: sum(outcome) / outcome.length,
    snapshots: [...snapshots],
    ...qualityOf(
      judged.map((row) => chanceOfQuiet(row.recent)),
      outcome,
    ),
    baselines: {
      recency: fitted((row) => [Math.log1p(row.elapsed)]),
      frequency: fitted((row) => [Math.log(row.often)]),
      recencyFrequency: fitted((row) => [Math.log1p(row.elapsed), Math.log(row.often)]),
      overdue: fitted((row) => [Math.log1p(row.ratio)]),
    },
  }
}

const DAY = 86_400

function pairsOf({ time, from, to }: MessageLog): Pair[] {
  let first = Number.POSITIVE_INFINITY
  for (const at of time) if (at < first) first = at
  const order = Uint32Array.from(time.keys()).sort((a, b) => (time[a] as number) - (time[b] as number))
  const pairs = new Map<number, Pair>()
  for (const at of order) {
    const a = from[at] as number
    const b = to[at] as number
    if (a === b) continue
    const key = Math.min(a, b) * 2 ** 26 + Math.max(a, b)
    const day = Math.floor(((time[at] as number) - first) / DAY)
    let pair = pairs.get(key)
    if (pair === undefined) {
      pair = { days: [], wrote: [] }
      pairs.set(key, pair)
    }
    const last = pair.days.length - 1
    const who = a < b ? 1 : 2
    if (pair.days[last] === day) pair.wrote[last] = (pair.wrote[last] as number) | who
    else {
      pair.days.push(day)
      pair.wrote.push(who)
    }
  }
  // In one order whatever the order of the file, so that sums come out the same to the last digit.
  return [...pairs].sort(([a], [b]) => a - b).map(([, pair]) => pair)
}

function judge(pairs: readonly Pair[], snapshots: readonly number[]): Judgement[] {
  return snapshots.flatMap((snapshot) =>
    pairs.flatMap((pair, tie) => {
      const row = judgeOne(pair, snapshot)
      return row === undefined ? [] : [{ tie, ...row }]
    }),
  )
}

function judgeOne({ days, wrote }: Pair, snapshot: number): Omit<Judgement, 'tie'> | undefined {
  // A snapshot is the instant so many whole days after the first message: day T itself lies ahead of it.
  let end = days.length
  while (end > 0 && (days[end - 1] as number) >= snapshot) end--
  const last = days[end - 1]
  if (last === undefined || snapshot - last > RECENT) return undefined
  let count = 0
  let often = 0
  let recent = 0
  let who = 0
  const gaps: number[] = []
  for (let at = end - 1; at >= 0 && snapshot - (days[at] as number) <= WINDOW; at--) {
    const ago = snapshot - (days[at] as number)
    count++
    if (ago <= OFTEN) often++
    recent += fading(ago)
    who |= wrote[at] as number
    if (at > 0 && gaps.length < 12) gaps.push((days[at] as number) - (days[at - 1] as number))
  }
  if (count < LEAST_DAYS || who !== 3) return undefined
  const elapsed = snapshot - last
  const next = days[end]
  const quiet = next === undefined || next >= snapshot + AHEAD ? 1 : 0
  return { elapsed, often, recent, ratio: elapsed / ownRhythm(gaps, USUAL_RHYTHM), quiet }
}

/** Area under the ROC curve, average precision (tied forecasts share their place), Brier score and calibration error. */
export function qualityOf(forecasts: readonly number[], outcomes: readonly number[]): Quality {
  const order = forecasts.map((_, at) => at).sort((a, b) => (forecasts[b] as number) - (forecasts[a] as number))
  const positives = sum(outcomes)
  const negatives = outcomes.length - positives
  let seen = 0
  let hits = 0
  let auc = 0
  let ap = 0
  for (let at = 0; at < order.length; ) {
    const value = forecasts[order[at] as number]
    let tied = 0
    let tiedHits = 0
    for (; at < order.length && forecasts[order[at] as number] === value; at++) {
      tied++
      tiedHits += outcomes[order[at] as number] as number
    }
    auc += (tied - tiedHits) * (hits + tiedHits / 2)
    seen += tied
    hits += tiedHits
    ap += (tiedHits / positives) * (hits / seen)
  }
  let brier = 0
  const bins = Array.from({ length: 10 }, () => ({ n: 0, forecast: 0, outcome: 0 }))
  forecasts.forEach((forecast, at) => {
    const outcome = outcomes[at] as number
    brier += (forecast - outcome) ** 2
    const bin = bins[Math.min(9, Math.floor(forecast * 10))]
    if (bin === undefined) return
    bin.n++
    bin.forecast += forecast
    bin.outcome += outcome
  })
  const ece = sum(bins.map((bin) => Math.abs(bin.forecast - bin.outcome))) / forecasts.length
  return { auc: auc / (positives * negatives), ap, brier: brier / forecasts.length, ece }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
