import { ProviderError } from '../../domain/providers/provider-error.ts'
import { textOf } from '../outgoing/text-of.ts'

/** How long a provider may take for one answer, in milliseconds. */
const answerLimit = 5_000
/** How much it may answer: the members of a large department are some megabytes. */
const sizeLimit = 8 * 1024 * 1024

/** A JSON object whose members nobody has looked at yet. */
export type Answered = Readonly<Record<string, unknown>>

/**
 * Asks a provider with GET for a JSON object. What it is asked holds secrets, so no message of a failure repeats the address.
 * @throws ProviderError when it is silent, redirects, answers too much, or answers anything else
 */
export async function getJson(
  base: string,
  path: string,
  query: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<Answered> {
  const text = await getText(base, path, query, signal)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // What is no JSON is said below.
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Answered
  throw new ProviderError(`${path} answered without a JSON object`)
}

/** The same for the text of the answer, where something else depends on it. @throws ProviderError */
export async function getText(
  base: string,
  path: string,
  query: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<string> {
  const limit = AbortSignal.timeout(answerLimit)
  try {
    const answer = await fetch(new URL(`${path}?${new URLSearchParams(query)}`, base), {
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
      headers: { accept: 'application/json' },
    })
    const text = await textOf(answer, sizeLimit)
    if (answer.ok) return text
    throw new ProviderError(`${path} answered ${answer.status}`)
  } catch (error) {
    if (error instanceof ProviderError) throw error
    // The cause is left out: its message may repeat the address.
    throw new ProviderError(`${path} did not answer: ${error instanceof Error ? error.name : 'unknown'}`)
  }
}
