import { type Html, type HtmlValue, html } from '../../html.ts'
import { type AccountNotice, messages } from '../../text/index.ts'
import { type FormState, field } from '../fields.ts'
import { layout, type PageModel } from '../layout.ts'
import { hiddenField } from '../parts.ts'

/** What every page of the account centre takes. */
export interface AccountPageModel extends PageModel, FormState {
  /** What has just been done. */
  readonly notice?: AccountNotice | undefined
  readonly requestToken: string
}

/** The pages that the navigation leads to. */
const pages = ['overview', 'profile', 'security', 'sessions', 'signIns'] as const
export type AccountPage = (typeof pages)[number]
const addresses: Readonly<Record<AccountPage, string>> = {
  overview: '/usercenter',
  profile: '/usercenter/profile',
  security: '/usercenter/security',
  sessions: '/usercenter/sessions',
  signIns: '/usercenter/signins',
}

/** A page of the account centre: the ways to the others, what was done, the page itself. */
export function accountPage(
  model: PageModel & { readonly notice?: AccountNotice | undefined },
  page: { readonly current: AccountPage; readonly title: string; readonly lead?: HtmlValue; readonly content: Html },
): Html {
  const all = messages(model.locale)
  const text = all.accountCentre
  const names: Record<AccountPage, string> = {
    overview: all.userCenter.title,
    profile: text.profile.title,
    security: text.security.title,
    sessions: text.sessions.nav,
    signIns: text.signIns.title,
  }
  return layout({
    ...model,
    width: 'wide',
    title: page.title,
    scripts: ['password-toggle.js'],
    content: html`<nav class="pages" aria-label="${text.pages}"><ul>${pages.map(
      (name) =>
        html`<li><a href="${addresses[name]}"${name === page.current && html` aria-current="page"`}>${names[name]}</a></li>`,
    )}</ul></nav>
<h1>${page.title}</h1>
${page.lead && html`<p class="lead">${page.lead}</p>`}
${model.notice && html`<p class="done" role="status">${text.notices[model.notice]}</p>`}
${page.content}`,
  })
}

/** Whether and how a person proves that it is still them. */
export type Proof = 'recent' | 'password' | 'impossible'

/** The field for the present password, where it has not been given lately. */
export function proofField(state: FormState, proof: Proof, first = true): Html | undefined {
  const text = messages(state.locale).accountCentre
  if (proof === 'recent') return undefined
  return field(state, {
    name: 'password',
    label: text.proof,
    type: 'password',
    autocomplete: 'current-password',
    hint: text.proofHint,
    maxLength: 256,
    first,
  })
}

/** What stands in place of a form that needs a password, for whoever has none. */
export function withoutPassword({ locale }: FormState): Html {
  const text = messages(locale).accountCentre
  return html`<p class="note note--warning">${text.noPassword(html`<a href="/Account/ForgotPassword">${text.setPassword}</a>`)}</p>`
}

/** The end of a form: its token, its button, and the way back. */
export function formEnd(
  model: AccountPageModel,
  { submit, back, danger = false }: { readonly submit: string; readonly back?: string; readonly danger?: boolean },
): Html {
  const text = messages(model.locale).accountCentre
  return html`${hiddenField('__RequestVerificationToken', model.requestToken)}
<div class="actions"><button class="button ${danger ? 'button--danger' : 'button--primary'}" type="submit">${submit}</button>${back && html`<a class="button" href="${back}">${text.cancel}</a>`}</div>`
}
