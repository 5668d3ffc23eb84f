import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { guides } from './guides.ts'

const clients = new URL('../../peers/clients/', import.meta.url)
const bare = (code: string) => code.replaceAll(/ *\/\/ .*$/gm, '')

// `npm run test:peers` signs people in with these programs.
test.each(readdirSync(clients))('the guide prints %s as it is run, but for comments', (name) => {
  const code = bare(readFileSync(new URL(name, clients), 'utf8'))
  const printing = guides.filter(
    ({ slug, blocks }) => slug === 'client-libraries' && blocks.some((block) => bare(block.code) === code),
  )
  expect(printing.map(({ language }) => language).sort()).toEqual(['en', 'zh'])
})
