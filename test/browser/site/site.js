// A public client that lives in the browser: code with PKCE, session management, session check. Written against the
// standards alone, as somebody else's site would be.

const { issuer, clientId, scope } = document.documentElement.dataset
const redirectUri = `${location.origin}/callback`
const output = document.getElementById('result')

function base64url(bytes) {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)))

async function json(response) {
  const body = await response.json()
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${JSON.stringify(body)}`)
  return body
}

/** Where the issuer says that its endpoints are (OpenID Connect Discovery 1.0 section 4). */
const configuration = async () => json(await fetch(`${issuer}/.well-known/openid-configuration`))

/** Leaves for the sign-in. */
async function signIn(extra = {}) {
  const [verifier, state, nonce] = [random(), random(), random()]
  sessionStorage.setItem('pending', JSON.stringify({ verifier, state, nonce }))
  const address = new URL((await configuration()).authorization_endpoint)
  address.search = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope,
    state,
    nonce,
    code_challenge: base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))),
    code_challenge_method: 'S256',
    ...extra,
  })
  location.assign(address)
}

/** Leaves for the sign-out. */
function signOut(extra = {}) {
  const address = new URL('/connect/endsession', issuer)
  address.search = new URLSearchParams({ post_logout_redirect_uri: `${location.origin}/signed-out`, ...extra })
  location.assign(address)
}

/** What the id token says; it came from the issuer itself, so its signature need not be checked (Core 3.1.3.7). */
const claimsOf = (idToken) =>
  JSON.parse(new TextDecoder().decode(Uint8Array.fromBase64(idToken.split('.')[1], { alphabet: 'base64url' })))

/** Takes the answer in the address: redeems the code and reads who signed in. */
async function takeAnswer() {
  const answer = Object.fromEntries(new URLSearchParams(location.search))
  if (answer.error) return { answer }
  const pending = JSON.parse(sessionStorage.getItem('pending'))
  if (answer.state !== pending.state) throw new Error('the state is not ours')
  if (answer.iss !== issuer) throw new Error('the answer is from somebody else')
  const endpoints = await configuration()
  const tokens = await json(
    await fetch(endpoints.token_endpoint, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: clientId,
        code: answer.code,
        redirect_uri: redirectUri,
        code_verifier: pending.verifier,
      }),
    }),
  )
  const headers = { authorization: `Bearer ${tokens.access_token}` }
  // An application that asks for nothing beside the id token has it there.
  const user =
    scope === 'openid' ? claimsOf(tokens.id_token) : await json(await fetch(endpoints.userinfo_endpoint, { headers }))
  localStorage.setItem('session', JSON.stringify({ state: answer.session_state, idToken: tokens.id_token }))
  return { answer, tokens, user }
}

/** Asks the provider's frame whether the session still stands: 'unchanged', 'changed' or 'error'. */
async function sessionState(state = JSON.parse(localStorage.getItem('session')).state) {
  const frame = document.createElement('iframe')
  frame.src = `${issuer}/connect/checksession`
  document.body.append(frame)
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  const answer = new Promise((resolve) => {
    window.addEventListener('message', function listener(event) {
      if (event.origin !== issuer || event.source !== frame.contentWindow) return
      window.removeEventListener('message', listener)
      resolve(event.data)
    })
  })
  frame.contentWindow.postMessage(`${clientId} ${state}`, issuer)
  return answer.finally(() => frame.remove())
}

/** What this window was told, by whomever. */
const messages = []
window.addEventListener('message', ({ origin, data }) => messages.push({ origin, data }))

globalThis.site = { signIn, signOut, sessionState, messages, idToken: () => JSON.parse(localStorage.session).idToken }

if (location.pathname === '/callback') {
  const result = await takeAnswer().catch((error) => ({ failure: String(error) }))
  output.textContent = JSON.stringify(result)
}
output.dataset.ready = ''
