import { keepCompiledCode } from '../server/code-cache.ts'
import { say } from '../server/say.ts'

/** What each command's file exports. */
interface Command {
  readonly about: string
  run(args: string[]): Promise<number>
}

/** Every command, loaded only when it is asked for. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: () => import('./start.ts'),
  open: () => import('./open.ts'),
  log: () => import('./log.ts'),
  today: () => import('./today.ts'),
  find: () => import('./find.ts'),
  import: () => import('./import.ts'),
  watch: () => import('./watch.ts'),
  export: () => import('./export.ts'),
  evaluate: () => import('./evaluate.ts'),
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
  doctor: () => import('./doctor.ts'),
}

async function list(): Promise<string> {
  const lines = await Promise.all(Object.entries(commands).map(async ([name, load]) => `  kith ${name.padEnd(8)} ${(await load()).about}`))
  return `${lines.join('\n')}\n`
}

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || ['help', '--help', '-h'].includes(name)) {
    process.stdout.write(`Kith: a private book for the people you work with.\n${await list()}`)
    return 0
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load === undefined) {
    process.stderr.write(`Kith does not know "${name}". It knows:\n${await list()}`)
    return 2
  }
  try {
    return await (await load()).run(args)
  } catch (error) {
    say(error)
    return 1
  }
}

keepCompiledCode()
process.exitCode = await main(process.argv.slice(2))
