const { subtle: hidden } = globalThis.crypto

export const digest = hidden
