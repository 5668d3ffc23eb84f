import type { Db } from '../../db/schema.ts'
import { Failure, refuse } from '../failure.ts'
import { findHolders, hashAll, insertDrafts, judgedDraft, refusalOf } from '../users/creation.ts'
import type { Draft, NewUser } from '../users/draft.ts'
import { refuseForeignContact } from '../users/own-name.ts'
import type { VerificationCodes } from '../verification-codes/verification-codes.ts'
import type { AppSignIn } from './app-sign-in.ts'
import type { AppVisitor } from './app-visitor.ts'
import type { SignedInStand, SignInStand } from './steps.ts'

/** Who registers has just proved the number, and has no password that could be old. */
export const justProved = { secondFactor: true, passwordAge: true } as const

/** Accounts that people make with an app. */
export class AppRegistration {
  readonly #codes: VerificationCodes
  readonly #signIn: AppSignIn

  constructor(codes: VerificationCodes, signIn: AppSignIn) {
    this.#codes = codes
    this.#signIn = signIn
  }

  /**
   * Makes an account for a number that a code proves, and signs its person in.
   * @throws Failure verification_code_wrong, phone_taken, email_taken, user_name_taken, access_denied where the application lets only
   * those in who have an account of it, or a kind of `judgeEdit` or `passwordFault`
   */
  async register(visitor: AppVisitor, mobile: string, code: string, user: NewUser): Promise<SignedInStand> {
    const draft = draftFor(mobile, user)
    const hashes = await hashAll([draft])
    const claim = { purpose: 'register', contact: { channel: 'sms', text: mobile }, code } as const
    return this.#codes.redeem(visitor, [claim], async (trx) => {
      await insert(trx, visitor, draft, hashes)
      return entered(await this.#signIn.goOn(trx, visitor, draft.row.id, 'app_registration', justProved))
    })
  }
}

/** Makes an account for a proved number, within the transaction that proves it. Three statements. @returns its GUID */
export async function createForNumber(trx: Db, visitor: AppVisitor, mobile: string, user: NewUser): Promise<string> {
  const draft = draftFor(mobile, user)
  await insert(trx, visitor, draft, new Map())
  return draft.row.id
}

/** @throws Failure access_denied of somebody who may not enter the application */
export function entered(stand: SignInStand): SignedInStand {
  return stand.status === 'SUCCESS' ? stand : refuse('access_denied')
}

function draftFor(mobile: string, user: NewUser): Draft {
  const draft = judgedDraft({ ...user, phone: mobile, phoneVerified: true })
  if (draft instanceof Failure) throw draft
  refuseForeignContact(draft.row)
  return draft
}

async function insert(trx: Db, visitor: AppVisitor, draft: Draft, hashes: ReadonlyMap<string, string>): Promise<void> {
  const [created] = await insertDrafts(trx, { ...visitor, userId: draft.row.id }, [draft], hashes)
  if (!created) throw refusalOf(draft, await findHolders(trx, [draft])).failure
}
