import type { ColumnType, Generated } from 'kysely'
import type { DefaultJsonColumn, Derived, MadeTime, OptionalJsonColumn, OptionalTime } from './columns.ts'

export type AccountState = 'Normal' | 'Disabled' | 'Locked'

/** A postal address; a member that is unknown is left out. */
export type Address = Readonly<
  Partial<Record<'street' | 'postalCode' | 'city' | 'provinceName' | 'countryName' | 'countryCode', string | null>>
>

/** A person's work; a member that is unknown is left out. */
export type JobInfo = Readonly<Partial<Record<'company' | 'industry' | 'department' | 'title', string | null>>>

export interface UsersTable {
  id: string
  userName: string
  itc: string | null
  phone: string | null
  email: string | null
  firstName: string | null
  middleName: string | null
  lastName: string | null
  /** OneAccess calls it `name`. */
  displayName: string | null
  profileImage: string | null
  preferredLanguage: Generated<string>
  /** OneAccess tells `Disabled` and `Locked` as `disabled` and `locked`. */
  accountState: Generated<AccountState>
  /** `YYYY-MM-DD`: a day has no time zone. */
  dateOfBirth: string | null
  address: OptionalJsonColumn<Address>
  jobInfo: OptionalJsonColumn<JobInfo>
  isPhoneReceiveInfo: boolean | null
  isEmailReceiveInfo: boolean | null
  phoneVerified: Generated<boolean>
  emailVerified: Generated<boolean>
  employeeId: string | null
  /** OneAccess' level of trust. */
  grade: number | null
  /**
   * What OneAccess knows of a person beside: `attr_gender`, `attr_nick_name`, `attr_identity_type`, … under those names.
   * Nothing looks for them, so they are no columns. `attr_birthday` is `dateOfBirth`.
   */
  attributes: DefaultJsonColumn
  /** Attributes of the enterprise's own. */
  extension: DefaultJsonColumn
  /** User name, mail address and phone number as they are compared (domain/text); the columns above are as they were typed. */
  userNameKey: Derived<string>
  emailKey: Derived<string | null>
  phoneKey: Derived<string | null>
  /** What the back office searches: canonical forms, a line each. */
  searchText: Derived<string>
  /** The OEM client whose user this is. */
  oemClientId: string | null
  /** When a closed account is erased, unless its owner signs in before. */
  closesAt: OptionalTime
  createdAt: MadeTime
  updatedAt: MadeTime
}

export interface UserModificationsTable {
  userId: string
  /** The name of the field in camelCase, or `password`. */
  field: string
  count: Generated<number>
  changedAt: MadeTime
}

export interface ProfileImagesTable {
  /** The last part of its address, and of the key of its file. */
  name: string
  /** Absent when the user is gone. */
  userId: string | null
  createdAt: MadeTime
  /** When its file is to go; absent for the picture that its user has. */
  expiresAt: OptionalTime
}

export interface PasswordCredentialsTable {
  userId: string
  /** argon2id in PHC string format. */
  hash: string
  /** OneAccess calls it `pwd_change_at`. */
  changedAt: MadeTime
  expiresAt: OptionalTime
  /** OneAccess calls it `pwd_must_modify`. */
  mustChange: Generated<boolean>
}

export interface PasswordHistoryTable {
  id: ColumnType<string, never, never>
  userId: string
  hash: string
  createdAt: MadeTime
}

export interface ExternalLoginsTable {
  id: string
  userId: string
  provider: string
  appId: string | null
  appOpenId: string | null
  /** The provider's unified id; absent as long as it gave none. Without it there is an open id. */
  externalId: string | null
  displayName: string | null
  createdAt: MadeTime
}

/** A text of the operator that a person has accepted. */
export interface AcceptancesTable {
  userId: string
  document: 'terms' | 'privacy'
  address: string
  /** Empty when the operator names none. */
  version: Generated<string>
  acceptedAt: MadeTime
}
