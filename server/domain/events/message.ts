import { randomBytes } from 'node:crypto'
import type { ClaimedEvent } from '../../db/queries/event-deliveries.ts'
import type { EventKind, Json, JsonObject } from '../../db/schema.ts'
import { shortPhone } from '../text/phones.ts'

/** What an application is sent: the kind of event as it understands it, and the message. */
export interface EventMessage {
  readonly kind: EventKind
  readonly message: JsonObject
}

/** Longest texts of names in the messages (section 9.4): longer ones, which the platform takes, are cut. */
const longestName = 40
const longestPartOfName = 20

/**
 * The message of an event. An update of what the application does not know yet is a creation to it.
 * @returns undefined where there is nothing to tell: the object is gone, or the application never knew it
 */
export function messageOf(event: ClaimedEvent): EventMessage | undefined {
  const { kind, objectId, content } = event
  if (kind === 'DELETE') return objectId === null ? undefined : { kind, message: { id: objectId } }
  if (content === null) return undefined
  const fields = fieldsOf(event, content)
  // The same creation may be sent twice, when its answer was lost; one that was answered is over.
  if (objectId === null) return { kind: 'CREATE', message: given(creation(event, fields)) }
  return { kind: 'UPDATE', message: { id: objectId, ...update(event, fields) } }
}

type Fields = Readonly<Record<string, Json | undefined>>

/** The fields of the messages, with the application's own id of the organization, or ours where it has none. */
function fieldsOf({ subjectType, parentObjectId }: ClaimedEvent, content: JsonObject): Fields {
  const text = (name: string) => (typeof content[name] === 'string' ? content[name] : null)
  const parent = parentObjectId ?? text('organizationId') ?? text('parentId')
  if (subjectType === 'organization') {
    return { code: text('code'), name: cut(text('name'), longestName), parentId: parent }
  }
  return {
    username: text('username'),
    name: cut(text('name'), longestName),
    firstName: cut(text('firstName'), longestPartOfName),
    middleName: cut(text('middleName'), longestPartOfName),
    lastName: cut(text('lastName'), longestPartOfName),
    organizationId: parent,
    mobile: shortPhone({ itc: text('itc'), phone: text('phone') }),
    email: text('email'),
    disabled: content.disabled === true,
  }
}

function creation({ subjectType }: ClaimedEvent, fields: Fields): Fields {
  if (subjectType === 'organization') return fields
  return { ...fields, organizationId: fields.organizationId ?? '', password: firstPassword() }
}

/**
 * What an update carries: what was changed, with an empty text for what was taken away, and what it always carries. That comes from
 * the present where this event did not change it: the event may have been overtaken by one that did.
 */
function update({ subjectType, changed, present }: ClaimedEvent, fields: Fields): Fields {
  const news = Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => changed.includes(name))
      .map(([name, value]) => [name, value ?? '']),
  )
  if (subjectType === 'organization') return given({ ...fields, ...news })
  const { username, disabled } = present ?? fields
  return { username, disabled, ...news }
}

/**
 * Passwords are kept as hashes, so there is none to send, and none is: each application gets a random one that opens nothing but
 * what it makes of it.
 */
function firstPassword(): string {
  return `${randomBytes(18).toString('base64url')}-Aa1`
}

function cut(text: string | null, most: number): string | null {
  return text === null ? null : [...text].slice(0, most).join('')
}

function given(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
}

/**
 * A message as text. The vendor's sample receiver cuts it at every `&`, so it has none: JSON has another way of writing one.
 */
export function textOf(message: JsonObject): string {
  return JSON.stringify(message).replaceAll('&', '\\u0026')
}
