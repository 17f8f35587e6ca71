import { defineConfig } from '@lingui/cli'
import { babelExtractor } from '@lingui/cli/api/extractors/babel'
import { formatter } from '@lingui/format-po'

const root = '<rootDir>/src'
/** Where errors are thrown that a page shows. The vault and the server speak English and know no catalogue. */
const refusing = ['vault', 'server/problem.ts', 'server/hosts.ts', 'server/auth', 'web/opening.ts', 'web/session.ts']
const refuses = new RegExp(`/src/(?:${refusing.map((path) => path.replace('.', '\\.')).join('|')})`)
const sentence = /(?<!\w)(?:'(\p{Lu}[^'\\\n]*[.?])'|"(\p{Lu}[^"\\\n]*[.?])"|`(\p{Lu}[^`\\\n]*[.?])`)/gu

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'de'],
  catalogs: [
    {
      path: `${root}/web/locales/{locale}`,
      include: [`${root}/web`, `${root}/mine`, `${root}/sample`, `${root}/formats`, `${root}/kernel`],
      exclude: ['**/*.test.ts', '**/*.test.tsx', `${root}/web/opening.ts`, `${root}/web/session.ts`],
    },
    {
      path: `${root}/web/locales/errors/{locale}`,
      include: refusing.map((path) => `${root}/${path}`),
      exclude: ['**/*.test.ts', '**/*testing.ts', '**/golden/**'],
    },
  ],
  extractors: [
    {
      // An error is told apart by its sentences: each whole one is its own id, with `{0}` for what is put in.
      match: (file) => refuses.test(file) && file.endsWith('.ts'),
      extract(file, code, found) {
        for (const match of code.matchAll(sentence)) {
          let holes = 0
          const text = (match[1] ?? match[2] ?? match[3] ?? '').replace(/\$\{[^}]*\}/g, () => `{${holes++}}`)
          if (!text.includes('$')) found({ id: text, message: text, origin: [file, 1] })
        }
      },
    },
    babelExtractor,
  ],
  format: formatter({ lineNumbers: false, origins: false }),
})
