import { join } from 'node:path'
import { buildSite } from '../../scripts/docs/site.ts'
import { plain } from '../support/markup.ts'

const root = join(import.meta.dirname, '../..')

/** The site as the tests read it: every file by its path. */
export const files = await buildSite(root)

/** The pages of the site, by path. */
export const pages = new Map([...files].filter(([path]) => path.endsWith('.html')))

/** The values of an attribute in a page, with entities resolved. */
export function attributeValues(markup: string, name: string): string[] {
  return [...markup.matchAll(new RegExp(`<[a-z][^<>]*?\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) =>
    plain(value),
  )
}
