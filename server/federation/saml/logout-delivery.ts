import type { Application } from '../../db/queries/applications.ts'
import { type MessageName, toAddress } from './encoded-message.ts'
import type { Answer } from './sign-ons.ts'
import { type SigningKey, signed } from './signature.ts'
import type { Xml } from './xml.ts'

/** How a browser takes a message about a sign-out to an application. */
export type LogoutDelivery = { readonly location: string } | { readonly form: Answer }

/** Where the message goes, and how: what the application has registered. */
export interface LogoutAddress {
  readonly address: string
  readonly binding: Application['samlLogoutBinding']
}

/** Signs a message for its way: beside it in an address, inside of it in a form (saml-bindings sections 3.4.4.1 and 3.5.4.1). */
export function deliver(
  { address, binding }: LogoutAddress,
  message: { readonly name: MessageName; readonly content: Xml; readonly relayState: string | undefined },
  key: SigningKey,
): LogoutDelivery {
  const { name, relayState } = message
  const text = String(message.content)
  if (binding === 'redirect') return { location: toAddress(address, { name, text, relayState }, key.privateKey) }
  const state = relayState === undefined ? [] : [['RelayState', relayState] as const]
  return { form: { address, fields: [[name, Buffer.from(signed(text, key)).toString('base64')], ...state] } }
}
