import type { IncomingMessage } from 'node:http'
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider'
import type { DeviceError } from '../pages/text/index.ts'
import { deviceConfirmPage } from '../pages/views/device-confirm-page.ts'
import { deviceDonePage } from '../pages/views/device-done-page.ts'
import { deviceInputPage } from '../pages/views/device-input-page.ts'
import { errorPage } from '../pages/views/error-page.ts'
import type { Html } from '../pages/views/html.ts'
import { type LanguageLinks, type Locale, languageLinks } from '../pages/views/language.ts'
import { signOutPage } from '../pages/views/sign-out-page.ts'
import { signedOutPage } from '../pages/views/signed-out-page.ts'
import type { EnginePaths } from './faces/face.ts'

/** What a page of the engine needs to know of its request, which Koa does not tell. */
export interface PageContext {
  requestId: string
  locale: Locale
}

type Client = NonNullable<KoaContextWithOIDC['oidc']['client']>

const contexts = new WeakMap<IncomingMessage, PageContext>()

/** Remembers what the pages of this request need. */
export function setPageContext(req: IncomingMessage, context: PageContext): void {
  contexts.set(req, context)
}

/** The language of the pages of this request. */
export function pageLocale(ctx: KoaContextWithOIDC): Locale {
  return contextOf(ctx).locale
}

/** The pages the engine shows, in our shape, as parts of its configuration. */
export const enginePages = ({ endSession, device }: EnginePaths) => ({
  features: {
    rpInitiatedLogout: {
      logoutSource: async (ctx) => {
        const hint = ctx.oidc.entities.IdTokenHint as { payload?: { sub?: string } } | undefined
        show(
          ctx,
          signOutPage({
            ...base(ctx),
            action: `${endSession}/confirm`,
            xsrf: xsrfOf(ctx),
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
        show(
          ctx,
          deviceInputPage({
            ...base(ctx),
            action: device?.verification ?? '',
            xsrf: xsrfOf(ctx),
            userCode: (error as { userCode?: string } | undefined)?.userCode,
            error: out || error ? deviceErrorOf(error) : undefined,
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
            xsrf: xsrfOf(ctx),
            clientName: nameOf(ctx, client),
            userCode,
            deviceInfo: { ip, userAgent: ua },
          }),
        )
      },
      successSource: async (ctx) => show(ctx, deviceDonePage({ ...base(ctx), clientName: clientName(ctx) })),
    },
  } satisfies Configuration['features'],

  renderError: async (ctx: KoaContextWithOIDC, out: { error: string; error_description?: string }) => {
    show(
      ctx,
      errorPage({
        ...base(ctx),
        status: ctx.status,
        // The engine explains in English; people who read Chinese get the text that belongs to the status.
        detail: contextOf(ctx).locale === 'en' ? out.error_description : undefined,
        error: out.error,
        requestId: contextOf(ctx).requestId,
      }),
    )
  },
})

/** The engine names its errors for developers; people are told by kind. */
const deviceErrors: Record<string, DeviceError> = {
  NoCodeError: 'required',
  NotFoundError: 'unknown',
  ExpiredError: 'expired',
  AlreadyUsedError: 'used',
  AbortedError: 'aborted',
}

function deviceErrorOf(error: Error | undefined): DeviceError {
  return deviceErrors[error?.name ?? ''] ?? 'failed'
}

function base(ctx: KoaContextWithOIDC): { locale: Locale; languageLinks: LanguageLinks | undefined } {
  return {
    locale: contextOf(ctx).locale,
    languageLinks: ctx.method === 'GET' ? languageLinks(ctx.originalUrl) : undefined,
  }
}

function contextOf(ctx: KoaContextWithOIDC): PageContext {
  return contexts.get(ctx.req) ?? { requestId: '', locale: 'zh' }
}

function xsrfOf(ctx: KoaContextWithOIDC): string {
  return String(ctx.oidc.session?.state?.secret ?? '')
}

function clientName(ctx: KoaContextWithOIDC): string | undefined {
  return ctx.oidc.client && nameOf(ctx, ctx.oidc.client)
}

function nameOf(ctx: KoaContextWithOIDC, client: Client): string {
  const chinese = contextOf(ctx).locale === 'zh' && typeof client.name_zh === 'string' ? client.name_zh : undefined
  return chinese ?? client.clientName ?? client.clientId
}

function show(ctx: KoaContextWithOIDC, page: Html): void {
  ctx.type = 'text/html; charset=utf-8'
  ctx.body = String(page)
}
