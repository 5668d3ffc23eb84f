import { createOneAccessClient, OneAccessError } from '@openaccount/client'

const clientId = 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm'
let sessionToken: string | undefined

const client = createOneAccessClient({
  baseUrl: process.argv[2] ?? 'http://localhost:4010',
  management: { clientId, clientSecret: 'oneaccess.Demo.2026' },
  application: { clientId },
  device: {
    operatingSystemVersion: 'Android 10',
    fingerprint: '156aysdna213sc50',
    ip: '10.10.10.1',
    agent: 'Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36',
  },
  sessionToken: () => sessionToken,
  language: 'en',
})

try {
  const created = await client.users.create({
    user_name: 'zhangsan',
    mobile: '12345678901',
    password: 'Zhangsan.2026',
    pwd_must_modify: false,
  })
  console.log('created', created.user_id)

  const login = await client.session.loginWithPassword({ user_name: 'zhangsan', password: 'Zhangsan.2026' })
  console.log('login', login.status)
  sessionToken = login.session_token

  const profile = await client.profile.get()
  console.log('profile', profile.user_name, profile.mobile)
  await client.session.logout()
} catch (error) {
  if (!(error instanceof OneAccessError)) throw error
  console.error(error.code, error.displayMessage)
  process.exitCode = 1
}
