import type { HandlersOf } from '../types.ts'
import { pending } from './pending.ts'

/** Every operation of the OneAccess API that is not the engine's. */
export const oneAccessHandlers = { ...pending } satisfies HandlersOf<'oneaccess'>
