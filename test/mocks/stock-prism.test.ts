import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { answerExamples, loadDocuments } from '../../mocks/src/contract.ts'
import { documentedRequest } from '../support/documented-request.ts'
import { startPrism } from '../support/prism.ts'

const documents = await loadDocuments()

test.each(documents.map((document) => [document.api, document] as const))(
  'stock Prism gives every example of the bundle %s',
  async (api, { operations }) => {
    const prism = await startPrism(api)
    const refused: unknown[] = []
    try {
      for (const operation of operations) {
        const { method, path, headers, body } = documentedRequest(operation.id)
        const isBasic = operation.policy.security.some((alternative) => /basic/i.test(Object.keys(alternative).join()))
        for (const { status, name, mediaType, isDefault, value } of answerExamples(operation)) {
          // For a status of `default` Prism takes the answer of that name, which has no number.
          if (isDefault) continue
          const response = await fetch(prism.origin + path, {
            method,
            redirect: 'manual',
            headers: {
              ...headers,
              authorization: isBasic ? 'Basic YTpi' : 'Bearer x',
              'x-signature': 'x',
              'x-state-token': 'x',
              accept: mediaType,
              prefer: `code=${status}, example=${name}`,
            },
            ...(body !== undefined && { body }),
          })
          const text = await response.text()
          const given: unknown = /json/.test(mediaType) ? JSON.parse(text || 'null') : text
          if (response.status !== status || !isDeepStrictEqual(given, value))
            refused.push([operation.id, status, name, response.status, text.slice(0, 200)])
        }
      }
    } finally {
      prism.stop()
    }
    expect(refused).toEqual([])
  },
  180_000,
)
