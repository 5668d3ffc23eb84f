import type { Config } from '../config/config.ts'
import type { Connector, Connectors } from '../domain/messages/connectors.ts'
import { smtpConnector } from './mail/smtp.ts'
import { aliyunSms } from './sms/aliyun.ts'
import { tencentSms } from './sms/tencent.ts'

/** Makes the connectors that are configured; `loadConfig` has seen to it that what belongs together is there. */
export function makeConnectors(config: Config): Connectors {
  const { smtpUrl, smtpTls, mailFrom = '' } = config
  return {
    mail: smtpUrl === undefined ? undefined : smtpConnector({ url: smtpUrl, tls: smtpTls, from: mailFrom }),
    sms: smsConnector(config),
  }
}

function smsConnector(config: Config): Connector | undefined {
  const { smsUrl: url, smsAccessKeyId: id = '', smsAccessKeySecret: secret = '', smsSignName: signName = '' } = config
  const { smsProvider, smsTemplates: templates = new Map(), smsAppId: appId = '', smsRegion: region } = config
  switch (smsProvider) {
    case 'aliyun':
      return aliyunSms({ url, accessKeyId: id, accessKeySecret: secret, signName, templates })
    case 'tencent':
      return tencentSms({ url, secretId: id, secretKey: secret, appId, region, signName, templates })
    case undefined:
      return undefined
  }
}
