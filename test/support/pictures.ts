import sharp, { type Color, type Sharp } from 'sharp'

/** Pixels of one colour. */
export function plain(width: number, height: number, background: Color): Sharp {
  return sharp({ create: { width, height, channels: 4, background } })
}

/** Red on the left, blue on the right. */
export async function redAndBlue(width: number, height: number): Promise<Sharp> {
  const red = await plain(width / 2, height, 'red')
    .png()
    .toBuffer()
  return plain(width, height, 'blue')
    .composite([{ input: red, left: 0, top: 0 }])
    .removeAlpha()
}

/** A picture that is no smaller than its pixels. */
export function noise(width: number, height: number): Sharp {
  return sharp({
    create: { width, height, channels: 3, background: 'grey', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
  })
}

/** What is at places of a picture, as red, green, blue and, where it has any, alpha; places from 0 to 1. */
export async function coloursAt(picture: Buffer, places: readonly (readonly [x: number, y: number])[]) {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true })
  return places.map(([x, y]) => {
    const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels
    return [...data.subarray(at, at + info.channels)]
  })
}
