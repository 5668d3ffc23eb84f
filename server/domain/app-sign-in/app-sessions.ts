import { randomBytes } from 'node:crypto'
import {
  type AppSession,
  claimAppSession,
  insertAppSession,
  insertSsoTicket,
  refreshAppSession,
  takeSsoTicket,
} from '../../db/queries/app-sessions.ts'
import { saveAuditEvent } from '../../db/queries/audit.ts'
import type { SignInFacts } from '../../db/queries/sign-in-states.ts'
import { endUserSession } from '../../db/queries/user-sessions.ts'
import type { User } from '../../db/queries/users.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import type { Actor } from '../actor.ts'
import type { CallingApplications } from '../applications/callers.ts'
import type { Device } from '../captchas/captchas.ts'
import { refuse } from '../failure.ts'
import type { Notices } from '../messages/notices.ts'
import { recordSignIn } from '../sign-in/records.ts'
import { holderOf, tokenHash } from '../sign-in-steps/waiting.ts'
import type { AppVisitor } from './app-visitor.ts'
import type { SessionProof } from './session-proof.ts'

export type { AppSession } from '../../db/queries/app-sessions.ts'

/** What a person is signed in with. */
export interface AppTokens {
  readonly sessionToken: string
  /** Seconds that the session token is good for. */
  readonly expire: number
  readonly idToken: string
}

/** Makes the JWT that tells an application who somebody is. @throws Failure id_token_not_made */
export type SignIdToken = (clientId: string, user: User) => Promise<string>

/** How long a ticket may take from one application to the other, in seconds. */
const ticketSeconds = 60

/** Three letters in front, as the vendor's have: short enough for one block of RSA beside time and nonce. */
const newSessionToken = () => `bts${randomBytes(24).toString('base64url')}`

/** Sessions of apps that show their own sign-in. They are sessions of the platform: what ends those ends these. */
export class AppSessions {
  readonly #db: Db
  readonly #notices: Notices
  readonly #applications: CallingApplications
  readonly #signIdToken: SignIdToken

  constructor(parts: { db: Db; notices: Notices; applications: CallingApplications; signIdToken: SignIdToken }) {
    this.#db = parts.db
    this.#notices = parts.notices
    this.#applications = parts.applications
    this.#signIdToken = parts.signIdToken
  }

  /**
   * Begins a session after everything was proved, within a transaction, and writes the sign-in down. Four statements, and those of a
   * new network.
   * @returns undefined for somebody who has been disabled meanwhile, or has another password
   */
  async begin(
    trx: Db,
    visitor: AppVisitor,
    { user, sessionTokenSeconds: seconds, passwordMark }: SignInFacts,
    method: string,
  ): Promise<AppTokens | undefined> {
    const { clientId, address, userAgent } = visitor
    const sessionToken = newSessionToken()
    const session = {
      uid: randomBytes(16).toString('base64url'),
      userId: user.id,
      address,
      userAgent,
      seconds,
      passwordMark: passwordMark ?? undefined,
    }
    if (!(await insertAppSession(trx, { ...holderOf(sessionToken, visitor), ...session }))) return undefined
    await recordSignIn(trx, this.#notices, { userId: user.id, clientId, address, userAgent, method })
    return { sessionToken, expire: seconds, idToken: await this.#signIdToken(clientId, user) }
  }

  /** Who calls with a proof, which counts once. One statement. */
  claim(device: Device, { sessionToken, hash, until }: SessionProof): Promise<AppSession | undefined> {
    return claimAppSession(this.#db, holderOf(sessionToken, device), { hash, until })
  }

  /** Ends a session and everything that was given out in it. Two statements. */
  end(by: Actor, { user, uid }: AppSession): Promise<void> {
    return transact(this.#db, async (trx) => {
      if (!(await endUserSession(trx, user.id, uid))) return
      await saveAuditEvent(trx, by, 'user.sessions_ended', { type: 'user', id: user.id }, { which: 'one' })
    })
  }

  /** Another token for a session; the former one ends. One statement. @throws Failure session_token_invalid */
  async refresh(device: Device, token: string): Promise<AppTokens> {
    const sessionToken = newSessionToken()
    const refreshed = await refreshAppSession(this.#db, holderOf(token, device), tokenHash(sessionToken))
    const { user, seconds } = refreshed ?? refuse('session_token_invalid')
    return { sessionToken, expire: seconds, idToken: await this.#signIdToken(device.clientId, user) }
  }

  /** Another id token. @throws Failure id_token_not_made */
  idToken(clientId: string, { user }: AppSession): Promise<string> {
    return this.#signIdToken(clientId, user)
  }

  /**
   * A ticket that tells another application, or the same one, who is signed in; good once. One statement, two for another application.
   * @param target client id
   * @throws Failure session_token_invalid, application_not_found, application_disabled, application_account_not_found
   */
  async issueTicket(device: Device, token: string, target: string): Promise<{ ticket: string; expire: number }> {
    if (target !== device.clientId) await this.#applications.named(target)
    const ticket = randomBytes(24).toString('base64url')
    const made = { hash: tokenHash(ticket), clientId: target, seconds: ticketSeconds }
    const admitted = await insertSsoTicket(this.#db, holderOf(token, device), made)
    if (admitted === undefined) refuse('session_token_invalid')
    if (!admitted) refuse('application_account_not_found')
    return { ticket, expire: ticketSeconds }
  }

  /** Whose ticket it is; there is none from then on. One statement. @throws Failure sso_ticket_invalid */
  async redeemTicket(device: Device, ticket: string): Promise<User> {
    return (await takeSsoTicket(this.#db, holderOf(ticket, device))) ?? refuse('sso_ticket_invalid')
  }
}
