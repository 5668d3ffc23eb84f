import type { Config } from './config/config.ts'
import { isLoopback } from './config/values.ts'
import { GuardedPost } from './connectors/outgoing/guarded-post.ts'

/** How long an application has for its answer, in milliseconds: a person who signs out waits for it. */
const patience = 3_000

/**
 * What tells applications that a session has ended. It reaches where events may go; a server that is itself on loopback, which is to
 * say under development, also the applications that are developed beside it.
 */
export function logoutPost({ publicUrl, eventCallbackNetworks }: Pick<Config, 'publicUrl' | 'eventCallbackNetworks'>) {
  const local = isLoopback(new URL(publicUrl).hostname) ? ['127.0.0.0/8', '::1/128'] : []
  return new GuardedPost([...eventCallbackNetworks, ...local], patience)
}
