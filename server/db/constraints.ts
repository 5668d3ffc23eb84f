/** The constraints and unique indexes whose violation is an answer and no fault; a test looks each up in a migrated database. */
export type ConstraintName = (typeof constraintNames)[number]
export const constraintNames = [
  'users_user_name',
  'users_user_name_key',
  'users_email',
  'users_email_key',
  'users_phone',
  'users_phone_key',
  'external_logins_external_id',
  'external_logins_app_open_id',
  'organizations_code',
  'organizations_name',
  'organizations_parent_id_fkey',
  'corp_links_external_id',
  'role_groups_name',
  'role_groups_manager_id_fkey',
  'role_group_members_user_id_fkey',
  'role_group_readers_user_id_fkey',
  'message_counters_user_id_fkey',
] as const
