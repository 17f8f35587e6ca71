/** A logistic regression: an intercept, and a weight for each feature. */
export interface Model {
  readonly weights: readonly number[]
}

/** Enough for these few features; Newton's steps settle within ten. */
const STEPS = 30
/** A trace of shrinkage, so that features that part the outcomes perfectly still give finite weights. */
const RIDGE = 1e-6

/**
 * Fits a logistic regression by Newton's method (iteratively reweighted least squares).
 *
 * @param rows features of each example, all of one length
 * @param outcomes 0 or 1 for each example
 */
export function fitLogistic(rows: readonly (readonly number[])[], outcomes: readonly number[]): Model {
  const size = (rows[0]?.length ?? 0) + 1
  let weights = new Array<number>(size).fill(0)
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((weight) => -RIDGE * weight)
    const hessian = Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (i === j ? RIDGE : 0)))
    rows.forEach((row, at) => {
      const features = [1, ...row]
      const chance = predict({ weights }, row)
      const spread = chance * (1 - chance)
      features.forEach((a, i) => {
        gradient[i] = (gradient[i] as number) + a * ((outcomes[at] as number) - chance)
        features.forEach((b, j) => {
          const line = hessian[i] as number[]
          line[j] = (line[j] as number) + a * b * spread
        })
      })
    })
    const move = solve(hessian, gradient)
    weights = weights.map((weight, i) => weight + (move[i] as number))
    if (Math.max(...move.map(Math.abs)) < 1e-9) break
  }
  return { weights }
}

/** The chance that a fitted model gives to an example. */
export function predict({ weights }: Model, row: readonly number[]): number {
  const sum = row.reduce((total, value, at) => total + value * (weights[at + 1] ?? 0), weights[0] ?? 0)
  return 1 / (1 + Math.exp(-sum))
}

/** Solves a small system of linear equations by elimination with pivots; a row that says nothing new moves nothing. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] as number])
  const size = rows.length
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let at = column + 1; at < size; at++) if (Math.abs(cell(rows, at, column)) > Math.abs(cell(rows, pivot, column))) pivot = at
    ;[rows[column], rows[pivot]] = [rows[pivot] as number[], rows[column] as number[]]
    const head = cell(rows, column, column)
    if (Math.abs(head) < 1e-12) continue
    for (let at = 0; at < size; at++) {
      if (at === column) continue
      const factor = cell(rows, at, column) / head
      const line = rows[at] as number[]
      for (let j = column; j <= size; j++) line[j] = (line[j] as number) - factor * cell(rows, column, j)
    }
  }
  return rows.map((row, at) => (Math.abs(row[at] as number) < 1e-12 ? 0 : (row[size] as number) / (row[at] as number)))
}

const cell = (rows: readonly (readonly number[])[], row: number, column: number): number => rows[row]?.[column] ?? 0
