export const secret = 'what Ana noticed about Tom'
export interface Book {
  readonly secret: string
}
