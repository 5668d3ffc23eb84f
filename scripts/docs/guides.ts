import { readdir, readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import type { Provenance } from '../generate/document.ts'
import { anchorOf, headingsOf } from './anchors.ts'
import { exportStatesTable } from './export-states.ts'
import type { Mark } from './model.ts'
import type { Language } from './texts.ts'

/** A guide in one language. */
export interface Guide {
  /** The document that it is about, or `tools`. */
  api: string
  slug: string
  language: Language
  order: number
  sources: (Provenance & { mark: Mark })[]
  title: string
  /** Markdown without the front matter and the title. */
  text: string
  /** The page, below the folder of the language. */
  path: string
  /** Words that people look for it by and that it does not use itself. */
  words: string
  /** The place of each heading, made from the English ones, so that the other language opens at the same place. */
  anchors: string[]
}

interface FrontMatter {
  order: number
  sources?: Guide['sources']
  words?: string
}

/**
 * Reads `openapi/guides/<api>/<slug>.<language>.md`: front matter in YAML, then a first heading that is the title. A mark stands for
 * the table of an export's states.
 * @returns the guides in their order; none when the folder does not exist
 * @throws Error that names the file when it has no front matter or no title
 */
export async function readGuides(root: string, api: string): Promise<Guide[]> {
  const folder = `${root}/openapi/guides/${api}`
  const names = await readdir(folder).catch(() => [])
  const guides: Guide[] = []
  for (const name of names.sort()) {
    const [, slug, language] = /^([a-z0-9-]+)\.(zh|en)\.md$/.exec(name) ?? []
    if (!slug) continue
    const content = await readFile(`${folder}/${name}`, 'utf8')
    const [, head, title, text] = /^---\n([\s\S]*?)\n---\n+# (.+)\n([\s\S]*)$/.exec(content) ?? []
    if (head === undefined || title === undefined || text === undefined) {
      throw new Error(`${folder}/${name} needs front matter and a first heading.`)
    }
    const { order, sources = [], words = '' } = parse(head) as FrontMatter
    const shown = text.replace('<!-- export states -->', () => exportStatesTable(language as Language))
    const path = `guides/${api}/${slug}.html`
    const anchors: string[] = []
    guides.push({ api, slug, language: language as Language, order, sources, title, text: shown, path, words, anchors })
  }
  for (const guide of guides) {
    const english = guides.find(({ slug, language }) => slug === guide.slug && language === 'en') ?? guide
    const taken = new Set<string>()
    guide.anchors.push(...headingsOf(english.text).map(({ text }) => anchorOf(text, taken)))
  }
  return guides.sort((a, b) => a.order - b.order)
}
