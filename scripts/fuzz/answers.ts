import type { ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formatsPlugin from 'ajv-formats'
import { type Api, type DescribedOperation, documents, type Schema } from './described.ts'
import type { WireAnswer } from './wire.ts'

/** Holds answers of one or many operations against the contract. */
export class AnswerCheck {
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true })
  readonly #validators = new Map<string, ValidateFunction>()

  constructor() {
    formatsPlugin.default(this.#ajv)
    for (const [api, document] of Object.entries(documents))
      this.#ajv.addSchema({ ...document, $id: `contract:${api}` })
  }

  /**
   * What is wrong with an answer: a fault of the server, or a status, media type or body that the contract does not know.
   * @param method what was asked with, whatever the operation's own is
   * @returns undefined when it is as documented
   */
  problemOf(operation: DescribedOperation, method: string, answer: WireAnswer): string | undefined {
    const { status, headers, body } = answer
    // Where others are asked, they may fail, and the contract says so.
    if (status >= 500 && !(String(status) in operation.responses)) return `answered ${status}: ${body.slice(0, 500)}`
    if (method === 'OPTIONS') return undefined
    const entry = String(status) in operation.responses ? String(status) : status >= 400 ? 'default' : undefined
    const documented = entry === undefined ? undefined : operation.responses[entry]
    if (!documented) return `answered ${status}, which is not documented`
    if (method === 'HEAD') return body === '' ? undefined : 'answered HEAD with a body'
    // A redirect may carry a note for browsers that do not follow it (RFC 9110 section 15.4).
    if (!documented.content)
      return body === '' || (status >= 300 && status < 400) ? undefined : `answered ${status} with an undocumented body`
    const mediaType =
      headers
        .find(([name]) => name === 'content-type')?.[1]
        .split(';')[0]
        ?.trim() ?? ''
    const described = documented.content[mediaType]
    if (!described) return `answered ${status} with "${mediaType}", not ${Object.keys(documented.content)}`
    if (!mediaType.endsWith('json')) return undefined
    const validate = this.#validatorOf(`${operation.id}/${entry}/${mediaType}`, operation.api, described.schema)
    if (validate(JSON.parse(body))) return undefined
    return `answered ${status} with a body that differs: ${this.#ajv.errorsText(validate.errors)}: ${body.slice(0, 500)}`
  }

  #validatorOf(key: string, api: Api, schema: Schema | undefined): ValidateFunction {
    const pointing = JSON.stringify(schema ?? {}).replaceAll('"$ref":"#/', `"$ref":"contract:${api}#/`)
    const known = this.#validators.get(key) ?? this.#ajv.compile(JSON.parse(pointing))
    this.#validators.set(key, known)
    return known
  }
}
