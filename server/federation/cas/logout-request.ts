import { v7 as newId } from 'uuid'
import type { PostToApplication, Teller } from '../../sign-on/session-ends.ts'
import { escapeXml } from '../xml.ts'

/**
 * Tells a site by a SAML logout request, posted to the address that the ticket was for, that the session behind the ticket has
 * ended (CAS Protocol 3.0 section 2.3.3). The site finds its own session by the ticket.
 */
export function casTeller(post: PostToApplication): Teller {
  return async ({ handle: ticket, details }) => {
    const form = new URLSearchParams({ logoutRequest: logoutRequest(ticket, String(details.user)) })
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const status = await post(String(details.service), headers, String(form))
    // Sites answer with whatever their page answers, also with a redirect; a page that is not there was told nothing.
    if (status >= 400) throw new Error(`answered ${status}`)
  }
}

function logoutRequest(ticket: string, user: string): string {
  return [
    '<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"',
    ` ID="LR-${newId()}" Version="2.0" IssueInstant="${new Date().toISOString()}">`,
    `<saml:NameID xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${escapeXml(user)}</saml:NameID>`,
    `<samlp:SessionIndex>${escapeXml(ticket)}</samlp:SessionIndex></samlp:LogoutRequest>`,
  ].join('')
}
