import { generateKeyPairSync, sign, verify } from 'node:crypto'

/** A stand-in for Alipay's gateway, as its documentation describes it: whose code it is, it is good for that person. */
export class AlipayStandIn {
  readonly #ours = generateKeyPairSync('rsa', { modulusLength: 2048 })
  readonly #theirs = generateKeyPairSync('rsa', { modulusLength: 2048 })

  /** What a server is started with. @param url where the gateway is */
  env(url: string): Record<string, string> {
    return {
      ALIPAY_APP_ID: 'alipay-app',
      ALIPAY_PRIVATE_KEY: this.#ours.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
      ALIPAY_PUBLIC_KEY: this.#theirs.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
      ALIPAY_API_URL: url,
    }
  }

  /**
   * What the gateway answers: the code `wrong` is nobody's, for `busy` it cannot tell, for `forged` the answer is signed by
   * somebody else, and for `added` something stands beside what is signed.
   */
  answer(query: URLSearchParams): string {
    const { sign: signature = '', ...fields } = Object.fromEntries(query)
    const text = Object.keys(fields)
      .sort()
      .map((name) => `${name}=${fields[name]}`)
      .join('&')
    if (!verify('sha256', Buffer.from(text), this.#ours.publicKey, Buffer.from(signature, 'base64'))) {
      return '{"error_response":{"code":"40002","sub_code":"isv.invalid-signature"}}'
    }
    if (fields.code === 'busy') return '{"error_response":{"code":"20000","sub_code":"isp.unknow-error"}}'
    if (fields.code === 'wrong') return '{"error_response":{"code":"40002","sub_code":"isv.code-invalid"}}'
    const answer = `{"user_id":"2088${fields.code}","access_token":"token"}`
    const signed = sign('sha256', Buffer.from(answer), this.#theirs.privateKey).toString('base64')
    const proof = fields.code === 'forged' ? 'AAAA' : signed
    // Of two members of a name a parser takes the last one.
    const added = fields.code === 'added' ? ',"alipay_system_oauth_token_response":{"user_id":"2088owner"}' : ''
    return `{"alipay_system_oauth_token_response":${answer},"sign":"${proof}"${added}}`
  }
}
