import type { Request } from 'express'
import { ContractFailure } from '../failure.ts'
import type { Operation } from '../operation.ts'
import { refuseNul } from './guard.ts'
import { readWhole } from './replay-body.ts'
import { refuseReplaced } from './utf8.ts'

/** One file of a multipart body. */
export interface UploadedFile {
  /** The name of its field. */
  readonly field: string
  /** What the caller calls the file; never to be used as a path. */
  readonly filename: string
  /** What the caller says it is; to be checked by looking inside. */
  readonly mediaType: string
  readonly content: Buffer
}

/** A multipart body: its fields as the validator sees them, where a file is an empty text, and its files. */
export interface MultipartBody {
  readonly fields: Record<string, string | string[]>
  readonly files: readonly UploadedFile[]
}

async function parse(raw: Buffer, contentType: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(raw), { headers: { 'content-type': contentType } }).formData()
  } catch (cause) {
    throw new ContractFailure('invalid_request', { description: '/body is not a multipart form' }, { cause })
  }
}

/**
 * Reads a multipart body (RFC 7578) as a whole; callers are to be authenticated before.
 * @param limit bytes of the whole body; the limit of each file is that of its field in the contract
 * @throws ContractFailure payload_too_large, or invalid_request when it is malformed, has a text where a file belongs or
 * the other way round, a NUL byte in a text, or one that is not UTF-8
 */
export async function readMultipart(request: Request, operation: Operation, limit: number): Promise<MultipartBody> {
  const raw = await readWhole(request, limit)
  const form = await parse(raw, request.headers['content-type'] ?? '')
  const fields: Record<string, string | string[]> = Object.create(null)
  const files: UploadedFile[] = []
  for (const [name, value] of form) {
    const isFile = typeof value !== 'string'
    if (isFile !== operation.fileFields.includes(name)) {
      const description = isFile ? '/body has a file that is not documented' : '/body has a text where a file belongs'
      throw new ContractFailure('invalid_request', { description })
    }
    if (isFile) {
      if (value.size > (operation.parameterLimits[name] ?? 0)) throw new ContractFailure('payload_too_large')
      const content = Buffer.from(await value.arrayBuffer())
      files.push({ field: name, filename: value.name, mediaType: value.type, content })
    }
    const text = isFile ? '' : value
    refuseReplaced(raw, [name, isFile ? value.name : value])
    const before = fields[name]
    fields[name] = before === undefined ? text : [...[before].flat(), text]
  }
  refuseNul(fields, 'body')
  return { fields: { ...fields }, files }
}
