import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Page, Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { countStatementsAlone, withoutSchedule } from '../support/statements.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await withoutSchedule(server)
})
afterAll(() => server.close())

/** Statements of one request each; of pages that ask for the password, with one that was given before. A change of these figures is a decision. */
const budget: Record<string, number> = {
  // The session and its person are one statement.
  showProfilePage: 1,
  showSecurityPage: 3,
  showChangePasswordPage: 2,
  showContactPage: 2,
  showSessionsPage: 2,
  showSignInsPage: 2,
  showOwnDataPage: 2,
  showCloseAccountPage: 2,
  'submitProfile and its page': 6,
  // The session; the limits, the hash, the limits, the proof; begin, audit event, eight kinds of data, commit.
  'getOwnData, with the password': 16,
  'getOwnData, proven': 12,
  'endUserSessions and its page': 7,
  submitContact: 9,
  'submitNewPassword and its page': 13,
  showRegistrationPage: 0,
  submitRegistration: 9,
  submitForgottenPassword: 9,
  'submitForgottenPassword, of nobody': 9,
  submitAccountClosure: 9,
}

test('each page of the account centre keeps to its number of statements', async () => {
  const seen: Record<string, number> = {}
  const person = new Person(server.issuer)
  await person.signIn(await person.visit('/Account/Login'), 'zhangsan', 'Zhangsan.2026')
  const count = async (name: string, call: () => Promise<Page>): Promise<Page> => {
    let page: Page | undefined
    seen[name] = await countStatementsAlone(server, async () => {
      page = await call()
    })
    if (!page) throw new Error(name)
    return page
  }
  const show = (name: string, path: string) => count(name, () => person.visit(`/usercenter/${path}`))
  const tokenOf = ({ body }: Page) => /__RequestVerificationToken" value="([^"]+)"/.exec(body)?.[1] ?? ''
  const profile = await show('showProfilePage', 'profile')
  const send = (path: string, fields: Record<string, string>) => {
    const body = new URLSearchParams({ __RequestVerificationToken: tokenOf(profile), ...fields })
    return person.visit(path, { method: 'POST', body })
  }
  await show('showSecurityPage', 'security')
  await show('showChangePasswordPage', 'security/password')
  await show('showContactPage', 'security/email')
  await show('showSessionsPage', 'sessions')
  await show('showSignInsPage', 'signins')
  await show('showOwnDataPage', 'data')
  await show('showCloseAccountPage', 'close')
  await count('submitProfile and its page', () => send('/usercenter/profile', { displayName: 'Statements' }))
  await count('getOwnData, with the password', () => send('/usercenter/data', { password: 'Zhangsan.2026' }))
  await count('getOwnData, proven', () => send('/usercenter/data', {}))
  await count('endUserSessions and its page', () => send('/usercenter/sessions/end', {}))
  await count('submitContact', () => send('/usercenter/security/email', { contact: 'statements@example.com' }))
  await count('submitNewPassword and its page', () =>
    send('/usercenter/security/password', { newPassword: 'Statements.2026' }),
  )
  const stranger = new Person(server.issuer)
  const register = await count('showRegistrationPage', () => stranger.visit('/Account/Register'))
  const begin = (path: string, contact: string) => {
    const body = new URLSearchParams({ __RequestVerificationToken: tokenOf(register), contact })
    return stranger.visit(path, { method: 'POST', body })
  }
  await count('submitRegistration', () => begin('/Account/Register', 'statements-new@example.com'))
  await count('submitForgottenPassword', () => begin('/Account/ForgotPassword', 'zhangsan@example.com'))
  await count('submitForgottenPassword, of nobody', () => begin('/Account/ForgotPassword', 'nobody@example.com'))
  await count('submitAccountClosure', () => send('/usercenter/close', {}))
  expect(seen).toEqual(budget)
})
