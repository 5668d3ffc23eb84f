import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pendingOperations as oneAccess } from '../../server/handlers/oneaccess/pending.ts'
import { startTinyApp, type TinyApp, userId } from './tiny-app.ts'

const root = join(import.meta.dirname, '../..')

describe('operations that are not built yet', () => {
  let app: TinyApp
  beforeAll(async () => {
    app = await startTinyApp()
  })
  afterAll(() => app.close())

  it('stand once on the list, whose length a script prints', () => {
    expect(new Set(oneAccess).size).toBe(oneAccess.length)
    const printed = execFileSync(process.execPath, [join(root, 'scripts/pending.ts')], { encoding: 'utf8' })
    expect(printed).toBe(`account: 0\noneaccess: ${oneAccess.length}\ntotal: ${oneAccess.length}\n`)
  })

  it('answer 501 in the envelope, and are no failure of the server', async () => {
    const headers = { authorization: 'Bearer other', 'x-l': 'en' }
    const response = await fetch(`${app.origin}/api/v1.0/user/basic`, { headers })
    expect([response.status, await response.json()]).toEqual([
      501,
      {
        status: 50100,
        message: 'This operation is not available on this server yet.',
        error: 'NotImplemented',
        data: null,
      },
    ])
    expect(app.lines.join()).not.toContain('unexpected failure')
  })

  it('say so only to requests that would be served', async () => {
    const send = async (path: string, init: RequestInit) => (await fetch(app.origin + path, init)).status
    const json = { 'content-type': 'application/json' }
    const create = '/api/v1.0/users/inviteUsers'
    const allowed = { ...json, authorization: 'Bearer client-ZMS.Users.Create' }
    expect(await send(create, { method: 'POST', headers: json, body: '[{"userName":"a"}]' })).toBe(401)
    expect(
      await send(create, {
        method: 'POST',
        headers: { ...json, authorization: 'Bearer other' },
        body: '[{"userName":"a"}]',
      }),
    ).toBe(403)
    expect(await send(create, { method: 'POST', headers: allowed, body: '[]' })).toBe(400)
    expect(await send(create, { method: 'POST', headers: allowed, body: '[{"userName":"a"}]' })).toBe(501)
    expect(await send(create, { headers: allowed })).toBe(405)
    const remove = (body: string) =>
      send('/api/v1.0/oem/users/delete', {
        method: 'DELETE',
        headers: { ...json, authorization: 'Bearer client-ZMS.OEMUsers.Delete' },
        body,
      })
    expect(await remove(`["${userId}"]`)).toBe(501)
    expect(await remove('["nobody"]')).toBe(400)
    expect(await remove('{}')).toBe(400)
  })
})
