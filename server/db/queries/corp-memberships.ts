import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/**
 * Makes the memberships that an enterprise keeps what its members' departments say, for those members who are users. A department
 * that is not known is the enterprise itself, and so is none. Whoever has no primary organization gets the main department as it.
 * Three statements, whatever the number.
 * @returns how many memberships have come and gone
 */
export async function syncMemberships(trx: Db, corpId: string): Promise<{ added: number; removed: number }> {
  const wanted = sql`
    select distinct on (login.user_id, coalesce(department.organization_id, member.corp_id))
      login.user_id, coalesce(department.organization_id, member.corp_id) as organization_id,
      given.id is not distinct from member.main_department as main
    from corp_members member
    join corp_links link on link.corp_id = member.corp_id and link.provider = 'WeCom'
    join external_logins login on login.provider = link.provider and login.app_id = link.external_id
      and login.app_open_id = member.member_key
    cross join lateral unnest(case member.departments when '{}' then '{1}' else member.departments end) as given (id)
    left join corp_departments department
      on department.corp_id = member.corp_id and department.external_id = given.id
    where member.corp_id = ${corpId}
    order by login.user_id, coalesce(department.organization_id, member.corp_id), main desc`
  const removed = await sql`
    with wanted as (${wanted})
    delete from memberships where corp_id = ${corpId} and not exists (
      select from wanted
      where wanted.user_id = memberships.user_id and wanted.organization_id = memberships.organization_id
    )`.execute(trx)
  const added = await sql`
    with wanted as (${wanted})
    insert into memberships (user_id, organization_id, relation_type, corp_id)
    select user_id, organization_id, 'belonging', ${corpId}::uuid from wanted
    on conflict (user_id, organization_id) do nothing`.execute(trx)
  // The main department is the primary organization. Where the provider names none, what is primary stays so.
  const best = sql`
    select distinct on (wanted.user_id) wanted.user_id, wanted.organization_id
    from (${wanted}) wanted
    join memberships using (user_id, organization_id)
    order by wanted.user_id, wanted.main desc, memberships.is_primary desc, wanted.organization_id`
  await sql`
    with best as (${best})
    update memberships set is_primary = false from best
    where memberships.corp_id = ${corpId} and memberships.user_id = best.user_id and memberships.is_primary
      and memberships.organization_id <> best.organization_id`.execute(trx)
  await sql`
    with best as (${best})
    update memberships set is_primary = true from best
    where memberships.user_id = best.user_id and memberships.organization_id = best.organization_id
      and not exists (select from memberships other where other.user_id = best.user_id and other.is_primary)`.execute(
    trx,
  )
  return { added: Number(added.numAffectedRows ?? 0n), removed: Number(removed.numAffectedRows ?? 0n) }
}

/** Takes the logins of these members of an enterprise off their users. One statement. @returns the users */
export async function deleteMemberLogins(trx: Db, externalCorpId: string, keys: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ userId: string }>`
    delete from external_logins
    where provider = 'WeCom' and app_id = ${externalCorpId} and app_open_id = any(${keys}::text[])
    returning user_id`.execute(trx)
  return rows.map(({ userId }) => userId)
}

/** Lets users keep their logins when the ids of the members change. One statement. */
export async function renameMemberLogins(
  trx: Db,
  externalCorpId: string,
  renamed: readonly { readonly from: string; readonly to: string }[],
): Promise<void> {
  await sql`
    update external_logins set app_open_id = given.to_key
    from unnest(${renamed.map(({ from }) => from)}::text[], ${renamed.map(({ to }) => to)}::text[])
      as given (from_key, to_key)
    where provider = 'WeCom' and app_id = ${externalCorpId} and app_open_id = given.from_key
      and not exists (
        select from external_logins other
        where other.provider = 'WeCom' and other.app_id = ${externalCorpId} and other.app_open_id = given.to_key
      )`.execute(trx)
}
