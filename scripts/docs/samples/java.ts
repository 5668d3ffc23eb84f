import { BINARY, PICTURE, type SampleRequest } from './request.ts'

const text = JSON.stringify

/** The request in Java 17, with its standard library. */
export function javaOf({ method, address, isBasic, proofs, headers, payload }: SampleRequest): string {
  const packages = [
    'java.net.URI',
    'java.net.http.HttpClient',
    'java.net.http.HttpRequest',
    'java.net.http.HttpResponse',
  ]
  const before: string[] = []
  const lines: string[] = []
  let body = 'HttpRequest.BodyPublishers.noBody()'
  if (isBasic) {
    packages.push('java.util.Base64')
    before.push('var secret = System.getenv("CLIENT_ID") + ":" + System.getenv("CLIENT_SECRET");')
    lines.push('.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(secret.getBytes()))')
  }
  for (const { name, prefix, variable } of proofs)
    lines.push(`.header(${text(name)}, ${prefix && `${text(prefix)} + `}System.getenv(${text(variable)}))`)
  for (const [name, value] of headers) lines.push(`.header(${text(name)}, ${text(value)})`)
  if (payload.kind === 'json') {
    lines.push(`.header("Content-Type", ${text(payload.mediaType)})`)
    before.push(`var body = ${text(payload.text)};`)
    body = 'HttpRequest.BodyPublishers.ofString(body)'
  } else if (payload.kind === 'form') {
    packages.push(
      'java.net.URLEncoder',
      'java.nio.charset.StandardCharsets',
      'java.util.stream.Collectors',
      'java.util.stream.Stream',
    )
    const pairs = payload.pairs.map(([name, value]) => `    new String[] {${text(name)}, ${text(value)}}`)
    before.push(
      `var form = Stream.<String[]>of(\n    ${pairs.join(',\n    ')})`,
      '    .map(pair -> pair[0] + "=" + URLEncoder.encode(pair[1], StandardCharsets.UTF_8))',
      '    .collect(Collectors.joining("&"));',
    )
    lines.push('.header("Content-Type", "application/x-www-form-urlencoded")')
    body = 'HttpRequest.BodyPublishers.ofString(form)'
  } else if (payload.kind === 'parts') {
    packages.push('java.io.ByteArrayOutputStream', 'java.nio.file.Files', 'java.nio.file.Path', 'java.util.UUID')
    before.push('var boundary = UUID.randomUUID().toString();', 'var body = new ByteArrayOutputStream();')
    for (const [name, value] of payload.pairs) {
      const file = value === BINARY ? `; filename=\\"${PICTURE}\\"\\r\\nContent-Type: image/png` : ''
      before.push(
        `body.write(("--" + boundary + "\\r\\nContent-Disposition: form-data; name=\\"${name}\\"${file}\\r\\n\\r\\n").getBytes());`,
        value === BINARY
          ? `body.write(Files.readAllBytes(Path.of(${text(PICTURE)})));`
          : `body.write(${text(value)}.getBytes());`,
        'body.write("\\r\\n".getBytes());',
      )
    }
    before.push('body.write(("--" + boundary + "--\\r\\n").getBytes());')
    lines.push('.header("Content-Type", "multipart/form-data; boundary=" + boundary)')
    body = 'HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())'
  }
  const imports = [...new Set(packages)].sort().map((name) => `import ${name};\n`)
  const statements = [
    ...before,
    `var request = HttpRequest.newBuilder(URI.create(${text(address)}))`,
    ...lines.map((line) => `    ${line}`),
    `    .method(${text(method)}, ${body})`,
    '    .build();',
    'var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());',
    'System.out.println(response.statusCode() + " " + response.body());',
  ]
  return `${imports.join('')}\nclass Call {\n  public static void main(String[] args) throws Exception {\n${statements
    .join('\n')
    .split('\n')
    .map((line) => `    ${line}\n`)
    .join('')}  }\n}`
}
