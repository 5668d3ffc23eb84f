import { constants, publicEncrypt } from 'node:crypto'
import { contractFetch } from '../../support/contract-fetch.ts'
import { basic, formOf, post } from './flow.ts'

/** A try to sign in, as its caller sees the answer: without what differs from one request to the next anyhow. */
export interface Outcome {
  readonly status: number
  readonly body: string
  readonly signedIn: boolean
  readonly headers: readonly string[]
}

/** A way to sign in with a password. */
export type Door = (issuer: string, name: string, password: string) => Promise<Outcome>

/** A visitor with a sign-in page open: the cookie of the browser and the token of the form. */
export interface Visitor {
  readonly cookie: string
  readonly token: string
}

/** Opens the sign-in page. */
export async function openSignIn(issuer: string): Promise<Visitor> {
  const page = await contractFetch(new URL('/Account/Login', issuer), { headers: { 'accept-language': 'en' } })
  const cookie = page.headers.getSetCookie().map((line) => line.split(';', 1)[0])
  const token = /name="__RequestVerificationToken" value="([^"]*)"/.exec(await page.text())?.[1] ?? ''
  return { cookie: cookie.join('; '), token }
}

async function outcomeOf(response: Response, name: string, signedIn: (body: string) => boolean): Promise<Outcome> {
  const body = await response.text()
  return {
    status: response.status,
    body: body
      .replaceAll(name, '(name)')
      .replace(/"__RequestVerificationToken" value="[^"]*"/g, '')
      .replace(/\d+ (?:seconds?|minutes?)/g, '(time)'),
    signedIn: signedIn(body),
    headers: [...response.headers.keys()]
      .filter((header) => !['date', 'content-length', 'etag'].includes(header))
      .sort(),
  }
}

/** The key of the sign-in form, as `/Common/Getpubkeys` gives it. */
export async function loginKey(issuer: string): Promise<string> {
  return (await (await contractFetch(new URL('/Common/Getpubkeys', issuer))).json()) as string
}

/** The form for scripts, with whatever stands where the encrypted password belongs. */
export function submitUserLogin(
  issuer: string,
  { cookie, token }: Visitor,
  fields: { name: string; encrypted: string; encryption?: string | undefined },
): Promise<Response> {
  return contractFetch(new URL('/Account/UserLogin', issuer), {
    method: 'POST',
    headers: { cookie, 'accept-language': 'en' },
    body: formOf({
      Username: fields.name,
      Password: fields.encrypted,
      PasswordEncryption: fields.encryption,
      ReturnUrl: '',
      __RequestVerificationToken: token,
    }),
  })
}

/** A password as JSEncrypt and its like encrypt it. */
export function encryptPassword(pem: string, password: string): string {
  return publicEncrypt({ key: pem, padding: constants.RSA_PKCS1_PADDING }, Buffer.from(password)).toString('base64')
}

/** Every way to sign in with a password: the page, the form for scripts, the password grant. */
export const doors: Record<'page' | 'form' | 'grant', Door> = {
  page: async (issuer, name, password) => {
    const { cookie, token } = await openSignIn(issuer)
    const response = await contractFetch(new URL('/Account/Login', issuer), {
      method: 'POST',
      headers: { cookie, 'accept-language': 'en' },
      body: formOf({ username: name, password, ReturnUrl: '', __RequestVerificationToken: token }),
    })
    return outcomeOf(response, name, () => response.status === 303)
  },
  form: async (issuer, name, password) => {
    const encrypted = encryptPassword(await loginKey(issuer), password)
    const response = await submitUserLogin(issuer, await openSignIn(issuer), { name, encrypted })
    return outcomeOf(response, name, (body) => body.includes('"status":1'))
  },
  grant: async (issuer, name, password) => {
    const fields = { grant_type: 'password', username: name, password }
    const response = await post(issuer, '/connect/token', fields, basic('testAutoClient', 'testAuto.2022'))
    return outcomeOf(response, name, () => response.status === 200)
  },
}
