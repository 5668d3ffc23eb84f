import { type Adapter, type AdapterPayload, errors, Provider } from 'oidc-provider'
import type { AccessTokens } from '../auth/access-tokens.ts'
import { decrypt, deriveKey, encrypt } from '../crypto/encryption.ts'
import { sha256 } from '../crypto/hash.ts'
import {
  consumeEngineRecord,
  deleteEngineRecord,
  deleteEngineRecordsOfGrant,
  deleteGrant,
  findEngineRecord,
  findEngineRecordByUserCode,
  insertEngineRecord,
  pollEngineRecord,
  type StoredEngineRecord,
  updateEngineRecord,
  updateEngineRecordByUserCode,
  widenGrant,
} from '../db/queries/engine-state.ts'
import { findSession, findSessionByUid, type StoredSession } from '../db/queries/sessions.ts'
import type { Db } from '../db/schema.ts'
import type { ApplicationDirectory } from '../domain/applications/directory.ts'
import type { Entrances } from '../domain/browser-sign-in/entrances.ts'
import { clientMetadata } from './client-metadata.ts'
import { userCodeOf, userCodeReference } from './device-reference.ts'
import type { EngineFace } from './faces/face.ts'
import type { Storage } from './stored-once.ts'

/** What the engine's models are kept in. */
export interface AdapterServices {
  face: EngineFace
  db: Db
  applications: ApplicationDirectory
  entrances: Entrances
  accessTokens: AccessTokens
}

/**
 * What all issuers have in common: sessions, and what people have agreed to. Codes, refresh tokens and interactions are
 * each issuer's own, so that none takes what another has issued.
 */
const sharedModels: readonly string[] = ['Session', 'Grant']

/** How often a device may ask, in seconds (RFC 8628 section 3.2: the default where none is told). */
const pollInterval = 5

/** For how long a device whose questions overtook one another is no thief, in seconds. */
const pollGrace = 2 * pollInterval

/**
 * Storage of the OpenID engine. Identifiers are hashed before they reach the database, so that whoever reads it
 * holds no code, token or session. Each method costs one statement; a replay costs three.
 */
export function adapterFactory(services: AdapterServices): (model: string) => Adapter {
  return (model) => {
    const storage = storageOf(services, model)
    // Nothing calls it: storeOnce tells the storage what is new.
    return { ...storage, upsert: nothing }
  }
}

function storageOf(services: AdapterServices, model: string): Storage {
  switch (model) {
    case 'Client':
      return clientAdapter(services)
    case 'Session':
      return sessionAdapter(services)
    case 'AccessToken':
    case 'ClientCredentials':
      return accessTokenAdapter(services, model)
    default:
      return stateAdapter(services, model)
  }
}

const nothing = async () => undefined

const readOnly: Storage = {
  insert: async () => true,
  update: async () => true,
  find: nothing,
  findByUserCode: nothing,
  findByUid: nothing,
  consume: nothing,
  destroy: nothing,
  revokeByGrantId: nothing,
}

/** Clients are the applications table, through its cache. */
function clientAdapter({ applications, face }: AdapterServices): Storage {
  return {
    ...readOnly,
    find: async (clientId) => {
      const application = await applications.find(clientId)
      return application?.enabled ? clientMetadata(application, face) : undefined
    },
  }
}

/** Sessions are found here; how they are kept is in sessions.ts. */
function sessionAdapter({ db }: AdapterServices): Storage {
  const present = (stored: StoredSession | undefined): AdapterPayload | undefined =>
    stored && { ...stored.payload, exp: Math.floor(stored.expiresAt.getTime() / 1000) }
  return {
    ...readOnly,
    find: async (id) => {
      const payload = present(await findSession(db, sha256(id)))
      // The cookie's value is the one place where the session id is in the clear.
      return payload && { ...payload, jti: id }
    },
    findByUid: async (uid) => present(await findSessionByUid(db, uid)),
  }
}

/** Access tokens are signed and not stored: what is kept of them is their revocation. */
function accessTokenAdapter({ accessTokens }: AdapterServices, model: string): Storage {
  return {
    ...readOnly,
    find: async (reference) => accessTokens.referenced(reference, model),
    destroy: (tokenId) => accessTokens.revoke(tokenId),
  }
}

function stateAdapter({ db, applications, entrances, face }: AdapterServices, model: string): Storage {
  const kind = sharedModels.includes(model) ? model : face.statePrefix + model
  return {
    ...readOnly,
    insert: async (id, payload, expiresIn) => {
      const record = { ...recordOf(id, payload, expiresIn), idHash: sha256(id), userCode: payload.userCode ?? null }
      const isNew = await insertEngineRecord(db, record)
      // Requests that race for one refresh token all make the same successor (see rotation.ts).
      return isNew || model === 'RefreshToken'
    },
    update: (id, payload, expiresIn) => {
      const record = recordOf(id, payload, expiresIn)
      const userCode = userCodeOf(id)
      if (userCode) return updateEngineRecordByUserCode(db, { ...record, userCode })
      const idHash = sha256(id)
      return model === 'Grant'
        ? widenGrant(db, { ...record, idHash })
        : updateEngineRecord(db, { ...record, idHash, userCode: payload.userCode ?? null })
    },
    find: async (id) => {
      const userCode = userCodeOf(id)
      const record = await (userCode
        ? findEngineRecordByUserCode(db, kind, userCode)
        : model === 'DeviceCode' && Provider.ctx?.oidc.route === 'token'
          ? poll(sha256(id))
          : findEngineRecord(db, kind, sha256(id)))
      const payload = model === 'Interaction' && record ? opened(id, record.payload) : record?.payload
      return record && present(record, { ...payload, jti: id })
    },
    findByUserCode: async (userCode) => {
      const record = await findEngineRecordByUserCode(db, kind, userCode)
      return record && present(record, { ...record.payload, jti: userCodeReference(userCode) })
    },
    consume: async (id) => {
      const first = await consumeEngineRecord(db, kind, sha256(id))
      if (first || model === 'RefreshToken') return
      if (model === 'DeviceCode') throw new errors.InvalidGrant('the device has its tokens')
      // RFC 6749 4.1.2: of two redemptions at once one is a replay, and what came of the code is revoked.
      const record = await findEngineRecord(db, kind, sha256(id))
      const grantId = record?.payload.grantId
      if (typeof grantId === 'string') await deleteGrant(db, sha256(grantId))
      throw new errors.InvalidGrant('code already consumed')
    },
    destroy: async (id) => {
      if (model === 'Grant') return deleteGrant(db, sha256(id))
      const wasThere = await deleteEngineRecord(db, kind, sha256(id))
      // The answer to a question is taken once: of two that go on with it, one does.
      if (!wasThere && model === 'Interaction') throw new errors.SessionNotFound('interaction session not found')
    },
    revokeByGrantId: (grantId) => deleteEngineRecordsOfGrant(db, kind, sha256(grantId)),
  }

  function recordOf(id: string, payload: AdapterPayload, expiresIn: number) {
    return {
      model: kind,
      payload: model === 'Interaction' ? sealed(id, payload) : withoutId(payload),
      // A question to a person outlives the grant it was asked about: when somebody else signs in, the answer
      // goes on after the former person's grants have ended.
      grantHash: payload.grantId && model !== 'Interaction' ? sha256(payload.grantId) : null,
      uid: payload.uid ?? null,
      userId: payload.accountId ?? (model === 'Interaction' ? signedInBy(payload) : undefined) ?? null,
      clientId: payload.clientId ?? null,
      expiresIn,
    }
  }

  /** Whether the application of a code or a refresh token lets its person in: their account of it may have gone. */
  async function isAdmitted({ clientId, accountId }: AdapterPayload): Promise<boolean> {
    const application = clientId && accountId ? await applications.find(clientId) : undefined
    return !application || !accountId || !(await entrances.isClosed(application, accountId))
  }

  /** RFC 8628 section 3.5: who asks too often while nothing is decided is told to slow down. */
  async function poll(idHash: Buffer): Promise<StoredEngineRecord | undefined> {
    const record = await pollEngineRecord(db, kind, idHash, pollInterval)
    const decided = record && (record.payload.accountId !== undefined || record.payload.error !== undefined)
    if (record?.tooSoon && !decided && record.left > 0) throw new errors.SlowDown()
    return record
  }

  /**
   * @returns undefined for a refresh token of an application that is disabled, and at the token endpoint for what is of somebody whom
   * the application lets in no more
   */
  async function present(record: StoredEngineRecord, given: AdapterPayload): Promise<AdapterPayload | undefined> {
    if (Provider.ctx?.oidc.route === 'token' && !(await isAdmitted(given))) return undefined
    const stored = { ...given, exp: endOf(record.left, given.exp) }
    const application =
      model === 'RefreshToken' && stored.clientId ? await applications.find(stored.clientId) : undefined
    if (model === 'RefreshToken' && !application?.enabled) return undefined
    const payload = application ? withinScopes(stored, application.scopes) : stored
    if (record.usedFor === null) return payload
    const grace = model === 'DeviceCode' ? pollGrace : (application?.refreshTokenGraceSeconds ?? 0)
    if (record.usedFor < grace) return payload
    return { ...payload, consumed: Math.floor(Date.now() / 1000 - record.usedFor) }
  }
}

/**
 * When something is over by this node's clock, which the engine goes by: as it was written where that differs by no more than rounding,
 * else as far from now as the database says, whose clock what is stored goes by.
 */
function endOf(left: number, written: number | undefined): number {
  const end = Math.floor(Date.now() / 1000) + left
  return written !== undefined && Math.abs(end - written) <= 2 ? written : end
}

/** A refresh gives no scope that the application has lost since. */
function withinScopes(payload: AdapterPayload, registered: readonly string[]): AdapterPayload {
  return {
    ...payload,
    scope: payload.scope
      ?.split(' ')
      .filter((scope) => registered.includes(scope))
      .join(' '),
  }
}

/**
 * Who has signed in for a question, or for one before it. No session has come of it yet, but it would at the next request: it is
 * theirs, and ends with all that is.
 */
function signedInBy({ result, lastSubmission }: AdapterPayload): string | undefined {
  return result?.login?.accountId ?? lastSubmission?.login?.accountId
}

/** The id is the secret: it is known from the request and never written down. */
function withoutId({ jti: _jti, ...payload }: AdapterPayload): AdapterPayload {
  return payload
}

/**
 * The engine writes the session's id and its own id into an interaction. What is stored of it can only be read by who
 * brings the id.
 */
function sealed(id: string, payload: AdapterPayload): Record<string, unknown> {
  const text = Buffer.from(JSON.stringify(withoutId(payload)))
  return { sealed: encrypt(interactionKey(id), text).toString('base64') }
}

function opened(id: string, stored: Record<string, unknown>): AdapterPayload {
  return JSON.parse(decrypt(interactionKey(id), Buffer.from(String(stored.sealed), 'base64')).toString())
}

function interactionKey(id: string): Buffer {
  return deriveKey(Buffer.from(id), 'interaction')
}
