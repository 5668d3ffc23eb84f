import { v7 as newId } from 'uuid'
import { saveAuditEvent, saveAuditEvents } from '../../db/queries/audit.ts'
import {
  completeExternalLogins,
  deleteExternalLogins,
  type ExternalLogin,
  findExternalLogins,
  findUserLogins,
  insertExternalLogins,
  listMadeLogins,
  lockExternalLogins,
  type MadeExternalLogin,
} from '../../db/queries/external-logins.ts'
import { findUser } from '../../db/queries/users.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import type { Actor } from '../actor.ts'
import { conflict } from '../conflict.ts'
import { Failure, refuse } from '../failure.ts'
import type { Notices } from '../messages/notices.ts'
import { Holders } from './holders.ts'
import { canonicalIdentity, type GivenIdentity, type Identity } from './identity.ts'

export type { ExternalLogin, MadeExternalLogin } from '../../db/queries/external-logins.ts'
export type { GivenIdentity } from './identity.ts'

/** A login at a provider that a user shall have. */
export interface NewExternalLogin extends GivenIdentity {
  readonly userId: string
  /** The nickname at the provider: it is shown and nothing else, it is nobody's user name. */
  readonly displayName?: string | null | undefined
}

/** What came of one login of a list: the logins that the user has now, or why not. */
export type ExternalLoginAddition =
  | { readonly failure: null; readonly userId: string; readonly logins: readonly ExternalLogin[] }
  | { readonly failure: Failure }

/** Which logins of a user: one, or those of a provider. */
export type ExternalLoginChoice =
  | { readonly id: string }
  | { readonly provider: string; readonly externalId?: string | undefined }

/** Rows that are written by hand do not wait for the lock. */
const taken = conflict({
  external_logins_external_id: 'external_login_taken',
  external_logins_app_open_id: 'external_login_taken',
})

/** As many logins as the contract shows of one user. */
const mostPerUser = 100

/** Logins at providers, such as WeChat, and whose they are. */
export class ExternalLogins {
  readonly #db: Db
  readonly #notices: Notices | undefined

  /** @param notices who tells owners */
  constructor(db: Db, notices?: Notices) {
    this.#db = db
    this.#notices = notices
  }

  /** The logins of one user, the oldest first. One statement. */
  async list(userId: string): Promise<readonly ExternalLogin[]> {
    return (await this.listOf([userId])).get(userId) ?? []
  }

  /** The logins of one user, the oldest first, with the moment at which they got each. One statement. */
  listMade(userId: string): Promise<MadeExternalLogin[]> {
    return listMadeLogins(this.#db, userId)
  }

  /** The logins of these users by GUID; a user that there is not is missing. One statement. */
  async listOf(userIds: readonly string[]): Promise<ReadonlyMap<string, readonly ExternalLogin[]>> {
    const found = await findUserLogins(this.#db, userIds)
    return new Map(found.map(({ userId, logins }) => [userId, logins]))
  }

  /**
   * The logins that these are, one for each in its place; undefined where it is nobody's. A member of WeCom is found without the
   * enterprise too, as long as one enterprise alone has a member of that id. One statement.
   */
  async find(identities: readonly GivenIdentity[]): Promise<(ExternalLogin | undefined)[]> {
    const asked = identities.map(canonicalIdentity)
    const found = await findExternalLogins(this.#db, asked)
    const holders = new Holders(found)
    return asked.map((identity) => {
      const holder = holders.of(identity)
      return holder.state === 'held' ? holder.login : onlyMember(found, identity)
    })
  }

  /**
   * The login that somebody has proven at a provider, which tells whose it is. What the provider tells of it for the first time,
   * such as a unified id, is written down. One statement, eight then.
   * @returns undefined when it is nobody's
   * @throws Failure external_login_taken when its ids belong to two users
   */
  async findByIdentity(given: GivenIdentity, by: Actor = {}): Promise<ExternalLogin | undefined> {
    const identity = canonicalIdentity(given)
    const holder = new Holders(await findExternalLogins(this.#db, [identity])).of(identity)
    if (holder.state === 'free') return undefined
    if (holder.state === 'clash') throw new Failure('external_login_taken')
    const { login, completed } = holder
    if (!completed) return login
    await this.add({ ...by, userId: by.userId ?? login.userId }, { ...given, userId: login.userId })
    return completed
  }

  /**
   * Gives a user a login; that they have it already is no failure. Seven statements.
   * @throws Failure user_not_found, external_login_taken, too_many_external_logins
   */
  async add(by: Actor, login: NewExternalLogin): Promise<void> {
    await transact(this.#db, (trx) => this.addWithin(trx, by, login))
  }

  /** The same within a transaction. @returns whether they did not have it before @throws Failure as `add` does */
  async addWithin(trx: Db, by: Actor, login: NewExternalLogin): Promise<boolean> {
    const { failures, added } = await addAll(trx, by, [login])
    const [failure] = failures
    if (failure) throw failure
    return added > 0
  }

  /**
   * The same for a login that lets somebody in from now on who had an account before: its owner is told, who may be another than
   * whoever links it. One statement more, and two for the message.
   */
  async link(trx: Db, by: Actor, login: NewExternalLogin): Promise<void> {
    if (!(await this.addWithin(trx, by, login))) return
    const owner = await findUser(trx, login.userId)
    if (owner) await this.#notices?.loginAdded(trx, owner)
  }

  /**
   * Gives users logins, each for itself: one that fails leaves the others alone, and of two that are the same the earlier
   * counts. Nine statements at most, whatever the number.
   * @returns one result per login, in their order
   */
  addMany(by: Actor, logins: readonly NewExternalLogin[]): Promise<ExternalLoginAddition[]> {
    return transact(this.#db, async (trx) => {
      const { failures } = await addAll(trx, by, logins)
      const found = await findUserLogins(trx, idsOf(logins))
      const now = new Map(found.map((user) => [user.userId, user.logins]))
      return logins.map(({ userId }, index) => {
        const failure = failures[index] ?? null
        return failure ? { failure } : { failure, userId, logins: now.get(userId.toLowerCase()) ?? [] }
      })
    })
  }

  /**
   * Takes logins off a user, never the last way to sign in. Six statements.
   * @throws Failure user_not_found, external_login_not_found, last_sign_in_method
   */
  remove(by: Actor, userId: string, choice: ExternalLoginChoice): Promise<void> {
    return transact(this.#db, (trx) => this.removeWithin(trx, by, userId, choice))
  }

  /** The same within a transaction. Four statements, and a lock that is held before any user is. @throws Failure as `remove` does */
  async removeWithin(trx: Db, by: Actor, userId: string, choice: ExternalLoginChoice): Promise<void> {
    // Two that take the last two away at once would each see the other one left.
    await lockExternalLogins(trx)
    const [user] = await findUserLogins(trx, [userId], { lock: true })
    const { logins, hasPassword } = user ?? refuse('user_not_found')
    const chosen = logins.filter(chosenBy(choice))
    if (chosen.length === 0) refuse('external_login_not_found')
    if (chosen.length === logins.length && !hasPassword) refuse('last_sign_in_method')
    await deleteExternalLogins(
      trx,
      chosen.map(({ id }) => id),
    )
    const providers = [...new Set(chosen.map(({ provider }) => provider))]
    await saveAuditEvent(trx, by, 'user.external_login_removed', { type: 'user', id: userId }, { providers })
  }
}

/** Decides for each login in turn under a lock, so that those before it count. @returns why each was not added, if so, and how many were */
async function addAll(
  trx: Db,
  by: Actor,
  logins: readonly NewExternalLogin[],
): Promise<{ failures: (Failure | undefined)[]; added: number }> {
  await lockExternalLogins(trx)
  const asked = logins.map((login) => ({ ...login, ...canonicalIdentity(login), userId: login.userId.toLowerCase() }))
  const users = await findUserLogins(trx, idsOf(logins), { lock: true })
  const counts = new Map(users.map((user) => [user.userId, user.logins.length]))
  const holders = new Holders(await findExternalLogins(trx, asked))
  const added: ExternalLogin[] = []
  const completed = new Map<string, ExternalLogin>()
  const failures = asked.map(({ userId, displayName, provider, appId, appOpenId, externalId }) => {
    const count = counts.get(userId)
    if (count === undefined) return new Failure('user_not_found')
    const holder = holders.of({ provider, appId, appOpenId, externalId })
    if (holder.state === 'clash') return new Failure('external_login_taken')
    if (holder.state === 'held') {
      if (holder.login.userId !== userId) return new Failure('external_login_taken')
      if (holder.completed) {
        completed.set(holder.completed.id, holder.completed)
        holders.keep(holder.completed)
      }
      return undefined
    }
    if (count >= mostPerUser) return new Failure('too_many_external_logins')
    counts.set(userId, count + 1)
    const login = {
      id: newId(),
      userId,
      provider,
      appId,
      appOpenId,
      externalId,
      displayName: displayName?.toWellFormed() || null,
    }
    holders.keep(login)
    added.push(login)
    return undefined
  })
  await write(trx, by, added, [...completed.values()])
  return { failures, added: added.length }
}

async function write(trx: Db, by: Actor, added: readonly ExternalLogin[], completed: readonly ExternalLogin[]) {
  if (added.length > 0) await insertExternalLogins(trx, added).catch(taken)
  if (completed.length > 0) await completeExternalLogins(trx, completed).catch(taken)
  const event = ({ userId, provider }: ExternalLogin) => ({
    subject: { type: 'user', id: userId } as const,
    details: { provider },
  })
  if (added.length > 0) await saveAuditEvents(trx, by, 'user.external_login_added', added.map(event))
}

/** The one member of WeCom with that id, whatever the enterprise. */
function onlyMember(
  found: readonly ExternalLogin[],
  { provider, appId, externalId }: Identity,
): ExternalLogin | undefined {
  if (provider !== 'WeCom' || appId !== null || externalId === null) return undefined
  const [member, ...others] = found.filter((login) => login.provider === provider && login.appOpenId === externalId)
  return others.length === 0 ? member : undefined
}

const idsOf = (logins: readonly NewExternalLogin[]) => [...new Set(logins.map(({ userId }) => userId.toLowerCase()))]

function chosenBy(choice: ExternalLoginChoice): (login: ExternalLogin) => boolean {
  if ('id' in choice) return ({ id }) => id === choice.id
  const { provider, externalId } = canonicalIdentity(choice)
  return (login) =>
    login.provider === provider && (externalId === null || (login.externalId ?? login.appOpenId) === externalId)
}
