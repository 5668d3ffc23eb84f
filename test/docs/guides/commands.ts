import { expect } from 'vitest'
import { answerExamples, type MockOperation } from '../../../mocks/src/contract.ts'
import type { RunningMock } from '../../mocks/start.ts'
import { curlCommands, operationOf, readCurl } from './curl.ts'
import type { Block, GuideFile } from './guides.ts'
import type { Outcome } from './shell.ts'

/** A block of shell, with the answer that the guide shows below it. */
export interface Command {
  code: string
  shown: Block | undefined
}

/** The blocks of shell of a guide, in order. */
export function commandsOf({ blocks }: GuideFile): Command[] {
  return blocks.flatMap(({ language, code }, index): Command[] => {
    if (language !== 'sh') return []
    const next = blocks[index + 1]
    return [{ code, shown: next?.isBelow && ['json', 'xml'].includes(next.language) ? next : undefined }]
  })
}

/**
 * The operation that a command calls; undefined where it calls none.
 * @throws Error when it makes more than one call, as there is one answer to look at
 */
export function calledBy({ code }: Command, { documents }: RunningMock): MockOperation | undefined {
  const [call, ...more] = curlCommands(code)
  if (more.length > 0) throw new Error(`more than one call in a block: ${code}`)
  if (call === undefined) return undefined
  const id = operationOf(readCurl(call))
  return documents.flatMap(({ operations }) => operations).find((operation) => operation.id === id)
}

/** The members by which failures are compared: what a program may rely on. */
function codeIn(value: unknown): { error?: string; error_code?: string } | undefined {
  const { error, error_code } = (value ?? {}) as Record<string, unknown>
  if (typeof error_code === 'string') return { error_code }
  return typeof error === 'string' ? { error } : undefined
}

/** The statuses of which a reader is promised one: by `Prefer`, by the failure shown below, else those of a success. */
function promised({ code, shown }: Command, operation: MockOperation): string[] {
  const [, status] = /Prefer: code=(\d+)/.exec(code) ?? []
  if (status) return [status]
  const [, name] = /Prefer: example=([\w.]+)/.exec(code) ?? []
  const examples = answerExamples(operation)
  if (name) return examples.filter((entry) => entry.name === name).map((entry) => String(entry.status))
  const failure = shown?.language === 'json' ? codeIn(JSON.parse(shown.code)) : undefined
  if (!failure) return operation.policy.responses.filter((documented) => /^[23]/.test(documented))
  return examples
    .filter(({ value }) => JSON.stringify(codeIn(value)) === JSON.stringify(failure))
    .map((entry) => String(entry.status))
}

/** The names of a text in XML, in order. */
function elements(xml: string): string[] {
  return [...xml.matchAll(/<(\/?[\w:]+)/g)].map(([, name = '']) => name)
}

/** Holds what a command got against what the guide and the contract say of it. */
export function expectPromised(command: Command, operation: MockOperation, { status = '', stdout }: Outcome): void {
  expect(promised(command, operation), `${command.code}${stdout}`).toContain(status)
  const documented: readonly string[] = operation.policy.responses
  expect(documented.includes(status) || documented.includes('default'), `${status} is not documented`).toBe(true)
  const { shown } = command
  if (shown?.language === 'xml') expect(elements(stdout)).toEqual(elements(shown.code))
  if (shown?.language !== 'json') return
  const example = JSON.parse(shown.code) as object
  const answer = JSON.parse(stdout) as object
  expect(codeIn(answer)).toEqual(codeIn(example))
  expect(Object.keys(answer).sort()).toEqual(Object.keys(example).sort())
}
