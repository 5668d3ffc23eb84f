import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { operations } from '../../generated/operations.ts'
import { apis } from '../../scripts/generate/apis.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { attributeValues, files, pages } from './site.ts'

const generated = (api: string) => readFileSync(new URL(`../../generated/${api}.json`, import.meta.url), 'utf8')

test.each(apis)('the site has the document %s as JSON and, the same, as YAML', (api) => {
  expect(files.get(`openapi/${api}.json`)).toBe(generated(api))
  const yaml = files.get(`openapi/${api}.yaml`) ?? ''
  expect(parse(yaml)).toEqual(JSON.parse(generated(api)))
  // Some still read YAML 1.1, where more words are no texts.
  expect(parse(yaml, { version: '1.1' })).toEqual(JSON.parse(generated(api)))
})

test('the journeys stand beside the documents that they refer to, and their pages lead to them', () => {
  const journeys = [...files.keys()].filter((path) => path.endsWith('.arazzo.yaml'))
  expect(journeys.length).toBeGreaterThanOrEqual(6)
  for (const path of journeys) {
    const { sourceDescriptions } = parse(files.get(path) ?? '') as { sourceDescriptions: { url: string }[] }
    for (const { url } of sourceDescriptions) expect(files.has(posix.join(posix.dirname(path), url)), url).toBe(true)
    const page = files.get(`en/journeys/${posix.basename(path, '.arazzo.yaml')}.html`) ?? ''
    expect(attributeValues(page, 'href')).toContain(`../../${path}`)
  }
})

test('every page leads to its Markdown, and to the documents it was made from', () => {
  for (const [path, markup] of pages) {
    if (path === 'index.html') continue
    const links = attributeValues(markup, 'href').map((link) => posix.join(posix.dirname(path), link))
    expect(links).toEqual(expect.arrayContaining([path.replace(/html$/, 'md'), 'llms.txt']))
    expect(links.some((link) => /^openapi\/\w+\.yaml$/.test(link))).toBe(true)
  }
})

test('every Markdown has one title and no markup, and leads to places that exist', () => {
  let count = 0
  for (const [path, text] of files) {
    if (!path.endsWith('.md')) continue
    count++
    const prose = text.replaceAll(/^( *)(`{3,})[^`]*\n[\s\S]*?^\1\2$/gm, '').replaceAll(/`[^`]*`/g, '')
    expect([path, prose.match(/^# /gm)?.length]).toEqual([path, 1])
    expect([path, prose.match(/<\/?(?:p|div|span|code|a|li|details)\b[^>]*>|&(?:lt|quot|#39);/g)]).toEqual([path, null])
    for (const [, target = ''] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
      const [file = ''] = target.replace(/\.html(?=#|$)/, '.md').split('#')
      if (file !== '') expect(files.has(posix.join(posix.dirname(path), file)), `${path}: ${target}`).toBe(true)
    }
  }
  expect(count).toBe(pages.size - 1)
})

test('the Markdown of an operation has its address, its fields with their limits, its answers and its samples', () => {
  const text = files.get('en/reference/oneaccess/loginWithPassword.md') ?? ''
  expect(text).toContain('POST `/api/v2/sdk/login`')
  expect(text).toMatch(/- `user_name` string required `1–254 characters`/)
  expect(text).toContain('## Answers')
  expect(text).toMatch(/```\ncurl -X POST/)
})

test('llms.txt leads to every operation and every guide in Markdown', () => {
  const text = files.get('llms.txt') ?? ''
  expect(text).toMatch(/^# OpenAccount\n\n> /)
  const targets = [...text.matchAll(/^- \[[^\]]+\]\(([^)]+)\)/gm)].map(([, target = '']) => target)
  for (const target of targets) expect(files.has(target), target).toBe(true)
  for (const [id, { api }] of Object.entries(operations)) expect(targets).toContain(`en/reference/${api}/${id}.md`)
  const guides = [...files.keys()].filter((path) => /^en\/guides\/.*\.md$/.test(path))
  expect(targets).toEqual(expect.arrayContaining(guides))
})

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

test.each(apis)('the server shows the document %s to programs and to pages of other sites', async (api) => {
  const answer = await fetch(`${server.issuer}/openapi/${api}.json`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  expect(await answer.text()).toBe(generated(api))
})

test('nothing else of the folder of the documents can be fetched', async () => {
  for (const path of ['operations.ts', 'account.ts', '..%2fpackage.json', '', 'account.json/x']) {
    expect((await fetch(`${server.issuer}/openapi/${path}`)).status, path).toBe(404)
  }
  const options = await fetch(`${server.issuer}/openapi/account.json`, { method: 'OPTIONS' })
  expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS'])
})
