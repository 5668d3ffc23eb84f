import type { BrowserStand, WaitingStep } from '../../domain/browser-sign-in/browser-sign-in.ts'
import { Failure } from '../../domain/failure.ts'
import type { KnownStep } from '../../domain/sign-in-steps/next-step.ts'
import { openFormPolicy, pagePolicy } from '../../pages/content-policies.ts'
import type { Html } from '../../pages/html.ts'
import { languageLinks } from '../../pages/language.ts'
import type { StepModel } from '../../pages/views/step-frame.ts'
import { type Frame, frameOf, openForm, type PageContext } from './account-form.ts'
import { browserVisitor, deniedAt, goesOnWith, goOn } from './go-on.ts'
import { clientShown, overPage } from './over.ts'

/** What a step is asked for with. */
interface Given {
  readonly ticket?: string | undefined
  readonly ReturnUrl?: string | undefined
}

/** Draws the page of a step. */
type Draw = (model: StepModel, found: WaitingStep) => Html

type Place = Awaited<ReturnType<typeof placeOf>>

/** Shows the page of a step that waits in this browser. */
export async function stepPage(
  context: PageContext & { readonly query: Given },
  steps: readonly KnownStep[],
  draw: Draw,
) {
  const { query, request, deps } = context
  const place = await placeOf(context, query)
  const found = query.ticket && (await deps.browserSignIn.waiting(place.visitor, query.ticket, steps))
  return found ? pageOf(context, query, place, (model) => draw(model, found)) : overPage(context, request.url)
}

/**
 * Answers the form of a step: does what it asks for and goes on, or shows its page again.
 * @param act where the sign-in stands then; undefined where it stays. Throws a Failure that the pages have a text for
 */
export async function stepForm(
  context: PageContext & {
    readonly body: Given & { readonly ticket: string; readonly __RequestVerificationToken: string }
  },
  steps: readonly KnownStep[],
  act: (at: Place & { readonly found: WaitingStep }) => Promise<BrowserStand | undefined>,
  draw: Draw,
) {
  const { body, deps } = context
  const place = await placeOf(context, body)
  const found = await deps.browserSignIn.waiting(place.visitor, body.ticket, steps)
  if (!found) return overPage(context)
  return openForm(
    context,
    async () => {
      const stand = await act({ ...place, found }).catch(over)
      if (stand === 'over') return overPage(context)
      if (!stand) return pageOf(context, body, place, (model) => draw(model, found))
      const { location, cookies } = await goOn(context, place.interaction, stand, body.ReturnUrl)
      return { status: 303, headers: { Location: location }, cookies } as const
    },
    (frame) => draw(modelOf(context, body, place, frame), found),
    policyOf(place),
  )
}

/** Another tab was faster, or the person has been disabled meanwhile. */
function over(error: unknown): 'over' {
  if (error instanceof Failure && error.kind === 'state_token_invalid') return 'over'
  throw error
}

async function placeOf(context: PageContext, { ReturnUrl }: Given) {
  const interaction = await context.deps.interactions.find(ReturnUrl, context.request.cookies)
  const returnUrl = goesOnWith(interaction, ReturnUrl)
  return { interaction, returnUrl, visitor: browserVisitor(context, interaction, ReturnUrl) }
}

/**
 * Sends somebody on to the second factor who is signed in already and comes to an application that demands it.
 * @returns undefined when nobody is, or nothing asks for it any more
 */
export async function stepUp(context: PageContext & { readonly query: Given }) {
  const { query, request, deps } = context
  if (query.ticket !== undefined) return undefined
  const { interaction, visitor, returnUrl } = await placeOf(context, query)
  const application = interaction?.application
  const person = application && (await deps.visitors.find(request.cookies))
  if (!application || !person) return undefined
  const { user, amr, remembered: remember } = person
  const obstacle = await deps.entrances.obstacle(application, { userId: user.id, amr })
  if (obstacle !== 'second_factor') return seeOther(returnUrl)
  if (user.phone === null) return seeOther(deniedAt('no_phone', returnUrl))
  const token = await deps.browserSignIn.stepUp(visitor, { userId: user.id, amr, remember })
  const { location } = await goOn(context, interaction, { kind: 'step', step: 'MFA_AUTH', token }, returnUrl)
  return seeOther(location)
}

const seeOther = (location: string) => ({ status: 303, headers: { Location: location } }) as const

function pageOf(context: PageContext, given: Given, place: Place, draw: (model: StepModel) => Html) {
  const { frame, cookies } = frameOf(context)
  const body = draw(modelOf(context, given, place, frame))
  return { status: 200, headers: policyOf(place), cookies, body } as const
}

const policyOf = ({ interaction }: Place) => ({
  'Content-Security-Policy': interaction ? openFormPolicy : pagePolicy,
})

function modelOf({ request }: PageContext, { ticket = '' }: Given, place: Place, frame: Frame): StepModel {
  const { returnUrl, interaction } = place
  const query = new URLSearchParams({ ticket, ReturnUrl: returnUrl })
  return {
    ...frame,
    ticket,
    returnUrl,
    languageLinks: languageLinks(`${request.url.split('?')[0]}?${query}`),
    ...clientShown(frame.locale, interaction?.application),
  }
}
