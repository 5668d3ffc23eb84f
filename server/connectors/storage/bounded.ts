import { Readable } from 'node:stream'

/** How much the bucket may answer, and how long that may take, in milliseconds. */
const mostBytes = 16 * 1024 * 1024
const patience = 15_000

/** An answer that ends with an error when it is too long or takes too long: whoever sends it byte by byte never stands still. */
export function bounded(body: Readable): Readable {
  const limit = setTimeout(() => body.destroy(new Error('the bucket takes too long to answer')), patience)
  body.once('close', () => clearTimeout(limit))
  return Readable.from(upTo(body), { objectMode: false })
}

async function* upTo(body: Readable): AsyncGenerator<Buffer> {
  let size = 0
  for await (const part of body as AsyncIterable<Buffer>) {
    size += part.length
    if (size > mostBytes) throw new Error('the bucket answers too much')
    yield part
  }
}
