import { expect, test, vi } from 'vitest'
import { outgoingFetch } from '../../server/oidc/outgoing.ts'

test('what the engine sends goes out guarded, and without its own guard', async () => {
  const post = vi.fn().mockResolvedValue(204)
  const body = new URLSearchParams({ logout_token: 'token' })
  const init = { method: 'POST', body, headers: { 'x-of-the-engine': 'yes' }, dispatcher: 'of the engine' }
  const { status } = await outgoingFetch(post)('https://application.example.com/logout', init as RequestInit)
  expect(status).toBe(204)
  const [address, headers, sent] = post.mock.lastCall ?? []
  expect([address, sent]).toEqual(['https://application.example.com/logout', 'logout_token=token'])
  expect(headers).toMatchObject({ 'x-of-the-engine': 'yes', 'content-type': expect.stringContaining('urlencoded') })
})

test('nothing but a POST is expected of the engine', async () => {
  await expect(outgoingFetch(vi.fn())('https://application.example.com/jwks')).rejects.toThrow('GET')
})
