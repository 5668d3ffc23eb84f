import { readFileSync } from 'node:fs'

/**
 * Stands in for jq, which not every machine has, as far as guides use it: `jq [-r] .name` prints one field of the JSON
 * that it reads, `.[0].name` that of the first of a list, with `-r` text without its quotation marks. A field that is
 * missing is an error here: a guide that takes it has nothing to go on with.
 */
const [filter = '', ...options] = process.argv.slice(2).reverse()
const [, first, name = ''] = /^\.(\[0\]\.)?(\w+)$/.exec(filter) ?? []
if (name === '' || options.some((option) => option !== '-r')) throw new Error(`jq: ${process.argv.slice(2)}`)
const read = JSON.parse(readFileSync(0, 'utf8'))
const value = ((first ? read[0] : read) as Record<string, unknown> | undefined)?.[name]
if (value === undefined) throw new Error(`jq: there is no ${name}`)
console.log(typeof value === 'string' && options.includes('-r') ? value : JSON.stringify(value))
