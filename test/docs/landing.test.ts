import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plain } from '../support/markup.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { attributeValues, files } from './site.ts'

const execute = promisify(execFile)

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

test.each(['zh', 'en'])(
  'the %s landing page leads a newcomer in three steps, and the second one works',
  async (language) => {
    const markup = files.get(`${language}/index.html`) ?? ''
    const [, list = ''] = /<ol class="steps">(.*?)<\/ol>/s.exec(markup) ?? []
    const steps = list.split('<li>').slice(1)
    expect(steps).toHaveLength(3)
    const [start = '', call = '', choose = ''] = steps
    expect(plain(start)).toContain('npm ci && npm start')
    const [, command = ''] = /<code>(curl [^<]*)<\/code>/.exec(call) ?? []
    const here = plain(command).replace('http://localhost:3000', server.issuer)
    const { stdout } = await execute('bash', ['-c', here.replace(/^curl /, 'curl -s ')])
    expect(JSON.parse(stdout)).toMatchObject({ token_type: 'Bearer', scope: 'ZMS.Users.Create' })
    expect(attributeValues(choose, 'href')).toEqual(['guides/account/onboarding.html'])
  },
)
