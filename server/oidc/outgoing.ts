import type { PostToApplication } from '../sign-on/session-ends.ts'

/** How the engine calls applications: it sends logout tokens, and nothing else (its own guard knows of no allowed network). */
export function outgoingFetch(post: PostToApplication): typeof fetch {
  return async (input, init) => {
    const { dispatcher: _guarded, ...unguarded } = (init ?? {}) as RequestInit & { dispatcher?: unknown }
    const request = new Request(input, unguarded)
    if (request.method !== 'POST') throw new Error(`the engine was not expected to ${request.method}`)
    const status = await post(request.url, Object.fromEntries(request.headers), await request.text())
    return new Response(null, { status })
  }
}
