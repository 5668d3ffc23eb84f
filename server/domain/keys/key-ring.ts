import type { JSONWebKeySet, JWK } from 'jose'
import { decrypt, encrypt } from '../../crypto/encryption.ts'
import { saveAuditEvent } from '../../db/queries/audit.ts'
import { deleteKey, insertKey, type KeyRecord, listKeys, revokeKey, withKeysLocked } from '../../db/queries/keys.ts'
import type { Db } from '../../db/schema.ts'
import type { Actor } from '../actor.ts'
import { generateLoginKey, generateSigningKey, type KeyPair, signingAlgorithms } from './key-pair.ts'

const hour = 3_600_000
const day = 24 * hour

/** When keys change, in milliseconds. */
export interface KeySchedule {
  /** How long a key signs. */
  signs: number
  /** How long a key is published before it signs; longer than anyone caches the key set. */
  announced: number
  /** How long a key is published after it signed last; longer than any token it signed lives. */
  retired: number
}

export const defaultKeySchedule: KeySchedule = { signs: 90 * day, announced: 7 * day, retired: 30 * day }

/** Where a key stands in its life. */
export type KeyState = 'announced' | 'signing' | 'retired' | 'revoked'

/** A key as it is listed to an operator. */
export interface KeyStatus {
  id: string
  purpose: 'signing' | 'login'
  algorithm: string
  state: KeyState
  createdAt: Date
  signsAt: Date
}

/** What signatures of ours are checked with. */
export interface TrustedKeys {
  readonly keys: JSONWebKeySet
  /** When the key of that id stops to sign, or has stopped; absent while no other is to take over. */
  readonly signUntil: ReadonlyMap<string, Date>
}

interface Settings {
  db: Db
  /** Encrypts private keys at rest: 32 bytes. */
  secret: Buffer
  schedule: KeySchedule
}

interface Key extends KeyRecord {
  privateJwk: JWK
}

/**
 * The key pairs of the installation. A signing key is announced, signs, and is retired by the clock alone: its
 * state follows from when it and its successor begin to sign, so all nodes agree without a restart.
 */
export class KeyRing {
  readonly #settings: Settings
  #keys: Key[] = []

  private constructor(settings: Settings) {
    this.#settings = settings
  }

  /** Reads the keys, making those that are missing. Safe on any number of nodes at once. */
  static async open(settings: Settings): Promise<KeyRing> {
    const ring = new KeyRing(settings)
    await ring.maintain()
    return ring
  }

  /** Reads the keys anew. One statement. */
  async reload(): Promise<void> {
    const records = await listKeys(this.#settings.db)
    this.#keys = records.map((record) => ({ ...record, privateJwk: this.#open(record) }))
  }

  /** Makes keys that are missing or due, removes those retired long enough, and reads the keys anew. */
  async maintain(now = new Date()): Promise<void> {
    const { db, schedule } = this.#settings
    await withKeysLocked(db, async (trx) => {
      const records = await listKeys(trx)
      for (const algorithm of signingAlgorithms) {
        const [newest] = records.filter((key) => key.algorithm === algorithm && key.revokedAt === null)
        if (!newest) await this.#add(trx, 'signing', algorithm, await generateSigningKey(algorithm), now)
        else if (newest.signsAt.getTime() + schedule.signs - schedule.announced <= now.getTime()) {
          const signsAt = new Date(now.getTime() + schedule.announced)
          await this.#add(trx, 'signing', algorithm, await generateSigningKey(algorithm), signsAt)
        }
      }
      if (!records.some((key) => key.purpose === 'login')) {
        await this.#add(trx, 'login', 'RSA', await generateLoginKey(), now)
      }
      for (const key of records) {
        const successor = successorOf(key, records)
        if (successor && successor.signsAt.getTime() + schedule.retired <= now.getTime()) await deleteKey(trx, key.id)
      }
    })
    await this.reload()
  }

  /**
   * Announces new signing keys now.
   * @param delay milliseconds until they sign; 0 replaces a key that must not sign any longer
   */
  async rotate(by: Actor, delay: number, now = new Date()): Promise<void> {
    await withKeysLocked(this.#settings.db, async (trx) => {
      const signsAt = new Date(now.getTime() + delay)
      for (const algorithm of signingAlgorithms) {
        const id = await this.#add(trx, 'signing', algorithm, await generateSigningKey(algorithm), signsAt)
        await saveAuditEvent(trx, by, 'key.announced', { type: 'key', id }, { signsAt: signsAt.toISOString() })
      }
    })
    await this.reload()
  }

  /**
   * Ends the trust in a signing key and in everything it has signed. One that signs now is replaced at once.
   * @returns false when there is no such key
   */
  async revoke(by: Actor, id: string, now = new Date()): Promise<boolean> {
    const isThere = await withKeysLocked(this.#settings.db, async (trx) => {
      const records = await listKeys(trx)
      const key = records.find((candidate) => candidate.id === id)
      const algorithm = signingAlgorithms.find((known) => known === key?.algorithm)
      if (!key || !algorithm) return false
      if (stateOf(key, records, now) === 'signing') {
        await this.#add(trx, 'signing', algorithm, await generateSigningKey(algorithm), now)
      }
      if (!key.revokedAt) {
        await revokeKey(trx, id, now)
        await saveAuditEvent(trx, by, 'key.revoked', { type: 'key', id })
      }
      return true
    })
    await this.reload()
    return isThere
  }

  /** What there is, the newest first. */
  list(now = new Date()): KeyStatus[] {
    return this.#keys.map((key) => ({
      id: key.id,
      purpose: key.purpose,
      algorithm: key.algorithm,
      state: stateOf(key, this.#keys, now),
      createdAt: key.createdAt,
      signsAt: key.signsAt,
    }))
  }

  /** Private signing keys; of each algorithm the first is the one to sign with. */
  signingKeys(now = new Date()): JWK[] {
    const order: KeyState[] = ['signing', 'announced', 'retired']
    const rank = (key: Key) => order.indexOf(stateOf(key, this.#keys, now))
    return this.#keys
      .filter(isPublished)
      .sort((a, b) => rank(a) - rank(b))
      .map((key) => key.privateJwk)
  }

  /** The RSA keys that sign or will sign, the one that signs first: what other protocols pass on as certificates. */
  rsaKeys(now = new Date()): Pick<Key, 'id' | 'createdAt' | 'privateJwk'>[] {
    const order: KeyState[] = ['signing', 'announced']
    const rank = (key: Key) => order.indexOf(stateOf(key, this.#keys, now))
    return this.#keys.filter((key) => key.algorithm === 'RS256' && rank(key) >= 0).sort((a, b) => rank(a) - rank(b))
  }

  /** The published key set: announced, signing and retired keys. */
  publicKeys(): JSONWebKeySet {
    return { keys: this.#keys.filter(isPublished).map((key) => key.publicJwk as JWK) }
  }

  /** The same, with when each of them stops to sign. */
  trustedKeys(): TrustedKeys {
    const ends = this.#keys.map((key) => [key.id, successorOf(key, this.#keys)?.signsAt] as const)
    const known = ends.filter((end): end is [string, Date] => end[1] !== undefined)
    return { keys: this.publicKeys(), signUntil: new Map(known) }
  }

  /** The private key that sign-in forms encrypt for. */
  loginKey(): JWK {
    const key = this.#keys.find((candidate) => candidate.purpose === 'login')
    if (!key) throw new Error('the key ring holds no login key')
    return key.privateJwk
  }

  /** Milliseconds until another key begins to sign, undefined when none is announced. */
  nextChange(now = new Date()): number | undefined {
    const pending = this.#keys.map((key) => key.signsAt.getTime() - now.getTime()).filter((wait) => wait > 0)
    return pending.length > 0 ? Math.min(...pending) : undefined
  }

  async #add(
    db: Db,
    purpose: KeyRecord['purpose'],
    algorithm: KeyRecord['algorithm'],
    { id, publicJwk, privateJwk }: KeyPair,
    signsAt: Date,
  ): Promise<string> {
    const privateKey = encrypt(this.#settings.secret, Buffer.from(JSON.stringify(privateJwk)))
    await insertKey(db, { id, purpose, algorithm, publicJwk: { ...publicJwk }, privateKey, signsAt })
    return id
  }

  #open(record: KeyRecord): JWK {
    return JSON.parse(decrypt(this.#settings.secret, record.privateKey).toString()) as JWK
  }
}

const isPublished = (key: KeyRecord) => key.purpose === 'signing' && key.revokedAt === null

/** The key of the same kind that begins to sign next after this one. One that was revoked before it signed never does. */
function successorOf(key: KeyRecord, all: readonly KeyRecord[]): KeyRecord | undefined {
  return all
    .filter((other) => other.algorithm === key.algorithm && other.signsAt > key.signsAt)
    .filter(({ revokedAt, signsAt }) => revokedAt === null || revokedAt > signsAt)
    .sort((a, b) => a.signsAt.getTime() - b.signsAt.getTime())[0]
}

function stateOf(key: KeyRecord, all: readonly KeyRecord[], now: Date): KeyState {
  if (key.revokedAt) return 'revoked'
  if (key.signsAt > now) return 'announced'
  const successor = successorOf(key, all)
  return successor && successor.signsAt <= now ? 'retired' : 'signing'
}
