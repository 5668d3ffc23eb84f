import { BINARY, PICTURE, type SampleRequest } from './request.ts'

const text = JSON.stringify

/** The request in JavaScript, as Node and other runtimes send it without a library. */
export function fetchOf({ method, address, isBasic, proofs, headers, payload }: SampleRequest): string {
  const before: string[] = []
  const lines: string[] = []
  if (isBasic) {
    before.push('const { CLIENT_ID, CLIENT_SECRET } = process.env', '')
    lines.push("Authorization: 'Basic ' + btoa(CLIENT_ID + ':' + CLIENT_SECRET)")
  }
  for (const { name, prefix, variable } of proofs) lines.push(`${text(name)}: \`${prefix}\${process.env.${variable}}\``)
  for (const [name, value] of headers) lines.push(`${text(name)}: ${text(value)}`)
  let body: string | undefined
  if (payload.kind === 'json') {
    lines.push(`'Content-Type': ${text(payload.mediaType)}`)
    body = `JSON.stringify(${JSON.stringify(JSON.parse(payload.text), null, 2).replaceAll('\n', '\n  ')})`
  } else if (payload.kind === 'form') {
    body = `new URLSearchParams({\n${payload.pairs.map(([name, value]) => `    ${text(name)}: ${text(value)},\n`).join('')}  })`
  } else if (payload.kind === 'parts') {
    before.push('const form = new FormData()')
    for (const [name, value] of payload.pairs) {
      before.push(
        value === BINARY
          ? `form.append(${text(name)}, await openAsBlob(${text(PICTURE)}), ${text(PICTURE)})`
          : `form.append(${text(name)}, ${text(value)})`,
      )
    }
    before.unshift("import { openAsBlob } from 'node:fs'", '')
    before.push('')
    body = 'form'
  }
  const options = [
    ...(method === 'GET' ? [] : [`  method: ${text(method)},`]),
    ...(lines.length > 0 ? ['  headers: {', ...lines.map((line) => `    ${line},`), '  },'] : []),
    ...(body === undefined ? [] : [`  body: ${body},`]),
  ]
  const init = options.length > 0 ? `, {\n${options.join('\n')}\n}` : ''
  return `${before.map((line) => `${line}\n`).join('')}const response = await fetch(${text(address)}${init})
console.log(response.status, await response.text())`
}
