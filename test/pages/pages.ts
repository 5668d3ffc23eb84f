import type { Html } from '../../server/pages/html.ts'
import { type Locale, languageLinks } from '../../server/pages/language.ts'
import { en } from '../../server/pages/text/en.ts'
import type { CaptchaProblem, DeviceError, SignInError } from '../../server/pages/text/index.ts'
import { checkSessionFramePage } from '../../server/pages/views/check-session-frame-page.ts'
import { codeSignInPage } from '../../server/pages/views/code-sign-in-page.ts'
import { consentPage } from '../../server/pages/views/consent-page.ts'
import { continuePage } from '../../server/pages/views/continue-page.ts'
import { deviceConfirmPage } from '../../server/pages/views/device-confirm-page.ts'
import { deviceDonePage } from '../../server/pages/views/device-done-page.ts'
import { deviceInputPage } from '../../server/pages/views/device-input-page.ts'
import { errorPage } from '../../server/pages/views/error-page.ts'
import { externalBindingPage } from '../../server/pages/views/external-binding-page.ts'
import { landingPage } from '../../server/pages/views/landing-page.ts'
import { registerPage } from '../../server/pages/views/register-page.ts'
import { selectPage } from '../../server/pages/views/select-page.ts'
import { sessionListenerPage } from '../../server/pages/views/session-listener-page.ts'
import { signInPage } from '../../server/pages/views/sign-in-page.ts'
import { signOutPage } from '../../server/pages/views/sign-out-page.ts'
import { signedOutPage } from '../../server/pages/views/signed-out-page.ts'
import { userCenterPage } from '../../server/pages/views/user-center-page.ts'

import { accountPages } from './account-pages.ts'

type Render = (locale: Locale, text?: string) => Html

const signInErrors = Object.keys(en.signIn.errors) as SignInError[]
const captchaProblems = Object.keys(en.captcha.problems) as CaptchaProblem[]
const deviceErrors = Object.keys(en.device.errors) as DeviceError[]
const reasons = Object.keys(en.error.reasons)

function links(locale: Locale, text: string | undefined) {
  return { locale, languageLinks: text ? { zh: text, en: text } : languageLinks('/Account/Login?ReturnUrl=%2F') }
}

function variants<Name extends string>(names: readonly Name[], prefix: string, render: (name: Name) => Render) {
  return Object.fromEntries(names.map((name) => [`${prefix}-${name}`, render(name)]))
}

/** Every page in every state. Where `text` is given, it stands in every field that takes text. */
export const pages: Readonly<Record<string, Render>> = {
  ...accountPages,
  'sign-in': (locale, text) =>
    signInPage({
      ...links(locale, text),
      returnUrl: text ?? '/connect/authorize?client_id=TestClient',
      clientId: text ?? 'TestClient',
      clientName: text ?? 'Test Client',
      username: text,
      requestToken: text ?? 'testRequestToken',
    }),
  'sign-in-plain': (locale) =>
    signInPage({ ...links(locale, undefined), returnUrl: '/', requestToken: 'testRequestToken' }),
  'sign-in-third-parties': (locale) =>
    signInPage({
      ...links(locale, undefined),
      returnUrl: '/connect/authorize/hQ9Jd0Wq3nB2',
      providers: ['WeChat', 'WeCom'],
      requestToken: 'testRequestToken',
    }),
  'external-binding': (locale, text) =>
    externalBindingPage({
      ...links(locale, text),
      provider: 'WeChat',
      nickname: text ?? '小明',
      ticket: text ?? 'testTicket',
      registerUrl: text ?? '/Account/Register',
      username: text,
      requestToken: text ?? 'testRequestToken',
    }),
  ...variants(
    signInErrors,
    'external-binding',
    (error) => (locale, text) =>
      externalBindingPage({
        ...links(locale, text),
        provider: 'WeCom',
        ticket: text ?? 'testTicket',
        username: text ?? 'testUserName',
        error,
        retryAfterSeconds: error === 'limited' ? 280 : undefined,
        requestToken: text ?? 'testRequestToken',
      }),
  ),
  ...variants(
    captchaProblems,
    'captcha-slider',
    (problem) => (locale, text) =>
      registerPage({
        ...links(locale, text),
        returnUrl: text ?? '/',
        documents: [],
        accepted: false,
        contact: text ?? '13800000009',
        captcha: {
          kind: 'slider',
          token: text ?? 'testCaptcha',
          picture: text ?? 'AAAA',
          piece: text ?? 'AAAA',
          problem,
        },
        requestToken: text ?? 'testRequestToken',
      }),
  ),
  'captcha-wait': (locale, text) =>
    codeSignInPage({
      ...links(locale, text),
      returnUrl: text ?? '/',
      username: text ?? '13800000009',
      captcha: { kind: 'wait', token: text ?? 'testCaptcha', seconds: 30, problem: 'captcha_early' },
      requestToken: text ?? 'testRequestToken',
    }),
  ...variants(
    signInErrors,
    'sign-in',
    (error) => (locale, text) =>
      signInPage({
        ...links(locale, text),
        returnUrl: text ?? '/',
        username: text ?? 'testUserName',
        remember: true,
        error,
        retryAfterSeconds: error === 'limited' ? 280 : undefined,
        requestToken: text ?? 'testRequestToken',
      }),
  ),
  consent: (locale, text) =>
    consentPage({
      ...links(locale, text),
      clientName: text ?? 'Test Client',
      scopes: text
        ? [text, 'openid']
        : ['openid', 'profile', 'phone', 'offline_access', 'ZMS.UserDetails.Read', 'Test.Unknown'],
      account: { displayName: text ?? 'Test Name', userName: text ? `${text}x` : 'testUserName' },
      redirectHost: text ?? 'app.example.com',
      returnUrl: text ?? '/connect/authorize/testUid',
      requestToken: text ?? 'testRequestToken',
    }),
  'consent-no-scopes': (locale) =>
    consentPage({
      ...links(locale, undefined),
      clientName: 'Test Client',
      scopes: [],
      account: { userName: 'testUserName' },
      returnUrl: '/',
      requestToken: 'testRequestToken',
    }),
  'device-input': (locale, text) =>
    deviceInputPage({
      ...links(locale, text),
      action: text ?? '/connect/device',
      xsrf: text ?? 'testXsrf',
      userCode: text,
    }),
  ...variants(
    deviceErrors,
    'device-input',
    (error) => (locale, text) =>
      deviceInputPage({
        ...links(locale, text),
        action: text ?? '/connect/device',
        xsrf: text ?? 'testXsrf',
        userCode: text ?? 'ABCD-EFGH',
        error,
      }),
  ),
  'device-confirm': (locale, text) =>
    deviceConfirmPage({
      locale,
      action: text ?? '/connect/device',
      xsrf: text ?? 'testXsrf',
      clientName: text ?? 'Test Client',
      userCode: text ?? 'ABCD-EFGH',
      deviceInfo: { ip: text ?? '192.0.2.7', userAgent: text ?? 'TestDevice/1.0 (Linux; living room)' },
    }),
  'device-done': (locale, text) => deviceDonePage({ locale, clientName: text ?? 'Test Client' }),
  'device-done-plain': (locale) => deviceDonePage({ locale }),
  'sign-out': (locale, text) =>
    signOutPage({
      ...links(locale, text),
      action: text ?? 'http://localhost:3000/connect/endsession/confirm',
      xsrf: text ?? 'testXsrf',
      fields: [['state', text ?? 'testState']],
      autoSubmit: false,
      clientName: text ?? 'Test Client',
    }),
  'sign-out-automatic': (locale, text) =>
    signOutPage({ locale, action: text ?? '/never', xsrf: text ?? 'testXsrf', autoSubmit: true }),
  'signed-out': (locale, text) =>
    signedOutPage({ ...links(locale, text), clientName: text, signInUrl: text ?? '/Account/Login' }),
  'user-center': (locale, text) =>
    userCenterPage({
      ...links(locale, text),
      displayName: text ?? 'Test Name',
      userName: text ?? 'testUserName',
      phone: text ?? '13800000001',
      email: text,
      allowed: {
        applications: [
          {
            clientId: text ?? 'TestClient',
            name: text ?? 'Test Client',
            scopes: text ? [text, 'openid'] : ['openid', 'profile', 'offline_access', 'Test.Unknown'],
          },
          { clientId: 'TestGateway', name: 'Test Gateway', scopes: ['openid'] },
        ],
        total: 3,
      },
      requestToken: text ?? 'testRequestToken',
      signOutUrl: text ?? '/connect/endsession',
    }),
  'user-center-none': (locale) =>
    userCenterPage({
      ...links(locale, undefined),
      allowed: { applications: [], total: 0 },
      requestToken: 'testRequestToken',
      signOutUrl: '/connect/endsession',
    }),
  select: (locale, text) =>
    selectPage({
      ...links(locale, text),
      clientName: text ?? 'Test Client',
      account: { displayName: text ?? 'Test Name', userName: text ? `${text}x` : 'testUserName' },
      returnUrl: text ?? '/connect/authorize/testUid',
      requestToken: text ?? 'testRequestToken',
    }),
  'continue-return': (locale, text) =>
    continuePage({
      locale,
      purpose: 'return',
      action: text ?? 'https://app.example.com/callback',
      fields: [[text ?? 'code', text ?? 'testCode']],
      clientName: text ?? 'Test Client',
    }),
  'continue-switch': (locale, text) =>
    continuePage({ locale, purpose: 'switch', action: text ?? '/never', fields: [['xsrf', text ?? 'testXsrf']] }),
  'error-404': (locale) => errorPage({ ...links(locale, undefined), status: 404, requestId: 'testRequestId' }),
  'error-oauth': (locale, text) =>
    errorPage({
      ...links(locale, text),
      status: 400,
      detail: text,
      reason: text ?? 'invalid_redirect_uri',
      wayBack: { name: text ?? 'Test Client', url: text ?? 'https://app.example.com/' },
      requestId: text ?? '01890a5d-ac96-774b-bcce-b302099a8057',
    }),
  ...variants(
    reasons,
    'error',
    (reason) => (locale) => errorPage({ ...links(locale, undefined), status: 400, reason, requestId: 'testRequestId' }),
  ),
  'error-501': (locale) => errorPage({ ...links(locale, undefined), status: 501, requestId: 'testRequestId' }),
  'error-other': (locale) => errorPage({ ...links(locale, undefined), status: 418, requestId: 'testRequestId' }),
  landing: (locale) => landingPage(links(locale, undefined)),
  'landing-signed-in': (locale, text) =>
    landingPage({ ...links(locale, text), account: { displayName: text, userName: text ?? 'testUserName' } }),
  'landing-demo': (locale, text) =>
    landingPage({
      ...links(locale, text),
      demo: {
        users: [
          { userName: text ?? 'testUserName', password: text ?? 'Abc.123456', role: 'user' },
          { userName: text ?? 'admin', password: text ?? 'Admin.123456', role: 'administrator' },
        ],
      },
    }),
  'check-session-frame': (locale) => checkSessionFramePage({ locale }),
  'session-listener': (locale, text) =>
    sessionListenerPage({
      locale,
      status: 'signed_in',
      guid: text ?? '01890a5d-ac96-774b-bcce-b302099a8057',
      targetOrigin: text ?? 'https://www.example.com',
    }),
}
