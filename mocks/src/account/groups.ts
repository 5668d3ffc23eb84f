import type { Answer } from '../answer.ts'
import type { MockDocument } from '../contract.ts'
import type { Act, Call } from '../face.ts'
import { Collection, exampleRows, isSame, pick, type Row } from '../memory/collection.ts'
import type { World } from '../world.ts'
import { bodyOf, enveloped } from './envelope.ts'
import { refuse } from './users.ts'

/** Role groups, enterprises and applications for exports: what the back office keeps beside users. */
export interface Groups {
  acts: Readonly<Record<string, Act>>
  reset(): void
}

export function createGroups(document: MockDocument, { clock, ids }: World): Groups {
  const collect = (...operations: string[]) => new Collection('guid', exampleRows(document, 'guid', operations))
  const roles = collect('listRoleGroups')
  const links = exampleRows(document, 'guid', ['saveCorpExternalLink'])
  const corps = new Collection(
    'guid',
    exampleRows(document, 'guid', ['saveCorp']).map((row) => ({ ...row, externalLinks: links })),
  )
  const exports = collect('listExportApplications')
  const now = () => new Date(clock()).toISOString()
  const shownOf = (rows: Collection) => Object.keys(rows.all()[0] ?? {})
  const [shownOfRoles, shownOfCorps, shownOfExports] = [roles, corps, exports].map(shownOf) as [
    string[],
    string[],
    string[],
  ]

  const tell = (call: Call, answer: Answer, row: Row, shown: readonly string[]): Answer =>
    enveloped(call, answer, [pick(row, shown)])

  const roleOf = (call: Call): Row => {
    const row = roles.get(bodyOf(call).guid)
    if (!row) throw refuse('RoleGroupNotFound', `there is no role group ${bodyOf(call).guid}`)
    return row
  }
  const corpOf = (guid: unknown): Row => {
    const row = corps.get(guid)
    if (!row) throw refuse('CorpNotFound', `there is no enterprise ${guid}`)
    return row
  }
  const exportOf = ({ query }: Call): Row => {
    const row = exports.get(query.get('guid') ?? undefined)
    if (!row) throw refuse('ExportApplicationNotFound', `there is no application ${query.get('guid')}`)
    return row
  }
  const counted = (row: Row): Row => ({
    ...row,
    memberCount: (row.members as unknown[]).length,
    readerCount: (row.readers as unknown[]).length,
  })
  const changeRole =
    (how: (before: Row, body: Row) => Row): Act =>
    (call, answer) => {
      const before = roleOf(call)
      return tell(
        call,
        answer,
        roles.put(counted({ ...before, ...how(before, bodyOf(call)), guid: before.guid })),
        shownOfRoles,
      )
    }
  const setPeople = (name: 'members' | 'readers', added: boolean): Act =>
    changeRole((before, body) => {
      const asked = (body[name] as string[]).map((guid) => guid.toLowerCase())
      const others = (before[name] as unknown[]).filter((guid) => !asked.includes(String(guid)))
      return { [name]: added ? [...others, ...new Set(asked)] : others }
    })
  /** The example that has the name; a new one takes its place. @throws Refused when a call made what has it */
  const clashing = (rows: Collection, row: Row, code: 'RoleGroupNameTaken' | 'CorpNameTaken'): Row | undefined => {
    const other = rows.find(({ name, guid }) => isSame(name, row.name) && guid !== row.guid)
    if (other && !rows.isExample(other)) throw refuse(code, `another one has the name ${row.name}`)
    return other
  }

  const acts: Record<string, Act> = {
    listRoleGroups: (call, answer) => enveloped(call, answer, roles.all()),
    createRoleGroup(call, answer) {
      const said = { displayName: bodyOf(call).name, description: '', ...bodyOf(call) }
      const row = counted({ ...said, isZWSOFT: false, members: [], readers: [] })
      const guid = clashing(roles, row, 'RoleGroupNameTaken')?.guid ?? ids.guid()
      return tell(call, answer, roles.put({ ...row, guid }), shownOfRoles)
    },
    updateRoleGroup: changeRole((_, body) => body),
    setRoleGroupManager: changeRole((_, { manager }) => ({ manager })),
    addRoleGroupMembers: setPeople('members', true),
    removeRoleGroupMembers: setPeople('members', false),
    addRoleGroupReaders: setPeople('readers', true),
    removeRoleGroupReaders: setPeople('readers', false),
    saveCorp(call, answer) {
      const said = bodyOf(call)
      const times = { updateTime: now() }
      if (said.guid !== undefined) {
        const before = corpOf(said.guid)
        const row = { ...before, ...said, guid: before.guid, ...times }
        clashing(corps, row, 'CorpNameTaken')
        return tell(call, answer, corps.put(row), shownOfCorps)
      }
      const row: Row = { displayName: null, description: '', ...said, createTime: now(), ...times, externalLinks: [] }
      const guid = clashing(corps, row, 'CorpNameTaken')?.guid ?? ids.guid()
      return tell(call, answer, corps.put({ ...row, guid }), shownOfCorps)
    },
    saveCorpExternalLink(call, answer) {
      const { guid, provider, externalID, appID = null } = bodyOf(call)
      const corp = corpOf(guid)
      const others = corp.externalLinks as Row[]
      const before = others.find((one) => one.provider === provider && one.externalID === externalID)
      const link = { guid, provider, externalID, appID, createTime: before?.createTime ?? now(), updateTime: now() }
      corps.put({ ...corp, externalLinks: [...others.filter((one) => one.provider !== provider), link] })
      return tell(call, answer, link, Object.keys(link))
    },
    refreshDepartments(call, answer) {
      const { guid, externalLinks } = corpOf(bodyOf(call).guid)
      if ((externalLinks as Row[]).length === 0) throw refuse('CorpNotLinked', `the enterprise ${guid} has no link`)
      const row = { guid, state: 'refreshing', updateTime: now() }
      return tell(call, answer, row, Object.keys(row))
    },
    listExportApplications: (call, answer) => enveloped(call, answer, exports.all().toReversed()),
    applyUserExport(call, answer) {
      const [documented] = (answer.body as { data: Row[] }).data
      const { filter, ...said } = bodyOf(call)
      const made: Row = {
        ...documented,
        ...said,
        ...{ guid: ids.guid(), createTime: now(), updateTime: now() },
        filter: { ...blankFilter(documented?.filter as Row), ...(filter as Row | undefined) },
      }
      return tell(call, answer, exports.put(made), shownOfExports)
    },
    getUserExport(call, answer) {
      exportOf(call)
      return answer
    },
    cancelUserExport(call, answer) {
      const row = exportOf(call)
      if (row.state === 'cancelled') throw refuse('ExportNotCancellable', 'it was cancelled before')
      return tell(call, answer, exports.put({ ...row, state: 'cancelled', updateTime: now() }), shownOfExports)
    },
  }
  return {
    acts,
    reset() {
      for (const rows of [roles, corps, exports]) rows.reset()
    },
  }
}

/** A filter that asks for nothing: no values in lists, and null elsewhere. */
function blankFilter(filter: Row): Row {
  return Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, Array.isArray(value) ? [] : null]))
}
