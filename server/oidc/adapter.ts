import { type Adapter, type AdapterPayload, errors } from 'oidc-provider'
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
  type StoredEngineRecord,
  saveEngineRecord,
  updateEngineRecordByUserCode,
} from '../db/queries/engine-state.ts'
import { deleteSession, findSession, findSessionByUid, saveSession } from '../db/queries/sessions.ts'
import type { Db } from '../db/schema.ts'
import type { ApplicationDirectory } from '../domain/applications/directory.ts'
import { clientMetadata } from './client-metadata.ts'
import { userCodeOf, userCodeReference } from './device-reference.ts'
import type { EngineFace } from './faces/face.ts'

/** What the engine's models are kept in. */
export interface AdapterServices {
  face: EngineFace
  db: Db
  applications: ApplicationDirectory
  accessTokens: AccessTokens
}

/**
 * What all issuers have in common: sessions, and what people have agreed to. Codes, refresh tokens and interactions are
 * each issuer's own, so that none takes what another has issued.
 */
const sharedModels: readonly string[] = ['Session', 'Grant']

/**
 * Storage of the OpenID engine. Identifiers are hashed before they reach the database, so that whoever reads it
 * holds no code, token or session. Each method costs one statement; a replay costs three.
 */
export function adapterFactory(services: AdapterServices): (model: string) => Adapter {
  return (model) => {
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
}

const nothing = async () => undefined

const readOnly: Adapter = {
  upsert: nothing,
  find: nothing,
  findByUserCode: nothing,
  findByUid: nothing,
  consume: nothing,
  destroy: nothing,
  revokeByGrantId: nothing,
}

/** Clients are the applications table, through its cache. */
function clientAdapter({ applications, face }: AdapterServices): Adapter {
  return {
    ...readOnly,
    find: async (clientId) => {
      const application = await applications.find(clientId)
      return application?.enabled ? clientMetadata(application, face) : undefined
    },
  }
}

function sessionAdapter({ db }: AdapterServices): Adapter {
  return {
    ...readOnly,
    upsert: (id, payload, expiresIn) =>
      saveSession(db, {
        idHash: sha256(id),
        uid: payload.uid ?? '',
        userId: payload.accountId ?? null,
        payload: withoutId(payload),
        expiresAt: after(expiresIn),
      }),
    find: async (id) => {
      const payload = await findSession(db, sha256(id))
      // The cookie's value is the one place where the session id is in the clear.
      return payload && { ...payload, jti: id }
    },
    findByUid: (uid) => findSessionByUid(db, uid),
    destroy: (id) => deleteSession(db, sha256(id)),
  }
}

/** Access tokens are signed and not stored: what is kept of them is their revocation. */
function accessTokenAdapter({ accessTokens }: AdapterServices, model: string): Adapter {
  return {
    ...readOnly,
    find: async (reference) => accessTokens.referenced(reference, model),
    destroy: (tokenId) => accessTokens.revoke(tokenId),
  }
}

function stateAdapter({ db, applications, face }: AdapterServices, model: string): Adapter {
  const kind = sharedModels.includes(model) ? model : face.statePrefix + model
  return {
    ...readOnly,
    upsert: async (id, payload, expiresIn) => {
      const record = {
        model: kind,
        payload: model === 'Interaction' ? sealed(id, payload) : withoutId(payload),
        // A question to a person outlives the grant it was asked about: when somebody else signs in, the answer
        // goes on after the former person's grants have ended.
        grantHash: payload.grantId && model !== 'Interaction' ? sha256(payload.grantId) : null,
        uid: payload.uid ?? null,
        userId: payload.accountId ?? null,
        clientId: payload.clientId ?? null,
        expiresAt: after(expiresIn),
      }
      const userCode = userCodeOf(id)
      if (userCode) return updateEngineRecordByUserCode(db, { ...record, userCode })
      await saveEngineRecord(
        db,
        { ...record, idHash: sha256(id), userCode: payload.userCode ?? null },
        // Requests that race for one refresh token all make the same successor (see rotation.ts).
        { keepExisting: model === 'RefreshToken' },
      )
    },
    find: async (id) => {
      const userCode = userCodeOf(id)
      const record = await (userCode
        ? findEngineRecordByUserCode(db, kind, userCode)
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
      // RFC 6749 4.1.2: of two redemptions at once one is a replay, and what came of the code is revoked.
      const record = await findEngineRecord(db, kind, sha256(id))
      const grantId = record?.payload.grantId
      if (typeof grantId === 'string') await deleteGrant(db, sha256(grantId))
      throw new errors.InvalidGrant('code already consumed')
    },
    destroy: (id) => (model === 'Grant' ? deleteGrant(db, sha256(id)) : deleteEngineRecord(db, kind, sha256(id))),
    revokeByGrantId: (grantId) => deleteEngineRecordsOfGrant(db, kind, sha256(grantId)),
  }

  async function present(record: StoredEngineRecord, stored: AdapterPayload): Promise<AdapterPayload> {
    const application =
      model === 'RefreshToken' && stored.clientId ? await applications.find(stored.clientId) : undefined
    const payload = application ? withinScopes(stored, application.scopes) : stored
    if (!record.consumedAt) return payload
    const grace = (application?.refreshTokenGraceSeconds ?? 0) * 1000
    if (Date.now() - record.consumedAt.getTime() < grace) return payload
    return { ...payload, consumed: Math.floor(record.consumedAt.getTime() / 1000) }
  }
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

function after(seconds: number | undefined): Date {
  return new Date(Date.now() + (seconds ?? 0) * 1000)
}
