import { type Configuration, errors, type KoaContextWithOIDC } from 'oidc-provider'
import type { ApplicationDirectory } from '../domain/applications/directory.ts'
import { enginePagePolicy } from '../pages/content-policies.ts'
import type { Html } from '../pages/html.ts'
import { type LanguageLinks, type Locale, languageLinks } from '../pages/language.ts'
import type { DeviceError } from '../pages/text/index.ts'
import { continuePage } from '../pages/views/continue-page.ts'
import { deviceConfirmPage } from '../pages/views/device-confirm-page.ts'
import { deviceDonePage } from '../pages/views/device-done-page.ts'
import { deviceInputPage } from '../pages/views/device-input-page.ts'
import { errorPage } from '../pages/views/error-page.ts'
import { signOutPage } from '../pages/views/sign-out-page.ts'
import { signedOutPage } from '../pages/views/signed-out-page.ts'
import type { RequestTokens } from '../sign-on/request-tokens.ts'
import { type SignOutRequest, sealOf, signOutFields } from '../sign-on/sign-out-request.ts'
import { wayBack } from '../sign-on/way-back.ts'
import type { EnginePaths } from './faces/face.ts'
import { forgetState, signOutOf } from './form-state.ts'
import { pageContext } from './page-context.ts'

/** What the pages are made with. */
export interface PageServices {
  requestTokens: RequestTokens
  applications: ApplicationDirectory
}

type Client = NonNullable<KoaContextWithOIDC['oidc']['client']>

/** The language of the pages of this request. */
export function pageLocale(ctx: KoaContextWithOIDC): Locale {
  return pageContext(ctx).locale
}

/** The pages the engine shows, in our shape, as parts of its configuration. */
export const enginePages = ({ endSession, device }: EnginePaths, services: PageServices) => ({
  features: {
    rpInitiatedLogout: {
      logoutSource: async (ctx) => {
        const hint = ctx.oidc.entities.IdTokenHint as { payload?: { sub?: string } } | undefined
        const request = signOutOf(ctx) ?? {}
        show(
          ctx,
          signOutPage({
            ...base(ctx),
            action: `${endSession}/confirm`,
            xsrf: tokenFor(ctx, services, sealOf(request)),
            fields: signOutFields(request),
            // RP-Initiated Logout 1.0 section 2: whoever holds the person's id token may sign them out unasked.
            autoSubmit: hint?.payload?.sub !== undefined && hint.payload.sub === ctx.oidc.session?.accountId,
            clientName: clientName(ctx),
          }),
        )
      },
      postLogoutSuccessSource: async (ctx) => {
        show(ctx, signedOutPage({ ...base(ctx), clientName: clientName(ctx), signInUrl: '/Account/Login' }))
      },
    },
    deviceFlow: {
      enabled: device !== undefined,
      userCodeInputSource: async (ctx, _form, out, error) => {
        const page = pageContext(ctx)
        if (out) page.failed(reasonOf(ctx, out, error).log)
        page.wrongCode = error?.name === 'NotFoundError'
        show(
          ctx,
          deviceInputPage({
            ...base(ctx),
            action: device?.verification ?? '',
            xsrf: tokenFor(ctx, services),
            userCode: (error as { userCode?: string } | undefined)?.userCode,
            error: out || error ? deviceErrorOf(ctx, error) : undefined,
          }),
        )
      },
      userCodeConfirmSource: async (ctx, _form, client, deviceInfo, userCode) => {
        const { ip, ua } = deviceInfo as { ip?: string; ua?: string }
        show(
          ctx,
          deviceConfirmPage({
            ...base(ctx),
            action: device?.verification ?? '',
            xsrf: tokenFor(ctx, services),
            clientName: nameOf(ctx, client),
            userCode,
            deviceInfo: { ip, userAgent: ua },
          }),
        )
      },
      successSource: async (ctx) => show(ctx, deviceDonePage({ ...base(ctx), clientName: clientName(ctx) })),
    },
  } satisfies Configuration['features'],

  renderError: async (ctx: KoaContextWithOIDC, out: EngineFailure, error: Error) => {
    const { reason, log } = reasonOf(ctx, out, error)
    pageContext(ctx).failed(log)
    const { locale, requestId, cookies, form } = pageContext(ctx)
    const session = ctx.oidc?.route === 'end_session_confirm' ? ctx.oidc.session : undefined
    if (form && 'fault' in form && session && !session.accountId) {
      // The session has ended meanwhile: what the form asks for is done, whoever sent it.
      ctx.status = 303
      ctx.redirect(ctx.oidc.urlFor('end_session_success'))
      return
    }
    show(
      ctx,
      errorPage({
        ...base(ctx),
        status: ctx.status,
        reason,
        error: out.error,
        requestId,
        ...(reason === 'interaction_over' && {
          wayBack: await wayBack(cookies, (clientId) => services.applications.find(clientId), locale),
        }),
      }),
    )
  },
})

interface EngineFailure {
  readonly error: string
  readonly error_description?: string
}

/**
 * What went wrong, in a word of ours that the pages have texts for, and in the engine's words for the log. The engine
 * explains in English and to developers, so people are never shown what it says.
 */
function reasonOf(ctx: KoaContextWithOIDC, out: EngineFailure, error?: Error): { reason: string; log: string } {
  const { form, cookies } = pageContext(ctx)
  const words = out.error_description ? `${out.error}: ${out.error_description}` : out.error
  if (out.error === 'server_error') return { reason: out.error, log: out.error }
  if (form && 'fault' in form) return { reason: form.fault, log: form.fault }
  if (error instanceof errors.SessionNotFound) {
    const reason = Object.keys(cookies).length === 0 ? 'cookies_missing' : 'interaction_over'
    return { reason, log: `${reason}: ${words}` }
  }
  return { reason: ctx.oidc?.route === 'end_session' ? 'invalid_sign_out' : out.error, log: words }
}

/** The answer for the application, as a form that a browser sends on (OAuth 2.0 Form Post Response Mode). */
export function showReturnPage(
  ctx: KoaContextWithOIDC,
  action: string,
  fields: readonly (readonly [name: string, value: string])[],
): void {
  show(ctx, continuePage({ ...base(ctx), purpose: 'return', action, fields, clientName: clientName(ctx) }))
}

/** Somebody else has signed in: the former person's session ends, with everything that hangs on it, before it goes on. */
export function showSwitchPage(
  ctx: KoaContextWithOIDC,
  services: PageServices,
  action: string,
  request: SignOutRequest,
): void {
  const fields = [
    ['xsrf', tokenFor(ctx, services, sealOf(request))],
    ['logout', 'yes'],
    ...signOutFields(request),
  ] as const
  show(ctx, continuePage({ ...base(ctx), purpose: 'switch', action, fields }))
}

/** The engine names its errors for developers; people are told by kind. */
const deviceErrors: Record<string, DeviceError> = {
  NoCodeError: 'required',
  NotFoundError: 'unknown',
  ExpiredError: 'expired',
  AlreadyUsedError: 'used',
  AbortedError: 'aborted',
}

function deviceErrorOf(ctx: KoaContextWithOIDC, error: Error | undefined): DeviceError {
  const { form } = pageContext(ctx)
  if (form && 'fault' in form && error instanceof errors.InvalidRequest) return form.fault
  return deviceErrors[error?.name ?? ''] ?? 'failed'
}

function base(ctx: KoaContextWithOIDC): { locale: Locale; languageLinks: LanguageLinks | undefined } {
  const { locale, address } = pageContext(ctx)
  return { locale, languageLinks: address === undefined ? undefined : languageLinks(address) }
}

/** A token for a form of this browser. What the engine has for it in the session is dropped: the form carries it. */
function tokenFor(ctx: KoaContextWithOIDC, { requestTokens }: PageServices, sealed?: string): string {
  const { token, cookie } = requestTokens.issue(pageContext(ctx).cookies, sealed)
  ctx.cookies.set(cookie.name, cookie.value, cookie.options)
  forgetState(ctx)
  return token
}

function clientName(ctx: KoaContextWithOIDC): string | undefined {
  return ctx.oidc.client && nameOf(ctx, ctx.oidc.client)
}

function nameOf(ctx: KoaContextWithOIDC, client: Client): string {
  const chinese = pageContext(ctx).locale === 'zh' && typeof client.name_zh === 'string' ? client.name_zh : undefined
  return chinese ?? client.clientName ?? client.clientId
}

function show(ctx: KoaContextWithOIDC, page: Html): void {
  ctx.type = 'text/html; charset=utf-8'
  ctx.set('Content-Security-Policy', enginePagePolicy)
  ctx.body = String(page)
}
