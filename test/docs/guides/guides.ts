import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { apis } from '../../../scripts/generate/apis.ts'

/** A block of code as it stands in a guide. */
export interface Block {
  language: string
  code: string
  /** Whether nothing but blank lines parts it from the block before. */
  isBelow: boolean
}

/** A guide in one language, as its file has it. */
export interface GuideFile {
  /** What it is about: one of the documents, or the programs made from the contract. */
  folder: 'account' | 'oneaccess' | 'tools'
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
    blocks: blocksOf(text),
    links: [...prose.matchAll(/\]\(([^)]+)\)/g)].map(([, address = '']) => address),
  }
}

function blocksOf(text: string): Block[] {
  let end = 0
  return [...text.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map(({ 0: all, 1: language = '', 2: code = '', index }) => {
    const isBelow = end > 0 && text.slice(end, index).trim() === ''
    end = index + all.length
    return { language, code, isBelow }
  })
}

/** Every guide in every language. */
export const guides = ([...apis, 'tools'] as const).flatMap((folder) =>
  readdirSync(new URL(folder, folders))
    .filter((name) => name.endsWith('.md'))
    .map((name) => readGuide(folder, name)),
)

/**
 * The code of one block of a guide, which is the same in both languages.
 * @param which tells the block from others in its language; the only one when it is left out
 * @throws Error unless exactly one block fits
 */
export function codeOf(folder: GuideFile['folder'], slug: string, language: string, which = ''): string {
  const guide = guides.find((one) => one.folder === folder && one.slug === slug)
  const found = guide?.blocks.filter((block) => block.language === language && block.code.includes(which)) ?? []
  const [block] = found
  if (!block || found.length > 1) throw new Error(`${found.length} blocks of ${language} with "${which}" in ${slug}`)
  return block.code
}
