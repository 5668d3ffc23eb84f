const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** Lifetimes in seconds. The first four are documented (api-7985173, api-8257728); the others are ours. */
export const lifetimes = {
  userAccessToken: 2 * hour,
  clientAccessToken: 1 * hour,
  /** Idle limit: each rotation starts it anew. */
  refreshToken: 30 * day,
  idToken: 2 * hour,
  authorizationCode: minute,
  deviceCode: 10 * minute,
  interaction: 30 * minute,
  /** Idle limit of a browser session: each authorization starts it anew. */
  session: 14 * day,
  /** Absolute limit of a chain of refresh tokens: it ends with its grant. */
  grant: 180 * day,
} as const
