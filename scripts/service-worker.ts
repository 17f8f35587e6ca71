// Builds the service worker beside the pages, with the list of their files written into it.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { build, type Plugin } from 'vite'

const NAME = 'sw.js'

/** The addresses of all files of a build, in a fixed order. */
function addresses(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).split(sep).join('/'))
    .filter((path) => path !== `/${NAME}` && !path.endsWith('.br'))
    .sort()
}

/** A part of the build that makes `/sw.js`: one file, whose content changes whenever any file of the program does. */
export function serviceWorker(): Plugin {
  let root = ''
  let folder = ''
  return {
    name: 'kith-service-worker',
    apply: 'build',
    configResolved(config) {
      root = config.root
      folder = resolve(config.root, config.build.outDir)
    },
    async closeBundle() {
      const files = addresses(folder)
      const sum = createHash('sha256')
      for (const path of files) sum.update(path).update(readFileSync(join(folder, path)))
      await build({
        configFile: false,
        root,
        publicDir: false,
        logLevel: 'warn',
        define: { KITH_FILES: JSON.stringify(files), KITH_BUILD: JSON.stringify(sum.digest('hex').slice(0, 16)) },
        build: {
          outDir: folder,
          emptyOutDir: false,
          target: 'es2023',
          modulePreload: false,
          reportCompressedSize: false,
          rollupOptions: { input: join(root, 'service-worker.ts'), output: { format: 'iife', entryFileNames: NAME } },
        },
      })
    },
  }
}
