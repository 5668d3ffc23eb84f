import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { operations } from '../../../generated/operations.ts'

/** The parts of an Arazzo 1.0.1 description that the linter does not follow. */
interface Step {
  stepId: string
  operationId?: string
  workflowId?: string
  requestBody?: { contentType: string }
  successCriteria?: { condition: string }[]
  outputs?: Record<string, string>
}

interface Inputs {
  $ref?: string
  properties?: Record<string, { default?: unknown }>
}

interface Workflow {
  workflowId: string
  inputs: Inputs
  steps: Step[]
  outputs?: Record<string, string>
}

interface Description {
  arazzo: string
  info: { 'x-zh'?: { title?: string; summary?: string; description?: string } }
  workflows: Workflow[]
  components?: { inputs?: Record<string, Inputs> }
}

const folder = new URL('../../../openapi/workflows/', import.meta.url)
const documented: Readonly<Record<string, { requestMediaTypes: readonly string[] }>> = operations

/** The names behind an expression such as `$inputs.`, wherever it stands in a value. */
function names(value: unknown, expression: RegExp): string[][] {
  return [...JSON.stringify(value).matchAll(expression)].map(([, ...found]) => found)
}

describe.each(readdirSync(folder))('%s', (file) => {
  const description = parse(readFileSync(new URL(file, folder), 'utf8')) as Description

  test('is Arazzo 1.0.1 and has Chinese texts', () => {
    expect(description.arazzo).toBe('1.0.1')
    expect(Object.keys(description.info['x-zh'] ?? {})).toEqual(['title', 'summary', 'description'])
  })

  test.each(description.workflows)('$workflowId calls operations of the contract', ({ steps }) => {
    const workflows = description.workflows.map(({ workflowId }) => workflowId)
    for (const { stepId, operationId, workflowId, requestBody, successCriteria } of steps) {
      if (operationId === undefined) {
        expect(workflows, stepId).toContain(workflowId)
        continue
      }
      expect(Object.keys(documented), stepId).toContain(operationId)
      if (requestBody) expect(documented[operationId]?.requestMediaTypes).toContain(requestBody.contentType)
      expect(successCriteria?.length, stepId).toBeGreaterThan(0)
    }
  })

  test.each(description.workflows)('$workflowId takes no value from nowhere', ({ inputs, steps, outputs }) => {
    const name = inputs.$ref?.replace('#/components/inputs/', '')
    const { properties = {} } = name === undefined ? inputs : (description.components?.inputs?.[name] ?? {})
    for (const property of Object.values(properties)) expect(property.default).toBeDefined()
    for (const [input = ''] of names(steps, /\$inputs\.(\w+)/g)) expect(Object.keys(properties)).toContain(input)
    const known = new Set<string>()
    for (const step of steps) {
      for (const used of names(step, /\$steps\.(\w+)\.outputs\.(\w+)/g)) expect(known).toContain(used.join('.'))
      for (const output of Object.keys(step.outputs ?? {})) known.add(`${step.stepId}.${output}`)
    }
    for (const used of names(outputs ?? {}, /\$steps\.(\w+)\.outputs\.(\w+)/g)) expect(known).toContain(used.join('.'))
  })
})
