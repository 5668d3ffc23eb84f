import type { InteractionResults, KoaContextWithOIDC, Provider } from 'oidc-provider'
import type { ApplicationDirectory } from '../domain/applications/directory.ts'
import { bindingCookie, hostedPagesPath } from '../sign-on/interaction-binding.ts'
import type { InteractionAnswer, InteractionSource, PendingInteraction } from '../sign-on/interactions.ts'
import { applicationCookie } from '../sign-on/way-back.ts'
import type { EngineFace } from './faces/face.ts'
import { grantScopes } from './grants/existing.ts'
import { pageLocale } from './pages.ts'

type EngineInteraction = InstanceType<Provider['Interaction']>

/** The pages that ask, below the hosted pages' path; the sign-in page asks the rest. */
const pages: Readonly<Record<string, string>> = { consent: 'Consent', select_account: 'Select' }

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
  const page = pages[interaction.prompt.name] ?? 'Login'
  const query = new URLSearchParams({
    ReturnUrl: pathOf(interaction),
    // What the person switched to since counts more than what the application asked for in the beginning.
    ...(typeof ctx.oidc.params?.ui_locales === 'string' && { ui_locales: pageLocale(ctx) }),
  })
  return `${hostedPagesPath}/${page}?${query}`
}

/** The questions of one issuer to people, for the hosted pages. */
export class EngineInteractions implements InteractionSource {
  readonly returnPath: RegExp
  readonly #face: EngineFace
  readonly #provider: () => Provider
  readonly #applications: ApplicationDirectory

  constructor(face: EngineFace, provider: () => Provider, applications: ApplicationDirectory) {
    const { authorization, device } = face.paths
    const paths = [authorization, ...(device ? [device.verification] : [])]
    this.returnPath = new RegExp(`^(?:${paths.join('|')})/([\\w-]{16,64})$`)
    this.#face = face
    this.#provider = provider
    this.#applications = applications
  }

  /** Two statements. */
  async find(uid: string): Promise<PendingInteraction | undefined> {
    const interaction = await this.#load(uid)
    if (!interaction) return undefined
    const { params, session, prompt } = interaction
    const clientId = text(params.client_id)
    return {
      uid: interaction.uid,
      prompt: prompt.name,
      reasons: prompt.reasons,
      returnTo: pathOf(interaction),
      application: clientId ? await this.#applications.find(clientId) : undefined,
      userId: session?.accountId,
      scopes: scopesOf(interaction),
      loginHint: text(params.login_hint),
      redirectUri: text(params.redirect_uri),
    }
  }

  async answer(uid: string, answer: InteractionAnswer): Promise<string | undefined> {
    const interaction = await this.#load(uid)
    if (!interaction) return undefined
    interaction.result = { ...interaction.lastSubmission, ...(await this.#resultOf(interaction, answer)) }
    await interaction.persist()
    return pathOf(interaction)
  }

  async #resultOf(interaction: EngineInteraction, answer: InteractionAnswer): Promise<InteractionResults> {
    switch (answer.kind) {
      case 'signed-in':
        // Who types a name has chosen an account.
        return { login: { accountId: answer.userId, remember: answer.remember, amr: ['pwd'] }, select_account: {} }
      case 'continued':
        return { select_account: {} }
      case 'allowed':
        return this.#allow(interaction)
      case 'denied':
        return { error: 'access_denied', error_description: 'the person denied the request' }
    }
  }

  /** The signed-in person agrees to everything the application asks for. */
  async #allow(interaction: EngineInteraction): Promise<InteractionResults> {
    const provider = this.#provider()
    const accountId = interaction.session?.accountId
    const clientId = text(interaction.params.client_id)
    if (!accountId || !clientId) return { error: 'login_required', error_description: 'nobody is signed in' }
    const found = interaction.grantId ? await provider.Grant.find(interaction.grantId) : undefined
    const grant = found ?? new provider.Grant({ accountId, clientId })
    await grantScopes(grant, scopesOf(interaction), this.#face)
    return { consent: { grantId: grant.jti } }
  }

  #load(uid: string): Promise<EngineInteraction | undefined> {
    return this.#provider().Interaction.find(uid) as Promise<EngineInteraction | undefined>
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
