/** A number or address as a person types it into one field. */
export const contactOf = (text: string) => ({ channel: text.includes('@') ? 'mail' : 'sms', text }) as const

/** Kinds of contact by the words of the addresses. */
export const channels = { phone: 'sms', email: 'mail' } as const
