interface Policy {
  createScriptURL(url: string): string
}

/** The part of the Trusted Types API that is used here; browsers without it take plain texts. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy
}

/** What the build makes, and what the development server hands out in its place. */
const own = /^\/(assets\/[\w-]+\.js|(?:@fs\/|src\/|[\w-]+\/)[\w./-]+\.ts|sw\.js)$/

let policy: Policy | undefined

/**
 * A script address that a page under `trusted-types kith` accepts for its workers: only scripts of
 * this origin that the build made. The page allows one policy of this name, so this is the one place
 * that makes it, at first use.
 */
export function trustedScript(url: string): string {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes
  policy ??= types?.createPolicy('kith', { createScriptURL: checked }) ?? { createScriptURL: checked }
  return policy.createScriptURL(url)
}

function checked(url: string): string {
  const { origin, href } = globalThis.location
  const parsed = new URL(url, href)
  if (parsed.origin !== origin || !own.test(parsed.pathname)) throw new TypeError('This script is not one of the program.')
  return parsed.href
}
