import { unwrap } from '../../client/src/index.ts'
import type { Calls } from './oneaccess-call.ts'

/** One right call of every user operation, as documented; a missing one does not compile. */
export const userCalls: Calls<'/api/v2/sdk/'> = {
  getServerDate: (client) => unwrap(client.GET('/api/v2/sdk/server-date')),
  getPublicKey: (client) => unwrap(client.GET('/api/v2/sdk/public-key')),
  registerByMobile: (client) =>
    unwrap(
      client.POST('/api/v2/sdk/register/mobile-verify-code', {
        body: { mobile: '12345678901', verify_code: '123456' },
      }),
    ),
  getCaptcha: (client) => unwrap(client.GET('/api/v2/sdk/captcha')),
  verifyCaptcha: (client) =>
    unwrap(
      client.POST('/api/v2/sdk/captcha/verify', {
        body: { point_json: '{"x":237.0,"y":5.0}', token: '71d4c0e2a9b84f6e8d1357f02b9ac635', sender: '12345678901' },
      }),
    ),
  listCountryCodes: (client) => unwrap(client.GET('/api/v2/sdk/country-codes')),
  sendSmsCode: (client) =>
    unwrap(
      client.POST('/api/v2/sdk/sms/send', {
        body: {
          mobile: '12345678901',
          type: 'LOGIN_SMS',
          captcha_token: '71d4c0e2a9b84f6e8d1357f02b9ac635---{"x":237.0,"y":5.0}',
        },
      }),
    ),
  loginWithPassword: (client) =>
    unwrap(client.POST('/api/v2/sdk/login', { body: { user_name: 'zhangsan', password: 'Zhangsan.2026' } })),
  loginWithSmsCode: (client) =>
    unwrap(
      client.POST('/api/v2/sdk/login/mobile-verify-code', { body: { mobile: '12345678901', verify_code: '123456' } }),
    ),
  loginWithWechat: (client) =>
    unwrap(client.POST('/api/v2/sdk/login/wechat', { body: { code: '061CDE0w3h5X8R2Ahw2w3Jk9pN1CDE0q' } })),
  loginWithAlipay: (client) =>
    unwrap(client.POST('/api/v2/sdk/login/alipay', { body: { code: '4b203fe6c11548bcabd8da5bb087a83b' } })),
  logoutUser: (client) => unwrap(client.GET('/api/v2/sdk/logout')),
  bindSocialAccount: (client, { stateToken }) =>
    unwrap(
      client.POST('/api/v2/sdk/social/bind', {
        body: { mobile: '12345678901', verify_code: '123456' },
        stateToken,
      }),
    ),
  registerSocialAccount: (client, { stateToken }) =>
    unwrap(
      client.POST('/api/v2/sdk/social/register-bind', {
        body: { mobile: '12345678901', verify_code: '123456' },
        stateToken,
      }),
    ),
  listSocialAccounts: (client) => unwrap(client.GET('/api/v2/sdk/social')),
  unbindSocialAccount: (client) =>
    unwrap(client.POST('/api/v2/sdk/social/unbind-account', { body: { id: '20210516130247432-C84E-E5EA8CFE7' } })),
  skipPasswordChange: (client, { stateToken }) => unwrap(client.GET('/api/v2/sdk/pwd/skip-update', { stateToken })),
  changeExpiredPassword: (client, { stateToken }) =>
    unwrap(
      client.POST('/api/v2/sdk/pwd/update', {
        body: { old_password: 'Zhangsan.2025', new_password: 'Zhangsan.2026' },
        stateToken,
      }),
    ),
  resetPasswordByMobile: (client) =>
    unwrap(
      client.POST('/api/v2/sdk/pwd/update-by-mobile', {
        body: { mobile: '12345678901', verify_code: '123456', password: 'Password.2026' },
      }),
    ),
  getMobileByStateToken: (client, { stateToken }) => unwrap(client.GET('/api/v2/sdk/mobile-by-token', { stateToken })),
  verifySmsSecondFactor: (client, { stateToken }) =>
    unwrap(
      client.POST('/api/v2/sdk/mfa/sms', {
        body: { mobile: '12345678901', verify_code: '123456' },
        stateToken,
      }),
    ),
  getProfile: (client) => unwrap(client.GET('/api/v2/sdk/profile')),
  updateProfile: (client) =>
    unwrap(
      client.POST('/api/v2/sdk/profile/update', {
        body: { attr_nick_name: 'San', attr_gender: 'male', extension: { age: '18' } },
      }),
    ),
  refreshIdToken: (client) => unwrap(client.POST('/api/v2/sdk/session-token/refresh-id-token')),
}
