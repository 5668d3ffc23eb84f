import { type Adapter, type AdapterPayload, errors, type Provider } from 'oidc-provider'
import { sha256 } from '../crypto/hash.ts'
import { insertEngineRecord } from '../db/queries/engine-state.ts'
import type { Db } from '../db/schema.ts'

/**
 * What was read or made by this request and is gone now: somebody has ended it meanwhile. At the token endpoint it is told
 * as `invalid_grant` (RFC 6749 section 5.2).
 */
export class Ended extends errors.InvalidGrant {
  constructor(what: string) {
    super(`${what} has ended`)
  }
}

/** Storage that is told whether something is new. */
export interface Storage extends Omit<Adapter, 'upsert'> {
  insert(id: string, payload: AdapterPayload, expiresIn: number): Promise<boolean>
  /** @returns false when it has ended */
  update(id: string, payload: AdapterPayload, expiresIn: number): Promise<boolean>
}

/** As much of the engine's models as saving them takes. */
interface Model {
  kind: string
  jti: string | undefined
  exp: number | undefined
  iat: number | undefined
  readonly adapter: Storage
  readonly constructor: { expiresIn?: unknown }
  generateTokenId(): string
  getValueAndPayload(): Promise<{ value: string; payload?: AdapterPayload & { iat: number } }>
  emit(event: 'saved' | 'issued'): void
  save(expiresIn: number): Promise<string>
}

/**
 * Whatever the engine keeps is added once and from then on only updated, so that what was ended while a request was under
 * way is not written back by it. The engine itself does not tell its storage the one from the other: what has come from
 * there knows since when it is there (`iat`).
 */
export function storeOnce(provider: Provider): void {
  const base: { prototype: Model } = Object.getPrototypeOf(provider.BaseToken)
  base.prototype.save = async function save(this: Model, expiresIn) {
    this.jti ||= this.generateTokenId()
    if (typeof this.constructor.expiresIn !== 'function') this.exp = Math.floor(Date.now() / 1000) + expiresIn
    const isStored = this.iat !== undefined
    const { value, payload } = await this.getValueAndPayload()
    if (!payload) {
      this.emit('issued')
      return value
    }
    const { adapter } = this
    const isThere = await (isStored
      ? adapter.update(this.jti, payload, expiresIn)
      : adapter.insert(this.jti, payload, expiresIn))
    if (!isThere) throw new Ended(this.kind)
    this.iat = payload.iat
    this.emit('saved')
    return value
  }
}

/** Takes each client assertion once (RFC 7523 section 3, item 7): of any number at the same moment, the first. */
export function acceptAssertionsOnce(provider: Provider, db: Db, statePrefix: string): void {
  const model = provider.ReplayDetection as unknown as {
    unique(issuer: string, id: string, expires: number): Promise<boolean>
  }
  model.unique = (issuer, id, expires) =>
    insertEngineRecord(db, {
      model: `${statePrefix}ReplayDetection`,
      idHash: sha256(JSON.stringify([issuer, id])),
      payload: {},
      expiresIn: expires - Math.floor(Date.now() / 1000),
    })
}
