import { parseArgs } from 'node:util'
import { loadConfig } from '../server/config/config.ts'
import { Organizations } from '../server/domain/organizations/organizations.ts'
import { RoleGroups } from '../server/domain/role-groups/role-groups.ts'
import { type User, Users } from '../server/domain/users/users.ts'
import { createLogger } from '../server/log/log.ts'
import { runCommand, UsageError } from './command.ts'
import { explaining, type Reasons } from './refusals.ts'
import { readNewPassword } from './secret-input.ts'
import { output, table, withServices } from './services.ts'

const help = `Usage: npm run users -- <command> [options]

  list [--limit <n>] [--offset <n>]     people, the oldest first (50 at a time)
  add <user name>                       add a person; asks for a password, or reads it from standard input
  disable <who>                         keep a person out; ends their sessions
  enable <who>                          the contrary
  password <who>                        set another password; ends their sessions
  role <who>                            the roles that a person has
  role <who> add|remove <role>          give one or take it

<who> is a user name, a mail address, a phone number or the id. For add:

  --display-name <text>   --email <address>   --phone <number>
  --verified              the address and the number are known to be theirs
  --no-password           they cannot sign in with a password
  --role <role>           a role they have from the start; may be repeated

For add and password:

  --must-change           the password has to be changed at the next sign-in

  --json                  print JSON
  --help                  show this text

The first super administrator of an installation:

  npm run users -- add admin --role Account.SuperManager --role Account.RoleManager

Passwords are never taken from the command line. Works beside a running server.
`

/** What the services refuse with, for whoever typed the command. */
const reasons: Reasons = {
  user_not_found: 'there is nobody of that name, address, number or id',
  last_super_administrator: 'that is the last super administrator who may sign in',
  user_name_taken: 'that user name is taken',
  email_taken: 'that mail address is taken',
  phone_taken: 'that phone number is taken',
  name_invalid: 'that is no user name',
  phone_invalid: 'that is no phone number',
  password_length: 'the password must have {0} to {1} characters',
  password_is_user_name: 'the password must not be the user name',
  password_breaks_rule: 'the password must hold {0}',
  password_holds_name: 'the password must hold {0}',
  password_too_common: 'the password must be {0}',
}

interface Services {
  readonly users: Users
  readonly roles: RoleGroups
}

const describe = ({ id, userName, displayName, email, itc, phone, accountState, createdAt }: User) => ({
  id,
  userName,
  displayName,
  email,
  phone: phone === null ? null : `${itc ?? ''}${phone}`,
  accountState,
  createdAt: createdAt.toISOString(),
})

function people(users: readonly User[]): string {
  return table(
    ['user name', 'state', 'display name', 'mail', 'phone', 'id'],
    users
      .map(describe)
      .map(({ userName, accountState, displayName, email, phone, id }) => [
        userName,
        accountState,
        displayName ?? '',
        email ?? '',
        phone ?? '',
        id,
      ]),
  )
}

async function main(): Promise<string> {
  const { values, positionals } = parseArgs({
    options: {
      help: { type: 'boolean', short: 'h' },
      json: { type: 'boolean' },
      limit: { type: 'string', default: '50' },
      offset: { type: 'string', default: '0' },
      'display-name': { type: 'string' },
      email: { type: 'string' },
      phone: { type: 'string' },
      verified: { type: 'boolean', default: false },
      password: { type: 'boolean', default: true },
      'must-change': { type: 'boolean', default: false },
      role: { type: 'string', multiple: true, default: [] },
    },
    allowPositionals: true,
    allowNegative: true,
  })
  if (values.help) return help.trimEnd()
  const [command = '', who, ...rest] = positionals
  const { json } = values
  const run = <T>(work: (services: Services) => Promise<T>) =>
    withServices(loadConfig(process.env), createLogger({ level: 'warn' }), (db) =>
      work({ users: new Users(db, new Organizations(db)), roles: new RoleGroups(db) }),
    )
  const one = (user: User) => output(json, describe(user), () => people([user]))

  if (command === 'list' && who === undefined) {
    const slice = { limit: count(values.limit, 1), offset: count(values.offset, 0) }
    const { items, total } = await run(({ users }) => users.listDirectory({}, slice))
    return output(json, { total, users: items.map(describe) }, () => `${people(items)}\n${items.length} of ${total}`)
  }
  if (who === undefined || (rest.length > 0 && command !== 'role')) wrongUse()
  switch (command) {
    case 'add': {
      const password = values.password ? await readNewPassword() : undefined
      const { email, phone, verified } = values
      return one(
        await run(async ({ users, roles }) => {
          await knownRoles(roles, values.role)
          const [created] = await users.create({}, [
            {
              userName: who,
              displayName: values['display-name'] ?? who,
              email,
              phone,
              password,
              emailVerified: verified && email !== undefined,
              phoneVerified: verified && phone !== undefined,
              mustChangePassword: values['must-change'],
            },
          ])
          if (created?.failure !== null) throw created?.failure
          const { user } = created
          for (const role of values.role) await roles.addRole({}, user.id, role)
          return user
        }),
      )
    }
    case 'disable':
    case 'enable':
      return one(await run(async ({ users }) => users.setEnabled({}, (await users.find(who)).id, command === 'enable')))
    case 'password': {
      const password = await readNewPassword()
      return one(
        await run(async ({ users }) => {
          const user = await users.find(who)
          await users.setPassword({}, user.id, password, values['must-change'])
          return user
        }),
      )
    }
    case 'role': {
      const [act, role, ...more] = rest
      if (more.length > 0 || (act !== undefined && (role === undefined || !['add', 'remove'].includes(act)))) wrongUse()
      const { has, others } = await run(async ({ users, roles }) => {
        const { id } = await users.find(who)
        if (role !== undefined) {
          await knownRoles(roles, [role])
          await (act === 'add' ? roles.addRole({}, id, role) : roles.removeRole({}, id, role))
        }
        return roles.rolesOf(id)
      })
      return output(json, { roles: has, others }, () => `has:  ${list(has)}\nlacks: ${list(others)}`)
    }
    default:
      return wrongUse()
  }
}

const list = (names: readonly string[]) => (names.length > 0 ? names.join(', ') : 'none')

/** @throws UsageError that names the roles there are, before anything is done */
async function knownRoles(roles: RoleGroups, wanted: readonly string[]): Promise<void> {
  const { items } = await roles.list({ limit: 1_000, offset: 0 })
  const names = items.map(({ name }) => name)
  const unknown = wanted.filter((role) => !names.some((name) => name.toLowerCase() === role.toLowerCase()))
  if (unknown.length > 0) throw new UsageError(`there is no role ${unknown.join(', ')}; there is ${names.join(', ')}`)
}

function count(text: string, least: number): number {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= least)) throw new UsageError(`${text} is no number of people`)
  return value
}

function wrongUse(): never {
  throw new UsageError(help.trimEnd())
}

await runCommand(() => main().catch(explaining(reasons)))
