import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** A block of code as it stands in a guide. */
export interface Block {
  language: string
  code: string
}

/** A guide in one language, as its file has it. */
export interface GuideFile {
  /** What it is about: the Account API, or the programs made from the contract. */
  folder: 'account' | 'tools'
  name: string
  slug: string
  language: 'zh' | 'en'
  order: number
  sources: { page: string; title: string; mark: string }[]
  /** Depth of each heading, in order. */
  headings: number[]
  /** Number of lines of each table, in order. */
  tables: number[]
  blocks: Block[]
  /** Addresses that the text links to. */
  links: string[]
}

const folders = new URL('../../../openapi/guides/', import.meta.url)

function readGuide(folder: GuideFile['folder'], name: string): GuideFile {
  const content = readFileSync(new URL(`${folder}/${name}`, folders), 'utf8')
  const [, slug = '', language = ''] = /^([a-z0-9-]+)\.(zh|en)\.md$/.exec(name) ?? []
  const [, head = '', text = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(content) ?? []
  const { order, sources = [] } = parse(head) as Pick<GuideFile, 'order' | 'sources'>
  const prose = text.replaceAll(/^```[\s\S]*?^```$/gm, '')
  return {
    folder,
    name,
    slug,
    language: language as GuideFile['language'],
    order,
    sources,
    headings: [...prose.matchAll(/^(#+) /gm)].map(([, marks = '']) => marks.length),
    tables: [...prose.matchAll(/(?:^\|.*\n)+/gm)].map(([table]) => table.trimEnd().split('\n').length),
    blocks: [...text.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map(([, language = '', code = '']) => ({
      language,
      code,
    })),
    links: [...prose.matchAll(/\]\(([^)]+)\)/g)].map(([, address = '']) => address),
  }
}

/** Every guide in every language. */
export const guides = (['account', 'tools'] as const).flatMap((folder) =>
  readdirSync(new URL(folder, folders))
    .filter((name) => name.endsWith('.md'))
    .map((name) => readGuide(folder, name)),
)
