import { randomUUID } from 'node:crypto'
import { type Connector, DeliveryError } from '../../domain/messages/connectors.ts'
import { callProvider, hmac, sha256Hex } from './call.ts'
import { type Templates, templateOf } from './templates.ts'

/** What Aliyun is asked with. */
export interface AliyunSettings {
  /** Origin of the endpoint. */
  readonly url?: string | undefined
  readonly accessKeyId: string
  readonly accessKeySecret: string
  readonly signName: string
  readonly templates: Templates
}

const algorithm = 'ACS3-HMAC-SHA256'
/** Codes that say that this message will never be taken. */
const permanent = new Set(['isv.MOBILE_NUMBER_ILLEGAL', 'isv.BLACK_KEY_CONTROL_LIMIT'])

/** Sends text messages over Aliyun's SendSms (Dysmsapi 2017-05-25), signed as its API signature version 3 has it. */
export function aliyunSms(settings: AliyunSettings): Connector {
  const { url = 'https://dysmsapi.aliyuncs.com', signName, templates } = settings
  return {
    send: async (message) => {
      const query = canonicalQuery({
        PhoneNumbers: recipient(message.to),
        SignName: signName,
        TemplateCode: templateOf(templates, message),
        ...(message.code !== undefined && { TemplateParam: JSON.stringify({ code: message.code }) }),
      })
      const headers = signed(settings, new URL(url).host, query)
      const answer = await callProvider(`${url}/?${query}`, { method: 'POST', headers })
      const { Code: code } = answer as { Code?: string }
      if (code === 'OK') return
      throw new DeliveryError(`the SMS provider refused (${code})`, { permanent: permanent.has(code ?? '') })
    },
  }
}

/** At home without dialling code, abroad without plus. */
function recipient(to: string): string {
  return to.replace(/^\+86/, '').replace(/^\+/, '')
}

/** Names in order, encoded as RFC 3986 has it. */
function canonicalQuery(parameters: Readonly<Record<string, string>>): string {
  return Object.entries(parameters)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&')
}

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

function signed({ accessKeyId, accessKeySecret }: AliyunSettings, host: string, query: string) {
  const headers: Record<string, string> = {
    host,
    'x-acs-action': 'SendSms',
    'x-acs-content-sha256': sha256Hex(''),
    'x-acs-date': new Date().toISOString().replace(/\.\d+/, ''),
    'x-acs-signature-nonce': randomUUID(),
    'x-acs-version': '2017-05-25',
  }
  const names = Object.keys(headers)
  const lines = names.map((name) => `${name}:${headers[name]}\n`).join('')
  const signedHeaders = names.join(';')
  const request = ['POST', '/', query, lines, signedHeaders, sha256Hex('')].join('\n')
  const signature = hmac(accessKeySecret, `${algorithm}\n${sha256Hex(request)}`).toString('hex')
  const authorization = `${algorithm} Credential=${accessKeyId},SignedHeaders=${signedHeaders},Signature=${signature}`
  return { ...headers, authorization }
}
