/**
 * A password as it is hashed and compared. Keyboards send one character in several encodings: a Mac sends é decomposed, a Chinese
 * input method digits in full width. NIST SP 800-63B section 3.1.1.2 asks for a normalisation before hashing, and of its two
 * NFKC is the one that also makes full width one with half width; what it costs is that ﬁ and fi are one password, too. Nothing
 * else is changed: a blank at the end is part of the password. ASCII passwords are what they were, and so are their hashes.
 */
export function normalizePassword(password: string): string {
  return password.normalize('NFKC')
}
