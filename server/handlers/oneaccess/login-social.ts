import type { Handler } from '../types.ts'
import { stand, visitor } from './app.ts'

/** POST /api/v2/sdk/login/wechat (S10). */
export const loginWithWechat: Handler<'loginWithWechat'> = async ({ caller, headers, body, deps }) =>
  stand(await deps.socialSignIn.signIn(visitor(caller, headers), 'WeChat', body.code))

/** POST /api/v2/sdk/login/alipay (S11). */
export const loginWithAlipay: Handler<'loginWithAlipay'> = async ({ caller, headers, body, deps }) =>
  stand(await deps.socialSignIn.signIn(visitor(caller, headers), 'Alipay', body.code))
