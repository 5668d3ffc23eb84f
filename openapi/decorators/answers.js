/** The list that names the codes of an operation, for the error formats that have codes. */
export const codeLists = { envelope: 'x-return-codes', 'error-code': 'x-error-codes' }

/** What follows for an operation, one row a failure: status, shared answer, the codes that it shows. */
function* generalFailures(operation, path, rows) {
  const schemes = (operation.security ?? []).flatMap((alternative) => Object.entries(alternative))
  const scopes = schemes.some(([, names]) => names.length > 0) ? rows.scopes : undefined
  const found = {
    400: rows.malformed,
    401: schemes.map(([name]) => rows.credential?.[name]).find((row) => row !== undefined),
    403: (operation['x-roles'] && rows['x-roles']) ?? (operation['x-permissions'] && rows['x-permissions']) ?? scopes,
    413: operation.requestBody && rows.size,
    415: operation.requestBody && rows.media,
    429: path.startsWith('/api/') ? rows.rate : undefined,
    default: rows.other,
  }
  for (const [status, row] of Object.entries(found)) {
    if (row) yield { status, answer: row[0], codes: row.slice(1) }
  }
}

/**
 * The failures of an operation: the answers by status, and its whole list of codes. An answer is the shared one until
 * the operation has codes of its own for the status; then it is made of both kinds.
 * @param {object} operation with its error format and who serves it
 * @param {string} path
 * @param {object} failures of the document, as failures.js has them
 * @param {Map<string, { index: number, status: string }>} table the codes of the document
 * @param {Set<string>} shown the codes that its written examples show, for example about single items of a list
 */
export function failuresOf(operation, path, failures, table, shown) {
  const format = operation['x-error-format']
  const rows = failures.formats[`${format} by the ${operation['x-served-by']}`] ?? failures.formats[format] ?? {}
  const list = codeLists[format]
  const own = operation[list] ?? []
  const general = [...generalFailures(operation, path, rows)]
  const answered = new Set([...shown, ...general.flatMap(({ codes }) => codes)])
  const found = new Map(general.map(({ status, answer, codes }) => [status, { answer, codes }]))
  for (const code of own) {
    const status = table.get(code)?.status
    if (status === undefined || status.startsWith('2') || answered.has(code)) continue
    found.set(status, { codes: [...(found.get(status)?.codes ?? []), code] })
  }
  const { schema, examples, exampleName } = failures.codes
  const answers = [...found].map(([status, { answer, codes }]) => {
    if (answer) return [status, { $ref: answer }]
    const named = codes.map((code) => [exampleName(code), { $ref: `${examples}#/${code}` }])
    const content = { 'application/json': { schema: { $ref: schema }, examples: Object.fromEntries(named) } }
    return [status, { ...failures.statuses[status], content }]
  })
  const codes = new Set([...[...found.values()].flatMap((failure) => failure.codes), ...own])
  const place = (code) => table.get(code)?.index ?? table.size
  return {
    answers: Object.fromEntries(answers),
    codes: [...codes].sort((a, b) => place(a) - place(b)),
  }
}
