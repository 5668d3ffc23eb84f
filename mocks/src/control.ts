import type { IncomingMessage } from 'node:http'
import { json as readJson } from 'node:stream/consumers'
import type { OperationId } from '../../generated/operations.ts'
import { type Answer, json } from './answer.ts'
import { Refused } from './failure.ts'
import type { Controls, Plan } from './mock.ts'

/** Where programs that run elsewhere steer the mock. It is no address of the contract. */
export const CONTROL_PATH = '/_mock'

/** What may be posted. */
interface Command {
  next?: Plan & { operation: OperationId }
  advance?: number
  reset?: boolean
}

function run(controls: Controls, command: Command): void {
  const { next, advance, reset, ...others } = command
  if (Object.keys(command).length === 0) throw new Error('there is nothing to do; there are next, advance and reset')
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) throw new Error(`there is no ${unknown}; there are next, advance and reset`)
  if (reset) controls.reset()
  if (advance !== undefined) controls.advance(advance)
  if (next !== undefined) {
    const { operation, ...plan } = next
    controls.next(operation, plan)
  }
}

/** Answers at the control path: GET tells what was asked, POST does what its JSON says. */
export async function control(controls: Controls, request: IncomingMessage): Promise<Answer> {
  try {
    if (request.method === 'POST') run(controls, (await readJson(request)) as Command)
    else if (request.method !== 'GET') return json(405, { error: 'method_not_allowed' }, { allow: 'GET, POST' })
    return json(200, { requests: controls.requests() })
  } catch (error) {
    const message = error instanceof Refused ? error.failure.message : error instanceof Error ? error.message : ''
    return json(400, { error: 'invalid_request', error_description: message })
  }
}
