export const words = async () => import('@scure/bip39/wordlists/english.js')
