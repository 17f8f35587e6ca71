import type { FastifyInstance } from 'fastify'

const policy = (script: string): string =>
  [
    "default-src 'none'",
    `script-src ${script}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types kith',
    'report-uri /api/csp-report',
  ].join('; ')

/** What a page of Kith may do: load its own files, nothing inline, nothing from elsewhere. */
export const PAGE_POLICY = policy("'self'")
/** The one worker that derives keys compiles WebAssembly, and it alone. */
export const KEY_WORKER_POLICY = policy("'self' 'wasm-unsafe-eval'")

const keyWorker = /^\/assets\/kdf-worker[^/]*\.js$/

const features = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'microphone',
  'midi',
  'payment',
  'usb',
]

/** Security headers on every answer, errors included. */
export function addHeaders(app: FastifyInstance, over: { readonly tls: boolean }): void {
  const permissions = features.map((feature) => `${feature}=()`).join(', ')
  app.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?', 1)[0] ?? ''
    reply.headers({
      'content-security-policy': keyWorker.test(path) ? KEY_WORKER_POLICY : PAGE_POLICY,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'permissions-policy': permissions,
      'origin-agent-cluster': '?1',
      'x-dns-prefetch-control': 'off',
    })
    if (over.tls) reply.header('strict-transport-security', 'max-age=31536000')
    if (path.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
}
