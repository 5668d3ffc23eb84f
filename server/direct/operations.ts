import { type Operation, operationsOf } from '../contract/operation.ts'
import { exposedHeaders } from '../contract/policy/cross-origin.ts'
import { type Answer, json } from './answer.ts'
import { answerAuthorization } from './authorization.ts'
import { answerIntrospection } from './introspection.ts'
import type { DirectRequest } from './request.ts'
import type { DirectServices } from './services.ts'
import { answerTokenRequest } from './token-request.ts'
import { answerUserInfo } from './userinfo.ts'

/** An operation whose ordinary success is answered here. */
export interface DirectOperation {
  readonly operation: Operation
  /** @returns undefined for anything else; then nothing has happened yet */
  readonly answer: (request: DirectRequest) => Promise<Answer | undefined>
}

const shared = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': exposedHeaders.join(','),
} as const
/** The engine's answers depend on the origin that asks. */
const byEngine = { ...shared, Vary: 'Origin' } as const

/** The ordinary successes of one issuer (docs/decisions/0014). */
export function directOperations(services: DirectServices): readonly DirectOperation[] {
  const { paths, name } = services.face
  const found = (method: string, path: string | undefined) =>
    operationsOf(name).filter((operation) => operation.method === method && operation.path === path)
  const asJson =
    (answer: (services: DirectServices, request: DirectRequest) => Promise<object | undefined>, headers: object) =>
    async (request: DirectRequest) => {
      const body = await answer(services, request)
      return body && json(body, headers as Answer['headers'])
    }
  return [
    ...found('post', paths.token).map((operation) => ({ operation, answer: asJson(answerTokenRequest, byEngine) })),
    ...found('post', paths.introspection).map((operation) => ({
      operation,
      answer: asJson(answerIntrospection, byEngine),
    })),
    ...found('get', paths.authorization).map((operation) => ({
      operation,
      answer: (request: DirectRequest) => answerAuthorization(services, request),
    })),
    ...(name === 'account'
      ? found('get', paths.userinfo).map((operation) => ({ operation, answer: asJson(answerUserInfo, shared) }))
      : []),
  ]
}
