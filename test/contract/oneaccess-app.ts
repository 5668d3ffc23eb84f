import { checkAnswer } from '../support/contract-fetch.ts'
import { startTinyApp } from './tiny-app.ts'

/** The header set of the user interfaces, without the application. */
export const device = {
  'X-operating-sys-version': 'Android 10',
  'X-device-fingerprint': '156aysdna213sc50',
  'X-agent': 'app',
}

/** The header set of the user interfaces. */
export const sdk = { ...device, 'X-client-id': 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm' }

/** The body of a failure. */
export const refused = (code: string, text: unknown) => ({ error_code: code, error_msg: text })

/** Both documents over HTTP, asked in English. */
export interface OneAccessApp {
  readonly origin: string
  readonly port: number
  /** Lines written to the log. */
  readonly lines: string[]
  /** Asks; the answer has to be one of the contract's where the contract has the address. */
  send(path: string, init?: RequestInit): Promise<Response>
  /** Status and JSON of the answer in English. */
  answerOf(path: string, init?: RequestInit): Promise<[number, unknown]>
  close(): Promise<void>
}

/** Starts the application of the tests of the OneAccess API. */
export async function startOneAccessApp(): Promise<OneAccessApp> {
  const app = await startTinyApp()
  const send = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(app.origin + path, { redirect: 'manual', ...init })
    await checkAnswer(init.method ?? 'GET', path.split('?')[0] ?? '', response.clone())
    return response
  }
  return {
    ...app,
    send,
    answerOf: async (path, init = {}) => {
      const response = await send(path, { ...init, headers: { 'X-L': 'en', ...(init.headers as object) } })
      return [response.status, await response.json()]
    },
  }
}
