import { type Kysely, sql } from 'kysely'

/**
 * Pages of organizations and of an organization's users at the same cost however far they are: an index for each order, and kept
 * numbers of rows in place of counting (migration 0002).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [organizations, memberships]) await part.execute(db)
}

/** The triggers come first: they hold off who would add rows until the count is in. */
const organizations = sql`
create index organizations_children on organizations (parent_id, created_at, id);

create trigger organizations_count_insert after insert on organizations referencing new table as changed
  for each statement execute function count_rows();
create trigger organizations_count_delete after delete on organizations referencing old table as changed
  for each statement execute function count_rows();
create trigger organizations_count_truncate after truncate on organizations
  for each statement execute function count_rows();
insert into row_counts (name, delta) select 'organizations', count(*) from organizations;
`

/** Each organization has a number of its own, under its id. */
const memberships = sql`
create index memberships_order on memberships (organization_id, created_at, user_id);

create function count_memberships() returns trigger language plpgsql as $$
begin
  if tg_op = 'TRUNCATE' then
    delete from row_counts where name like 'memberships %';
  else
    insert into row_counts (name, delta)
    select 'memberships ' || organization_id, count(*) * case tg_op when 'INSERT' then 1 else -1 end
    from changed group by organization_id;
  end if;
  return null;
end $$;
create trigger memberships_count_insert after insert on memberships referencing new table as changed
  for each statement execute function count_memberships();
create trigger memberships_count_delete after delete on memberships referencing old table as changed
  for each statement execute function count_memberships();
create trigger memberships_count_truncate after truncate on memberships
  for each statement execute function count_memberships();
insert into row_counts (name, delta)
select 'memberships ' || organization_id, count(*) from memberships group by organization_id;
`
