import { PAGES } from '../../generate/sdk-names.ts'
import type { DocsParameter, Operation } from '../model.ts'

/** Where samples call: the server that `npm start` runs. */
export const origin = 'http://localhost:3000'

/** How the contract writes the content of a file in an example. */
export const BINARY = '(binary)'

const SHOWN_PARAMETERS = ['code_challenge', 'code_challenge_method', 'state']

/** Whether a request shows the parameter: it has to be there, or is best there. */
export function isShown({ name, required }: DocsParameter): boolean {
  return required || SHOWN_PARAMETERS.includes(name)
}

/** What a request needs besides its body: the address with its parameters, and those parameters by place. */
export function addressOf(operation: Operation) {
  const shown = operation.parameters.filter(isShown)
  const at = (place: string) =>
    Object.fromEntries(shown.filter((entry) => entry.in === place).map(({ name, example }) => [name, example ?? '']))
  const path = at('path')
  const query = at('query')
  const text = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString()
  const filled = operation.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(String(path[name])))
  return { address: origin + filled + (text && `?${text}`), path, query, header: at('header') }
}

/** Whether one of these schemes is among the ways to prove who calls. */
export function asksFor(operation: Operation, ...schemes: string[]): boolean {
  return operation.contract.security.some((alternative) => schemes.some((scheme) => scheme in alternative))
}

/** Whether the form holds the client's credentials already. */
export function namesClient(body: unknown): boolean {
  return body !== null && typeof body === 'object' && 'client_id' in body
}

/** Whether a browser opens the address, and a program only leads it there. */
export function isForBrowsers({ sdkName }: Operation): boolean {
  return sdkName?.group === PAGES
}
