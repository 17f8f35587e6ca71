/**
 * Writes one line about something unexpected to standard error. It names the route's pattern and
 * the kind of error, never an address, a body or an error's own text, which may carry content.
 */
export function note(about: { readonly route: string; readonly kind: string; readonly code: string }): void {
  process.stderr.write(`Kith met an error: ${about.kind}${about.code === '' ? '' : ` (${about.code})`} at ${about.route}\n`)
}
