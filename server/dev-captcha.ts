import type { RequestHandler } from 'express'
import { ContractFailure } from './contract/failure.ts'
import type { Captchas } from './domain/captchas/captchas.ts'

/**
 * GET /dev/captcha?token=…: in demo mode, where the piece of a captcha belongs, as `{"x":124}`: programs that try the calls out have no
 * eyes.
 */
export function devCaptcha(captchas: Captchas): RequestHandler {
  return async (req, res) => {
    const token = typeof req.query.token === 'string' ? req.query.token : ''
    const x = await captchas.answerOf(token)
    if (x === undefined) throw new ContractFailure('not_found')
    res.set('Cache-Control', 'no-store').json({ x })
  }
}
