import { type Html, html } from '../html.ts'
import { type Messages, messages } from '../text/index.ts'
import { layout, type PageModel } from './layout.ts'
import { accountName } from './parts.ts'

/** An account that the demo data holds. Its password is public. */
export interface DemoUser {
  readonly userName: string
  readonly password: string
  readonly role: keyof Messages['landing']['demoRoles']
}

export interface LandingModel extends PageModel {
  /** Who is signed in in this browser. */
  readonly account?: { readonly displayName?: string | undefined; readonly userName: string } | undefined
  /** Present only in demo mode. */
  readonly demo?: { readonly users: readonly DemoUser[] } | undefined
}

/** The page at `/`: what runs here and where to go on. */
export function landingPage(model: LandingModel): Html {
  const text = messages(model.locale).landing
  return layout({
    ...model,
    title: text.title,
    width: 'wide',
    content: html`<h1>${text.title}</h1>
<p class="lead">${text.lead}</p>
${signedIn(model.account, text)}
${model.demo && demoTable(model.demo.users, text)}
<h2>${text.linksHeading}</h2>
<ul class="links">
${entry('/docs', text.docs)}
${entry('/.well-known/openid-configuration', text.discovery)}
${entry('/readyz', text.health)}
</ul>`,
  })
}

function signedIn(account: LandingModel['account'], text: Messages['landing']): Html {
  if (!account) {
    return html`<div class="actions"><a class="button button--primary" href="/Account/Login">${text.signIn}</a></div>`
  }
  return html`<p class="signed-in">${text.signedInAs(accountName(account))}</p>
<div class="actions"><a class="button button--primary" href="/usercenter">${text.account}</a>
<a class="button" href="/connect/endsession">${text.signOut}</a></div>`
}

function entry(url: string, text: Messages['landing']['docs']): Html {
  return html`<li><a href="${url}"><strong>${text.title}</strong><span>${text.detail}</span><code>${url}</code></a></li>`
}

function demoTable(users: readonly DemoUser[], text: Messages['landing']): Html {
  const rows = users.map(
    (user) =>
      html`<tr><td><code>${user.userName}</code></td><td><code>${user.password}</code></td><td>${text.demoRoles[user.role]}</td></tr>`,
  )
  return html`<h2 id="demo">${text.demoHeading}</h2>
<p>${text.demoLead}</p>
<table aria-labelledby="demo">
<thead><tr><th scope="col">${text.demoUserName}</th><th scope="col">${text.demoPassword}</th><th scope="col">${text.demoRole}</th></tr></thead>
<tbody>${rows}</tbody>
</table>`
}
