import type { Html } from '../../server/pages/html.ts'
import { type Locale, languageLinks } from '../../server/pages/language.ts'
import { en } from '../../server/pages/text/en.ts'
import type { AccountNotice, FormError } from '../../server/pages/text/index.ts'
import { closedPage, closePage } from '../../server/pages/views/account-centre/close-page.ts'
import { contactCodePage, contactPage } from '../../server/pages/views/account-centre/contact-page.ts'
import { dataPage } from '../../server/pages/views/account-centre/data-page.ts'
import { passwordPage } from '../../server/pages/views/account-centre/password-page.ts'
import { profilePage } from '../../server/pages/views/account-centre/profile-page.ts'
import { securityPage } from '../../server/pages/views/account-centre/security-page.ts'
import { sessionsPage } from '../../server/pages/views/account-centre/sessions-page.ts'
import { signInsPage } from '../../server/pages/views/account-centre/sign-ins-page.ts'
import { registerCodePage, registerPage } from '../../server/pages/views/register-page.ts'
import {
  forgottenPasswordPage,
  passwordSetPage,
  resetPasswordPage,
} from '../../server/pages/views/reset-password-page.ts'

type Render = (locale: Locale, text?: string) => Html

const at = new Date('2026-11-26T08:00:00Z')
const frame = (locale: Locale, text: string | undefined) => ({
  locale,
  languageLinks: text ? { zh: text, en: text } : languageLinks('/usercenter'),
  requestToken: text ?? 'testRequestToken',
})
const documents = [
  { document: 'terms', address: 'https://www.example.com/terms' },
  { document: 'privacy', address: 'https://www.example.com/privacy' },
] as const

/** Every page that people make accounts on and look after them, in every state; see `pages.ts`. */
export const accountPages: Readonly<Record<string, Render>> = {
  ...Object.fromEntries(
    (Object.keys(en.accountCentre.errors) as FormError[]).map((kind) => [
      `account-profile-${kind}`,
      ((locale, text) =>
        profilePage({
          ...frame(locale, text),
          problem: { kind, values: ['8', '128'] },
          values: { displayName: text, firstName: text, lastName: text, preferredLanguage: text, dateOfBirth: text },
          picture: text,
        })) satisfies Render,
    ]),
  ),
  ...Object.fromEntries(
    (Object.keys(en.accountCentre.notices) as AccountNotice[]).map((notice) => [
      `account-security-${notice}`,
      ((locale, text) =>
        securityPage({
          ...frame(locale, text),
          notice,
          hasPassword: true,
          phone: text ?? '13800000001',
          email: text,
          linked: [{ id: text ?? 'testLogin', provider: text ?? 'WeChat', displayName: text ?? 'Nickname' }],
          providers: ['WeChat', 'WeCom'],
        })) satisfies Render,
    ]),
  ),
  'account-security-none': (locale) =>
    securityPage({ ...frame(locale, undefined), hasPassword: false, linked: [], providers: [] }),
  'account-password': (locale, text) => passwordPage({ ...frame(locale, text), proof: 'password' }),
  'account-password-recent': (locale, text) => passwordPage({ ...frame(locale, text), proof: 'recent' }),
  'account-password-none': (locale) => passwordPage({ ...frame(locale, undefined), proof: 'impossible' }),
  'account-phone': (locale, text) =>
    contactPage({ ...frame(locale, text), kind: 'phone', proof: 'password', contact: text }),
  'account-email-code': (locale, text) =>
    contactCodePage({ ...frame(locale, text), kind: 'email', proof: 'recent', contact: text ?? 'new@example.com' }),
  'account-sessions': (locale, text) =>
    sessionsPage({
      ...frame(locale, text),
      current: 'own',
      sessions: [
        { uid: 'own', createdAt: at, address: null, userAgent: null, applications: [] },
        {
          uid: text ?? 'other',
          createdAt: at,
          address: text ?? '192.0.2.7',
          userAgent: text ?? 'TestBrowser/1.0',
          applications: [text ?? 'Test Client'],
        },
      ],
    }),
  'account-sign-ins': (locale, text) =>
    signInsPage({
      ...frame(locale, text),
      isFirst: false,
      next: text ?? 'testRecord',
      entries: [
        { createdAt: at, succeeded: true, method: 'page', address: text ?? '192.0.2.7', userAgent: null },
        {
          createdAt: at,
          succeeded: false,
          method: text ?? 'unknown',
          address: null,
          userAgent: text ?? 'TestBrowser/1.0',
          application: text ?? 'Test Client',
        },
      ],
    }),
  'account-sign-ins-none': (locale) => signInsPage({ ...frame(locale, undefined), isFirst: true, entries: [] }),
  'account-data': (locale, text) => dataPage({ ...frame(locale, text), proof: 'password' }),
  'account-close': (locale, text) => closePage({ ...frame(locale, text), proof: 'password', graceDays: 15 }),
  'account-close-at-once': (locale) => closePage({ ...frame(locale, undefined), proof: 'impossible', graceDays: 0 }),
  'account-closed': (locale) => closedPage({ locale, closesAt: at }),
  register: (locale, text) =>
    registerPage({ ...frame(locale, text), returnUrl: text ?? '', documents, accepted: true, contact: text }),
  'register-refused': (locale, text) =>
    registerPage({
      ...frame(locale, text),
      returnUrl: text ?? '',
      documents,
      accepted: false,
      contact: text,
      problem: { kind: 'terms_not_accepted', values: [] },
    }),
  'register-code': (locale, text) =>
    registerCodePage({
      ...frame(locale, text),
      returnUrl: text ?? '/x',
      documents,
      accepted: true,
      contact: text ?? 'new@example.com',
    }),
  'forgotten-password': (locale, text) =>
    forgottenPasswordPage({ ...frame(locale, text), returnUrl: text ?? '', contact: text }),
  'reset-password': (locale, text) =>
    resetPasswordPage({ ...frame(locale, text), returnUrl: text ?? '/x', contact: text ?? 'test@example.com' }),
  'password-set': (locale, text) => passwordSetPage({ locale, returnUrl: text ?? '' }),
}
