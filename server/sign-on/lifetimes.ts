const minute = 60
const day = 24 * 60 * minute

/** Lifetimes of what a person's browser holds, in seconds; ours, and the same whichever protocol asks. */
export const signOnLifetimes = {
  /** How long a question to a person waits for its answer. */
  interaction: 30 * minute,
  /** Idle limit of a browser session: each authorization starts it anew. */
  session: 14 * day,
} as const
