/**
 * Reads a body as text, as long as it is not too large.
 * @param limit bytes
 * @returns undefined when there is more, when it breaks off, or when it is not UTF-8
 */
export async function readBody(request: Request, limit: number): Promise<string | undefined> {
  const bytes = await readBytes(request.body?.getReader(), limit).catch(() => undefined)
  if (!bytes) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** @throws what the sender's connection breaks with */
async function readBytes(
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined,
  limit: number,
): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  let length = 0
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    length += read.value.length
    // Not `length > limit`, which a limit that is no number (NaN) would never stop.
    if (!(length <= limit)) {
      await reader?.cancel()
      return undefined
    }
    parts.push(read.value)
  }
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return bytes
}
