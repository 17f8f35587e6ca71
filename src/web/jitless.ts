import * as z from 'zod/mini'

// First of all imports: the page's Content-Security-Policy forbids `new Function`, and a schema
// tries it while it is being made.
z.config({ jitless: true })
