import type { MockDocument } from '../contract.ts'
import type { Face } from '../face.ts'
import type { Tokens } from '../tokens.ts'
import { onePerItem } from './bulk.ts'
import { inLanguage } from './in-language.ts'
import { createLogin } from './login.ts'
import { pageOf } from './paging.ts'
import { refusal } from './policy.ts'

/** The Account API: its login, the scopes of its operations, its bulk calls and its pages. */
export function createAccount(document: MockDocument, tokens: Tokens): Face {
  return {
    refusal: (call) => refusal(call, tokens),
    steps: createLogin(document, tokens),
    answer: ({ query, body }, documented) => onePerItem(pageOf(documented, query), body),
    chosen: (call, documented) => ({ ...documented, body: inLanguage(documented.body, call) }),
  }
}
