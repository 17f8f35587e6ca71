export const store = 'rows'
