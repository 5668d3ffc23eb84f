import type { RequestHandler } from 'express'

const day = 86_400

/**
 * Says of cookies that live for less than a day how long that is, beside when it is over: browsers judge `Expires` by their own
 * clock, and by one that is an hour ahead of ours the cookies of a sign-in would be over before it has begun. Max-Age needs no
 * clock, and goes before (RFC 6265 section 5.3).
 */
export const shortCookies: RequestHandler = (_req, res, next) => {
  const writeHead = res.writeHead.bind(res) as (...args: unknown[]) => typeof res
  res.writeHead = ((...args: unknown[]) => {
    const lines = res.getHeader('Set-Cookie')
    if (lines !== undefined)
      res.setHeader(
        'Set-Cookie',
        [lines].flat().map((line) => withMaxAge(String(line))),
      )
    return writeHead(...args)
  }) as typeof res.writeHead
  next()
}

function withMaxAge(line: string): string {
  const [, expires = ''] = /; ?expires=([^;]+)/i.exec(line) ?? []
  const seconds = Math.round((Date.parse(expires) - Date.now()) / 1000)
  return seconds > 0 && seconds < day && !/; ?max-age=/i.test(line) ? `${line}; Max-Age=${seconds}` : line
}
