import { readFileSync } from 'node:fs'
import { expect } from 'vitest'

const folders = new URL('../../../openapi/guides/', import.meta.url)

/** A row of a table: the name in its first cell, the words in code of the second, and what the last one says. */
export interface Row {
  name: string
  values: string[]
  last: string
}

/** The words in code of a cell. */
function codeIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word)
}

/** The first table below a heading of depth 2, by its place among these headings. */
function readTable(guide: string, language: string, place: number): Row[] {
  const text = readFileSync(new URL(`${guide}.${language}.md`, folders), 'utf8')
  const section = text.split(/^## /m)[place] ?? ''
  const [table = ''] = /(?:^\|.*\n)+/m.exec(section) ?? []
  const [, , ...lines] = table.trimEnd().split('\n')
  return lines.map((line) => {
    const cells = line.split('|').map((cell) => cell.trim())
    return {
      name: codeIn(cells[1] ?? '')[0] ?? cells[1] ?? '',
      values: codeIn(cells[2] ?? ''),
      last: cells.at(-2) ?? '',
    }
  })
}

/**
 * The table that a guide has in this place, as the English guide has it; the Chinese one names the same.
 * @param heading the English heading of depth 2 above it
 */
export function tableIn(guide: string, heading: string): Row[] {
  const text = readFileSync(new URL(`${guide}.en.md`, folders), 'utf8')
  const place = text.split(/^## /m).findIndex((section) => section.startsWith(`${heading}\n`))
  expect(place, `${guide} has no heading ${heading}`).toBeGreaterThan(0)
  const [english, chinese] = ['en', 'zh'].map((language) => readTable(guide, language, place))
  const named = (rows: Row[] = []) => rows.map(({ name, values }) => ({ name, values }))
  expect(english?.length).toBeGreaterThan(1)
  expect(named(chinese)).toEqual(named(english))
  return english ?? []
}
