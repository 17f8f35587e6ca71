export const stand = 1
