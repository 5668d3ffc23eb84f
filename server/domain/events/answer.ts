import { type CallbackSecrets, decryptData } from './seal.ts'
import type { TransportAnswer } from './transport.ts'

/** How much is kept of what an application says. */
const longestMessage = 500

/** What an application answered to an event. */
export type EventAnswer =
  | { readonly taken: true; readonly code: string; readonly message: string; readonly data: string | undefined }
  | { readonly taken: false; readonly code: string; readonly message: string }

/** Reads the answer to an event (section 9.4): HTTP status and `code` say both that it was taken. */
export function readAnswer(secrets: CallbackSecrets, { status, body }: TransportAnswer): EventAnswer {
  const refused = (message: string, code = String(status)) => ({ taken: false, code, message: shown(message) }) as const
  const answer = parseObject(body)
  if (!answer) return refused(`HTTP ${status} without a JSON object`)
  const { code, message, data } = answer
  const said = typeof message === 'string' ? message : ''
  if (typeof code !== 'string' || code.length > 16) return refused(`HTTP ${status} without a code`)
  if (status !== 200 || code !== '200') return refused(said || 'refused', code === '200' ? String(status) : shown(code))
  if (data === undefined || data === null) return { taken: true, code, message: shown(said), data: undefined }
  const text = typeof data === 'string' ? decryptData(secrets, data) : undefined
  return text === undefined
    ? refused('the data of the answer cannot be decrypted')
    : { taken: true, code, message: shown(said), data: text }
}

/** The id in the data of an answer; undefined where there is none that can be kept. */
export function idOf(data: string | undefined): string | undefined {
  const id = parseObject(data ?? '')?.id
  return typeof id === 'string' && /^[^\p{Cc}]{1,50}$/u.test(id) && id.isWellFormed() ? id : undefined
}

/** What can be kept as text and printed on a terminal. */
function shown(text: string): string {
  return [...text.toWellFormed().replace(/\p{Cc}+/gu, ' ')].slice(0, longestMessage).join('')
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}
