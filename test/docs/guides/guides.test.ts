import { describe, expect, test } from 'vitest'
import oneaccess from '../../../generated/oneaccess.json' with { type: 'json' }
import { operations } from '../../../generated/operations.ts'
import { marks } from '../../../scripts/docs/model.ts'
import { guides } from './guides.ts'

/** The pages of the public reference that are guides, in its order. */
const guidePages = [
  'doc-1098226',
  'doc-1088584',
  'doc-621384',
  'doc-2088639',
  'doc-621939',
  'doc-2283443',
  'doc-2948982',
  'doc-810119',
  'doc-2564112',
]

/** The guides about OneAccess, in the order in which they are read. */
const oneaccessGuides = [
  'calling-apis',
  'access-credentials',
  'sms-chain',
  'android-sms-login',
  'login-states',
  'session-token-signature',
  'id-token-verification',
  'cas',
  'saml',
  'oauth',
  'oidc',
  'event-callbacks',
  'error-codes',
]

const languagesOfCode = ['sh', 'ts', 'js', 'json', 'html', 'xml', 'java', 'python', 'yaml', 'apache', 'text']

/** Pages of the docs that are made from the contract. */
const events = Object.values(oneaccess.webhooks).map(({ post }) => ({ id: post.operationId, api: 'oneaccess' }))
const described = Object.entries(operations).map(([id, { api }]) => ({ id, api }))
const referencePages = new Set([
  ...['index', 'return-codes', 'error-codes', 'permission-codes', 'sdk'].map((name) => `../../reference/${name}.html`),
  ...[...described, ...events].map(({ id, api }) => `../../reference/${api}/${id}.html`),
])

test.each(guidePages)('%s is one guide', (page) => {
  for (const language of ['zh', 'en']) {
    const claims = guides.filter(
      (guide) => guide.language === language && guide.sources.some((source) => source.page === page),
    )
    expect(claims.map(({ name }) => name)).toHaveLength(1)
  }
})

test.each(['zh', 'en'])('the %s guides about OneAccess are all there, in order', (language) => {
  const found = guides.filter((guide) => guide.folder === 'oneaccess' && guide.language === language)
  expect(found.sort((a, b) => a.order - b.order).map(({ slug }) => slug)).toEqual(oneaccessGuides)
})

test('every guide has a place of its own', () => {
  const places = guides.filter(({ language }) => language === 'zh').map(({ folder, order }) => `${folder} ${order}`)
  expect(new Set(places).size).toBe(places.length)
})

describe.each(guides)('$folder/$name', (guide) => {
  const twin = guides.find(
    ({ folder, slug, language }) => folder === guide.folder && slug === guide.slug && language !== guide.language,
  )

  test('says where it comes from', () => {
    expect(Number.isFinite(guide.order)).toBe(true)
    // The SDK and the mock are our own.
    expect(guide.sources.length > 0).toBe(guide.folder !== 'tools')
    for (const { mark } of guide.sources) expect(marks).toContain(mark)
  })

  test('is built like its twin in the other language', () => {
    const { order, sources, headings, tables, blocks } = guide
    expect({ order, sources, headings, tables, languages: blocks.map(({ language }) => language) }).toEqual({
      order: twin?.order,
      sources: twin?.sources,
      headings: twin?.headings,
      tables: twin?.tables,
      languages: twin?.blocks.map(({ language }) => language),
    })
  })

  test('has one title, and no heading skips a level', () => {
    expect(guide.headings.filter((depth) => depth === 1)).toHaveLength(1)
    let previous = 0
    for (const depth of guide.headings) {
      expect(depth).toBeLessThanOrEqual(previous + 1)
      previous = depth
    }
  })

  test('names the language of every block of code', () => {
    for (const { language } of guide.blocks) expect(languagesOfCode).toContain(language)
  })

  test('links to guides and operations that exist (the places in them are tested with the site)', () => {
    for (const link of guide.links) {
      const [target = '', anchor] = link.split('#')
      const [, folder = guide.folder, slug] =
        /^(?:\.\.\/(account|oneaccess|tools)\/)?([a-z0-9-]+)\.html$/.exec(target) ?? []
      if (slug !== undefined) {
        expect(
          guides.some((other) => other.folder === folder && other.slug === slug && other.language === guide.language),
          link,
        ).toBe(true)
      } else {
        expect(referencePages.has(target), link).toBe(true)
        expect(anchor, `${link}: a page of the reference is linked as a whole`).toBeUndefined()
      }
    }
  })
})
