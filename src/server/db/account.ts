import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { AppError } from '../../kernel/errors.ts'

/** An account of the operating system. */
export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** The system account that runs the database when Kith itself runs as root. */
const NAME = 'kith-db'

const accounts = (): Account[] =>
  readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((parts) => parts.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))

const creators: readonly (readonly [string, ...string[]])[] = [
  ['useradd', '--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', NAME],
  ['adduser', '-S', '-D', '-H', NAME],
]

/**
 * Who runs the database: nobody else than the person who started Kith, except for root, whom
 * PostgreSQL refuses. Then it is the account that owns the database's files already, or a system
 * account made for it.
 *
 * @param pgData the database's directory, which may not exist yet
 * @returns undefined when the database runs as the present user
 */
export function databaseAccount(pgData: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  if (existsSync(pgData)) {
    const { uid } = statSync(pgData)
    const owner = uid === 0 ? undefined : accounts().find((one) => one.uid === uid)
    if (owner !== undefined) return owner
  }
  const find = (): Account | undefined => accounts().find((one) => one.name === NAME)
  const path = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`
  for (const [command, ...args] of process.platform === 'linux' ? creators : []) {
    if (find() !== undefined) break
    spawnSync(command, args, { stdio: 'ignore', env: { PATH: path } })
  }
  const made = find()
  if (made !== undefined) return made
  throw new AppError('no-account', {
    what: 'Kith cannot start its database.',
    why: 'PostgreSQL refuses to run as root, and a system account for it could not be made.',
    next: 'Start Kith as an ordinary user.',
  })
}

/**
 * Makes sure that the account which runs the database for root can pass through every folder above
 * the data directory.
 *
 * @throws AppError that names the folder which is closed
 */
export function checkWayIn(data: string, account: Account): void {
  for (let folder = dirname(data); folder !== dirname(folder); folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder)
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if ((mode & bit) !== 0) continue
    throw new AppError('data-closed', {
      what: 'Kith cannot start its database.',
      why: `For root it runs under the account "${account.name}", which may not pass through ${folder}.`,
      next: `Open that folder for passing through (chmod o+x ${folder}), set KITH_DATA to another place such as /var/lib/kith, or start Kith as an ordinary user.`,
    })
  }
}
