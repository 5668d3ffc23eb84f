import { randomInt } from 'node:crypto'
import { v7 as newId } from 'uuid'
import type { NewUserRow } from '../../db/queries/users.ts'
import { Failure } from '../failure.ts'
import { passwordFault } from '../passwords/rules.ts'
import { readMailAddress } from '../text/mail.ts'
import { canonicalName } from '../text/names.ts'
import { canonicalPhone, parsePhone } from '../text/phones.ts'
import { defaultLanguage, judgedEdit } from './edit.ts'

type Given = 'firstName' | 'middleName' | 'lastName' | 'displayName' | 'dateOfBirth' | 'employeeId' | 'grade'
type Defaulted = 'preferredLanguage' | 'accountState' | 'phoneVerified' | 'emailVerified' | 'attributes' | 'extension'

/** A new user as callers describe one; an empty text is none. */
export type NewUser = { readonly [Field in Given | Defaulted]?: NewUserRow[Field] | null | undefined } & {
  /** Made up when there is none. */
  readonly userName?: string | undefined
  /** Dialling code of a number that brings none; `+86` when there is none. */
  readonly itc?: string | undefined
  /** However it is written. */
  readonly phone?: string | null | undefined
  readonly email?: string | null | undefined
  /** Without one the user cannot sign in with a password. */
  readonly password?: string | undefined
  readonly mustChangePassword?: boolean | undefined
  /** The OEM client whose user it is. */
  readonly oemClientId?: string | undefined
}

/** A new user that may be stored unless another has its name, number or address. */
export interface Draft {
  readonly row: NewUserRow
  /** What it is compared by. */
  readonly keys: { readonly userName: string; readonly phone: string | undefined; readonly email: string | undefined }
  readonly password: string | undefined
  readonly mustChangePassword: boolean
}

/** Judges a new user by itself. @returns Failure phone_invalid, email_invalid, or of a kind of `judgeEdit` or `passwordFault` */
export function draftOf(user: NewUser): Draft | Failure {
  const userName = user.userName || madeUpName(nameLength)
  const facts = {
    firstName: user.firstName || null,
    middleName: user.middleName || null,
    lastName: user.lastName || null,
    displayName: user.displayName || null,
    dateOfBirth: user.dateOfBirth || null,
    employeeId: user.employeeId || null,
  }
  const judged = judgedEdit({ ...facts, userName, preferredLanguage: user.preferredLanguage || null })
  if (judged instanceof Failure) return judged
  const number = user.phone ? parsePhone(user.phone, user.itc) : undefined
  if (user.phone && !number) return new Failure('phone_invalid')
  const email = user.email ? readMailAddress(user.email) : undefined
  if (user.email && !email) return new Failure('email_invalid')
  const fault = user.password === undefined ? undefined : passwordFault(user.password, { ...user, userName })
  if (fault) return fault
  const row: NewUserRow = {
    id: newId(),
    userName,
    itc: number?.itc ?? null,
    phone: number?.phone ?? null,
    phoneVerified: user.phoneVerified ?? false,
    email: email ?? null,
    emailVerified: user.emailVerified ?? false,
    ...facts,
    preferredLanguage: judged.preferredLanguage ?? defaultLanguage,
    accountState: user.accountState ?? 'Normal',
    grade: user.grade ?? null,
    attributes: user.attributes ?? {},
    extension: user.extension ?? {},
    oemClientId: user.oemClientId ?? null,
  }
  return {
    row,
    keys: {
      userName: canonicalName(userName),
      phone: number && canonicalPhone(number),
      email: email && canonicalName(email),
    },
    password: user.password,
    mustChangePassword: user.mustChangePassword ?? false,
  }
}

const nameLetters = 'abcdefghijkmnpqrstuvwxyz23456789'

/** Of twelve letters, 60 bits, two are never the same. */
const nameLength = 12

/** Letters and digits that are not mistaken for each other, five bits each. */
export function madeUpName(length: number): string {
  return Array.from({ length }, () => nameLetters[randomInt(nameLetters.length)]).join('')
}
