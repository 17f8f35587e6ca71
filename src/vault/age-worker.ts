import { type AgeFor, type AgeWith, openAge, sealAge } from './age.ts'
import type { Bytes } from './bytes.ts'

/** What the worker is asked to do. */
export type AgeOrder = { readonly seal: Bytes; readonly whom: AgeFor } | { readonly open: Bytes; readonly secret: AgeWith }

// Stretching a passphrase takes seconds; here the page does not stand still meanwhile. It lives for one file.
addEventListener('message', (message: MessageEvent<AgeOrder>) => {
  const order = message.data
  const work = 'seal' in order ? sealAge(order.seal, order.whom).then((value) => ({ ok: true, value })) : openAge(order.open, order.secret)
  work.then(
    (answer) => postMessage(answer),
    () => postMessage(null),
  )
})
