import type { RequestHandler } from 'express'
import { localeOf } from '../contract/locale.ts'
import { demoUsers } from '../seed/demo.ts'
import { landingPage } from '../views/landing-page.ts'
import { languageLinks } from '../views/language.ts'

/** GET /: what runs here and where to go on; in demo mode also who can sign in. */
export function landing({ demo }: { demo: boolean }): RequestHandler {
  return (req, res) => {
    const locale = localeOf({
      uiLocales: typeof req.query.ui_locales === 'string' ? req.query.ui_locales : undefined,
      acceptLanguage: req.headers['accept-language'],
    })
    const users = demoUsers.map(({ userName, password, role }) => ({ userName, password, role }))
    const page = landingPage({ locale, languageLinks: languageLinks('/'), ...(demo && { demo: { users } }) })
    res.set('Cache-Control', 'no-store').type('html').send(String(page))
  }
}
