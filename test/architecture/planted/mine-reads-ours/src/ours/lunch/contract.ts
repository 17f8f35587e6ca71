export type Round = string
