import module from 'node:module'

const load = module.createRequire(import.meta.url)

export const app = (name: string) => load(name)
