// Tells the page that embeds /usercenter/checksession who is signed in here:
//
//   { type: 'openaccount.session', status: 'signed_in' | 'signed_out' | 'unknown', guid: string | null }
//
// posted to the registered origin in data-target-origin and to nobody else. 'unknown' means that the browser withholds our
// cookies from this frame (blocked or partitioned), so that "nobody is signed in" would be a guess.

const PROBE_COOKIE = 'oa_probe'

// The probe has the attributes of the session cookie: where the one is refused, the other was not sent either.
function cookieSticks() {
  const attributes = location.protocol === 'https:' ? 'Path=/; SameSite=None; Secure' : 'Path=/; SameSite=Lax'
  // biome-ignore lint/suspicious/noDocumentCookie: Cookie Store is missing on plain http and in some browsers
  document.cookie = `${PROBE_COOKIE}=1; Max-Age=60; ${attributes}`
  const sticks = document.cookie.split('; ').includes(`${PROBE_COOKIE}=1`)
  // biome-ignore lint/suspicious/noDocumentCookie: as above
  document.cookie = `${PROBE_COOKIE}=; Max-Age=0; ${attributes}`
  return sticks
}

// A partitioned frame can write and read cookies of its own jar; only hasStorageAccess tells that it is another jar.
// It always answers false outside a secure context, where it says nothing.
async function seesOwnCookies() {
  if (window.isSecureContext && document.hasStorageAccess && !(await document.hasStorageAccess())) return false
  return cookieSticks()
}

async function currentStatus(claimed) {
  if (claimed === 'signed_in') return 'signed_in'
  const seen = await seesOwnCookies().catch(() => false)
  return seen ? 'signed_out' : 'unknown'
}

const { status: claimed, guid, targetOrigin } = document.getElementById('session').dataset
if (window.parent !== window) {
  const status = await currentStatus(claimed)
  const message = { type: 'openaccount.session', status, guid: status === 'signed_in' ? guid : null }
  window.parent.postMessage(message, targetOrigin)
}
