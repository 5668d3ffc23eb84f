import { decrypt, encrypt } from '../../crypto/encryption.ts'
import { findApplication } from '../../db/queries/applications.ts'
import { saveAuditEvent } from '../../db/queries/audit.ts'
import {
  deleteEventCallback,
  findEventCallback,
  type StoredCallback,
  saveEventCallback,
  updateEventCallback,
} from '../../db/queries/event-callbacks.ts'
import { callWaitingEvents } from '../../db/queries/event-delivery-lists.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import type { Actor } from '../actor.ts'
import { readAnswer } from './answer.ts'
import { type CallbackSecrets, randomLetters, sealEvent } from './seal.ts'
import { type EventTransport, TransportError } from './transport.ts'

/** A callback as it may be shown: of its secrets, whether they are there. */
export interface Callback {
  readonly clientId: string
  readonly address: string
  readonly encrypted: boolean
  readonly signed: boolean
  readonly pausedAt: Date | null
  readonly updatedAt: Date
}

/** What is set of a callback; what is left out stays as it is, and a key that is null is taken away. */
export interface CallbackChange {
  readonly address?: string | undefined
  readonly token?: string | undefined
  readonly encryptionKey?: string | null | undefined
  readonly signatureKey?: string | null | undefined
}

/** Why a callback cannot be set; the message is for whoever sets it. */
export class CallbackError extends Error {
  override name = 'CallbackError'
}

/** What the secrets of callbacks are kept under. */
export class CallbackVault {
  readonly #key: Buffer

  constructor(key: Buffer) {
    this.#key = key
  }

  /** The secrets of a callback in plain text. */
  open({ token, encryptionKey, signatureKey }: StoredCallback): CallbackSecrets {
    const text = (sealed: Buffer) => decrypt(this.#key, sealed).toString('utf8')
    return {
      token: text(token),
      encryptionKey: encryptionKey ? text(encryptionKey) : undefined,
      signatureKey: signatureKey ? text(signatureKey) : undefined,
    }
  }

  /** The columns of the secrets. */
  seal({ token, encryptionKey, signatureKey }: CallbackSecrets) {
    const sealed = (text: string) => encrypt(this.#key, Buffer.from(text))
    return {
      token: sealed(token),
      encryptionKey: encryptionKey === undefined ? null : sealed(encryptionKey),
      signatureKey: signatureKey === undefined ? null : sealed(signatureKey),
    }
  }
}

/** What callbacks are set with. */
export interface CallbackSettings {
  readonly db: Db
  readonly vault: CallbackVault
  readonly transport: EventTransport
}

/** Where applications are told of changes. */
export class Callbacks {
  readonly #db: Db
  readonly #vault: CallbackVault
  readonly #transport: EventTransport

  constructor({ db, vault, transport }: CallbackSettings) {
    this.#db = db
    this.#vault = vault
    this.#transport = transport
  }

  /** The callback of an application, undefined where there is none. One statement. */
  async find(clientId: string): Promise<Callback | undefined> {
    const stored = await findEventCallback(this.#db, clientId)
    return stored && shown(stored)
  }

  /**
   * Sets the callback of an application, once its address has answered `CHECK_URL`. Events that wait go there from now on.
   * Five statements and the transaction.
   * @throws CallbackError
   */
  async save(by: Actor, clientId: string, change: CallbackChange): Promise<Callback> {
    if (!(await findApplication(this.#db, clientId)))
      throw new CallbackError('there is no application with that client id')
    const former = await findEventCallback(this.#db, clientId)
    const address = change.address ?? former?.address
    if (address === undefined) throw new CallbackError('there is no callback yet: name its address')
    const secrets = secretsAfter(former && this.#vault.open(former), change)
    await this.#check(address, secrets)
    return transact(this.#db, async (trx) => {
      const row = { clientId, address, ...this.#vault.seal(secrets) }
      const saved = shown(await saveEventCallback(trx, row))
      const { encrypted, signed } = saved
      await saveAuditEvent(
        trx,
        by,
        'event_callback.saved',
        { type: 'application', id: clientId },
        {
          address,
          encrypted,
          signed,
        },
      )
      return saved
    })
  }

  /** Keeps the events of an application until they are let go again. @throws CallbackError */
  pause(by: Actor, clientId: string): Promise<Callback> {
    return this.#change(by, clientId, 'event_callback.paused', { pausedAt: new Date() })
  }

  /** Lets the events of an application go. @throws CallbackError */
  resume(by: Actor, clientId: string): Promise<Callback> {
    return this.#change(by, clientId, 'event_callback.resumed', { pausedAt: null })
  }

  /** Removes the callback of an application, with all events that it was sent or is to be sent. @throws CallbackError */
  remove(by: Actor, clientId: string): Promise<void> {
    return transact(this.#db, async (trx) => {
      if (!(await deleteEventCallback(trx, clientId))) noCallback()
      await saveAuditEvent(trx, by, 'event_callback.removed', { type: 'application', id: clientId })
    })
  }

  #change(by: Actor, clientId: string, action: string, change: { pausedAt: Date | null }): Promise<Callback> {
    return transact(this.#db, async (trx) => {
      const stored = (await updateEventCallback(trx, clientId, change)) ?? noCallback()
      await saveAuditEvent(trx, by, action, { type: 'application', id: clientId })
      if (change.pausedAt === null) await callWaitingEvents(trx, clientId)
      return shown(stored)
    })
  }

  /** Whether the address answers, and both sides have the same secrets. @throws CallbackError */
  async #check(address: string, secrets: CallbackSecrets): Promise<void> {
    const text = randomLetters()
    const body = JSON.stringify(sealEvent(secrets, 'CHECK_URL', text))
    const answer = await this.#transport.post(address, secrets.token, body).catch((error: unknown) => {
      throw error instanceof TransportError ? new CallbackError(error.message) : error
    })
    const read = readAnswer(secrets, answer)
    if (!read.taken) throw new CallbackError(`the address refused CHECK_URL: ${read.code} ${read.message}`)
    if (read.data !== text) throw new CallbackError('the address answered CHECK_URL with another text than it was sent')
  }
}

function noCallback(): never {
  throw new CallbackError('that application has no callback')
}

function secretsAfter(former: CallbackSecrets | undefined, change: CallbackChange): CallbackSecrets {
  const token = change.token ?? former?.token
  if (token === undefined) throw new CallbackError('the security token is missing')
  if (!/^[\x21-\x7e]{1,256}$/.test(token))
    throw new CallbackError('the security token must be one word of ASCII characters')
  const { encryptionKey = former?.encryptionKey, signatureKey = former?.signatureKey } = change
  for (const key of [encryptionKey, signatureKey]) {
    if (key && !/^[\x20-\x7e]{16}$/.test(key)) throw new CallbackError('a key must have exactly 16 ASCII characters')
  }
  return { token, encryptionKey: encryptionKey ?? undefined, signatureKey: signatureKey ?? undefined }
}

function shown({ clientId, address, encryptionKey, signatureKey, pausedAt, updatedAt }: StoredCallback) {
  return {
    clientId,
    address,
    encrypted: encryptionKey !== null,
    signed: signatureKey !== null,
    pausedAt,
    updatedAt,
  }
}
