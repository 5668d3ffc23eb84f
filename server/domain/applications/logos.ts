import { createHash } from 'node:crypto'
import { drawLogo } from '../profile-images/draw.ts'

/** The name under which a logo is served: another picture has another one. */
export const logoName = (hash: Buffer): string => `${hash.toString('base64url')}.webp`

/** The hash that a name stands for. */
export const hashOfLogo = (name: string): Buffer => Buffer.from(name.replace(/\.webp$/, ''), 'base64url')

/** What is stored of a logo, drawn anew from a file; of none, nothing. @throws Failure image_not_readable */
export async function storedLogo(content: Buffer | undefined) {
  const logo = content && (await drawLogo(content))
  return logo ? { logo, logoHash: createHash('sha256').update(logo).digest() } : { logo: null, logoHash: null }
}
