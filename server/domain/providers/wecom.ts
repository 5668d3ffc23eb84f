/** A department as WeCom tells it; the root's parent is 0. */
export interface WeComDepartment {
  readonly id: string
  readonly parentId: string
  readonly name: string
  /** The larger comes first. */
  readonly order: number
}

/** A member as WeCom tells it. */
export interface WeComMember {
  readonly id: string
  readonly departments: readonly string[]
  readonly mainDepartment: string | undefined
}

/** An application of an enterprise: whose access token is asked for. */
export interface WeComApplication {
  readonly corpId: string
  readonly secret: string
}

/** WeCom's documented HTTP interfaces, as far as they are needed. All throw ProviderError, and TokenRefused where they take a token. */
export interface WeComApi {
  /** `gettoken`: an access token and the seconds it is good for. */
  fetchToken(application: WeComApplication): Promise<{ token: string; seconds: number }>
  /** `department/list`: every department that the application sees. */
  departments(token: string, signal?: AbortSignal): Promise<WeComDepartment[]>
  /** `user/list`: the members right inside a department. */
  members(token: string, departmentId: string, signal?: AbortSignal): Promise<WeComMember[]>
  /** `auth/getuserinfo`: which member a code of the sign-in page stands for; undefined for somebody of no enterprise. */
  memberOfCode(token: string, code: string): Promise<string | undefined>
}

/** Whether a text can be the id of a member: 1 to 64 characters that WeCom allows. */
export function isMemberId(text: string): boolean {
  return /^[A-Za-z0-9][\w@.-]{0,63}$/.test(text)
}

/** Whether a text can be the id of a department: 32 bits. */
export function isDepartmentId(text: string): boolean {
  return /^\d{1,10}$/.test(text)
}

/** Ids are compared without case: WeCom's manual says that `userid` does not tell upper from lower case. */
export function memberKey(id: string): string {
  return id.toLowerCase()
}
