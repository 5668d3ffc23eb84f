import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inputsOf, readJourneys } from '../../scripts/docs/journeys.ts'
import { apis } from '../../scripts/generate/apis.ts'
import { plain } from '../support/markup.ts'
import { attributeValues, files } from './site.ts'

const sets = await readJourneys(join(import.meta.dirname, '../..'), apis)

test('journeys of both documents, those of the Account API first', () => {
  expect([...new Set(sets.map(({ api }) => api))]).toEqual(apis)
  expect(sets.length).toBeGreaterThanOrEqual(6)
})

describe.each(sets)('$path', (set) => {
  test('every text has its Chinese', () => {
    expect(set.untranslated).toEqual([])
  })

  test.each(['zh', 'en'])('has every input and step in %s, each step leading to its operation', (language) => {
    const markup = files.get(`${language}/${set.path}`) ?? ''
    const ids = attributeValues(markup, 'id')
    for (const workflow of set.description.workflows) {
      expect(ids).toContain(workflow.workflowId)
      const begin = markup.indexOf(`id="${workflow.workflowId}"`)
      const section = plain(markup.slice(begin, markup.indexOf('</section>', begin)))
      for (const [name] of inputsOf(set, workflow)) expect(section).toContain(`<code>${name}</code>`)
      const targets = [...section.matchAll(/<li><h3><a href="[^"]*?[/#](\w+)(?:\.html)?">/g)].map(
        ([, target]) => target,
      )
      expect(targets).toEqual(workflow.steps.map(({ operationId, workflowId }) => operationId ?? workflowId))
      for (const { successCriteria = [] } of workflow.steps) {
        for (const { condition } of successCriteria) expect(section).toContain(`<code>${condition}</code>`)
      }
    }
  })
})
