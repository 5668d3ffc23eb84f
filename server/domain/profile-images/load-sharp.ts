import type Sharp from 'sharp'

let loading: Promise<typeof Sharp> | undefined

/** Loaded with the first picture: many processes never see one, and it takes twenty megabytes. */
export function loadSharp(): Promise<typeof Sharp> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    // Every picture is another one, and one thread is enough for each.
    sharp.cache(false)
    sharp.concurrency(1)
    return sharp
  })
  return loading
}
