import { randomInt } from 'node:crypto'

/** The side of the square that a piece with its knobs fits in, in pixels. */
export const pieceSize = 47

/** A piece of a jigsaw and where it is. */
export interface Cut {
  readonly x: number
  readonly y: number
  /** Of top, right, bottom and left: 1 a knob, -1 a hollow, 0 neither. */
  readonly knobs: readonly number[]
  /** The side without knobs. */
  readonly size: number
}

/** The outline of a piece as a path of SVG. */
export function cutPath({ x, y, knobs: [top = 0, right = 0, bottom = 0, left = 0], size }: Cut): string {
  const inset = (pieceSize - size) / 2
  const [a, r] = [size / 2 - 6, 6]
  const side = (knob: number, dx: number, dy: number) => {
    if (knob === 0) return `l${dx * size} ${dy * size}`
    const arc = `a${r} ${r} 0 0 ${knob > 0 ? 1 : 0} ${dx * r * 2} ${dy * r * 2}`
    return `l${dx * a} ${dy * a}${arc}l${dx * a} ${dy * a}`
  }
  const start = `M${x + inset} ${y + inset}`
  return `${start}${side(top, 1, 0)}${side(right, 0, 1)}${side(bottom, -1, 0)}${side(left, 0, -1)}Z`
}

/** A picture that nobody has seen before: gradients, spots and strokes in colours of chance, under a texture of chance. */
export function background(width: number, height: number): string {
  const colour = () => `hsl(${randomInt(360)},${randomInt(35, 90)}%,${randomInt(25, 80)}%)`
  const somewhere = () => `${randomInt(width)} ${randomInt(height)}`
  const spots = Array.from(
    { length: randomInt(14, 26) },
    () =>
      `<ellipse cx="${randomInt(width)}" cy="${randomInt(height)}" rx="${randomInt(8, 60)}" ry="${randomInt(6, 45)}"` +
      ` fill="${colour()}" fill-opacity="${randomInt(25, 85) / 100}"/>`,
  )
  const strokes = Array.from(
    { length: randomInt(10, 20) },
    () =>
      `<path d="M${somewhere()}C${somewhere()} ${somewhere()} ${somewhere()}" fill="none" stroke="${colour()}"` +
      ` stroke-width="${randomInt(1, 7)}" stroke-opacity="${randomInt(40, 95) / 100}"/>`,
  )
  const [across, down] = [randomInt(10, 60) / 1000, randomInt(10, 60) / 1000]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>
<linearGradient id="g" gradientTransform="rotate(${randomInt(90)})"><stop stop-color="${colour()}"/>
<stop offset=".5" stop-color="${colour()}"/><stop offset="1" stop-color="${colour()}"/></linearGradient>
<filter id="t" x="0" y="0" width="100%" height="100%">
<feTurbulence type="fractalNoise" baseFrequency="${across} ${down}" numOctaves="3" seed="${randomInt(1_000_000)}"/></filter>
</defs><rect width="100%" height="100%" fill="url(#g)"/>${spots.join('')}${strokes.join('')}
<rect width="100%" height="100%" filter="url(#t)" opacity="${randomInt(25, 45) / 100}"/></svg>`
}
