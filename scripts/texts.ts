// Takes the English out of the rules when they are built for a page: there the catalogue has every text.
import type { Plugin } from 'vite'

const described = /(\bi18n\._\(\{\s*id: '[^'\n]+',\s*)message:\s*(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"),?\s*/g

/** A part of the build that leaves out of each text of a rule what the catalogue says anyway. */
export function textsOnce(): Plugin {
  return {
    name: 'kith-texts-once',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/.*\.tsx?$/, code: 'i18n._(' },
      handler: (code) => ({ code: code.replace(described, '$1'), map: null }),
    },
  }
}
