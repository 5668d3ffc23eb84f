import { type Html, html } from '../html.ts'
import type { FormState } from './fields.ts'
import type { PageModel } from './layout.ts'
import { type ClientShown, hiddenField } from './parts.ts'

/** What the pages take that ask something between the first proof and the session. */
export interface StepModel extends PageModel, FormState, ClientShown {
  readonly requestToken: string
  /** What the step is known by. */
  readonly ticket: string
  /** Where to go afterwards; checked by whoever handles the form. */
  readonly returnUrl: string
}

/** The fields that every form of a step has. */
export const stepFields = ({
  ticket,
  returnUrl,
  requestToken,
}: StepModel): Html => html`${hiddenField('ticket', ticket)}
${hiddenField('ReturnUrl', returnUrl)}
${hiddenField('__RequestVerificationToken', requestToken)}`
