import { argon2, type Stretch } from './argon2.ts'

// The only script of the page that may compile WebAssembly; it lives for one derivation.
addEventListener('message', (message: MessageEvent<Stretch>) => {
  argon2(message.data).then(
    (out) => postMessage({ ok: true, out }),
    () => postMessage({ ok: false }),
  )
})
