import { type AdapterPayload, errors, type KoaContextWithOIDC, Provider } from 'oidc-provider'
import { sha256 } from '../crypto/hash.ts'
import type { Party } from '../db/queries/session-parties.ts'
import { changeSession, findSessionByUid, insertSession, noteGrant } from '../db/queries/sessions.ts'
import type { Db, JsonObject } from '../db/schema.ts'
import { type BrowserDetails, begunWith, reachedBy, sessionCookie, signedInFrom } from '../sign-on/browser-sessions.ts'
import type { SessionEnds } from '../sign-on/session-ends.ts'
import type { EngineName } from './faces/face.ts'
import { pageContext } from './page-context.ts'

/** What a session keeps of one application. */
type Noted = {
  sid?: string
  grantId?: string
  persistsLogout?: true
  /** By which issuers the session reached it. */
  issuers?: { [Name in EngineName]?: true }
}

/** As much of the engine's session as we change of it. */
export interface EngineSession {
  jti: string
  uid: string
  exp: number | undefined
  accountId: string | undefined
  authorizations: Record<string, Noted> | undefined
  touched: boolean
  destroyed: boolean
  [asRead]: Stored | undefined
  [signedInFrom]?: BrowserDetails
  [begunWith]?: string
  [reachedBy]?: readonly Party[]
  getValueAndPayload(): Promise<{ payload: AdapterPayload }>
  grantIdFor(clientId: string): string | undefined
  ensureClientContainer(clientId: string): void
  resetIdentifier(): void
  emit(event: 'saved' | 'destroyed'): void
  save(expiresIn: number): Promise<string>
  persist(): Promise<unknown>
  destroy(): Promise<void>
}

interface SessionClass {
  prototype: EngineSession
  instantiate(payload?: AdapterPayload): EngineSession
}

/** A session as it stands in the database, as far as a request knows. */
interface Stored {
  readonly id: string
  readonly payload: JsonObject
}

/** Where a session keeps how it was when it was read. Sessions that are not in the database yet have none. */
const asRead = Symbol('asRead')

/** The session of a request has ended while it was under way. */
export class SessionEnded extends errors.LoginRequired {
  constructor() {
    super('the session has ended')
  }
}

/**
 * Sessions that are added once and then only changed: requests at the same moment add to a session what is theirs, and when
 * one of them ends it, it has ended for the others too. They get no cookie and no code.
 */
export function keepSessions(provider: Provider, db: Db, ends: SessionEnds): void {
  const model = provider.Session as unknown as SessionClass
  const { instantiate } = model
  const { resetIdentifier } = model.prototype

  model.instantiate = function instantiateStored(payload) {
    // For a cookie of a session that is gone the engine would make a row at every visit.
    if (!payload?.uid) return instantiate.call(this)
    const session = instantiate.call(this, payload)
    remember(session, payload)
    return session
  }

  Object.assign(model.prototype, {
    async save(this: EngineSession, expiresIn: number): Promise<string> {
      this.exp = Math.floor(Date.now() / 1000) + expiresIn
      const { payload } = await this.getValueAndPayload()
      const read = this[asRead]
      if (read) await change(this, read, payload)
      else {
        const session = {
          idHash: sha256(this.jti),
          uid: this.uid,
          userId: this.accountId ?? null,
          payload: contentOf(payload),
          expiresAt: new Date(this.exp * 1000),
          ...browserOf(this),
        }
        if (!(await insertSession(db, session, passwordMarkOf(this)))) {
          setNoCookie(null)
          throw new SessionEnded()
        }
      }
      remember(this, payload)
      this.touched = false
      this.emit('saved')
      return this.jti
    },

    /** For what changes a session after its answer was made: a page's token, for one. There is none without an expiry. */
    async persist(this: EngineSession): Promise<void> {
      if (this.exp === undefined) return
      await this.save(this.exp - Math.floor(Date.now() / 1000)).catch((error: unknown) => {
        if (!(error instanceof SessionEnded)) throw error
      })
    },

    async destroy(this: EngineSession): Promise<void> {
      this[reachedBy] = await ends.end(this.uid)
      this.emit('destroyed')
      this.destroyed = true
    },

    /** A new id belongs to a sign-in (ASVS 5.0, 7.2.4). For anything less, tabs would take it from one another. */
    resetIdentifier(this: EngineSession): void {
      if (Provider.ctx?.oidc.result?.login) resetIdentifier.call(this)
    },
  })

  async function change(session: EngineSession, read: Stored, payload: AdapterPayload): Promise<void> {
    const changed = await changeSession(db, {
      uid: session.uid,
      formerIdHash: sha256(read.id),
      idHash: sha256(session.jti),
      userId: session.accountId,
      patch: mergePatch(read.payload, contentOf(payload)),
      expiresAt: new Date((session.exp ?? 0) * 1000),
      // Whoever signs in in a session that is there already makes it another one.
      browser: Provider.ctx?.oidc.result?.login ? browserOf(session) : session[signedInFrom],
      passwordMark: passwordMarkOf(session),
    })
    if (changed?.isItsId) return
    setNoCookie(changed ? undefined : null)
    if (!changed) throw new SessionEnded()
  }
}

/**
 * Takes a grant for the application of this request into its session. All tabs of a browser have one grant for an
 * application: a code is only good while the session names its grant.
 * @returns false when another tab was faster; the session names the other's grant then
 * @throws SessionEnded
 */
export async function takeGrant(db: Db, session: EngineSession, clientId: string, grantId: string): Promise<boolean> {
  session.ensureClientContainer(clientId)
  const noted = { ...session.authorizations?.[clientId], grantId }
  let taken = true
  // Nobody else knows a session that is not in the database yet.
  const read = session[asRead]
  if (read) {
    const known = (read.payload.authorizations as EngineSession['authorizations'])?.[clientId]?.grantId
    taken = await noteGrant(db, { uid: session.uid, clientId, known, noted })
  }
  const counts = taken ? noted : await notedNow(db, session, clientId)
  session.authorizations = { ...session.authorizations, [clientId]: counts }
  // From here on this request changes what it has just read.
  if (read) remember(session, { ...read.payload, authorizations: session.authorizations }, read.id)
  return taken
}

/** Notes by which issuer the session reaches an application; it is saved with the session, at the end of this request. */
export function noteIssuer(session: EngineSession, clientId: string, issuer: EngineName): void {
  const noted = session.authorizations?.[clientId]
  if (noted?.issuers?.[issuer]) return
  const issuers = { ...noted?.issuers, [issuer]: true }
  session.authorizations = { ...session.authorizations, [clientId]: { ...noted, issuers } }
}

async function notedNow(db: Db, session: EngineSession, clientId: string): Promise<Noted> {
  const stored = await findSessionByUid(db, session.uid)
  if (!stored) throw new SessionEnded()
  return (stored.payload.authorizations as EngineSession['authorizations'])?.[clientId] ?? {}
}

/** The browser that somebody is signed in with; none while nobody is. */
function browserOf(session: EngineSession): BrowserDetails | undefined {
  const ctx: KoaContextWithOIDC | undefined = Provider.ctx
  return session.accountId ? (session[signedInFrom] ?? (ctx && pageContext(ctx).browser)) : undefined
}

/** Stands for the password that a sign-in was made with that begins, or renews, a session. */
function passwordMarkOf(session: EngineSession): string | undefined {
  const login = Provider.ctx?.oidc.result?.login as { readonly passwordMark?: string } | undefined
  return session[begunWith] ?? login?.passwordMark
}

function remember(session: EngineSession, payload: object, id = session.jti): void {
  const stored: Stored = { id, payload: contentOf(payload) }
  Object.defineProperty(session, asRead, { value: stored, configurable: true, enumerable: false })
}

/** The id is the secret, known from the request alone; the expiry is that of the row. */
function contentOf(payload: object): JsonObject {
  const { jti: _jti, exp: _exp, ...content } = payload as Record<string, unknown>
  return JSON.parse(JSON.stringify(content)) as JsonObject
}

/** What turns one object into another, as JSON Merge Patch (RFC 7396) writes it. */
function mergePatch(from: JsonObject, to: JsonObject): JsonObject {
  const patch: Record<string, JsonObject[string]> = {}
  for (const name of new Set([...Object.keys(from), ...Object.keys(to)])) {
    const [before, after] = [from[name], to[name]]
    if (after === undefined) patch[name] = null
    else if (isObject(before) && isObject(after)) patch[name] = mergePatch(before, after)
    else if (JSON.stringify(before) !== JSON.stringify(after)) patch[name] = after
  }
  return patch
}

function isObject(value: JsonObject[string]): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Takes the session's cookie out of the answer of this request, or clears it with null. */
function setNoCookie(value: null | undefined): void {
  const ctx: KoaContextWithOIDC | undefined = Provider.ctx
  if (!ctx) return
  const others = ctx.response.headers['set-cookie'] ?? []
  const kept = [others].flat().filter((line) => !line.startsWith(`${sessionCookie}=`))
  ctx.remove('Set-Cookie')
  if (kept.length > 0) ctx.set('Set-Cookie', kept)
  if (value === null) ctx.cookies.set(sessionCookie, null, { path: '/', httpOnly: true })
}
