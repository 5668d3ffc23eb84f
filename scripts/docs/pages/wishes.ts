import type { Language } from '../texts.ts'

/** What somebody comes for, and the pages that serve it. */
export interface Wish {
  api: string
  text: Record<Language, string>
  /** Pages below the folder of a language. */
  paths: string[]
}

/** The choice between the documents, by what one wants to do. */
export const wishes: readonly Wish[] = [
  {
    api: 'account',
    text: {
      en: 'Sign people in on a page of the platform, by OpenID Connect, and give your services tokens with scopes',
      zh: '由平台页面完成登录（OpenID Connect），并让您的服务得到带作用域的令牌',
    },
    paths: ['guides/account/sign-in.html', 'guides/account/sessions.html'],
  },
  {
    api: 'account',
    text: {
      en: 'Sign in on a device that has no browser',
      zh: '在没有浏览器的设备上登录',
    },
    paths: ['journeys/device-sign-in.html'],
  },
  {
    api: 'account',
    text: {
      en: 'Look up and create users of the platform as a trusted or OEM client',
      zh: '以受信客户端或 OEM 客户端的身份查询、创建平台用户',
    },
    paths: ['journeys/trusted-client.html', 'guides/account/oem-integration.html'],
  },
  {
    api: 'account',
    text: {
      en: 'Build a back office: enterprises, roles, exports',
      zh: '建设管理后台：企业、角色、导出',
    },
    paths: ['reference/account/back-office-users.html'],
  },
  {
    api: 'oneaccess',
    text: {
      en: 'Keep users, organizations and application accounts up to date from a server',
      zh: '由服务端维护用户、组织与应用账号',
    },
    paths: ['guides/oneaccess/access-credentials.html', 'journeys/oneaccess-provisioning.html'],
  },
  {
    api: 'oneaccess',
    text: {
      en: 'Draw the sign-in pages in your own app: password, SMS, WeChat, Alipay, second factor',
      zh: '在自己的 App 中绘制登录界面：密码、短信、微信、支付宝、二次认证',
    },
    paths: ['guides/oneaccess/login-states.html', 'guides/oneaccess/sms-chain.html'],
  },
  {
    api: 'oneaccess',
    text: {
      en: 'Connect an application that speaks CAS, SAML, OAuth or OpenID Connect already',
      zh: '接入已支持 CAS、SAML、OAuth 或 OpenID Connect 的应用',
    },
    paths: [
      'guides/oneaccess/cas.html',
      'guides/oneaccess/saml.html',
      'guides/oneaccess/oauth.html',
      'guides/oneaccess/oidc.html',
    ],
  },
  {
    api: 'oneaccess',
    text: {
      en: 'Be told when users and organizations change',
      zh: '在用户与组织变更时收到通知',
    },
    paths: ['guides/oneaccess/event-callbacks.html'],
  },
]
