import { createRequire } from 'node:module'
import { describe, expect, it, vi } from 'vitest'
import document from '../../generated/account.json' with { type: 'json' }
import { operations } from '../../generated/operations.ts'
import { operationsOf } from '../../server/contract/operation.ts'
import { cutDocument } from '../../server/contract/validate/document-parts.ts'
import type { HandlersOf } from '../../server/handlers/types.ts'
import { startTinyApp, stubs } from './tiny-app.ts'

interface Caches {
  middlewareCache: Record<string, unknown>
  validatorsCache: Record<string, unknown>
}

/** Counts the entries that the validator's caches have, by standing in for the functions that make them. */
function countCompilations(): { readonly made: () => number; restore(): void } {
  const load = createRequire(import.meta.url)
  const root = load.resolve('express-openapi-validator').replace(/dist\/index\.js$/, 'dist/middlewares/')
  const requests = load(`${root}openapi.request.validator.js`).RequestValidator.prototype as {
    buildMiddleware(...args: unknown[]): unknown
  }
  const responses = load(`${root}openapi.response.validator.js`).ResponseValidator.prototype as {
    buildValidators(...args: unknown[]): unknown
  }
  const { buildMiddleware } = requests
  const { buildValidators } = responses
  let made = 0
  requests.buildMiddleware = function (this: Caches, ...args) {
    made += 1
    return buildMiddleware.apply(this, args)
  }
  responses.buildValidators = function (this: Caches, ...args) {
    made += 1
    return buildValidators.apply(this, args)
  }
  return {
    made: () => made,
    restore() {
      requests.buildMiddleware = buildMiddleware
      responses.buildValidators = buildValidators
    },
  }
}

describe('the start', () => {
  it('stops for an operation without a handler, and names it', async () => {
    const { getUserInfo: _, ...rest } = stubs
    await expect(startTinyApp({ handlers: rest as HandlersOf<'account'> })).rejects.toThrow(
      'Operations without a handler: getUserInfo',
    )
  })

  it('stops for a handler without an operation, and names it', async () => {
    const handlers = { ...stubs, getNothing: stubs.getUserInfo }
    await expect(startTinyApp({ handlers })).rejects.toThrow('Handlers without an operation: getNothing')
  })

  it('stops for a document that is not valid', async () => {
    const broken = structuredClone(document) as unknown as {
      paths: Record<string, { get: { responses: unknown } }>
    } & typeof document
    const item = broken.paths['/Common/Getpubkeys'] as { get: { responses: unknown } }
    item.get.responses = { 200: 'no response' }
    vi.spyOn(console, 'error').mockReturnValue()
    await expect(startTinyApp({ parts: cutDocument(broken, operationsOf('account')) })).rejects.toThrow(
      'The contract cannot be mounted at /Common',
    )
  })

  it('finds a policy on every operation, and a scheme for each one it names', () => {
    for (const [id, { security }] of Object.entries(operations)) expect(Array.isArray(security), id).toBe(true)
    const used = new Set(
      Object.values(operations).flatMap(({ security }) => security.flatMap((alternative) => Object.keys(alternative))),
    )
    expect([...used].sort()).toEqual([
      'accessToken',
      'clientBasic',
      'managementToken',
      'oauth2',
      'sessionSignature',
      'stateToken',
    ])
  })
})

describe('the validator', () => {
  it('compiles one operation of each part at the start, the others behind it, and nothing for 200 spellings of a media type', async () => {
    const counter = countCompilations()
    const app = await startTinyApp()
    try {
      expect(counter.made()).toBeLessThan(60)
      await app.warmUp()
      const all = counter.made()
      expect(all).toBeGreaterThan(Object.keys(operations).length)
      const send = async (method: string, path: string, type: string, body?: string) => {
        const headers = { 'content-type': type, authorization: 'Bearer open' }
        const response = await fetch(app.origin + path, { method, headers, ...(body === undefined ? {} : { body }) })
        await response.arrayBuffer()
        return response.status
      }
      const form = 'Username=a&Password=YQ==&__RequestVerificationToken=x'
      for (let n = 0; n < 200; n += 1) {
        expect(await send('POST', '/Account/UserLogin', `application/x-www-form-urlencoded; q=${n}`, form)).toBe(200)
        expect(await send('GET', '/connect/userinfo', `application/x-${n}; q=${n}`)).toBe(200)
        expect(await send('POST', '/Account/UserLogin', `application/x-${n}`, form)).toBe(415)
      }
      expect(counter.made()).toBe(all)
    } finally {
      counter.restore()
      await app.close()
    }
  })

  it('compiles an operation when it is first asked for, and once', async () => {
    const counter = countCompilations()
    const app = await startTinyApp()
    try {
      const atStart = counter.made()
      const send = async (type: string) => {
        const headers = { 'content-type': type, authorization: 'Bearer may-all' }
        const response = await fetch(`${app.origin}/api/v2/tenant/organizations`, {
          method: 'POST',
          headers,
          body: '{"code":"a","name":"b"}',
        })
        await response.arrayBuffer()
        return response.status
      }
      expect(await Promise.all([send('application/json'), send('application/json;charset=utf8')])).toEqual([501, 501])
      expect(counter.made()).toBe(atStart + 1)
      for (let n = 0; n < 200; n += 1) expect(await send(`application/json; q=${n}`)).toBe(501)
      expect(counter.made()).toBe(atStart + 1)
    } finally {
      counter.restore()
      await app.close()
    }
  })

  it('turns an answer that breaks the contract into a 500 that tells nothing, when it is strict', async () => {
    const getUserInfo = (() => ({
      status: 200,
      body: { sub: 'x', password_hash: 'secret' },
    })) as unknown as typeof stubs.getUserInfo
    const app = await startTinyApp({ handlers: { ...stubs, getUserInfo } })
    try {
      const response = await fetch(`${app.origin}/connect/userinfo`, { headers: { authorization: 'Bearer open' } })
      expect(response.status).toBe(500)
      expect(await response.text()).toBe(
        '{"error":"server_error","error_description":"The server could not handle the request."}',
      )
      expect(app.lines.join()).toContain('unexpected failure')
    } finally {
      await app.close()
    }
  })

  it('logs it and lets it pass in production', async () => {
    const getUserInfo = (() => ({ status: 200, body: { sub: 'x', more: 1 } })) as unknown as typeof stubs.getUserInfo
    const app = await startTinyApp({ handlers: { ...stubs, getUserInfo }, strictResponses: false })
    try {
      const response = await fetch(`${app.origin}/connect/userinfo`, { headers: { authorization: 'Bearer open' } })
      expect([response.status, await response.json()]).toEqual([200, { sub: 'x', more: 1 }])
      expect(app.lines.join()).toContain('an answer breaks the contract')
    } finally {
      await app.close()
    }
  })

  it('looks at as many answers as it is told to', async () => {
    const getUserInfo = (() => ({ status: 200, body: { sub: 'x', more: 1 } })) as unknown as typeof stubs.getUserInfo
    const account = { handlers: { ...stubs, getUserInfo }, strictResponses: false, checkedAnswers: 0 }
    const app = await startTinyApp(account)
    try {
      const ask = () => fetch(`${app.origin}/connect/userinfo`, { headers: { authorization: 'Bearer open' } })
      for (let n = 0; n < 20; n += 1) expect((await ask()).status).toBe(200)
      expect(app.lines.join()).not.toContain('an answer breaks the contract')
      // What is asked is looked at all the same.
      const unknown = await fetch(`${app.origin}/connect/userinfo?more=1`, {
        headers: { authorization: 'Bearer open' },
      })
      expect(unknown.status).toBe(400)
    } finally {
      await app.close()
    }
  })

  it('hides what a handler throws, and withdraws its headers', async () => {
    const showUserCenter = () => {
      throw new Error('secret detail')
    }
    const app = await startTinyApp({ handlers: { ...stubs, showUserCenter } })
    try {
      const response = await fetch(`${app.origin}/usercenter`)
      expect(response.status).toBe(500)
      expect(await response.text()).not.toContain('secret')
      expect(app.lines.join()).toContain('secret detail')
    } finally {
      await app.close()
    }
  })
})
