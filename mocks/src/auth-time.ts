/**
 * When the user signed in, in Unix seconds, where the request makes the id token say so: with `max_age` (OpenID Connect
 * Core section 2) or `prompt=login`, as on the server. The user of the mock signs in at that moment.
 */
export function authTimeOf(parameters: URLSearchParams, clock: () => number): number | undefined {
  const asksForIt = parameters.has('max_age') || parameters.get('prompt')?.split(' ').includes('login')
  return asksForIt ? Math.floor(clock() / 1000) : undefined
}
