/** A failure in a shape. */
export interface ShapedFailure {
  readonly status: number
  readonly contentType: string
  readonly body: string
}
