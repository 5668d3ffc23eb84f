import { expect, test } from 'vitest'
import { plain } from '../support/markup.ts'
import { compile } from './compile.ts'
import { guides } from './guides/guides.ts'
import { pages } from './site.ts'

/** The SDK samples of the reference as modules that could stand in this project. */
function samples(): [string, string][] {
  return [...pages].flatMap(([path, markup]) =>
    path.startsWith('en/reference/')
      ? [...markup.matchAll(/<code>(import \{ create\w+Client[\s\S]*?)<\/code>/g)].map(
          ([, sample = '']): [string, string] => [
            `${path}: ${plain(sample)}`,
            `${plain(sample)}\nexport {}\ndeclare const accessToken: string\ndeclare const sessionToken: string\ndeclare const stateToken: string\ndeclare const bytes: Uint8Array<ArrayBuffer>\n`,
          ],
        )
      : [],
  )
}

/** The code in TypeScript of the guides. */
function blocks(): [string, string][] {
  return guides.flatMap(({ folder, name, blocks }) =>
    blocks.flatMap(({ language, code }, index): [string, string][] =>
      language === 'ts' ? [[`${folder}/${name}, block ${index + 1}`, code]] : [],
    ),
  )
}

test('every SDK sample of the reference and every TypeScript of the guides compiles against the SDK', () => {
  expect(samples().length).toBeGreaterThan(150)
  expect(blocks().length).toBeGreaterThan(15)
  expect(compile(new Map([...samples(), ...blocks()]))).toEqual([])
}, 120_000)
