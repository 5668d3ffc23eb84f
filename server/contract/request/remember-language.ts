import { stringifySetCookie } from 'cookie'
import type { Call } from './call.ts'
import { knownLocale, languageCookie } from './locale.ts'

/**
 * Keeps the language a page was asked for in (`ui_locales`, OpenID Connect Core 3.1.2.1) until the browser is closed:
 * the pages that follow answer forms and redirects, whose addresses say nothing of it.
 */
export function rememberLanguage({ request, response, info }: Call): void {
  const asked = request.query.ui_locales
  if (typeof asked !== 'string' || !knownLocale(asked) || info.cookies[languageCookie] === info.locale) return
  const secure = info.issuer.startsWith('https:')
  const cookie = {
    name: languageCookie,
    value: info.locale,
    path: '/',
    httpOnly: true,
    secure,
    sameSite: 'lax',
  } as const
  response.append('Set-Cookie', stringifySetCookie(cookie))
}
