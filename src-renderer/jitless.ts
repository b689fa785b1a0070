import { z } from 'zod'

// Imported before any schema is used: the content security policy forbids code made from strings,
// and already trying it would be reported as a violation.
z.config({ jitless: true })
