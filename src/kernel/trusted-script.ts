interface Policy {
  createScriptURL(url: string): string
}

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy
}

let policy: Policy | undefined

/**
 * The address of a script of this product, marked as trusted for the browser. The page allows one
 * policy, named `kith`, and this is the only place that makes it. Only addresses of our own origin
 * pass; without Trusted Types the address is handed back as it is.
 */
export function trustedScript(url: string): string {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes
  if (factory === undefined) return url
  policy ??= factory.createPolicy('kith', { createScriptURL: ownScript })
  return policy.createScriptURL(url)
}

function ownScript(url: string): string {
  const { origin, href } = globalThis.location
  if (new URL(url, href).origin !== origin) throw new TypeError('Only scripts of this product may run.')
  return url
}
