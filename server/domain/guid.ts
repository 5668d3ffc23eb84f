/**
 * Whether a text is a GUID. OneAccess takes ids as texts of any form: what cannot be one of ours is nobody's, and PostgreSQL
 * would refuse the comparison.
 */
export function isGuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}
