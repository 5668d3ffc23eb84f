// OpenAccountSession: is the visitor of this site the one who is signed in at the account platform?
//
//   <script src="https://accounts.example.com/assets/openaccount-session.js"></script>
//
//   const { status, guid } = await OpenAccountSession.check({
//     accountOrigin: 'https://accounts.example.com',
//     returnUrl: 'https://www.example.com/',   // a page of a registered listener origin; this page by default
//     timeout: 5000,                           // milliseconds, 5000 by default
//   })
//
//   'signed_in'   guid is the user's id. If it is not the user of your own session: ask for a new sign-in,
//                 but do not call the end-session address.
//   'signed_out'  nobody is signed in at the account platform in this browser; guid is null.
//   'unknown'     the browser keeps the platform's cookies from frames, or no answer came in time; guid is null.
//                 Keep your own session as it is, or, when you must know, send the whole window to the authorization
//                 address with prompt=none. Never treat it as signed out: that is how sign-in loops begin.
//
// Each call makes one frame, waits for one answer from exactly accountOrigin, removes the frame, and never tries again
// by itself. A Content-Security-Policy of your page must allow the account platform in frame-src and script-src.

globalThis.OpenAccountSession = (() => {
  const TYPE = 'openaccount.session'
  const DEFAULT_TIMEOUT_MILLISECONDS = 5000
  const UNKNOWN = Object.freeze({ status: 'unknown', guid: null })

  function originOf(accountOrigin) {
    const url = URL.canParse(accountOrigin) ? new URL(accountOrigin) : undefined
    if (!url || !['https:', 'http:'].includes(url.protocol)) {
      throw new TypeError('OpenAccountSession.check: accountOrigin must be an http(s) origin')
    }
    return url.origin
  }

  function resultOf(data) {
    if (data?.status === 'signed_in' && typeof data.guid === 'string' && data.guid !== '') {
      return { status: 'signed_in', guid: data.guid }
    }
    return data?.status === 'signed_out' ? { status: 'signed_out', guid: null } : UNKNOWN
  }

  function frameFor(origin, returnUrl) {
    const address = new URL('/usercenter/checksession', origin)
    address.searchParams.set('returnUrl', returnUrl)
    const frame = document.createElement('iframe')
    frame.hidden = true
    frame.tabIndex = -1
    frame.title = 'OpenAccount'
    frame.setAttribute('aria-hidden', 'true')
    frame.src = address.href
    return frame
  }

  async function check({ accountOrigin, returnUrl, timeout = DEFAULT_TIMEOUT_MILLISECONDS }) {
    const origin = originOf(accountOrigin)
    const frame = frameFor(origin, returnUrl ?? `${location.origin}${location.pathname}`)
    return new Promise((resolve) => {
      const finish = (result) => {
        clearTimeout(timer)
        window.removeEventListener('message', onMessage)
        frame.remove()
        resolve(result)
      }
      const onMessage = (event) => {
        if (event.origin !== origin || event.source !== frame.contentWindow || event.data?.type !== TYPE) return
        finish(resultOf(event.data))
      }
      const timer = setTimeout(() => finish(UNKNOWN), timeout)
      window.addEventListener('message', onMessage)
      document.body.append(frame)
    })
  }

  return Object.freeze({ check })
})()
