export const token = crypto.getRandomValues(new Uint8Array(32))
