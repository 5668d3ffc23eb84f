import { CodeRefused, ProviderError, TokenRefused } from '../../domain/providers/provider-error.ts'
import {
  isDepartmentId,
  isMemberId,
  type WeComApi,
  type WeComApplication,
  type WeComDepartment,
  type WeComMember,
} from '../../domain/providers/wecom.ts'
import { type Answered, getJson } from './get-json.ts'

/** 40001 and 40014 are of a wrong token, 42001 is of one whose time is over. */
const tokenCodes: readonly number[] = [40001, 40014, 42001]
/** The code of a person is none, used or too old. */
const wrongCode = 40029
/** No enterprise has more; the tree is read into memory. */
const mostDepartments = 20_000

/** WeCom over HTTP. A private deployment of WeCom has the same interfaces at another address. */
export class WeComHttp implements WeComApi {
  readonly #base: string

  constructor(base: string) {
    this.#base = base
  }

  async fetchToken({ corpId, secret }: WeComApplication): Promise<{ token: string; seconds: number }> {
    const { access_token: token, expires_in: seconds } = await this.#get('gettoken', {
      corpid: corpId,
      corpsecret: secret,
    })
    if (typeof token !== 'string' || token === '' || token.length > 1024) throw unexpected('gettoken')
    return { token, seconds: typeof seconds === 'number' && seconds > 0 ? Math.min(seconds, 7200) : 7200 }
  }

  async departments(token: string, signal?: AbortSignal): Promise<WeComDepartment[]> {
    const { department } = await this.#get('department/list', { access_token: token }, signal)
    if (!Array.isArray(department) || department.length > mostDepartments) throw unexpected('department/list')
    return department.map(readDepartment)
  }

  async members(token: string, departmentId: string, signal?: AbortSignal): Promise<WeComMember[]> {
    const { userlist } = await this.#get('user/list', { access_token: token, department_id: departmentId }, signal)
    if (!Array.isArray(userlist)) throw unexpected('user/list')
    return userlist.map(readMember)
  }

  async memberOfCode(token: string, code: string): Promise<string | undefined> {
    const { userid, UserId } = await this.#get('auth/getuserinfo', { access_token: token, code })
    const id = userid ?? UserId
    return typeof id === 'string' && isMemberId(id) ? id : undefined
  }

  async #get(name: string, query: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<Answered> {
    const answer = await getJson(this.#base, `/cgi-bin/${name}`, query, signal)
    const { errcode = 0 } = answer
    if (errcode === 0) return answer
    const code = Number(errcode)
    const Refusal = refusalOf(code, query)
    throw new Refusal(`WeCom refused ${name}`, { code })
  }
}

function refusalOf(code: number, query: Readonly<Record<string, string>>) {
  if (tokenCodes.includes(code) && 'access_token' in query) return TokenRefused
  return code === wrongCode && 'code' in query ? CodeRefused : ProviderError
}

function unexpected(name: string): ProviderError {
  return new ProviderError(`WeCom answered ${name} in another form than documented`)
}

function readDepartment(value: unknown): WeComDepartment {
  const { id, parentid = 0, name, order = 0 } = (value ?? {}) as Answered
  const [own, parent] = [String(id), String(parentid)]
  if (!isDepartmentId(own) || !isDepartmentId(parent)) throw unexpected('department/list')
  return {
    id: own,
    parentId: parent,
    name: typeof name === 'string' ? name : '',
    order: typeof order === 'number' && Number.isFinite(order) ? order : 0,
  }
}

function readMember(value: unknown): WeComMember {
  const { userid, department = [], main_department: main } = (value ?? {}) as Answered
  const departments = Array.isArray(department) ? department.map(String) : []
  if (typeof userid !== 'string' || !isMemberId(userid) || !departments.every(isDepartmentId)) {
    throw unexpected('user/list')
  }
  const mainDepartment = main === undefined ? undefined : String(main)
  return {
    id: userid,
    departments,
    mainDepartment: mainDepartment !== undefined && isDepartmentId(mainDepartment) ? mainDepartment : undefined,
  }
}
