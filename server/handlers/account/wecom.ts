import type { Handler } from '../types.ts'

/** GET /api/v1.0/wecom/callback: WeCom's check of the address. */
export const verifyWecomCallback: Handler<'verifyWecomCallback'> = async ({ query, deps }) => {
  const { msg_signature: signature, timestamp, nonce, echostr: cipherText } = query
  return { status: 200, body: await deps.corpEvents.verify({ signature, timestamp, nonce, cipherText }) }
}

/** POST /api/v1.0/wecom/callback (api-179861966): taken in at once, applied later. */
export const receiveWecomCallback: Handler<'receiveWecomCallback'> = async ({ query, body, deps }) => {
  const { msg_signature: signature, timestamp, nonce } = query
  await deps.corpEvents.receive({ signature, timestamp, nonce }, body)
  return { status: 200, body: 'success' }
}
