import type { Handler } from '../types.ts'
import { found } from './answers.ts'
import { device } from './device.ts'

const unused = {
  captchaId: null,
  projectCode: null,
  captchaOriginalPath: null,
  captchaFontType: null,
  captchaFontSize: null,
  secretKey: null,
  point: null,
  wordList: null,
  pointList: null,
  pointJson: null,
  captchaVerification: null,
} as const

/** GET /api/v2/sdk/captcha (S4). */
export const getCaptcha: Handler<'getCaptcha'> = async ({ caller, headers, deps }) => {
  const { picture, piece, token } = await deps.captchas.show(caller, device(caller, headers))
  const [originalImageBase64, jigsawImageBase64] = [picture.toString('base64'), piece.toString('base64')]
  return found({ ...unused, originalImageBase64, jigsawImageBase64, token, result: false })
}

/** POST /api/v2/sdk/captcha/verify (S5). */
export const verifyCaptcha: Handler<'verifyCaptcha'> = async ({ caller, headers, body, deps }) => {
  const { token, point_json: point, sender: text } = body
  const sender = { channel: text.includes('@') ? 'mail' : 'sms', text } as const
  return found({ captcha_token: await deps.captchas.check(caller, device(caller, headers), { token, point, sender }) })
}
