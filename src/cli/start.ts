import { runServer } from '../server/run.ts'

export const about = 'start Kith and open it in the browser'

/** Runs the server until it is asked to end. */
export async function run(_args: string[]): Promise<number> {
  return await runServer()
}
