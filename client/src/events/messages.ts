import type { components } from '../generated/oneaccess.ts'

type Schemas = components['schemas']

/**
 * A message with the custom attributes of the application's mapping: `extAttr1`, `extAttr2` and so on. The contract has
 * them by pattern, which the types made from it widen to any name.
 */
type WithMapping<Message> = (Message extends infer Named & { [name: string]: string } ? Named : Message) & {
  readonly [name: `extAttr${number}`]: string | undefined
}

/** What each event says, by its type. */
export interface EventMessages {
  readonly CREATE_USER: WithMapping<Schemas['CreateUserMessage']>
  readonly UPDATE_USER: WithMapping<Schemas['UpdateUserMessage']>
  readonly DELETE_USER: Schemas['DeleteUserMessage']
  readonly CREATE_ORGANIZATION: Schemas['CreateOrganizationMessage']
  readonly UPDATE_ORGANIZATION: Schemas['UpdateOrganizationMessage']
  readonly DELETE_ORGANIZATION: Schemas['DeleteOrganizationMessage']
}

/** The events that an application handles; `CHECK_URL` is answered without it. */
export type EventType = keyof EventMessages

/** What an event's handler gives: the application's own id of what it made or changed. */
export type EventResult<Type extends EventType> = Type extends `DELETE_${string}` ? undefined : Schemas['EventObjectId']

/** What every event carries besides its message. */
export interface EventContext {
  readonly eventType: EventType
  /** New for each event. */
  readonly nonce: string
  /** When the event was sent, in Unix milliseconds. */
  readonly timestamp: number
}

/** What is done with each event; one without a handler is refused. */
export type EventHandlers = {
  readonly [Type in EventType]?: (
    message: EventMessages[Type],
    context: EventContext,
  ) => EventResult<Type> | Promise<EventResult<Type>>
}

/** The texts without which an event means nothing. */
const requiredTexts: { readonly [Type in EventType]: readonly (keyof EventMessages[Type])[] } = {
  CREATE_USER: ['username'],
  UPDATE_USER: ['id', 'username'],
  DELETE_USER: ['id'],
  CREATE_ORGANIZATION: ['code', 'name'],
  UPDATE_ORGANIZATION: ['id', 'code', 'name'],
  DELETE_ORGANIZATION: ['id'],
}

export function isEventType(name: string): name is EventType {
  return Object.hasOwn(requiredTexts, name)
}

/**
 * Reads an event's message.
 * @returns the message, or what is wrong with it
 */
export function readMessage(type: EventType, text: string): object | string {
  const message = parseObject(text)
  if (!message) return 'data is no JSON object'
  const missing = requiredTexts[type].find((name) => typeof message[name] !== 'string' || message[name] === '')
  return missing === undefined ? message : `${missing} is required`
}

/** @returns undefined when the text is no JSON object */
export function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}
