import { type ReturnCodeName, returnCodes } from '../../../generated/return-codes.ts'
import type { MockDocument } from '../contract.ts'
import type { Call } from '../face.ts'
import { Refused } from '../failure.ts'
import { holdsHalf } from '../guard.ts'
import { Collection, exampleRows, isSame, type Row } from '../memory/collection.ts'
import type { World } from '../world.ts'

/** The users of the Account API, those of OEM clients among them. */
export interface Users {
  rows: Collection
  /** The user who is meant where nobody is named: the first that the mock was told of, else that of the contract's examples. */
  example: string
  /** The fields that answers show of a user. */
  basic: readonly string[]
  details: readonly string[]
  /**
   * The user of this name, mail address or number. Any user will do, so there is one from then on; a strict mock makes none up.
   */
  named(name: string): Row | undefined
  /** Whether the user was deleted or disabled. */
  isOut(guid: unknown): boolean
  /** Whose token a request brings. */
  of(call: Call): Row
  /** @param owner the client whose OEM user is meant @throws Refused when there is no such user */
  found(guid: unknown, owner?: string): Row
  /** @throws Refused when somebody else has the name, number or address */
  create(said: Row): Row
  /** Changes what is said. @throws Refused likewise */
  change(before: Row, said: Row): Row
}

/** Stands for every client: the OEM users of the examples. */
export const ANY_OWNER = '*'

/** What no two have alike. */
const unique = { phone: 'PhoneTaken', email: 'EmailTaken', userName: 'UserNameTaken' } as const

/** What of these is not said stays. */
const nested = ['address', 'jobInfo']

/** The refusal with a return code. */
export function refuse(code: ReturnCodeName, message: string): Refused {
  return new Refused({ status: returnCodes[code].http, code, message })
}

/** The refusal of something that another user has, and who that is. */
export class Taken extends Refused {
  readonly other: Row

  constructor(code: ReturnCodeName, other: Row) {
    super({ status: returnCodes[code].http, code, message: `user ${other.guid} has it` })
    this.other = other
  }
}

function emptied(value: unknown): Row {
  return Object.fromEntries(Object.keys(value ?? {}).map((name) => [name, null]))
}

export function createUsers(document: MockDocument, { clock, ids, users: told, strict }: World): Users {
  const rowsOf = (id: string) => exampleRows(document, 'guid', [id])
  const [basic] = rowsOf('getUserBasic')
  const [details] = rowsOf('getUserDetails')
  const [managed] = rowsOf('listUsers')
  if (!basic || !details || !managed) throw new Error('The contract has no example of a user.')
  const times = { createTime: managed.createTime, updateTime: managed.updateTime, lastLoginTime: null }
  const blank: Row = {
    ...emptied(details),
    ...Object.fromEntries(nested.map((name) => [name, emptied(details[name])])),
    ...{ preferredLanguage: 'zh-CN', accountState: 'Normal', lastLoginTime: null, externalLogins: [] },
  }
  const documented: Row = { ...blank, ...managed, ...details, externalLogins: rowsOf('listUserExternalLogins') }
  const known = told.map(({ userId: _, ...said }): Row => {
    // Who has the name of the user of the examples is that user, with what else was said.
    const before = said.userName === documented.userName ? documented : { ...blank, ...times, guid: ids.guid() }
    return { ...before, ...said }
  })
  const rows = new Collection('guid', [
    documented,
    ...known,
    ...rowsOf('listOemUsers').map((row) => ({ ...blank, ...times, ...row, owner: ANY_OWNER })),
  ])
  const example = String((known[0] ?? documented).guid)

  function settle(before: Row, said: Row): Row {
    if (holdsHalf(said)) throw refuse('InvalidRequest', 'it contains half a character')
    const inside = nested
      .filter((name) => said[name])
      .map((name) => [name, { ...(before[name] as Row), ...(said[name] as Row) }])
    const now = new Date(clock()).toISOString()
    const row: Row = { createTime: now, ...before, ...said, ...Object.fromEntries(inside), updateTime: now }
    for (const [field, code] of Object.entries(unique)) {
      const other = row[field] ? rows.find((one) => isSame(one[field], row[field]) && one.guid !== row.guid) : undefined
      if (other) throw new Taken(code, other)
    }
    return row
  }
  const create = (said: Row) =>
    rows.put(settle({ ...blank, guid: ids.guid() }, { displayName: said.userName ?? null, ...said }))

  return {
    rows,
    example,
    basic: Object.keys(basic),
    details: Object.keys(details),
    create,
    change: (before, said) => rows.put(settle(before, said)),
    named(name) {
      const user = rows.find(({ userName, email, phone }) =>
        [userName, email, phone].some((known) => isSame(known, name)),
      )
      return user ?? (strict ? undefined : create({ userName: name }))
    },
    isOut: (guid) => rows.wasRemoved(guid) || (rows.get(guid)?.accountState ?? 'Normal') !== 'Normal',
    of: ({ subject }) => rows.get(subject) ?? rows.get(example) ?? blank,
    found(guid, owner) {
      const row = rows.get(guid)
      if (row && (row.owner === owner || (owner !== undefined && row.owner === ANY_OWNER))) return row
      throw refuse('UserNotFound', `there is no user ${guid}`)
    },
  }
}
