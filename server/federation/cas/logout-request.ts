import { v7 as newId } from 'uuid'
import type { Party } from '../../db/queries/session-parties.ts'
import { escapeXml } from '../xml.ts'

/** How long a site has for its answer, in milliseconds. */
const longestWait = 3_000

/**
 * Tells a site by a SAML logout request, posted to the address that the ticket was for, that the session behind the ticket has
 * ended (CAS Protocol 3.0 section 2.3.3). The site finds its own session by the ticket.
 */
export async function postLogoutRequest({ handle: ticket, details }: Party): Promise<void> {
  const response = await fetch(String(details.service), {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ logoutRequest: logoutRequest(ticket, String(details.user)) }),
    signal: AbortSignal.timeout(longestWait),
  })
  await response.body?.cancel()
  // Sites answer with whatever their page answers, also with a redirect; a page that is not there was told nothing.
  if (response.status >= 400) throw new Error(`answered ${response.status}`)
}

function logoutRequest(ticket: string, user: string): string {
  return [
    '<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"',
    ` ID="LR-${newId()}" Version="2.0" IssueInstant="${new Date().toISOString()}">`,
    `<saml:NameID xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${escapeXml(user)}</saml:NameID>`,
    `<samlp:SessionIndex>${escapeXml(ticket)}</samlp:SessionIndex></samlp:LogoutRequest>`,
  ].join('')
}
