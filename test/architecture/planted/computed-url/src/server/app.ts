export const where = (name: string) => new URL(`../${name}/book.ts`, import.meta.url)
