import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { answerExamples, loadDocuments } from '../../mocks/src/contract.ts'
import { documentedRequest } from '../support/documented-request.ts'

const root = join(import.meta.dirname, '../..')

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

/** Stock Prism over a bundle, as any integrator would run it; ended with the function that comes with its address. */
async function startPrism(api: string): Promise<[origin: string, stop: () => void]> {
  const port = await freePort()
  const program = join(root, 'node_modules/@stoplight/prism-cli/dist/index.js')
  const args = [program, 'mock', '-h', '127.0.0.1', '-p', String(port), join(root, `generated/${api}.json`)]
  const prism = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ready = Promise.withResolvers<void>()
  prism.stdout.on('data', (text: Buffer) => /Prism is listening/.test(text.toString()) && ready.resolve())
  prism.once('exit', (code) => ready.reject(new Error(`Prism ended with ${code}`)))
  await ready.promise
  return [`http://127.0.0.1:${port}`, () => prism.kill()]
}

const documents = await loadDocuments()

test.each(documents.map((document) => [document.api, document] as const))(
  'stock Prism gives every example of the bundle %s',
  async (api, { operations }) => {
    const [origin, stop] = await startPrism(api)
    const refused: unknown[] = []
    try {
      for (const operation of operations) {
        const { method, path, headers, body } = documentedRequest(operation.id)
        const isBasic = operation.policy.security.some((alternative) => /basic/i.test(Object.keys(alternative).join()))
        for (const { status, name, mediaType, isDefault, value } of answerExamples(operation)) {
          // For a status of `default` Prism takes the answer of that name, which has no number.
          if (isDefault) continue
          const response = await fetch(origin + path, {
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
      stop()
    }
    expect(refused).toEqual([])
  },
  180_000,
)
