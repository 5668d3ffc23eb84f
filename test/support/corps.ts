import type { TestServer } from './server.ts'
import type { StandInCorp } from './wecom.ts'

/** Makes an enterprise that is linked to WeCom. @returns its GUID */
export async function linkedCorp(
  server: TestServer,
  { corpId, secret, token, key }: StandInCorp,
  { receiveId }: { receiveId?: string } = {},
): Promise<string> {
  const { corps } = server.app.services.deps
  const { id } = await corps.create({}, { name: `Enterprise ${corpId}` })
  const secrets = { appSecret: secret, callbackToken: token, callbackKey: key }
  await corps.saveLink({}, id, { provider: 'WeCom', externalId: corpId, appId: '1000002', receiveId, ...secrets })
  return id
}

/** The departments of an enterprise with what is above them, in the order of their names. */
export async function treeOf(server: TestServer, corpId: string): Promise<string[]> {
  const rows = await server.database.db.selectFrom('organizations').select(['id', 'parentId', 'name']).execute()
  const children = Map.groupBy(rows, ({ parentId }) => parentId)
  const below = (id: string, prefix: string): string[] =>
    (children.get(id) ?? []).flatMap((row) => [prefix + row.name, ...below(row.id, `${prefix}${row.name} / `)])
  return below(corpId, '').sort()
}
