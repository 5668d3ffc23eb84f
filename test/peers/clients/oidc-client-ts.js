import { UserManager } from 'oidc-client-ts'

const users = new UserManager({
  authority: import.meta.env.VITE_ISSUER,
  client_id: import.meta.env.VITE_CLIENT_ID,
  redirect_uri: `${location.origin}/callback`,
  post_logout_redirect_uri: `${location.origin}/signed-out`,
  scope: 'openid profile email offline_access',
  loadUserInfo: true,
  automaticSilentRenew: true,
})

const actions = {
  'sign-in': () => users.signinRedirect(),
  renew: () => users.signinSilent(),
  revoke: () => users.revokeTokens(),
  'sign-out': () => users.signoutRedirect(),
}
for (const [id, act] of Object.entries(actions)) {
  document.getElementById(id).onclick = () => act().then(show)
}

async function show() {
  const user = await users.getUser()
  document.querySelector('output').textContent = user ? `${user.profile.name} ${user.profile.email}` : 'Signed out.'
}

if (location.pathname === '/callback') {
  await users.signinCallback()
  history.replaceState(null, '', '/')
}
await show()
