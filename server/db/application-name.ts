const product = 'openaccount'

/** How a connection of ours calls itself at the database; `use` says what it is for, unless it serves requests. */
export function applicationName(use?: string): string {
  return use === undefined ? product : `${product} ${use}`
}

/** What finds all of them, for `like`. */
export const ourConnections = `${product}%`
