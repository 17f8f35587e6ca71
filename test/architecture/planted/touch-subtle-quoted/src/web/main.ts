export const digest = globalThis.crypto['sub' + 'tle']
