/**
 * Reads `Retry-After` (RFC 9110 section 10.2.3): seconds, or a date.
 * @returns seconds from now, never negative; undefined when the header is absent or cannot be read
 */
export function retryAfterSeconds(headers: Headers): number | undefined {
  const value = headers.get('Retry-After')
  if (value === null) return undefined
  if (/^\d+$/.test(value)) return Number(value)
  const at = Date.parse(value)
  return Number.isNaN(at) ? undefined : Math.max(0, (at - Date.now()) / 1000)
}
