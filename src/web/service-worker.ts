/** The files of this build and a name for them, written in by `scripts/service-worker.ts`. */
declare const KITH_FILES: readonly string[]
declare const KITH_BUILD: string

/** The part of a service worker's scope that is used here; the types of a page know none of it. */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Asked extends Lasting {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface Scope {
  addEventListener(type: 'install' | 'activate', listen: (event: Lasting) => void): void
  addEventListener(type: 'fetch', listen: (event: Asked) => void): void
  addEventListener(type: 'message', listen: (event: MessageEvent) => void): void
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
}
const scope = globalThis as unknown as Scope

const PREFIX = 'kith-program-'
const own = PREFIX + KITH_BUILD
const files = new Set(KITH_FILES)
/** Pages of the server itself. */
const servers = /^\/(?:api\/|healthz|readyz|metrics|scim\/)/

// Only the program lies here, the same for everybody. What the server keeps of a book never passes through.
async function fetchProgram(): Promise<void> {
  const cache = await caches.open(own)
  for (const path of files) {
    // A name with a hash means the same bytes for ever, so an older version's copy is as good.
    const kept = path.startsWith('/assets/') ? await caches.match(path, { ignoreVary: true }) : undefined
    const answer = kept ?? (await fetch(path, { cache: 'no-cache' }))
    if (!answer.ok || answer.redirected) throw new Error('a file of the program could not be fetched')
    await cache.put(path, answer)
  }
}

/** Keeps this version, and the one before it for the tabs that still run it. */
async function forgetOlder(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== own)
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)))
}

async function answer(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(own)
  const how = { ignoreVary: true }
  return (await cache.match(path, how)) ?? (await caches.match(path, how)) ?? (await fetch(request))
}

scope.addEventListener('install', (event) => event.waitUntil(fetchProgram()))
scope.addEventListener('activate', (event) => event.waitUntil(forgetOlder().then(() => scope.clients.claim())))
scope.addEventListener('message', (event) => {
  if (event.data === 'take-over') void scope.skipWaiting()
})
scope.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || servers.test(pathname)) return
  if (request.mode === 'navigate') {
    // Every screen is the same page, which knows its own screens.
    if (!/\.[a-z0-9]+$/i.test(pathname)) event.respondWith(answer('/index.html', request))
  } else if (files.has(pathname) || pathname.startsWith('/assets/')) event.respondWith(answer(pathname, request))
})
