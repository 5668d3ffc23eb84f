import { createHmac } from 'node:crypto'
import pg from 'pg'
import { SUPERUSER } from './cluster.ts'
import { embeddedUrl } from './ownership.ts'

/** The database of OpenAccount. */
export const DATABASE = 'openaccount'
/** Whoever works with it day by day: owns it and everything in it, and is no superuser. */
const ROLE = 'openaccount_server'

/** The role's password follows from the superuser's, so that it need not be kept. */
function passwordOf(superuserPassword: string): string {
  return createHmac('sha256', superuserPassword).update(ROLE).digest('hex')
}

/** The address of the database for its role. */
export function roleUrl(port: number, superuserPassword: string): string {
  return embeddedUrl(port, passwordOf(superuserPassword), DATABASE, ROLE)
}

/**
 * Makes the database and its role where they are missing, and hands over what an earlier version or a script has made as the
 * superuser. A few milliseconds when there is nothing to do.
 * @param admin a connection of the superuser to another database
 */
export async function prepareDatabase(admin: pg.Client, port: number, superuserPassword: string): Promise<void> {
  const role = await admin.query('select from pg_roles where rolname = $1', [ROLE])
  await admin.query(
    `${role.rowCount === 0 ? 'create' : 'alter'} role ${ROLE} login password '${passwordOf(superuserPassword)}'`,
  )
  const { rows } = await admin.query<{ owner: string }>(
    'select pg_get_userbyid(datdba) as owner from pg_database where datname = $1',
    [DATABASE],
  )
  if (!rows[0]) await admin.query(`create database ${DATABASE} owner ${ROLE}`)
  else if (rows[0].owner !== ROLE) await admin.query(`alter database ${DATABASE} owner to ${ROLE}`)
  const client = new pg.Client({ connectionString: embeddedUrl(port, superuserPassword, DATABASE) })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(handOver)
  } finally {
    await client.end()
  }
}

/**
 * `reassign owned` refuses for the superuser that a cluster was made with, as the system itself is its own. What belongs to an
 * extension stays, and so do sequences of columns, which go with their table.
 */
const handOver = `
do $$
declare
  command text;
begin
  for command in
    with ours as (select oid, nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'),
    superuser as (select oid from pg_roles where rolname = '${SUPERUSER}')
    select format('alter schema %I', nspname) from pg_namespace
    where oid in (select oid from ours) and nspowner in (select oid from superuser)
    union all
    select format('alter table %s', c.oid::regclass) from pg_class c join ours on ours.oid = relnamespace
    where relowner in (select oid from superuser) and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
      and not exists (select from pg_depend
        where classid = 'pg_class'::regclass and objid = c.oid
          and (deptype = 'e' or relkind = 'S' and deptype in ('a', 'i') and refclassid = 'pg_class'::regclass))
    union all
    select format('alter routine %s', p.oid::regprocedure) from pg_proc p join ours on ours.oid = pronamespace
    where proowner in (select oid from superuser)
      and not exists (select from pg_depend where classid = 'pg_proc'::regclass and objid = p.oid and deptype = 'e')
    union all
    select format('alter type %s', t.oid::regtype) from pg_type t join ours on ours.oid = typnamespace
    where typowner in (select oid from superuser)
      and (typtype in ('e', 'd', 'r') or typtype = 'c' and (select relkind from pg_class where oid = typrelid) = 'c')
      and not exists (select from pg_depend where classid = 'pg_type'::regclass and objid = t.oid and deptype = 'e')
  loop
    execute command || ' owner to ${ROLE}';
  end loop;
end $$`
