/** A phone number with its middle hidden: `13800000001` becomes `138****0001`; a short number keeps two digits, or none. */
export function maskPhone(phone: string): string {
  if (phone.length < 5) return '****'
  if (phone.length < 8) return `****${phone.slice(-2)}`
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`
}

/** A mail address with most of its local part hidden: `test@example.com` becomes `t***@example.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  if (at < 1) return '***'
  return `${email.slice(0, 1)}***${email.slice(at)}`
}
