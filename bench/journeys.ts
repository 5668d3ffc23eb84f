import { createHash } from 'node:crypto'
import { type BenchClient, type Peer, password, redirectUri, scopes } from './peer.ts'
import { type Answer, basic, type Cookies, form, type Step } from './walk.ts'

const verifier = 'a-code-verifier-of-at-least-forty-three-characters'
const challenge = createHash('sha256').update(verifier).digest('base64url')

/** What a client holds after a redemption or a refresh. */
export interface Tokens {
  readonly accessToken: string
  readonly refreshToken: string
}

type Journey<T> = Generator<Step, T, Answer>

/** A browser asks for a code, signs in where it is asked to, and comes back with the code; its client redeems that. */
export function* signIn(peer: Peer, client: BenchClient, person: string, cookies: Cookies): Journey<Tokens> {
  let answer = yield* visit(peer, authorizationPath(peer, client), cookies)
  if (answer.status === 200) answer = yield* submit(peer, answer, person, cookies)
  return yield* redeem(peer, client, codeOf(answer))
}

/** The same with a session, so that the code comes with the first answer. */
export function* codeWithSession(peer: Peer, client: BenchClient, cookies: Cookies): Journey<Tokens> {
  const answer = yield { path: authorizationPath(peer, client), headers: cookies.header() }
  cookies.keep(answer)
  return yield* redeem(peer, client, codeOf(answer))
}

export function* refresh(peer: Peer, { id, secret }: BenchClient, refreshToken: string): Journey<Tokens> {
  const fields = { grant_type: 'refresh_token', refresh_token: refreshToken }
  return tokensOf(yield { path: peer.paths.token, ...form(fields, basic(id, secret)) })
}

function* redeem(peer: Peer, { id, secret }: BenchClient, code: string): Journey<Tokens> {
  const fields = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier }
  return tokensOf(yield { path: peer.paths.token, ...form(fields, basic(id, secret)) })
}

/** Follows redirects on the peer's own origin. @returns a page, or the redirect to the client */
function* visit(peer: Peer, first: string, cookies: Cookies): Journey<Answer> {
  let path = first
  for (let hop = 0; hop < 8; hop += 1) {
    const answer = yield { path, headers: cookies.header() }
    cookies.keep(answer)
    const target = targetOf(peer, answer)
    if (target?.origin !== peer.origin) return answer
    path = target.pathname + target.search
  }
  throw new Error(`${first} leads round in circles`)
}

/** Fills in the page's form and goes on from there. */
function* submit(peer: Peer, page: Answer, username: string, cookies: Cookies): Journey<Answer> {
  const [, action = '', inside = ''] = /<form[^>]*\saction="([^"]*)"[^>]*>([\s\S]*?)<\/form>/.exec(page.body) ?? []
  const hidden = [...inside.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
    /\sname="([^"]*)"/.exec(input)?.[1] ?? '',
    (/\svalue="([^"]*)"/.exec(input)?.[1] ?? '').replaceAll('&amp;', '&'),
  ])
  const fields = { ...Object.fromEntries(hidden), username, password }
  const answer = yield { path: action.replaceAll('&amp;', '&'), ...form(fields, cookies.header()) }
  cookies.keep(answer)
  const target = targetOf(peer, answer)
  return target?.origin === peer.origin ? yield* visit(peer, target.pathname + target.search, cookies) : answer
}

function authorizationPath({ paths }: Peer, { id }: BenchClient): string {
  return `${paths.authorize}?${new URLSearchParams({
    client_id: id,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: scopes.join(' '),
    state: 'a-state',
    nonce: 'a-nonce',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  })}`
}

function targetOf({ origin }: Peer, { headers }: Answer): URL | undefined {
  const location = headers.get('location')?.[0]
  return location === undefined ? undefined : new URL(location, origin)
}

function codeOf({ status, headers, body }: Answer): string {
  const location = headers.get('location')?.[0]
  const code = location === undefined ? null : new URL(location, redirectUri).searchParams.get('code')
  if (code === null) throw new Error(`no code came (${status}): ${location ?? body.slice(0, 300)}`)
  return code
}

function tokensOf({ status, body }: Answer): Tokens {
  if (status !== 200) throw new Error(`no tokens came (${status}): ${body}`)
  const tokens = JSON.parse(body) as { access_token: string; refresh_token: string }
  return { accessToken: tokens.access_token, refreshToken: tokens.refresh_token }
}
