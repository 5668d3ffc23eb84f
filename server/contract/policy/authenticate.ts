import type { Api } from '../faces.ts'
import { schemesOf } from '../operation.ts'
import type { Call } from '../request/call.ts'
import { readCredential } from './credentials.ts'

/** What the policy asks about a caller; who it is beyond that is the product's business. */
export interface Rights {
  readonly kind: string
  readonly scopes: ReadonlySet<string>
  /** Roles of the back office that the caller has. */
  readonly roles: ReadonlySet<string>
  /** Permission codes of the calling application. */
  readonly permissions: ReadonlySet<string>
}

/**
 * Tells who presents a credential of a scheme.
 * @returns undefined when the credential is unknown, expired or revoked
 */
export type Authenticator<Caller> = (credential: string, call: Call) => Promise<Caller | undefined>

/** One authenticator for each security scheme of a document, by its name there. */
export type Authenticators = Readonly<Record<string, Authenticator<Rights>>>

/** What came of the credential of one scheme. */
export type Verdict =
  | { readonly kind: 'none' }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'twice' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'accepted'; readonly caller: Rights }

/**
 * Reads and judges the credential of one scheme.
 * @throws Error when the document has no such scheme
 */
export async function judge(api: Api, name: string, call: Call, authenticators: Authenticators): Promise<Verdict> {
  const scheme = schemesOf(api)[name]
  const authenticator = authenticators[name]
  if (!scheme || !authenticator) throw new Error(`Nothing checks the scheme ${name}.`)
  const presentation = readCredential(scheme, call)
  if (presentation.kind !== 'presented') return presentation
  const caller = await authenticator(presentation.credential, call)
  return caller ? { kind: 'accepted', caller } : { kind: 'refused' }
}
