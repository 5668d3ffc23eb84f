import { readdir, readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { DOWNLOADS } from './downloads.ts'
import type { Localized } from './model.ts'
import { translate } from './translate.ts'

/** A value that a step sends beside the body; a reference stands for one that many steps share. */
export type JourneyParameter = { name: string; in?: string; value: unknown } | { reference: string }

/** One call of a journey, or another journey. */
export interface Step extends Localized {
  stepId: string
  operationId?: string
  workflowId?: string
  parameters?: JourneyParameter[]
  requestBody?: { contentType: string; payload: unknown }
  successCriteria?: { condition: string }[]
  outputs?: Record<string, string>
}

export interface Workflow extends Localized {
  workflowId: string
  inputs?: { properties?: Record<string, Localized & { default?: unknown }> } | { $ref: string }
  steps: Step[]
  outputs?: Record<string, string>
}

/** The parts of an Arazzo description that the docs show. */
interface ArazzoDescription {
  info: Localized & { title: string }
  sourceDescriptions: { name: string }[]
  workflows: Workflow[]
  components?: { inputs?: Record<string, Exclude<Workflow['inputs'], { $ref: string } | undefined>> }
}

/** Journeys that belong together: one file of `openapi/workflows`. */
export interface JourneySet {
  /** The document whose operations they call. */
  api: string
  /** The page, below the folder of a language. */
  path: string
  description: ArazzoDescription
  /** The description itself, below the root of the site. */
  file: string
  /** English texts that have no Chinese. */
  untranslated: string[]
}

const ending = '.arazzo.yaml'

/** Reads `openapi/workflows`, in the order of the documents and then of the names. */
export async function readJourneys(root: string, apis: readonly string[]): Promise<JourneySet[]> {
  const folder = `${root}/openapi/workflows`
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending)).sort()
  const sets = await Promise.all(
    names.map(async (name): Promise<JourneySet> => {
      const description = parse(await readFile(`${folder}/${name}`, 'utf8')) as ArazzoDescription
      const untranslated = await translate(root, description)
      const api = description.sourceDescriptions[0]?.name ?? ''
      return {
        api,
        path: `journeys/${name.slice(0, -ending.length)}.html`,
        file: `${DOWNLOADS}/workflows/${name}`,
        description,
        untranslated,
      }
    }),
  )
  return sets.sort((a, b) => apis.indexOf(a.api) - apis.indexOf(b.api))
}

/** What a journey is given, also where it is described once for several. */
export function inputsOf(
  set: JourneySet,
  { inputs }: Workflow,
): [name: string, input: Localized & { default?: unknown }][] {
  const name = inputs && '$ref' in inputs ? inputs.$ref.replace('#/components/inputs/', '') : undefined
  const found = name === undefined ? inputs : set.description.components?.inputs?.[name]
  return Object.entries((found as { properties?: Record<string, Localized> } | undefined)?.properties ?? {})
}
