import type { ApplicationsTable } from '../../db/schema.ts'
import { between, oneOf } from './metadata-faults.ts'

/** The columns of how people sign in with an app that shows its own pages. */
export const sdkColumns = [
  'sessionTokenSeconds',
  'passwordMaxDays',
  'passwordWarnDays',
  'secondFactor',
  'unknownSocialAccounts',
  'applicationAccountRequired',
] as const satisfies readonly (keyof ApplicationsTable)[]

/** The members of a registration that hold them. */
export const sdkMembers = [
  {
    column: 'sessionTokenSeconds',
    name: 'session_token_seconds',
    kind: 'number',
    meaning: 'how long a session_token of its app lives',
    fault: between(300, 2_592_000),
  },
  {
    column: 'passwordMaxDays',
    name: 'password_max_days',
    kind: 'number',
    meaning: 'how old a password may be in its app; 0 is no limit',
    fault: between(0, 3650),
  },
  {
    column: 'passwordWarnDays',
    name: 'password_warn_days',
    kind: 'number',
    meaning: 'how many days before that its app warns',
    fault: between(0, 365),
  },
  {
    column: 'secondFactor',
    name: 'second_factor',
    kind: 'text',
    meaning: 'none or sms: what its app asks for after a password or a social account',
    fault: oneOf(['none', 'sms']),
  },
  {
    column: 'unknownSocialAccounts',
    name: 'unknown_social_accounts',
    kind: 'text',
    meaning: 'bind or bind_or_register: what becomes of a social account that nobody has',
    fault: oneOf(['bind', 'bind_or_register']),
  },
  {
    column: 'applicationAccountRequired',
    name: 'application_account_required',
    kind: 'flag',
    meaning: 'whether its app lets in only those who have an account of it',
  },
] as const

/** What a registration has where it says nothing of them. */
export const sdkDefaults = {
  sessionTokenSeconds: 43_200,
  passwordMaxDays: 0,
  passwordWarnDays: 0,
  secondFactor: 'none',
  unknownSocialAccounts: 'bind_or_register',
  applicationAccountRequired: false,
} as const
