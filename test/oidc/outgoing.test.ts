import { beforeEach, describe, expect, test, vi } from 'vitest'
import { outgoingFetch } from '../../server/oidc/outgoing.ts'

const guarded = { method: 'POST', dispatcher: 'closes connections to private addresses' }

beforeEach(() => {
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response())
})

async function sentTo(issuer: string, target: string) {
  await outgoingFetch(issuer)(target, guarded as RequestInit)
  return vi.mocked(fetch).mock.lastCall?.[1]
}

describe('calls to applications', () => {
  test.each([
    ['https://account.example.com', 'https://application.example.com/logout'],
    ['https://account.example.com', 'http://localhost:5173/logout'],
    ['http://localhost:3000', 'https://10.0.0.1/logout'],
    ['http://localhost:3000', 'https://localhost.example.com/logout'],
  ])('from %s to %s cannot reach private addresses', async (issuer, target) => {
    expect(await sentTo(issuer, target)).toEqual(guarded)
  })

  test.each([
    ['http://localhost:3000', 'http://localhost:5173/logout'],
    ['http://127.0.0.1:3000', 'http://[::1]:5173/logout'],
  ])('from %s to %s stay on this machine and are let through', async (issuer, target) => {
    expect(await sentTo(issuer, target)).toEqual({ method: 'POST' })
  })
})
