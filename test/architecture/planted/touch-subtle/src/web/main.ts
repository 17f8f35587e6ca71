const { crypto: c } = globalThis

export const digest = c.subtle
