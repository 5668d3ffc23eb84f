/** Whether the operations at a path of the contract take an access token. */
export function takesAccessToken(path: string): boolean {
  return path === '/connect/userinfo' || path.startsWith('/api/')
}

/** Whether the operations at a path of the contract take forms; the others take JSON. */
export function takesForm(path: string): boolean {
  return path.startsWith('/connect/') || path.startsWith('/Account/')
}

/** Writes a form (application/x-www-form-urlencoded), leaving out what is undefined. */
export function formBody(fields: object): string {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.append(name, String(value))
  return form.toString()
}
