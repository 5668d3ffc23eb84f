import { BINARY, PICTURE, type SampleRequest } from './request.ts'

/** A text between back quotes stands as it is; one that holds some is quoted, as JSON does it. */
const literal = (text: string) => (/[`\r]/.test(text) ? JSON.stringify(text) : `\`${text}\``)
const text = JSON.stringify

/** The request in Go, with its standard library. */
export function goOf({ method, address, isBasic, proofs, headers, payload }: SampleRequest): string {
  const packages = ['fmt', 'io', 'log', 'net/http']
  const before: string[] = []
  const set = (name: string, value: string) => `request.Header.Set(${text(name)}, ${value})`
  const lines: string[] = []
  let body = 'nil'
  if (payload.kind === 'json') {
    packages.push('strings')
    before.push(`body := strings.NewReader(${literal(payload.text)})`)
    body = 'body'
    lines.push(set('Content-Type', text(payload.mediaType)))
  } else if (payload.kind === 'form') {
    packages.push('net/url', 'strings')
    before.push('form := url.Values{}')
    for (const [name, value] of payload.pairs) before.push(`form.Set(${text(name)}, ${text(value)})`)
    body = 'strings.NewReader(form.Encode())'
    lines.push(set('Content-Type', '"application/x-www-form-urlencoded"'))
  } else if (payload.kind === 'parts') {
    packages.push('bytes', 'mime/multipart', 'os')
    before.push('body := &bytes.Buffer{}', 'form := multipart.NewWriter(body)')
    for (const [name, value] of payload.pairs) {
      if (value !== BINARY) before.push(`form.WriteField(${text(name)}, ${text(value)})`)
      else {
        before.push(`picture, err := os.ReadFile(${text(PICTURE)})`, ...orEnd)
        before.push(
          `part, err := form.CreateFormFile(${text(name)}, ${text(PICTURE)})`,
          ...orEnd,
          'part.Write(picture)',
        )
      }
    }
    before.push('form.Close()')
    body = 'body'
    lines.push(set('Content-Type', 'form.FormDataContentType()'))
  }
  if (isBasic || proofs.length > 0) packages.push('os')
  if (isBasic) lines.push('request.SetBasicAuth(os.Getenv("CLIENT_ID"), os.Getenv("CLIENT_SECRET"))')
  for (const { name, prefix, variable } of proofs)
    lines.push(set(name, `${prefix && `${text(prefix)}+`}os.Getenv(${text(variable)})`))
  for (const [name, value] of headers) lines.push(set(name, text(value)))
  const statements = [
    ...before,
    `request, err := http.NewRequest(${text(method)}, ${text(address)}, ${body})`,
    ...orEnd,
    ...lines,
    'response, err := http.DefaultClient.Do(request)',
    ...orEnd,
    'defer response.Body.Close()',
    'answer, err := io.ReadAll(response.Body)',
    ...orEnd,
    'fmt.Println(response.Status, string(answer))',
  ]
  const imports = [...new Set(packages)].sort().map((name) => `\t${text(name)}\n`)
  return `package main\n\nimport (\n${imports.join('')})\n\nfunc main() {\n${statements.map((line) => `\t${line}\n`).join('')}}`
}

const orEnd = ['if err != nil {', '\tlog.Fatal(err)', '}']
