import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

const quiet = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
  '--disable-dev-shm-usage',
]

/** The Chromium of this machine, or the one that comes from npm on a bare Linux. */
async function executable(): Promise<{ path: string; args: string[] }> {
  const own = [process.env['KITH_BROWSER'], ...installed].find((path) => path !== undefined && existsSync(path))
  if (own !== undefined) return { path: own, args: [] }
  // A bare Debian lacks libnss3 and libexpat; with this runtime name the package unpacks its own.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x'
  // It unpacks into the folder for temporary files, for its owner alone: each account gets a folder of its own.
  const before = process.env['TMPDIR']
  const folder = join(tmpdir(), `kith-browser-${process.getuid?.() ?? 'own'}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  process.env['TMPDIR'] = folder
  let path: string
  try {
    path = await (await import('@sparticuz/chromium')).default.executablePath()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
  const libraries = process.env['LD_LIBRARY_PATH'] ?? ''
  if (!libraries.includes(`${folder}/al2023`))
    process.env['LD_LIBRARY_PATH'] = [`${folder}/al2023/lib`, libraries].filter(Boolean).join(':')
  // The package's own list of fonts names a folder in which they do not lie here; without any font the page crashes.
  const fonts = join(folder, 'fonts.conf')
  writeFileSync(
    fonts,
    `<?xml version="1.0"?>\n<fontconfig><dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>\n`,
  )
  process.env['FONTCONFIG_FILE'] = fonts
  return { path, args: ['--headless=shell', '--single-process=false'] }
}

/** Starts a headless Chromium. Close it yourself. */
export async function openBrowser(): Promise<Browser> {
  const { path, args } = await executable()
  const root = process.getuid?.() === 0
  return await chromium.launch({
    executablePath: path,
    headless: true,
    args: [...quiet, ...args.filter((arg) => !arg.includes('single')), ...(root ? ['--no-sandbox'] : [])],
  })
}

/** A profile whose stores lie in a folder on disk, to be searched after it is closed. */
export async function openProfileOnDisk(folder: string): Promise<BrowserContext> {
  const { path, args } = await executable()
  const own = [...quiet, ...args.filter((arg) => !arg.includes('single')), ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  return await chromium.launchPersistentContext(folder, {
    executablePath: path,
    headless: true,
    args: own,
    locale: 'en-GB',
    reducedMotion: 'reduce',
  })
}

/** How a page is looked at: its width and its light. */
export interface Look {
  readonly width?: number
  readonly height?: number
  readonly theme?: 'light' | 'dark'
  readonly zone?: string
  readonly touch?: boolean
  /** The language that the browser asks for. */
  readonly locale?: string
}

/** A profile of its own (cookies, stores) in the browser, with the faults of its pages collected. */
export async function newProfile(browser: Browser, look: Look = {}): Promise<{ context: BrowserContext; page: Page; faults: string[] }> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1280, height: look.height ?? 832 },
    colorScheme: look.theme ?? 'light',
    timezoneId: look.zone ?? 'Europe/Lisbon',
    locale: look.locale ?? 'en-GB',
    reducedMotion: 'reduce',
    hasTouch: look.touch ?? false,
  })
  const page = await context.newPage()
  return { context, page, faults: collectFaults(page) }
}

/** Collects what must never happen on a page: an uncaught error, an error on the console, a violated Content Security Policy. */
export function collectFaults(page: Page): string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('console', (message) => {
    const text = message.text()
    // A request that fails because a journey takes the network away is what the journey is about.
    if (message.type() === 'error' && !/Failed to load resource|net::ERR_/.test(text)) faults.push(`console: ${text}`)
  })
  page.on('request', (request) => {
    if (request.url().includes('csp-report')) faults.push(`csp: ${request.postData() ?? ''}`)
  })
  return faults
}
