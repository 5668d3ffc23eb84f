import { type OperationId, operations } from '../../../generated/operations.ts'

/** A call that a reader would paste into a shell. */
export interface Call {
  method: string
  path: string
}

/** What demo mode tells a reader who tries things out; no part of the contract. */
export const demoCall = /\bcurl\b.*\/\/localhost:3000\/dev\//

/** The calls of a shell text, also those whose answer goes into a variable; each on one line, with all behind it. */
export function curlCommands(shell: string): string[] {
  const joined = shell.replaceAll(/\\\n\s*/g, ' ')
  const commands = [...joined.matchAll(/(?:^[^\S\n]*|\$\()(curl\b.*)$/gm)].map(([, command = '']) => command)
  return commands.filter((command) => !demoCall.test(command))
}

/**
 * Reads curl's options as far as the docs use them.
 * @throws Error for an option that is not known, and for a call of nothing
 */
export function readCurl(command: string): Call {
  const words = (command.match(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g) ?? []).map((word) => word.replaceAll(/['"]/g, ''))
  let method: string | undefined
  let address: string | undefined
  let hasBody = false
  for (let index = 1; index < words.length; index++) {
    const word = words[index] ?? ''
    // Another program reads the answer.
    if (word === '|') break
    if (['-H', '-u', '--cookie'].includes(word)) index++
    else if (['-d', '-F', '--data-urlencode'].includes(word)) {
      hasBody = true
      index++
    } else if (word === '-X') method = words[++index]
    else if (/^https?:/.test(word) && address === undefined) address = word
    else if (!['-i', '-s', '-si', '-N'].includes(word)) throw new Error(`curl: '${word}' is not understood`)
  }
  if (address === undefined) throw new Error('curl: no address')
  return { method: (method ?? (hasBody ? 'POST' : 'GET')).toLowerCase(), path: new URL(address).pathname }
}

/**
 * The operation that a call is for.
 * @throws Error when the contract has none
 */
export function operationOf({ method, path }: Call): OperationId {
  const matching = Object.entries(operations).filter(([, operation]) => {
    const pattern = operation.path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')
    return operation.method === method && new RegExp(`^${pattern}$`).test(path)
  })
  // A path that is written out is meant before one with a place for any value.
  const [id] = matching.find(([, operation]) => operation.path === path) ?? matching[0] ?? []
  if (id === undefined) throw new Error(`${method} ${path} is not in the contract`)
  return id as OperationId
}
