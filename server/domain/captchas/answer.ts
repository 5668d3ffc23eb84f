import { refuseField } from '../field.ts'
import { pictureWidth } from './draw.ts'

/**
 * Where a slider was put, in pixels of the picture: `{"x":237.0,"y":5.0}`, with `width` where the picture was shown in another
 * width than its own (S5; `width` is ours). `y` says nothing.
 * @throws Failure field_invalid for anything else, which uses up nothing
 */
export function readSliderPosition(json: string): number {
  const { x, y = 0, width = pictureWidth } = parsed(json)
  if (!isSize(x) || !isSize(y) || !isSize(width) || width < 1 || x > width) refusePosition()
  return (x * pictureWidth) / width
}

function parsed(json: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json)
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>
  } catch {
    // What is no JSON.
  }
  return refusePosition()
}

const isSize = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 10_000

function refusePosition(): never {
  refuseField('/point_json', 'must be a position in the picture, as JSON')
}
