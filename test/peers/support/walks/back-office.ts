import { expect } from 'vitest'
import { newcomer } from '../../../account/account-person.ts'
import { ask, type Envelope } from '../../../support/api.ts'
import { managingApplication } from '../../../support/application-side.ts'
import { addPeople, askRoles, groupName, personWith } from '../../../support/role-groups.ts'
import type { Walks } from './walk.ts'

/** What those do who look after others. */
export const backOffice = {
  'makes a role group, with members that come and go': async (at) => {
    const root = await personWith(at, 'Account.SuperManager', 'Account.RoleManager')
    const made = await askRoles(at, '/create', root.token, { name: groupName(), manager: root.id })
    const guid = made.body.data[0]?.guid
    const members = await addPeople(at, 3)
    const added = await askRoles(at, '/addMembers', root.token, { guid, members })
    expect(added.body.data).toMatchObject([{ memberCount: 3 }])
    const removed = await askRoles(at, '/removeMembers', root.token, { guid, members: members.slice(1) })
    expect(removed.body.data).toMatchObject([{ memberCount: 1 }])
  },

  'finds people, page by page': async (at) => {
    const { token } = await personWith(at, 'Account.UserManager', 'ZMS.UserManager')
    const { id, userName } = await newcomer(at)
    const search = `/api/v1.0/manage/users/search?keyword=${userName}`
    const found = await ask<Envelope<{ guid: string }>>(at, 'GET', search, { token })
    expect(found.body.data.map(({ guid }) => guid)).toContain(id)
    for (const page of [1, 2])
      expect((await ask(at, 'GET', `/api/v1.0/manage/users?pageNum=${page}`, { token })).status).toBe(200)
  },

  'keeps organizations and accounts of an application': async (at) => {
    const { side } = await managingApplication(at, { organizationModel: true })
    const made = await side<{ org_id: string }>('POST', '/organizations', { org_code: 'reading', name: 'Reading room' })
    expect(made.status).toBe(201)
    expect((await side('GET', `/organizations/${made.body.org_id}`)).body).toMatchObject({ name: 'Reading room' })
    expect((await side('GET', '/organizations?offset=0&limit=10')).status).toBe(200)
  },

  'takes an application away, and no node lets it in any more': async (at) => {
    const secret = 'a secret of the application'
    const clientId = await at.addApplication({ secret, grantTypes: ['client_credentials'], scopes: ['ZMS.Users.Read'] })
    const tokens = () =>
      Promise.all(
        Array.from({ length: 4 }, async () => {
          const headers = { authorization: `Basic ${btoa(`${clientId}:${encodeURIComponent(secret)}`)}` }
          const body = new URLSearchParams({ grant_type: 'client_credentials' })
          return (await fetch(`${at.issuer}/connect/token`, { method: 'POST', headers, body })).status
        }),
      )
    expect(await tokens()).toEqual([200, 200, 200, 200])
    await at.database.db.updateTable('applications').set({ enabled: false }).where('clientId', '=', clientId).execute()
    await expect.poll(tokens).toEqual([401, 401, 401, 401])
  },
} as const satisfies Walks
