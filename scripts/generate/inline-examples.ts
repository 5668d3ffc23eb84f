import { type ContractDocument, type ContractExample, type Reference, resolve } from './document.ts'

type Examples = Record<string, ContractExample | Reference>

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Puts shared examples where they are used. In the sources a failure is written once; whoever reads the bundle finds
 * every example in its place and follows no references for them.
 */
export function inlineExamples(source: ContractDocument): ContractDocument {
  const document = structuredClone(source)
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach(walk)
      return
    }
    if (!isObject(value)) return
    if (isObject(value.content)) {
      for (const media of Object.values(value.content)) {
        if (!isObject(media) || !isObject(media.examples)) continue
        const examples = media.examples as Examples
        for (const [name, example] of Object.entries(examples)) examples[name] = resolve(source, example)
      }
    }
    for (const inner of Object.values(value)) walk(inner)
  }
  walk(document.paths)
  walk(document.webhooks)
  walk(document.components?.responses)
  walk(document.components?.requestBodies)
  if (document.components) delete document.components.examples
  return document
}
