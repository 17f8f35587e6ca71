// Draws the icons of the installed program from the mark in src/web/public/favicon.svg.
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openBrowser } from '../test/stage/browser.ts'

const web = join(import.meta.dirname, '../src/web/public')
const mark = readFileSync(join(web, 'favicon.svg'), 'utf8')
/** `share`: how much of the width the mark takes. Systems cut a maskable icon down to its middle four fifths. */
const icons = [
  { name: '180', size: 180, share: 0.74, paper: true },
  { name: '192', size: 192, share: 1, paper: false },
  { name: '512', size: 512, share: 1, paper: false },
  { name: '512-maskable', size: 512, share: 0.66, paper: true },
] as const

mkdirSync(join(web, 'icons'), { recursive: true })
const browser = await openBrowser()
try {
  for (const { name, size, share, paper } of icons) {
    const page = await browser.newPage({ viewport: { width: size, height: size } })
    const width = Math.round(size * share)
    await page.setContent(
      `<style>body{margin:0;height:100vh;display:grid;place-items:center;background:${paper ? '#fcfaf7' : 'transparent'}}svg{width:${width}px;height:${width}px}</style>${mark}`,
    )
    await page.screenshot({ path: join(web, 'icons', `${name}.png`), omitBackground: !paper })
    await page.close()
  }
} finally {
  await browser.close()
}
