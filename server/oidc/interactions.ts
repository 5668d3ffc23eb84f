import type { InteractionResults, KoaContextWithOIDC, Provider } from 'oidc-provider'
import type { Application } from '../db/queries/applications.ts'
import type { ApplicationDirectory } from '../domain/applications/directory.ts'
import { grantScopes } from './grants/existing.ts'
import { lifetimes } from './lifetimes.ts'
import { pageLocale } from './pages.ts'

type EngineInteraction = InstanceType<Provider['Interaction']>

/** Where the pages that ask something live; the binding cookie is sent nowhere else. */
const pagesPath = '/Account'

/** Addresses an authorization continues at: nothing else is ever followed. */
const returnPath = /^\/connect\/(?:authorize|device)\/([\w-]{16,64})$/

/** Ties an interaction to the browser that began it. */
export function bindingCookie(uid: string): string {
  return `oa_interaction_${uid}`
}

/**
 * The page that asks what the engine needs to know. Called by the engine, which has saved the interaction.
 * The cookie set here proves later that the answer comes from the browser that asked: without it, who is lured to a
 * sign-in page begun elsewhere would sign in the one who began it.
 */
export function interactionUrl(
  ctx: KoaContextWithOIDC,
  interaction: { uid: string; prompt: { name: string }; returnTo: string },
): string {
  ctx.cookies.set(bindingCookie(interaction.uid), '1', {
    path: pagesPath,
    httpOnly: true,
    sameSite: 'lax',
    maxAge: lifetimes.interaction * 1000,
  })
  const page = interaction.prompt.name === 'consent' ? 'Consent' : 'Login'
  const query = new URLSearchParams({
    ReturnUrl: new URL(interaction.returnTo).pathname,
    // What the person switched to since counts more than what the application asked for in the beginning.
    ...(typeof ctx.oidc.params?.ui_locales === 'string' && { ui_locales: pageLocale(ctx) }),
  })
  return `${pagesPath}/${page}?${query}`
}

/** A question the engine waits for an answer to. */
export interface PendingInteraction {
  uid: string
  prompt: string
  /** Path that continues the authorization. */
  returnTo: string
  application: Application | undefined
  /** Who is signed in, if anybody. */
  userId: string | undefined
  /** Scopes the application asks for. */
  scopes: string[]
  loginHint: string | undefined
  /** Where the person is sent in the end: pages with a form have to allow it (Content-Security-Policy form-action). */
  redirectUri: string | undefined
}

/** Reads and answers the engine's questions for the hosted pages. */
export class Interactions {
  readonly #provider: () => Provider
  readonly #applications: ApplicationDirectory

  constructor(provider: () => Provider, applications: ApplicationDirectory) {
    this.#provider = provider
    this.#applications = applications
  }

  /**
   * The interaction a ReturnUrl stands for; undefined when it is over, unknown, or began in another browser.
   * Two statements.
   */
  async find(
    returnUrl: string | undefined,
    cookies: Record<string, string | undefined>,
  ): Promise<PendingInteraction | undefined> {
    const interaction = await this.#load(returnUrl, cookies)
    if (!interaction) return undefined
    const { params, session, prompt } = interaction
    const clientId = text(params.client_id)
    return {
      uid: interaction.uid,
      prompt: prompt.name,
      returnTo: new URL(interaction.returnTo).pathname,
      application: clientId ? await this.#applications.find(clientId) : undefined,
      userId: session?.accountId,
      scopes: (text(params.scope) ?? '').split(' ').filter(Boolean),
      loginHint: text(params.login_hint),
      redirectUri: text(params.redirect_uri),
    }
  }

  /**
   * Answers with who signed in.
   * @param remember whether the session outlives the browser
   * @returns the path that continues the authorization; undefined when the interaction is over
   */
  signIn(
    returnUrl: string,
    cookies: Record<string, string | undefined>,
    userId: string,
    remember: boolean,
  ): Promise<string | undefined> {
    return this.#answer(returnUrl, cookies, async () => ({ login: { accountId: userId, remember, amr: ['pwd'] } }))
  }

  /** Answers that the signed-in person agrees to everything the application asks for. */
  allow(returnUrl: string, cookies: Record<string, string | undefined>): Promise<string | undefined> {
    return this.#answer(returnUrl, cookies, async (interaction) => {
      const provider = this.#provider()
      const accountId = interaction.session?.accountId
      const clientId = text(interaction.params.client_id)
      if (!accountId || !clientId) return { error: 'login_required', error_description: 'nobody is signed in' }
      const found = interaction.grantId ? await provider.Grant.find(interaction.grantId) : undefined
      const grant = found ?? new provider.Grant({ accountId, clientId })
      const scopes = (text(interaction.params.scope) ?? '').split(' ').filter(Boolean)
      await grantScopes(provider, grant, scopes)
      return { consent: { grantId: grant.jti } }
    })
  }

  /** Answers that the person does not agree. */
  deny(returnUrl: string, cookies: Record<string, string | undefined>): Promise<string | undefined> {
    return this.#answer(returnUrl, cookies, async () => ({
      error: 'access_denied',
      error_description: 'the person denied the request',
    }))
  }

  async #answer(
    returnUrl: string,
    cookies: Record<string, string | undefined>,
    result: (interaction: EngineInteraction) => Promise<InteractionResults>,
  ): Promise<string | undefined> {
    const interaction = await this.#load(returnUrl, cookies)
    if (!interaction) return undefined
    interaction.result = { ...interaction.lastSubmission, ...(await result(interaction)) }
    await interaction.persist()
    return new URL(interaction.returnTo).pathname
  }

  async #load(
    returnUrl: string | undefined,
    cookies: Record<string, string | undefined>,
  ): Promise<EngineInteraction | undefined> {
    const uid = returnUrl && returnPath.exec(returnUrl)?.[1]
    if (!uid || cookies[bindingCookie(uid)] === undefined) return undefined
    return this.#provider().Interaction.find(uid) as Promise<EngineInteraction | undefined>
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
