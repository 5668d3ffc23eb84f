/**
 * Checks the address of a server, and takes the slash from its end.
 * @throws {TypeError} it does not begin with http or https, or has more than host and path
 */
export function checkedBaseUrl(baseUrl: string): string {
  // `localhost:3000` can be parsed: as an address of the scheme `localhost`.
  const isWeb = /^https?:\/\//i.test(baseUrl)
  if (!isWeb || !URL.canParse(baseUrl)) {
    // What follows `?` or stands before `@` may be a secret.
    const shown = String(baseUrl)
      .replace(/[?#].*$/s, '')
      .replace(/^.*@/s, '')
    throw new TypeError(`baseUrl must be an address such as https://accounts.example.com, not '${shown}'`)
  }
  const { username, password, search, hash, href } = new URL(baseUrl)
  if (username || password || search || hash) {
    throw new TypeError('baseUrl must not hold a user, a password, a query or a fragment')
  }
  return href.replace(/[/?#]+$/, '')
}
