import { randomInt } from 'node:crypto'
import { loadSharp } from '../profile-images/load-sharp.ts'
import { background, type Cut, cutPath, pieceSize } from './shapes.ts'

/** Of the picture in pixels, as the widgets that people use with this kind of captcha expect it. */
export const pictureWidth = 310
export const pictureHeight = 155

/** A captcha that nobody has seen yet. */
export interface Puzzle {
  /** Both are PNG. */
  readonly picture: Buffer
  readonly piece: Buffer
  /** Where the piece belongs: its distance from the left edge, in pixels of the picture. */
  readonly answer: number
}

/**
 * Draws a puzzle. Every one has a background of its own, so that two of them side by side tell nothing, and at the same
 * height a second hole of another shape, so that the darkest spot is not the answer. In threads of libuv's pool: about 20 ms.
 */
export async function drawPuzzle(): Promise<Puzzle> {
  const sharp = await loadSharp()
  const [hole, decoy] = places()
  const { data, info } = await sharp(Buffer.from(background(pictureWidth, pictureHeight)))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: info.channels } as const
  const frame = (inside: string, width: number) =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${pictureHeight}">${inside}</svg>`)

  const shade = randomInt(2) === 0 ? '#000' : '#fff'
  const veil = (cut: Cut) =>
    `<path d="${cutPath(cut)}" fill="${shade}" fill-opacity="${randomInt(40, 60) / 100}" stroke="#fff" stroke-opacity=".5"/>`
  const picture = await sharp(data, { raw })
    .composite([{ input: frame(veil(hole) + veil(decoy), pictureWidth) }])
    .png()
    .toBuffer()

  const inColumn = cutPath({ ...hole, x: 0 })
  const piece = await sharp(data, { raw })
    .extract({ left: hole.x, top: 0, width: pieceSize, height: pictureHeight })
    // Not quite as bright as what it was cut from: where it belongs is not where the pixels are the same.
    .linear(randomInt(92, 108) / 100, randomInt(-8, 8))
    .ensureAlpha()
    .composite([
      { input: frame(`<path d="${inColumn}" fill="#fff"/>`, pieceSize), blend: 'dest-in' },
      { input: frame(`<path d="${inColumn}" fill="none" stroke="#fff" stroke-opacity=".7"/>`, pieceSize) },
    ])
    .png()
    .toBuffer()
  return { picture, piece, answer: hole.x }
}

/** The hole, and another one beside it with one side of another kind; the piece begins at the left edge, so neither is there. */
function places(): [Cut, Cut] {
  const [from, to] = [pieceSize + 10, pictureWidth - pieceSize - 5]
  const x = randomInt(from, to)
  const free = [
    [from, x - pieceSize - 5],
    [x + pieceSize + 5, to],
  ].filter(([low = 0, high = 0]) => high > low)
  const [low = from, high = to] = free[randomInt(free.length)] ?? []
  const knobs = [0, 0, 0, 0].map(() => randomInt(3) - 1)
  const hole = { x, y: randomInt(4, pictureHeight - pieceSize - 4), knobs, size: randomInt(28, 33) }
  const turned = randomInt(knobs.length)
  const other = knobs.map((knob, side) => (side === turned ? ((knob + 2) % 3) - 1 : knob))
  return [hole, { ...hole, x: randomInt(low, high), knobs: other }]
}
