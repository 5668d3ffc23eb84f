import type { Adapter, AdapterPayload } from 'oidc-provider'
import type { Pool } from 'pg'

/** One table for everything, as plain adapters have it. */
export const schema = `
create table stock (
  model text not null,
  id text not null,
  payload jsonb not null,
  grant_id text,
  user_code text,
  uid text,
  expires_at timestamptz,
  consumed_at timestamptz,
  primary key (model, id)
);
create index on stock (grant_id) where grant_id is not null;
create index on stock (model, user_code) where user_code is not null;
create index on stock (model, uid) where uid is not null`

export const upsertText = `insert into stock (model, id, payload, grant_id, user_code, uid, expires_at)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (model, id) do update set payload = excluded.payload, grant_id = excluded.grant_id,
  user_code = excluded.user_code, uid = excluded.uid, expires_at = excluded.expires_at`

const found = (column: string) => `select payload, extract(epoch from consumed_at)::int as consumed from stock
where model = $1 and ${column} = $2 and (expires_at is null or expires_at > now())`

/** Storage of a stock provider: each method is one prepared statement. */
export function postgresAdapter(pool: Pool): (model: string) => Adapter {
  return (model) => {
    const find = async (column: 'id' | 'uid' | 'user_code', value: string): Promise<AdapterPayload | undefined> => {
      const { rows } = await pool.query<{ payload: AdapterPayload; consumed: number | null }>({
        name: `find-${column}`,
        text: found(column),
        values: [model, value],
      })
      const [row] = rows
      return row && { ...row.payload, ...(row.consumed !== null && { consumed: row.consumed }) }
    }
    const run = async (name: string, text: string, values: unknown[]): Promise<void> => {
      await pool.query({ name, text, values })
    }
    return {
      find: (id) => find('id', id),
      findByUid: (uid) => find('uid', uid),
      findByUserCode: (userCode) => find('user_code', userCode),
      upsert: (id, payload, expiresIn) => {
        const { grantId = null, userCode = null, uid = null } = payload
        const expiresAt = expiresIn ? new Date(Date.now() + expiresIn * 1000) : null
        return run('upsert', upsertText, [model, id, payload, grantId, userCode, uid, expiresAt])
      },
      consume: (id) => run('consume', 'update stock set consumed_at = now() where model = $1 and id = $2', [model, id]),
      destroy: (id) => run('destroy', 'delete from stock where model = $1 and id = $2', [model, id]),
      revokeByGrantId: (grantId) =>
        run('revoke', 'delete from stock where model = $1 and grant_id = $2', [model, grantId]),
    }
  }
}
