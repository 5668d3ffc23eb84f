import { createAccountClient, password } from '@openaccount/client'

const client = createAccountClient({
  baseUrl: 'http://localhost:3000',
  auth: password({
    clientId: 'testAutoClient',
    clientSecret: 'testAuto.2022',
    username: 'testUserName',
    password: 'Abc.123456',
    scope: 'openid profile email',
  }),
})

const user = await client.user.getInfo()
console.log(user.sub, user.name)
