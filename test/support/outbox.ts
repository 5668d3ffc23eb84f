import { contractFetch } from './contract-fetch.ts'
import type { Installation } from './installation.ts'

/** A message that demo mode kept. */
export interface OutboxMessage {
  readonly to: string
  readonly channel: 'sms' | 'mail'
  readonly purpose: string
  readonly text: string
  readonly code: string | null
  readonly at: string
}

/** The messages to one number or address, the newest first. */
export async function outbox({ issuer }: Pick<Installation, 'issuer'>, to: string): Promise<OutboxMessage[]> {
  const answer = await contractFetch(`${issuer}/dev/outbox?${new URLSearchParams({ to })}`)
  return (await answer.json()) as OutboxMessage[]
}

/** The newest code that went to a number or address. */
export async function codeFor(server: Pick<Installation, 'issuer'>, to: string): Promise<string> {
  const found = (await outbox(server, to)).find(({ code }) => code !== null)?.code
  if (!found) throw new Error(`no code went to ${to}`)
  return found
}

/** Another six digits. */
export const wrongCode = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
