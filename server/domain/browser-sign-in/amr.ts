/** How somebody has proved who they are who has typed in a code that was sent to them (RFC 8176 section 2). */
export const amrOf = (channel: 'sms' | 'mail'): string[] => (channel === 'sms' ? ['otp', 'sms'] : ['otp'])

/** The same of somebody who has proved a number beside something else; with a password, those are two factors. */
export function withSms(amr: readonly string[] = []): string[] {
  return [...new Set([...amr, 'otp', 'sms', ...(amr.includes('pwd') ? ['mfa'] : [])])]
}

/** Whether somebody has proved a number: more is not asked for as a second factor. */
export const hasSecondFactor = (amr: readonly string[]): boolean => amr.includes('sms')
