/** The text of an answer. @throws RangeError when it has more bytes than that; the connection is ended then */
export async function textOf({ body }: Response, mostBytes: number): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  const reader = body?.getReader()
  for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
    size += next.value.byteLength
    if (size > mostBytes) {
      await reader?.cancel()
      throw new RangeError(`the answer has more than ${mostBytes} bytes`)
    }
    parts.push(next.value)
  }
  return Buffer.concat(parts).toString('utf8')
}
