import type { Call } from '../call.ts'
import { accountCalls } from './account.ts'
import { oneAccessCalls } from './one-access.ts'
import { pageCalls } from './pages.ts'
import { protocolCalls } from './protocol.ts'

/** Every call that is measured. */
export const calls: readonly Call[] = [...protocolCalls, ...pageCalls, ...oneAccessCalls, ...accountCalls]
