import type { RequestHandler } from 'express'
import { callOf } from './contract/request/call.ts'
import { rememberLanguage } from './contract/request/remember-language.ts'
import { landingPage } from './pages/views/landing-page.ts'
import { languageLinks } from './pages/views/language.ts'
import { demoUsers } from './seed/demo.ts'

/** GET /: what runs here and where to go on; in demo mode also who can sign in. */
export function landing({ demo }: { demo: boolean }): RequestHandler {
  return (_req, res) => {
    const call = callOf(res)
    const { locale } = call.info
    rememberLanguage(call)
    const page = landingPage({ locale, languageLinks: languageLinks('/'), ...(demo && { demo: { users: demoUsers } }) })
    res.set('Cache-Control', 'no-store').type('html').send(String(page))
  }
}
