// The OP iframe of OpenID Connect Session Management 1.0, section 3.3.
//
// An application posts `client_id + ' ' + session_state`; the answer is 'unchanged', 'changed' or 'error'.
//
//   session_state = base64url(SHA-256(`${clientId} ${origin} ${browserState} ${salt}`)) + '.' + salt
//
// without padding, where origin is the application's and browserState is the value of the cookie oa_browser_state
// ('' when there is none). The server computes the same when it answers an authorization request.

const BROWSER_STATE_COOKIE = 'oa_browser_state'
const encoder = new TextEncoder()

function browserState() {
  const prefix = `${BROWSER_STATE_COOKIE}=`
  const cookie = document.cookie.split('; ').find((pair) => pair.startsWith(prefix))
  return cookie ? decodeURIComponent(cookie.slice(prefix.length)) : ''
}

// Where the browser keeps our cookies from this frame, an empty state means nothing. 'error' tells the application to stop;
// 'changed' would make it ask again and again (section 3.1: no new request with prompt=none after 'error').
async function cookiesWithheld() {
  if (!window.isSecureContext || !document.hasStorageAccess) return false
  return !(await document.hasStorageAccess())
}

async function hash(text) {
  const digest = await crypto.subtle.digest('SHA-256', encoder.encode(text))
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

async function answer(data, origin) {
  const message = /^(?<clientId>[^ ]+) (?<expected>[\w-]{43})\.(?<salt>[\w-]+)$/.exec(
    typeof data === 'string' ? data : '',
  )
  if (!message) return 'error'
  const { clientId, expected, salt } = message.groups
  const state = browserState()
  if (state === '' && (await cookiesWithheld())) return 'error'
  return (await hash(`${clientId} ${origin} ${state} ${salt}`)) === expected ? 'unchanged' : 'changed'
}

function parentOrigin() {
  const nearest = location.ancestorOrigins?.[0]
  if (nearest) return nearest
  return URL.canParse(document.referrer) ? new URL(document.referrer).origin : undefined
}

// Section 3.2: the caller is the page that embeds this frame, or a frame of the same origin as that page.
function mayAsk(event) {
  if (event.origin === 'null' || !event.source) return false
  return event.source === window.parent || event.origin === parentOrigin()
}

window.addEventListener('message', async (event) => {
  if (!mayAsk(event)) return
  const reply = await answer(event.data, event.origin).catch(() => 'error')
  event.source.postMessage(reply, event.origin)
})
