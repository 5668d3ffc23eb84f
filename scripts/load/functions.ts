import type { LoadSizes } from './step.ts'

/** Family and given names, with how they are written in letters; 24 × 40 × 40 people before one is called like another. */
const familyNames =
  '王wang 李li 张zhang 刘liu 陈chen 杨yang 赵zhao 黄huang 周zhou 吴wu 徐xu 孙sun 胡hu 朱zhu 高gao 林lin 何he 郭guo 马ma 罗luo 梁liang 宋song 郑zheng 谢xie'
const givenNames =
  '伟wei 芳fang 娜na 秀xiu 英ying 敏min 静jing 丽li 强qiang 磊lei 军jun 洋yang 勇yong 艳yan 杰jie 娟juan 涛tao 明ming 超chao 霞xia 平ping 刚gang 桂gui 文wen 华hua 建jian 国guo 志zhi 玉yu 兰lan 红hong 春chun 梅mei 海hai 云yun 飞fei 鹏peng 宇yu 晨chen 欣xin'

const sqlArray = (texts: readonly string[]) => `array[${texts.map((text) => `'${text}'`).join(',')}]`
const characters = (names: string) => sqlArray(names.split(' ').map((name) => name.slice(0, 1)))
const letters = (names: string) => sqlArray(names.split(' ').map((name) => name.slice(1)))

/**
 * Functions of one connection, in its schema of temporary things. Whatever is loaded follows from its number alone, so that what
 * refers to it is made without looking it up.
 * @param now what all times are counted back from
 */
export function loadFunctions({ users }: LoadSizes, now: Date): string {
  const at = `timestamptz '${now.toISOString()}'`
  return `
-- When the nth of so many came about, evenly over the days before now.
create function pg_temp.load_time(n bigint, of_all bigint, days int) returns timestamptz language sql stable parallel safe as $$
  select ${at} - make_interval(secs => days * 86400.0 * (of_all - n + 1) / (of_all + 1))
$$;
-- A UUIDv7 (RFC 9562 section 5.7) whose random part is none.
create function pg_temp.load_id(kind text, n bigint, made timestamptz) returns uuid language sql stable parallel safe as $$
  select (lpad(to_hex((extract(epoch from made) * 1000)::bigint), 12, '0') || '7' || substr(hash, 1, 3) || '8'
    || substr(hash, 4, 15))::uuid
  from (select md5(kind || n) as hash)
$$;
-- What stands for a random text, as tokens are, and for its hash.
create function pg_temp.load_token(kind text, n bigint) returns text language sql stable parallel safe as $$
  select rtrim(translate(encode(sha256((kind || n)::bytea), 'base64'), '+/', '-_'), '=')
$$;
create function pg_temp.load_hash(kind text, n bigint) returns bytea language sql stable parallel safe as $$
  select sha256((kind || n)::bytea)
$$;
-- One of so many, as if by chance.
create function pg_temp.load_choice(n bigint, of_all bigint) returns bigint language sql stable parallel safe as $$
  select 1 + (hashint8extended(n, 7) & 9223372036854775807) % of_all
$$;
create function pg_temp.load_joined(n bigint) returns timestamptz language sql stable parallel safe as $$
  select pg_temp.load_time(n, ${users}, 1095)
$$;
create function pg_temp.load_user(n bigint) returns uuid language sql stable parallel safe as $$
  select pg_temp.load_id('user', n, pg_temp.load_joined(n))
$$;
create function pg_temp.load_organization(n bigint) returns uuid language sql stable parallel safe as $$
  select pg_temp.load_id('organization', n, ${at} - interval '1100 days')
$$;
create function pg_temp.load_application_organization(n bigint) returns uuid language sql stable parallel safe as $$
  select pg_temp.load_id('application organization', n, ${at} - interval '1100 days')
$$;
create function pg_temp.load_account(n bigint) returns uuid language sql stable parallel safe as $$
  select pg_temp.load_id('account', n, pg_temp.load_joined(n))
$$;
create function pg_temp.load_address(n bigint) returns inet language sql stable parallel safe as $$
  select '10.0.0.0'::inet + pg_temp.load_choice(n, 16777214)
$$;
create function pg_temp.load_family(n bigint) returns text language sql stable parallel safe as $$
  select (${characters(familyNames)})[1 + n % 24]
$$;
create function pg_temp.load_given(n bigint) returns text language sql stable parallel safe as $$
  select (${characters(givenNames)})[1 + n / 24 % 40] || (${characters(givenNames)})[1 + n / 960 % 40]
$$;
create function pg_temp.load_name(n bigint) returns text language sql stable parallel safe as $$
  select (${letters(familyNames)})[1 + n % 24] || '.' || (${letters(givenNames)})[1 + n / 24 % 40]
    || (${letters(givenNames)})[1 + n / 960 % 40] || '.' || n
$$;`
}
