import { z } from 'zod'

export const port = z.number()
