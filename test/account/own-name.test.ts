import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, type Envelope, managementToken, personToken } from '../support/api.ts'
import { freeMail, freePhone } from '../support/contacts.ts'
import { AppDevice } from '../support/sdk.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

// Names, numbers and addresses all sign people in: a name that somebody chooses is nobody else's number or address, there or not.
let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const password = 'Password.of.the.test.1'

async function person(contact: { phone?: string; email?: string }) {
  const userName = `person-${crypto.randomUUID()}`
  const { phone, email } = contact
  await server.addUser({ userName, password, email, ...(phone && { itc: '+86', phone }) })
  const token = await personToken(server, 'openid ZMS.UserBasic.Write ZMS.Basic', userName, password)
  const rename = (name: string) =>
    ask<Envelope<{ userName: string }>>(server, 'POST', '/api/v1.0/user/basic', { token, body: { userName: name } })
  return { token, rename }
}

test('people do not call themselves by the number or address of others, and are not told whether it has an account', async () => {
  const [phone, email] = [freePhone(), freeMail()]
  await person({ phone, email })
  const { rename } = await person({ phone: freePhone(), email: freeMail() })
  const names = [phone, `86-${phone}`, email, email.toUpperCase(), freePhone(), freeMail()]
  const answers = await Promise.all(names.map(rename))
  for (const { status, body } of answers) {
    expect([status, body.error]).toEqual([422, 'UnprocessableContent'])
    expect(body.message).toBe(answers[0]?.body.message)
    expect(body.message).toContain('(/body/userName ')
  }
  // None of them counts as one of the three changes.
  for (const _ of [1, 2, 3]) expect((await rename(`free-${crypto.randomUUID()}`)).status).toBe(200)
})

test('people may call themselves by their own, or by digits that are no number', async () => {
  const [phone, email] = [freePhone(), freeMail()]
  const { rename } = await person({ phone, email })
  for (const name of [phone, email, `2026${Date.now()}`]) {
    expect(await rename(name)).toMatchObject({ status: 200, body: { data: [{ userName: name }] } })
  }
})

test('who registers with an app, or changes their profile there, is held to it', async () => {
  const app = new AppDevice(server)
  const [mobile, email] = [freePhone(), freeMail()]
  const registered = async (user_name: string) => {
    const verify_code = await app.smsCode(mobile, 'REGISTER_SMS')
    const body = { mobile, verify_code, user_name, email, pwd: 'Zhangsan.2026' }
    return app.post<{ error_code?: string; session_token?: string }>('register/mobile-verify-code', body)
  }
  const refused = { status: 400, body: { error_code: 'USER.0037' } }
  expect(await registered(freePhone())).toMatchObject(refused)
  const { body } = await registered(email)
  expect(body.session_token).toBeTruthy()
  const renamed = await app.signedCall(body.session_token ?? '', 'POST', 'profile/update', { user_name: freeMail() })
  expect(renamed).toMatchObject(refused)
  expect(renamed.body).toMatchObject({ error_msg: expect.stringContaining('(/body/user_name ') })
})

test('applications name people as they like', async () => {
  const token = await managementToken(server)
  const body = { user_name: freeMail(), mobile: freePhone() }
  expect((await ask(server, 'POST', '/api/v2/tenant/users', { token, body })).status).toBe(201)
})
