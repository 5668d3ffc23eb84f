import { readFileSync } from 'node:fs'

/**
 * Stands in for jq, which not every machine has, as far as guides use it: `jq [-r] .name` prints one field of the JSON
 * that it reads, with `-r` text without its quotation marks. A field that is missing is an error here: a guide that
 * takes it has nothing to go on with.
 */
const [filter = '', ...options] = process.argv.slice(2).reverse()
const [, name = ''] = /^\.(\w+)$/.exec(filter) ?? []
if (name === '' || options.some((option) => option !== '-r')) throw new Error(`jq: ${process.argv.slice(2)}`)
const value = (JSON.parse(readFileSync(0, 'utf8')) as Record<string, unknown>)[name]
if (value === undefined) throw new Error(`jq: there is no ${name}`)
console.log(typeof value === 'string' && options.includes('-r') ? value : JSON.stringify(value))
