/** What was found: `ok`, `warning` where it works and should not stay so, or `wrong`. */
export interface Finding {
  readonly about: string
  readonly state: 'ok' | 'warning' | 'wrong'
  readonly says: string
  /** What to do about it. */
  readonly advice?: string
}

export const ok = (about: string, says: string): Finding => ({ about, state: 'ok', says })
export const warning = (about: string, says: string, advice: string): Finding => ({
  about,
  state: 'warning',
  says,
  advice,
})
export const wrong = (about: string, says: string, advice: string): Finding => ({ about, state: 'wrong', says, advice })
