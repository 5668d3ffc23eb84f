/** Where a sign-out goes on to; the application has registered the address. */
export interface SignOutRequest {
  readonly clientId?: string | undefined
  readonly postLogoutRedirectUri?: string | undefined
  readonly state?: string | undefined
}

/** The names of the form's fields that hold it. */
const names = { clientId: 'client_id', postLogoutRedirectUri: 'post_logout_redirect_uri', state: 'state' } as const

/** As fields of the page's form. The address was looked up when the page was made: the form's token holds it. */
export function signOutFields(request: SignOutRequest): [name: string, value: string][] {
  return (Object.keys(names) as (keyof SignOutRequest)[]).flatMap((key) => {
    const value = request[key]
    return value === undefined ? [] : [[names[key], value] as [string, string]]
  })
}

/** Read from the form that was sent. */
export function signOutRequest(form: URLSearchParams): SignOutRequest {
  const read = (key: keyof SignOutRequest) => form.get(names[key]) ?? undefined
  return { clientId: read('clientId'), postLogoutRedirectUri: read('postLogoutRedirectUri'), state: read('state') }
}

/** What the form's token stands for. */
export function sealOf(request: SignOutRequest): string {
  return JSON.stringify(['sign-out', ...signOutFields(request)])
}
