export const all = import.meta.glob('../mine/*.ts')
