import { decrypt, encrypt } from '../../crypto/encryption.ts'

/** How a message travels. */
export type Channel = 'sms' | 'mail'
/** The languages that messages are written in. */
export type MessageLocale = 'zh' | 'en'
/** What a code is good for. */
export type CodePurpose =
  | 'verify_identity'
  | 'change_phone'
  | 'change_email'
  | 'register'
  | 'reset_password'
  | 'sign_in'
  | 'bind_phone'
  | 'second_factor'
/** What an owner is told. */
export type NoticePurpose =
  | 'password_changed'
  | 'phone_changed'
  | 'email_changed'
  | 'login_added'
  | 'login_removed'
  | 'new_sign_in'
  | 'account_exists'
  | 'export_ready'
export type MessagePurpose = CodePurpose | NoticePurpose

/** A message to a person; its words follow from purpose and language (texts.ts). */
export interface Message {
  readonly channel: Channel
  /** A number in E.164 form, or a mail address with an ASCII domain. */
  readonly to: string
  readonly purpose: MessagePurpose
  readonly locale: MessageLocale
  readonly code?: string | undefined
  /** Where a sign-in came from. */
  readonly address?: string | undefined
  /** What it leads to. */
  readonly link?: string | undefined
  /** Goes nowhere: posted where a message would tell that somebody has an account by being there or by taking longer. */
  readonly silent?: boolean | undefined
}

/** A message as the database keeps it: nobody who reads a dump reads a code, a number or an address. */
export function sealMessage(key: Buffer, message: Message): Buffer {
  return encrypt(key, Buffer.from(JSON.stringify(message)))
}

export function openMessage(key: Buffer, sealed: Buffer): Message {
  return JSON.parse(decrypt(key, sealed).toString('utf8')) as Message
}

/** The language to write to a person in: Chinese to whoever reads it, English to everybody else. */
export function localeOf({ preferredLanguage }: { readonly preferredLanguage: string }): MessageLocale {
  return /^zh\b/i.test(preferredLanguage) ? 'zh' : 'en'
}
