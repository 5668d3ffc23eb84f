import type { Locale } from '../../contract/request/locale.ts'
import type { Application } from '../../domain/applications/directory.ts'
import { logoName } from '../../domain/applications/logos.ts'
import { languageLinks } from '../../pages/language.ts'
import { errorPage } from '../../pages/views/error-page.ts'
import { wayBack } from '../../sign-on/way-back.ts'
import type { Context } from '../types.ts'

type Asked = Pick<Context<'showLoginPage'>, 'request' | 'deps'>

/** An application's name in the language of the page. */
export const nameIn = (locale: Locale, { name, nameZh }: { name: string; nameZh: string | null }): string =>
  (locale === 'zh' && nameZh) || name

/** An application as the pages show it: nothing where none asks for the sign-in. */
export function clientShown(locale: Locale, application: Application | undefined) {
  if (!application) return {}
  const { logoHash } = application
  return {
    clientName: nameIn(locale, application),
    clientLogo: logoHash ? `/Account/Logos/${logoName(logoHash)}` : undefined,
  }
}

/**
 * Says that the sign-in an application asked for is over, with the way back to that application.
 * @param address path and query of the page, where it is one that was asked for with GET
 */
export async function overPage({ request, deps }: Asked, address?: string) {
  const { locale, id, cookies } = request
  const reason = 'interaction_over'
  const find = (clientId: string) => deps.applications.find(clientId)
  const body = errorPage({
    locale,
    languageLinks: address === undefined ? undefined : languageLinks(address),
    status: 400,
    reason,
    requestId: id,
    wayBack: await wayBack(cookies, find, locale),
  })
  return { status: 400, reason, body } as const
}
