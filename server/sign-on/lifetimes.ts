const minute = 60
const day = 24 * 60 * minute

/** Lifetimes of what a person's browser holds, in seconds; ours, and the same whichever protocol asks. */
export const signOnLifetimes = {
  /** How long a question to a person waits for its answer. */
  interaction: 30 * minute,
  /** Idle limit of a browser session: each authorization starts it anew. */
  session: 14 * day,
  /** Absolute limit of a session, counted from the sign-in (ASVS 5.0, 7.3.2). */
  longestSession: 30 * day,
  /** A session that nobody is signed in with, which holds a page's token and no more. */
  sessionOfNobody: 30 * minute,
} as const

/** How long a session may last from now on, in seconds. */
export function sessionSeconds({ accountId, loginTs = 0 }: { accountId?: string; loginTs?: number }): number {
  if (!accountId) return signOnLifetimes.sessionOfNobody
  const left = loginTs + signOnLifetimes.longestSession - Math.floor(Date.now() / 1000)
  return Math.max(1, Math.min(signOnLifetimes.session, left))
}
