import type { ContractDocument } from './document.ts'

/** The text of return-codes.ts: the closed table of `status` numbers in the envelope, by symbolic name. */
export function returnCodesModule(documents: Map<string, ContractDocument>): string {
  const codes = documents.get('account')?.['x-return-codes'] ?? []
  const entries = codes
    .filter((code) => code.error !== null)
    .map(({ status, error, http, message, itemMessage, general, 'x-zh': zh }) => {
      const item = itemMessage && { en: itemMessage, zh: zh.message }
      return `  ${error}: ${JSON.stringify({ status, http, general, message: { en: message, zh: zh.message }, item })},`
    })
  return `// Generated from openapi/ by \`npm run generate\`. Do not edit.

/**
 * The return codes of the account endpoints: the number in \`status\`, its HTTP status, and its texts: alone, and as
 * the reason in an item of a bulk answer where that has words of its own.
 */
export const returnCodes = {
${entries.join('\n')}
} as const

export type ReturnCodeName = keyof typeof returnCodes
`
}
