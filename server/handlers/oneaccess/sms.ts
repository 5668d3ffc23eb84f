import { refuseField } from '../../domain/field.ts'
import type { CodePurpose } from '../../domain/messages/message.ts'
import { countryCodes } from '../../domain/text/country-codes.ts'
import type { Handler } from '../types.ts'
import { found } from './answers.ts'
import { visitor } from './app.ts'
import { device } from './device.ts'

/** GET /api/v2/sdk/country-codes (S6). */
export const listCountryCodes: Handler<'listCountryCodes'> = () =>
  found({
    phoneAreaCodeDefinitions: countryCodes.map(({ country, dialling, names, pattern }) => ({
      areaCode: dialling,
      displayMapping: names,
      countryCode: country,
      mobileRegex: pattern,
      areaCodeSuffixes: [],
    })),
    preferredAreaCode: 'CN',
  })

/** What a code of each type is good for; of the others no operation takes one. */
const purposes = new Map<string, SentPurpose>([
  ['REGISTER_SMS', 'register'],
  ['LOGIN_SMS', 'sign_in'],
  ['FORGET_PWD_SMS', 'reset_password'],
  ['BIND_MOBILE_SMS', 'bind_phone'],
  ['MFA_AUTH_SMS', 'second_factor'],
])
type SentPurpose = Exclude<CodePurpose, 'verify_identity' | 'change_phone' | 'change_email'>

/** POST /api/v2/sdk/sms/send (S7): the captcha comes first, so that nobody learns or spends anything without one. */
export const sendSmsCode: Handler<'sendSmsCode'> = async ({ caller, headers, body, request, deps }) => {
  const contact = { channel: 'sms', text: body.mobile } as const
  await deps.captchas.redeem(device(caller, headers), body.captcha_token, contact)
  const purpose = purposes.get(body.type)
  if (!purpose) refuseField('/type', 'must be a type whose codes are taken')
  await deps.verificationCodes.send(visitor(caller, headers), { purpose, contact, locale: request.locale })
  return { status: 200 }
}
