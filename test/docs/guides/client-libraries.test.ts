import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import peers from '../../peers/package.json' with { type: 'json' }
import { guides } from './guides.ts'

const clients = new URL('../../peers/clients/', import.meta.url)
const bare = (code: string) => code.replaceAll(/ *\/\/ .*$/gm, '')

// `npm run test:peers` signs people in with these programs.
test.each(readdirSync(clients))('a guide prints %s as it is run, but for comments', (name) => {
  const code = bare(readFileSync(new URL(name, clients), 'utf8'))
  const printing = guides.filter(
    ({ slug, blocks }) =>
      ['client-libraries', 'cas', 'saml'].includes(slug) && blocks.some((block) => bare(block.code) === code),
  )
  expect(printing.map(({ language }) => language).sort()).toEqual(['en', 'zh'])
})

test.each(['en', 'zh'])('the %s guide names the versions that are run', (language) => {
  const text = readFileSync(
    new URL(`../../../openapi/guides/account/client-libraries.${language}.md`, import.meta.url),
    'utf8',
  )
  const named = [...text.matchAll(/^\| .*?([@\w/-]+)`? (\d+\.\d+\.\d+)[)）]? \|/gm)].map(([, name, version]) => [
    name,
    version,
  ])
  expect(named.length).toBeGreaterThan(4)
  for (const [name = '', version] of named) {
    // Debian's own, which has no version in package.json.
    if (name !== 'mod_auth_openidc') expect((peers.dependencies as Record<string, string>)[name], name).toBe(version)
  }
})
