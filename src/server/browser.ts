import { spawn } from 'node:child_process'

/** The command that opens an address in the person's browser, or undefined where there is no screen. */
export function opener(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): readonly [string, ...string[]] | undefined {
  if (platform === 'darwin') return ['open']
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  const screen = env['DISPLAY'] ?? env['WAYLAND_DISPLAY']
  return screen === undefined || screen === '' ? undefined : ['xdg-open']
}

/** Opens an address in the browser and answers whether something took it within a second or so. */
export async function openBrowser(link: string): Promise<boolean> {
  const command = opener(process.platform, process.env)
  if (command === undefined) return false
  const [name, ...args] = command
  return await new Promise((done) => {
    const child = spawn(name, [...args, link], { stdio: 'ignore', detached: true, windowsHide: true })
    const given = setTimeout(() => done(true), 1_500)
    child.once('error', () => {
      clearTimeout(given)
      done(false)
    })
    child.once('exit', (code) => {
      clearTimeout(given)
      done(code === 0)
    })
    child.unref()
  })
}
