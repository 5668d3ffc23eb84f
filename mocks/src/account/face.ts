import { clientOf } from '../client.ts'
import type { MockDocument } from '../contract.ts'
import type { Face } from '../face.ts'
import type { Tokens } from '../tokens.ts'
import type { World } from '../world.ts'
import { onePerItem } from './bulk.ts'
import { inLanguage } from './in-language.ts'
import { createLogin } from './login.ts'
import { pageOf } from './paging.ts'
import { refusal } from './policy.ts'
import { createResources } from './resources.ts'
import { clientRefused } from './token-endpoint.ts'

/** The Account API: its login, the scopes of its operations, and what they keep. */
export function createAccount(document: MockDocument, tokens: Tokens, world: World): Face {
  const { users, acts, reset } = createResources(document, world)
  return {
    async refusal(call) {
      const { operation, form, headers, origin } = call
      const isDevice = operation.id === 'requestDeviceAuthorization'
      if (isDevice && !clientOf(form, headers.authorization, world)) return clientRefused(origin).failure
      return refusal(call, tokens, users)
    },
    steps: createLogin(document, tokens, users, world),
    answer(call, documented, remembers) {
      const act = remembers ? acts[call.operation.id] : undefined
      return act?.(call, documented) ?? onePerItem(pageOf(documented, call.query), call.body)
    },
    chosen: (call, documented) => ({ ...documented, body: inLanguage(documented.body, call) }),
    reset,
  }
}
