import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')

test('every text of the code is in the catalog; otherwise run "npm run texts"', { timeout: 60_000 }, () => {
  const done = spawnSync(process.execPath, [join(root, 'node_modules/@lingui/cli/dist/lingui.js'), 'check', 'sync', '--clean', '--overwrite'], { cwd: root, encoding: 'utf8' })
  expect(done.status, `${done.stdout}${done.stderr}`).toBe(0)
})
