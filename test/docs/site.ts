import { join } from 'node:path'
import { buildSite } from '../../scripts/docs/site.ts'

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

/** Text without entities. */
export function plain(markup: string): string {
  return markup
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#96;', '`')
    .replaceAll('&amp;', '&')
}
