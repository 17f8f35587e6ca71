import { keepCompiledCode } from './code-cache.ts'

keepCompiledCode()
const { runServer } = await import('./run.ts')
process.exit(await runServer())
