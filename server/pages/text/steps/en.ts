import { type HtmlValue, html } from '../../html.ts'

/** English texts of what is asked between the first proof and the session. */
export const steps = {
  secondFactorTitle: 'Confirm it is you',
  secondFactor: (number: HtmlValue) =>
    html`This sign-in needs a second proof. We send a code to your phone number ${number}.`,
  secondFactorFor: (number: HtmlValue, client: HtmlValue) =>
    html`${client} asks for a second proof. We send a code to your phone number ${number}.`,
  sent: (number: HtmlValue) => html`A code is on its way to ${number}. It is good for 10 minutes.`,
  submit: 'Continue',
  expiredTitle: 'Set a new password',
  expired:
    'Your password has expired or has to be changed. Set a new one to go on. You are then signed out everywhere else.',
  warnTitle: 'Your password expires soon',
  warn: 'Set a new one now, or go on and do it later. With a new one you are signed out everywhere else.',
  save: 'Save and continue',
  later: 'Not now',
}

/** Texts of the page for those who may not enter. */
export const denied = {
  title: 'No access',
  theApplication: 'The application',
  reasons: {
    not_admitted: (client: HtmlValue) =>
      html`${client} lets only people in who have an account of it, and this account has none. Ask the administrator of the application, or use another account.`,
    no_phone: (client: HtmlValue) =>
      html`${client} asks for a code that is sent to your phone, and this account has no phone number. Add one in your account first, or ask your administrator.`,
  },
}

/** English is the measure of the other languages. */
export type StepTexts = typeof steps
export type DeniedTexts = typeof denied
