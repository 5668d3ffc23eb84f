import { readFile } from 'node:fs/promises'

/** A code block of the client's README. */
export interface ReadmeExample {
  /** The heading it stands below. */
  readonly heading: string
  readonly code: string
}

/** The TypeScript examples of the client's README, in order. */
export async function readmeExamples(): Promise<ReadmeExample[]> {
  const readme = await readFile(new URL('../../client/README.md', import.meta.url), 'utf8')
  const parts = readme.matchAll(/^#+ (?<heading>.+)$|^```ts\n(?<code>[\s\S]*?)^```$/gm)
  const examples: ReadmeExample[] = []
  let current = ''
  for (const { groups } of parts) {
    if (groups?.heading) current = groups.heading
    else if (groups?.code) examples.push({ heading: current, code: groups.code })
  }
  return examples
}
