import { BINARY, PICTURE, type SampleRequest } from './request.ts'

// What JSON writes of a text, Python reads as the same text.
const text = JSON.stringify

/** The request in Python, with what every Python has. */
export function pythonOf({ method, address, isBasic, proofs, headers, payload }: SampleRequest): string {
  const modules = ['urllib.request']
  const lines: string[] = []
  const entries: string[] = []
  let data = ''
  if (isBasic) {
    modules.push('base64', 'os')
    lines.push(
      "secret = base64.b64encode(f\"{os.environ['CLIENT_ID']}:{os.environ['CLIENT_SECRET']}\".encode()).decode()",
    )
    entries.push('"Authorization": f"Basic {secret}"')
  }
  for (const { name, prefix, variable } of proofs) {
    modules.push('os')
    entries.push(`${text(name)}: ${prefix && `${text(prefix)} + `}os.environ[${text(variable)}]`)
  }
  for (const [name, value] of headers) entries.push(`${text(name)}: ${text(value)}`)
  if (payload.kind === 'json') {
    entries.push(`"Content-Type": ${text(payload.mediaType)}`)
    data = `${text(payload.text)}.encode()`
  } else if (payload.kind === 'form') {
    modules.push('urllib.parse')
    const pairs = payload.pairs.map(([name, value]) => `    ${text(name)}: ${text(value)},\n`).join('')
    lines.push(`form = {\n${pairs}}`)
    data = 'urllib.parse.urlencode(form).encode()'
  } else if (payload.kind === 'parts') {
    modules.push('uuid')
    entries.push('"Content-Type": f"multipart/form-data; boundary={boundary}"')
    lines.push('boundary = uuid.uuid4().hex', 'body = b""')
    for (const [name, value] of payload.pairs) {
      const file = value === BINARY ? `; filename=\\"${PICTURE}\\"\\r\\nContent-Type: image/png` : ''
      lines.push(
        `body += f"--{boundary}\\r\\nContent-Disposition: form-data; name=\\"${name}\\"${file}\\r\\n\\r\\n".encode()`,
        value === BINARY
          ? `body += open(${text(PICTURE)}, "rb").read() + b"\\r\\n"`
          : `body += ${text(`${value}\r\n`)}.encode()`,
      )
    }
    lines.push('body += f"--{boundary}--\\r\\n".encode()')
    data = 'body'
  }
  const options = [
    `    ${text(address)},`,
    `    method=${text(method)},`,
    ...(entries.length > 0 ? ['    headers={', ...entries.map((entry) => `        ${entry},`), '    },'] : []),
    ...(data ? [`    data=${data},`] : []),
  ]
  return `${[...new Set(modules)]
    .sort()
    .map((name) => `import ${name}\n`)
    .join('')}
${lines.map((line) => `${line}\n`).join('')}request = urllib.request.Request(
${options.join('\n')}
)
with urllib.request.urlopen(request) as response:
    print(response.status, response.read().decode())`
}
