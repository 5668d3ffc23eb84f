import { type Html, html } from '../html.ts'
import { safeUrl } from './url.ts'

/** A name that others chose (an application, a person): emphasised, and isolated so that right-to-left text in it does not turn what stands around it. */
export function nameOf(name: string): Html {
  return html`<bdi class="name">${name}</bdi>`
}

/** An application, as far as the page knows one. */
export interface ClientShown {
  readonly clientName?: string | undefined
  /** An address of ours: pages load nothing from elsewhere. */
  readonly clientLogo?: string | undefined
}

/** The application that a page is about: its logo, or the first character of its name. Its name stands in the text. */
export function clientMark({ clientName, clientLogo }: ClientShown): Html | undefined {
  if (clientName === undefined) return undefined
  const [first] = new Intl.Segmenter().segment(clientName.trim())
  return clientLogo === undefined
    ? html`<p class="client" aria-hidden="true"><span class="client__initial">${first?.segment.toUpperCase()}</span></p>`
    : html`<p class="client"><img class="client__logo" src="${safeUrl(clientLogo)}" alt="" width="56" height="56"></p>`
}

/** A person by display name, with the user name behind it where it is another one. */
export function accountName({ displayName, userName }: { displayName?: string | undefined; userName: string }): Html {
  return displayName && displayName !== userName
    ? html`${nameOf(displayName)} (<bdi>${userName}</bdi>)`
    : nameOf(userName)
}

/** A hidden form field. An absent value is sent as the empty string. */
export function hiddenField(name: string, value: string | undefined): Html {
  return html`<input type="hidden" name="${name}" value="${value ?? ''}">`
}

/** A message that a screen reader announces; fields refer to it by id. */
export function alertBox(id: string, message: string): Html {
  return html`<p class="alert" id="${id}" role="alert">${message}</p>`
}

/** Label and value pairs. A value that is absent is left out with its label. */
export function factList(facts: readonly (readonly [label: string, value: string | Html | undefined])[]): Html {
  const rows = facts.map(([label, value]) => value !== undefined && html`<div><dt>${label}</dt><dd>${value}</dd></div>`)
  return html`<dl class="facts">${rows}</dl>`
}

/** The query that takes an address to go on with, and the ticket of a login to link, along to another page. */
export function returnQuery(returnUrl: string, ticket = ''): string {
  const given = Object.entries({ ReturnUrl: returnUrl, ticket }).filter(([, value]) => value !== '')
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}
