import { type Connector, DeliveryError } from '../../domain/messages/connectors.ts'
import { codeMinutes } from '../../domain/messages/texts.ts'
import { callProvider, hmac, sha256Hex } from './call.ts'
import { type Templates, templateOf } from './templates.ts'

/** What Tencent Cloud is asked with. */
export interface TencentSettings {
  /** Origin of the endpoint. */
  readonly url?: string | undefined
  readonly secretId: string
  readonly secretKey: string
  readonly appId: string
  readonly region: string
  readonly signName: string
  readonly templates: Templates
}

/** The members of an answer that are read. */
interface SendSmsAnswer {
  readonly Response?: {
    readonly Error?: { readonly Code?: string }
    readonly SendStatusSet?: readonly { readonly Code?: string }[]
  }
}

const algorithm = 'TC3-HMAC-SHA256'
const contentType = 'application/json; charset=utf-8'
/** Codes that say that this message will never be taken. */
const permanent = /^(?:FailedOperation\.PhoneNumberInBlacklist|InvalidParameterValue\.IncorrectPhoneNumber)$/

/** Sends text messages over Tencent Cloud's SendSms (SMS 2021-01-11), signed as its API signature version 3 has it. */
export function tencentSms(settings: TencentSettings): Connector {
  const { url = 'https://sms.tencentcloudapi.com', appId, signName, templates } = settings
  return {
    send: async (message) => {
      const body = JSON.stringify({
        SmsSdkAppId: appId,
        SignName: signName,
        TemplateId: templateOf(templates, message),
        TemplateParamSet: message.code === undefined ? [] : [message.code, String(codeMinutes)],
        PhoneNumberSet: [message.to],
      })
      const headers = signed(settings, new URL(url).host, body, Math.floor(Date.now() / 1000))
      const { Response: answer } = (await callProvider(`${url}/`, { method: 'POST', headers, body })) as SendSmsAnswer
      const code = answer?.Error?.Code ?? answer?.SendStatusSet?.[0]?.Code
      if (code === 'Ok') return
      throw new DeliveryError(`the SMS provider refused (${code})`, { permanent: permanent.test(code ?? '') })
    },
  }
}

function signed({ secretId, secretKey, region }: TencentSettings, host: string, body: string, timestamp: number) {
  const day = new Date(timestamp * 1000).toISOString().slice(0, 10)
  const scope = `${day}/sms/tc3_request`
  const signedHeaders = 'content-type;host;x-tc-action'
  const lines = `content-type:${contentType}\nhost:${host}\nx-tc-action:sendsms\n`
  const request = ['POST', '/', '', lines, signedHeaders, sha256Hex(body)].join('\n')
  const key = hmac(hmac(hmac(`TC3${secretKey}`, day), 'sms'), 'tc3_request')
  const signature = hmac(key, [algorithm, timestamp, scope, sha256Hex(request)].join('\n')).toString('hex')
  return {
    host,
    'content-type': contentType,
    'x-tc-action': 'SendSms',
    'x-tc-version': '2021-01-11',
    'x-tc-timestamp': String(timestamp),
    'x-tc-region': region,
    authorization: `${algorithm} Credential=${secretId}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`,
  }
}
