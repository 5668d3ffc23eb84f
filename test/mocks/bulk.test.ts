import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violations } from './contract.ts'
import { type RunningMock, startMock } from './start.ts'

let mock: RunningMock
let token: string
beforeAll(async () => {
  mock = await startMock()
  const scope = 'ZMS.Users.Read ZMS.Users.Create ZMS.Users.Write ZMS.OEMUsers.Create ZMS.OEMUsers.Delete'
  const form = { grant_type: 'client_credentials', client_id: 'c', client_secret: 's', scope }
  const answer = await fetch(`${mock.origin}/connect/token`, { method: 'POST', body: new URLSearchParams(form) })
  token = ((await answer.json()) as { access_token: string }).access_token
})
afterAll(() => mock.stop())

const guid = (index: number) => `0198f2a4-9f3c-7d1e-8a55-${String(index).padStart(12, '0')}`

const bulk = [
  ['createUsers', (i: number) => ({ email: `a${i}@example.com` })],
  ['findUserGuids', (i: number) => ({ userName: `u${i}` })],
  ['queryUserDetails', guid],
  ['queryExternalLogins', guid],
  ['addExternalLogins', (i: number) => ({ guid: guid(i), provider: 'WeChat', externalID: `e${i}` })],
  ['updateUsersDetails', (i: number) => ({ guid: guid(i) })],
  ['registerOemUsers', () => ({ displayName: 'x' })],
  ['updateOemUsers', (i: number) => ({ guid: guid(i), displayName: 'y' })],
  ['deleteOemUsers', guid],
] as const

type Items = { error: unknown; userInfo: { guid?: string } | null }[]

describe.each(bulk)('%s', (id, item) => {
  test.each([1, 2, 5, 50])('answers once for each of %d items, in their order', async (count) => {
    const { policy } = mock.documents.flatMap(({ operations }) => operations).find((one) => one.id === id) ?? {}
    const items = Array.from({ length: count }, (_, index) => item(index))
    const response = await fetch(mock.origin + policy?.path, {
      method: policy?.method.toUpperCase() ?? '',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(items),
    })
    const answer = (await response.json()) as { data: Items }
    expect(violations(id, '200', 'application/json', answer)).toEqual([])
    expect(answer.data).toHaveLength(count)
    const named = items.map((one) => (typeof one === 'string' ? one : 'guid' in one ? one.guid : undefined))
    for (const [index, { error, userInfo }] of answer.data.entries()) {
      if (error === null && named[index]) expect(userInfo?.guid).toBe(named[index])
    }
  })
})

test('an item that fails gives its reason in the words of the page (api-8257731)', async () => {
  const response = await fetch(`${mock.origin}/api/v1.0/users/inviteUsers`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'accept-language': 'en' },
    body: JSON.stringify([{ email: 'test@example.com' }]),
  })
  const { data } = (await response.json()) as { data: Items }
  expect(data[0]?.error).toMatchObject({ status: 50001, error: 'CreateUserFailed', message: 'Email Already Exist' })
})
