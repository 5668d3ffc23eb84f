import type { OperationId } from '../../../generated/operations.ts'
import { type ReturnCodeName, returnCodes } from '../../../generated/return-codes.ts'
import { type MockDocument, parameterExample } from '../contract.ts'
import type { Act, Call } from '../face.ts'
import { Refused } from '../failure.ts'
import { languageOf } from '../language.ts'
import { folded, isSame, pick, type Row } from '../memory/collection.ts'
import type { World } from '../world.ts'
import { claimsOf } from './claims.ts'
import { bodyOf, enveloped } from './envelope.ts'
import { createGroups } from './groups.ts'
import { ANY_OWNER, createUsers, refuse, Taken, type Users } from './users.ts'

/** What is kept of the Account API, and what each operation does to it. */
export interface Resources {
  users: Users
  acts: Readonly<Record<string, Act>>
  reset(): void
}

/** `error` of one item of a bulk answer. @param code the item's own code; the reason stays the text */
function itemError(call: Call, reason: ReturnCodeName, code: ReturnCodeName = reason): Row {
  const said = returnCodes[reason]
  const texts = code !== reason && 'item' in said ? said.item : said.message
  return {
    status: returnCodes[code].status,
    message: texts[languageOf(call)],
    error: code,
    data: null,
  }
}

/** How the conditions of a list look at a user: of one that is named more than once any will do. */
const conditions: Readonly<Record<string, (user: Row, values: string[]) => boolean>> = {
  hasEmail: ({ email }, [value]) => (email !== null) === (value === 'true'),
  hasPhone: ({ phone }, [value]) => (phone !== null) === (value === 'true'),
  userGuid: ({ guid }, values) => values.some((value) => isSame(value, guid)),
  userName: ({ userName }, values) => values.some((value) => isSame(value, userName)),
  email: ({ email }, values) => values.some((value) => isSame(value, email)),
  phone: ({ phone }, values) => values.includes(String(phone)),
  external: ({ externalLogins }, values) =>
    (externalLogins as Row[]).some(({ provider }) => values.some((value) => isSame(value, provider))),
  accountState: ({ accountState }, values) => values.includes(String(accountState)),
  createAfter: ({ createTime }, [value]) => isBefore(value, createTime),
  createBefore: ({ createTime }, [value]) => isBefore(createTime, value),
  lastLoginAfter: ({ lastLoginTime }, [value]) => lastLoginTime !== null && isBefore(value, lastLoginTime),
  lastLoginBefore: ({ lastLoginTime }, [value]) => lastLoginTime !== null && isBefore(lastLoginTime, value),
  keyword: ({ guid, userName, displayName, email, phone, firstName, lastName }, [value = '']) =>
    isSame(guid, value) ||
    [userName, displayName, email, phone, firstName, lastName].some((text) =>
      folded(String(text ?? '')).includes(folded(value)),
    ),
}

function isBefore(one: unknown, other: unknown): boolean {
  return Date.parse(String(one)) <= Date.parse(String(other))
}

function fits(user: Row, { query }: Call): boolean {
  return Object.entries(conditions).every(([name, holds]) => !query.has(name) || holds(user, query.getAll(name)))
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Answers about the thing of the contract's example, as there is no other. */
function documentedOnly(document: MockDocument, id: OperationId, name: string, code: ReturnCodeName): Act {
  const known = parameterExample(document, id, name)
  return ({ params, query }, answer) => {
    const asked = params[name] ?? query.get(name)
    if (asked !== known) throw refuse(code, `there is no ${asked}`)
    return answer
  }
}

/** The memory of the Account API: one line an operation. It begins with the contract's examples. */
export function createResources(document: MockDocument, world: World): Resources {
  const users = createUsers(document, world)
  const { basic, details } = users
  const managed = [...basic, 'createTime', 'updateTime', 'lastLoginTime']
  const groups = createGroups(document, world)
  const people = () => users.rows.all().filter(({ owner }) => owner === undefined)

  /** One result for each item that is sent, in their order. */
  function each<Item>(
    work: (item: Item, call: Call) => { user: Row; shown: readonly string[] },
    code?: ReturnCodeName,
  ): Act {
    const result = (item: Item, call: Call) => {
      try {
        const { user, shown } = work(item, call)
        return { error: null, userInfo: pick(user, shown) }
      } catch (error) {
        if (!(error instanceof Refused) || error.failure.code === undefined) throw error
        const reason = error.failure.code
        const userInfo = error instanceof Taken && code === 'CreateUserFailed' ? pick(error.other, basic) : null
        return { error: itemError(call, reason, reason === 'UserNotFound' ? reason : code), userInfo }
      }
    }
    return (call, answer) =>
      enveloped(
        call,
        answer,
        (call.body as Item[]).map((item) => result(item, call)),
      )
  }
  const show = (shown: readonly string[], work: (call: Call) => Row): Act => {
    return (call, answer) => enveloped(call, answer, [pick(work(call), shown)])
  }
  const list = (shown: readonly string[], rows: (call: Call) => readonly Row[]): Act => {
    return (call, answer) =>
      enveloped(
        call,
        answer,
        rows(call).map((row) => pick(row, shown)),
      )
  }
  const withLogins = ['guid', 'externalLogins']
  const named = (call: Call) => users.found(bodyOf(call).guid)
  const own = (call: Call) => call.clientId ?? ''
  const judged = (password: unknown) => {
    if (typeof password === 'string' && !/^(?=.*[a-z])(?=.*\d).{8,128}$/i.test(password))
      throw refuse('PasswordTooSimple', 'it needs 8 characters with a letter and a digit')
  }

  const userInfo: Act = (call, answer) => ({ ...answer, body: claimsOf(users.of(call), call.scopes ?? []) })

  const acts: Record<string, Act> = {
    ...groups.acts,
    getUserInfo: userInfo,
    submitUserInfoRequest: userInfo,
    getUserBasic: show(basic, users.of),
    updateUserBasic: show(basic, (call) => users.change(users.of(call), bodyOf(call))),
    getUserDetails: show(details, users.of),
    updateUserDetails: show(details, (call) => users.change(users.of(call), bodyOf(call))),
    getReceiveInfo: show(['isPhoneReceiveInfo', 'isEmailReceiveInfo'], users.of),
    listUserExternalLogins: (call, answer) => enveloped(call, answer, users.of(call).externalLogins as Row[]),
    changeContact: show(details, (call) => {
      const { type, itc = '+86', phone, email } = bodyOf(call)
      return users.change(users.of(call), type === 'Phone' ? { itc, phone } : { email })
    }),
    getDepartmentChain(call, answer) {
      users.found(call.query.get('guid'))
      return answer
    },
    getUserClientConfiguration: documentedOnly(document, 'getUserClientConfiguration', 'guid', 'ClientNotFound'),
    getProfileImage: documentedOnly(document, 'getProfileImage', 'name', 'NotFound'),
    listUserGuids: (call, answer) =>
      enveloped(
        call,
        answer,
        people().map(({ guid }) => guid),
      ),
    findUserGuids: each((item: Row) => {
      const known = ['userName', 'phone', 'email'].filter((name) => item[name] !== undefined)
      const user = people().find((one) => known.length > 0 && known.every((name) => isSame(one[name], item[name])))
      if (!user) throw refuse('UserNotFound', 'nobody has all of these')
      return { user, shown: ['guid'] }
    }),
    queryUserDetails: each((guid: string) => ({ user: users.found(guid), shown: details })),
    queryExternalLogins: each((guid: string) => ({ user: users.found(guid), shown: withLogins })),
    findUsersByExternalLogin(call, answer) {
      const logins = people().flatMap(({ externalLogins }) => externalLogins as Row[])
      const asked = call.body as Row[]
      const isAsked = (login: Row) =>
        asked.some(({ provider, externalID }) => isSame(login.provider, provider) && login.externalID === externalID)
      return enveloped(call, answer, logins.filter(isAsked))
    },
    createUsers: each(({ password, ITC, ...said }: Row) => {
      judged(password)
      const user = users.create({ ...said, password, ...(said.phone !== undefined && { itc: ITC ?? '+86' }) })
      return { user, shown: basic }
    }, 'CreateUserFailed'),
    addExternalLogins: each((login: Row) => {
      const { guid, provider, externalID = null, appID = null, appOpenID = null, displayName = null } = login
      const user = users.found(guid)
      const before = user.externalLogins as Row[]
      const added = { guid: user.guid, appID, appOpenID, provider, displayName, externalID }
      const isLogin = (one: Row) =>
        isSame(one.provider, provider) && (one.externalID ?? one.appOpenID) === (externalID ?? appOpenID)
      if (people().some((one) => one.guid !== user.guid && (one.externalLogins as Row[]).some(isLogin)))
        throw refuse('ExternalLoginTaken', 'another user has it')
      const externalLogins = [...before.filter((one) => !isLogin(one)), added]
      return { user: users.change(user, { externalLogins }), shown: withLogins }
    }),
    updateUsersDetails: each(
      ({ guid, ...said }: Row) => ({ user: users.change(users.found(guid), said), shown: details }),
      'UpdateUserFailed',
    ),
    listLoginRecords(call, answer) {
      const guid = call.query.get('guid')
      const records = (answer.body as { data: Row[] }).data
      const own = records.filter((record) => guid === null || isSame(record.guid, guid))
      return enveloped(call, answer, own)
    },
    pushServiceMessage(call, answer) {
      const { objectId, content } = bodyOf(call)
      if (!users.rows.get(objectId)) throw refuse('UserNotFound', `there is no user ${objectId}`)
      if (!isJson(String(content))) throw refuse('MessageContentInvalid', 'it cannot be parsed')
      return answer
    },
    listOemUsers: list(basic, (call) =>
      users.rows.all().filter(({ owner }) => owner === own(call) || owner === ANY_OWNER),
    ),
    registerOemUsers: each(({ password, displayName, preferredLanguage }: Row, call) => {
      judged(password)
      const userName = world.ids.guid().replaceAll('-', '').slice(-10)
      const said = { userName, displayName: displayName ?? userName, firstName: '-', lastName: '-', owner: own(call) }
      return { user: users.create({ ...said, ...(preferredLanguage ? { preferredLanguage } : {}) }), shown: basic }
    }, 'CreateUserFailed'),
    updateOemUsers: each(({ guid, password, ...said }: Row, call) => {
      const user = users.found(guid, own(call))
      judged(password)
      return { user: users.change(user, said), shown: basic }
    }, 'UpdateUserFailed'),
    deleteOemUsers: each((guid: string, call) => {
      const user = users.found(guid, own(call))
      users.rows.remove(user)
      return { user, shown: basic }
    }),
    listUsers: list(managed, (call) => people().filter((user) => fits(user, call))),
    searchUsers: list(managed, (call) => people().filter((user) => fits(user, call))),
    editUserDetails: show(details, (call) => {
      const { guid: _, ...said } = bodyOf(call)
      return users.change(named(call), said)
    }),
    editUserSecurity: show(basic, (call) => {
      const { guid: _, password, mustChangePassword: __, ...said } = bodyOf(call)
      judged(password)
      return users.change(named(call), said)
    }),
    unbindUser: show(basic, (call) => {
      const [user, { type, provider, externalID }] = [named(call), bodyOf(call)]
      const logins = user.externalLogins as Row[]
      const isMeant = (one: Row) => isSame(one.provider, provider) && (externalID ?? one.externalID) === one.externalID
      const has = { Phone: user.phone, Email: user.email, External: logins.some(isMeant) || null }[type as 'Phone']
      if (has === null) throw refuse('BindingNotFound', `the user has no ${type}`)
      if (type === 'External') return users.change(user, { externalLogins: logins.filter((one) => !isMeant(one)) })
      return users.change(user, type === 'Phone' ? { itc: null, phone: null } : { email: null })
    }),
  }

  return {
    users,
    acts,
    reset() {
      users.rows.reset()
      groups.reset()
    },
  }
}
