import { armor, generateIdentity, identityToRecipient } from 'age-encryption'
import { expect, test } from 'vitest'
import { openAge, sealAge } from './age.ts'

const text = new TextEncoder().encode('Ana knows every exception in the travel policy. '.repeat(4000))
const passphrase = 'boring fish card diesel leaf achieve'
// Stretching takes seconds on purpose: one file serves all tests of passphrases.
const sealed = await sealAge(text, { passphrase })

test('a sealed copy has the header of age v1 with one scrypt stanza of the usual strength', () => {
  // age-encryption.org/v1: version line, stanza, body of 32 bytes, and the line of the header's own authentication.
  const head = new TextDecoder('latin1').decode(sealed.subarray(0, 170))
  expect(head).toMatch(/^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} 18\n[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n/)
  // A nonce of 16 bytes, and 16 more for each begun 64 KiB of text.
  const headerLength = head.indexOf('\n', head.indexOf('\n---') + 1) + 1
  expect(sealed.length).toBe(headerLength + 16 + text.length + 16 * Math.ceil(text.length / 65_536))
})

test('it opens with its passphrase, in armour too, and with no other', async () => {
  expect(await openAge(sealed, { passphrase })).toEqual({ ok: true, value: new Uint8Array(text) })
  expect(await openAge(new TextEncoder().encode(armor.encode(sealed)), { passphrase })).toEqual({ ok: true, value: new Uint8Array(text) })
  expect(await openAge(sealed, { passphrase: `${passphrase} ` })).toEqual({ ok: false, reason: 'other-secret' })
})

test('what is cut off or changed is said to be damaged, what is no such file is said to be none', async () => {
  const identity = await generateIdentity()
  const copy = await sealAge(text, { recipient: await identityToRecipient(identity) })
  expect(await openAge(copy, { identity })).toEqual({ ok: true, value: new Uint8Array(text) })
  for (const cut of [40, 120, 200, 230, 65_800, copy.length - 1]) {
    expect(await openAge(copy.subarray(0, cut), { identity }), `cut at ${cut}`).toEqual({ ok: false, reason: 'cut-off' })
  }
  const changed = new Uint8Array(copy)
  changed[9000] = (changed[9000] ?? 0) ^ 1
  expect(await openAge(changed, { identity })).toEqual({ ok: false, reason: 'cut-off' })
  expect(await openAge(text, { identity })).toEqual({ ok: false, reason: 'not-age' })
  expect(await openAge(copy, { identity: await generateIdentity() })).toEqual({ ok: false, reason: 'other-secret' })
})
