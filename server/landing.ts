import type { RequestHandler } from 'express'
import { callOf } from './contract/request/call.ts'
import { rememberLanguage } from './contract/request/remember-language.ts'
import { languageLinks } from './pages/language.ts'
import { landingPage } from './pages/views/landing-page.ts'
import { demoUsers } from './seed/demo.ts'
import type { Deps } from './services.ts'

interface Settings extends Pick<Deps, 'accounts' | 'browserSessions'> {
  demo: boolean
}

/** GET /: what runs here, who is signed in, and where to go on; in demo mode also who can sign in. */
export function landing({ demo, accounts, browserSessions }: Settings): RequestHandler {
  return async (_req, res) => {
    const call = callOf(res)
    const { locale, cookies } = call.info
    rememberLanguage(call)
    const guid = await browserSessions.userId(cookies)
    const user = guid ? await accounts.findActive(guid) : undefined
    const page = landingPage({
      locale,
      languageLinks: languageLinks('/'),
      ...(user && { account: { displayName: user.displayName ?? undefined, userName: user.userName } }),
      ...(demo && { demo: { users: demoUsers } }),
    })
    res.set('Cache-Control', 'no-store').type('html').send(String(page))
  }
}
