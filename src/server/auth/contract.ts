import * as z from 'zod/mini'

const b64 = z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.minLength(20), z.maxLength(512))
const uuid = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/))

/** `POST /api/session`: the token of a link that signs in once, or a slot with the proof of its secret. */
export const SignIn = z.union([z.strictObject({ token: b64 }), z.strictObject({ slot: uuid, proof: b64 })])
export type SignIn = z.infer<typeof SignIn>

/** `GET /api/session`, and the answer to signing in. */
export const Session = z.object({ owner: uuid, mode: z.enum(['solo', 'company']) })
export type Session = z.infer<typeof Session>

/** `POST /api/open`: a fresh link that signs in once. */
export const OpenLink = z.object({ link: z.string() })
export type OpenLink = z.infer<typeof OpenLink>
