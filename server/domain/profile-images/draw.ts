import { Failure, refuse } from '../failure.ts'
import { Gate } from '../passwords/gate.ts'
import { loadSharp } from './load-sharp.ts'

/** Side of the square that is stored, in pixels. */
const side = 512
/** The longer side of what is taken, in pixels. */
const longest = 8192
const formats: ReadonlySet<string> = new Set(['png', 'jpeg', 'webp'])
/** How the content of each format begins, in ISO 8859-1. */
const beginnings = [/^\x89PNG\r\n/, /^\xff\xd8\xff/, /^RIFF.{4}WEBP/s]

/**
 * One picture at a time: the largest takes two or three seconds of a thread of libuv's pool, which passwords and files need too,
 * and a quarter of a gigabyte where its format cannot be read line by line.
 */
const gate = new Gate({ width: 1, depth: 40, patience: 15_000, expected: 200 })
const limitSeconds = 10

/**
 * Draws what a person sent anew, so that nothing of the file itself is kept: upright, as a square of 512 pixels cut from its
 * middle, in sRGB, without what cameras write beside the picture. As WebP, which keeps transparency at a fifth of the size of PNG
 * and is read by every browser. Of an animation it is the first frame.
 * @param content a PNG, JPEG or WebP file, whatever it is called
 * @param owner whose turn it takes; everybody who waits gets one after the other
 * @throws Failure image_not_readable; Overloaded when too much waits already
 */
export function drawProfileImage(content: Buffer, owner: string): Promise<Buffer> {
  return drawn(content, owner, { side, fit: 'cover' })
}

/**
 * Draws the logo of an application in the same way, in 256 pixels and whole: what it does not fill is transparent.
 * @throws Failure image_not_readable; Overloaded when too much waits already
 */
export const drawLogo = (content: Buffer): Promise<Buffer> => drawn(content, '', { side: 256, fit: 'contain' })

interface Square {
  readonly side: number
  readonly fit: 'cover' | 'contain'
}

function drawn(content: Buffer, owner: string, square: Square): Promise<Buffer> {
  // No other decoder so much as looks at it.
  const beginning = content.toString('latin1', 0, 12)
  if (!beginnings.some((pattern) => pattern.test(beginning))) refuse('image_not_readable')
  return gate.run(() => draw(content, square), { lane: owner, known: true })
}

async function draw(content: Buffer, { side, fit }: Square): Promise<Buffer> {
  const sharp = await loadSharp()
  try {
    const image = sharp(content, { failOn: 'error', limitInputPixels: longest ** 2, sequentialRead: true })
    const { format, width, height } = await image.metadata()
    if (!formats.has(format) || Math.max(width, height) > longest) refuse('image_not_readable')
    return await image
      .autoOrient()
      .resize(side, side, { fit, background: { r: 0, g: 0, b: 0, alpha: 0 } })
      .toColourspace('srgb')
      .webp({ quality: 85 })
      .timeout({ seconds: limitSeconds })
      .toBuffer()
  } catch (cause) {
    throw new Failure('image_not_readable', [], { cause })
  }
}
