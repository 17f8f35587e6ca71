import { readdirSync } from 'node:fs'

/** One measured figure against its bar. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly bar: number
  readonly ok: boolean
}

const here = new URL('.', import.meta.url)
const all = readdirSync(here)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts' && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
  .sort()
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const unknown = wanted.filter((word) => !all.includes(word))
if (unknown.length > 0) {
  console.error(`There is no bench named ${unknown.join(', ')}. There are: ${all.join(', ')}.`)
  process.exit(2)
}

let missed = 0
for (const name of wanted.length > 0 ? wanted : all) {
  const bench: { run?: () => Promise<readonly Figure[]> } = await import(new URL(`${name}.ts`, here).href)
  // A module without figures of its own is a part of another bench.
  if (bench.run === undefined) continue
  for (const figure of await bench.run()) {
    console.log(JSON.stringify(figure))
    if (!figure.ok) {
      missed++
      console.error(`${figure.name}: ${figure.value} ${figure.unit}, the bar is ${figure.bar} ${figure.unit}.`)
    }
  }
}
process.exitCode = missed === 0 ? 0 : 1
