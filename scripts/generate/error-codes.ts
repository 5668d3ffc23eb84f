import type { ContractDocument } from './document.ts'

/** The text of error-codes.ts: the closed table of codes in `error_code`, with HTTP status and texts. */
export function errorCodesModule(documents: Map<string, ContractDocument>): string {
  const codes = documents.get('oneaccess')?.['x-error-codes'] ?? []
  const entries = codes.map(({ code, http, message, general, 'x-zh': zh }) => {
    return `  '${code}': ${JSON.stringify({ http, general, message: { en: message, zh: zh.message } })},`
  })
  return `// Generated from openapi/ by \`npm run generate\`. Do not edit.

/** The error codes of the OneAccess endpoints: HTTP status, and texts, in which \`{0}\` stands for a value. */
export const errorCodes = {
${entries.join('\n')}
} as const

export type ErrorCodeName = keyof typeof errorCodes
`
}
