import { type InteractionResults, type KoaContextWithOIDC, Provider } from 'oidc-provider'
import type { ApplicationDirectory } from '../domain/applications/directory.ts'
import {
  bindingCookie,
  type Cookies,
  hostedPagesPath,
  interactionBegan,
  spentBindings,
} from '../sign-on/interaction-binding.ts'
import type { InteractionAnswer, InteractionSource, PendingInteraction } from '../sign-on/interactions.ts'
import { applicationCookie } from '../sign-on/way-back.ts'
import type { EngineFace } from './faces/face.ts'
import { pageLocale } from './pages.ts'
import { Ended } from './stored-once.ts'

type EngineInteraction = InstanceType<Provider['Interaction']>

/** The pages that ask, below the hosted pages' path; the sign-in page asks the rest. */
const pages: Readonly<Record<string, string>> = {
  consent: 'Consent',
  select_account: 'Select',
  second_factor: 'SecondFactor',
  not_admitted: 'Denied',
}

/** The page that asks what the engine needs to know. Called by the engine, which has saved the interaction. */
export function interactionUrl(
  ctx: KoaContextWithOIDC,
  interaction: { uid: string; prompt: { name: string }; returnTo: string },
): string {
  const clientId = text(ctx.oidc.params?.client_id)
  const cookies = [
    bindingCookie(interaction.uid, ctx.secure),
    ...(clientId ? [applicationCookie(clientId, ctx.secure)] : []),
  ]
  for (const { name, value, options } of cookies) ctx.cookies.set(name, value, options)
  for (const uid of spentBindings(ctx.get('cookie')))
    forget(ctx, uid, pathOf(interaction).replace(interaction.uid, uid))
  const page = pages[interaction.prompt.name] ?? 'Login'
  const query = new URLSearchParams({
    ReturnUrl: pathOf(interaction),
    // What the person switched to since counts more than what the application asked for in the beginning.
    ...(typeof ctx.oidc.params?.ui_locales === 'string' && { ui_locales: pageLocale(ctx) }),
  })
  return `${hostedPagesPath}/${page}?${query}`
}

/**
 * Takes the cookies of a question out of the browser when the question has been answered, so that none pile up. Those under
 * the engine's own name nobody reads.
 */
export function clearInteractionCookies(provider: Provider): void {
  provider.on('interaction.destroyed', ({ uid, returnTo }) => {
    const ctx: KoaContextWithOIDC | undefined = Provider.ctx
    if (ctx) forget(ctx, uid, pathOf({ returnTo }))
  })
  provider.use(async (ctx, next) => {
    await next()
    const lines = [ctx.response.headers['set-cookie'] ?? []].flat()
    const unread = `${provider.cookieName('interaction')}=`
    if (lines.some((line) => line.startsWith(unread))) {
      ctx.set(
        'Set-Cookie',
        lines.filter((line) => !line.startsWith(unread)),
      )
    }
  })
}

/** Clears what ties a browser to a question, and what it would go on with. */
function forget(ctx: KoaContextWithOIDC, uid: string, returnPath: string): void {
  const { name, options } = bindingCookie(uid, ctx.secure)
  ctx.cookies.set(name, null, { ...options, expires: new Date(0) })
  ctx.cookies.set(ctx.oidc.provider.cookieName('resume'), null, { path: returnPath, httpOnly: true, overwrite: false })
}

/** The questions of one issuer to people, for the hosted pages. */
export class EngineInteractions implements InteractionSource {
  readonly #returnPath: RegExp
  readonly #provider: () => Provider
  readonly #applications: ApplicationDirectory

  constructor(face: EngineFace, provider: () => Provider, applications: ApplicationDirectory) {
    const { authorization, device } = face.paths
    const paths = [authorization, ...(device ? [device.verification] : [])]
    this.#returnPath = new RegExp(`^(?:${paths.join('|')})/([\\w-]{16,64})$`)
    this.#provider = provider
    this.#applications = applications
  }

  isReturnUrl(address: string): boolean {
    return this.#returnPath.test(address)
  }

  /** Two statements. */
  async find(returnUrl: string, cookies: Cookies): Promise<PendingInteraction | undefined> {
    const uid = this.#returnPath.exec(returnUrl)?.[1]
    if (uid === undefined || !interactionBegan(uid, cookies)) return undefined
    const interaction = (await this.#provider().Interaction.find(uid)) as EngineInteraction | undefined
    if (!interaction) return undefined
    const { params, session, prompt } = interaction
    const clientId = text(params.client_id)
    return {
      prompt: prompt.name,
      reasons: prompt.reasons,
      returnTo: pathOf(interaction),
      application: clientId ? await this.#applications.find(clientId) : undefined,
      userId: session?.accountId,
      scopes: scopesOf(interaction),
      loginHint: text(params.login_hint),
      redirectUri: text(params.redirect_uri),
      answer: (answer) => take(interaction, answer),
    }
  }
}

/** One statement. */
async function take(interaction: EngineInteraction, answer: InteractionAnswer): Promise<string | undefined> {
  interaction.result = { ...interaction.lastSubmission, ...resultOf(interaction, answer) }
  try {
    await interaction.persist()
  } catch (error) {
    // It has been gone on with meanwhile.
    if (error instanceof Ended) return undefined
    throw error
  }
  return pathOf(interaction)
}

function resultOf(interaction: EngineInteraction, answer: InteractionAnswer): InteractionResults {
  switch (answer.kind) {
    case 'signed-in':
      // Who types a name has chosen an account.
      return {
        login: {
          accountId: answer.userId,
          remember: answer.remember,
          amr: [...answer.amr],
          passwordMark: answer.passwordMark,
        },
        select_account: {},
      }
    case 'continued':
      return { select_account: {} }
    case 'allowed':
      return interaction.session?.accountId
        ? { consent: {} }
        : { error: 'login_required', error_description: 'nobody is signed in' }
    case 'denied':
      return { error: 'access_denied', error_description: 'the person denied the request' }
  }
}

function pathOf({ returnTo }: { returnTo: string }): string {
  return new URL(returnTo).pathname
}

function scopesOf({ params }: EngineInteraction): string[] {
  return (text(params.scope) ?? '').split(' ').filter(Boolean)
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
