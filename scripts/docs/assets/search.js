// What the search does, without the page: the docs' script uses it, and so do the tests.

/** Words of Chinese have no blanks between them; what cuts them is the browser's own. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** The words of a text as the index has them: Latin names in whole and by their parts, Chinese cut into words. */
export function wordsOf(text) {
  const words = []
  for (const [run, name] of text.matchAll(/([\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}_.-]*)|\p{Script=Han}+/gu)) {
    if (name === undefined) words.push(...chinese(run))
    else words.push(...latin(run.replace(/[._-]+$/, '')))
  }
  return words
}

function latin(name) {
  // `createUsers`, `attr_gender` and `X-device-ip` are found by each of their words too.
  const parts = name
    .replaceAll(/(\p{Ll}|\p{N})(?=\p{Lu})/gu, '$1 ')
    .split(/[ _.-]+/)
    .filter(Boolean)
  const words = parts.map((word) => stem(word.toLowerCase()))
  return parts.length > 1 ? [name.toLowerCase(), ...words] : words
}

/** Endings that people do not mind: `users` finds `user`, `signing` finds `sign`. */
function stem(word) {
  if (word.length > 4 && /[a-z]s$/.test(word) && !/(ss|us|is)$/.test(word)) return word.slice(0, -1)
  return word
}

function chinese(run) {
  const words = []
  for (const { segment } of segmenter.segment(run)) {
    words.push(segment)
    // A long word is found by what it is put together from.
    if (segment.length > 2) for (let at = 0; at + 2 <= segment.length; at++) words.push(segment.slice(at, at + 2))
  }
  return words
}

/** What counts how much: a guide answers a question, a table of codes only a search for the code. */
const weights = { guide: 2.2, section: 1, journey: 1.3, operation: 1, table: 1, code: 0.5, sdk: 0.6 }

/** How entries are kept and found. */
const options = {
  idField: 'url',
  fields: ['title', 'words', 'ids', 'names', 'text'],
  // One text by name, and nothing of what every object has.
  extractField: (entry, name) => (Object.hasOwn(entry, name) ? entry[name] : ''),
  storeFields: ['title', 'detail', 'kind'],
  tokenize: wordsOf,
  // The words are as they should be already.
  processTerm: (word) => word,
}

const search = {
  boost: { title: 5, words: 12, ids: 8, names: 3 },
  boostDocument: (_url, _word, stored) => weights[stored.kind],
  prefix: (word) => word.length > 1,
  // Chinese words are too short for a letter more or less.
  fuzzy: (word) => (/^[a-z]{4,}$/.test(word) ? 0.2 : false),
  weights: { prefix: 0.4, fuzzy: 0.2 },
}

/**
 * Makes the index of the entries of a language.
 * @param {typeof import('minisearch').default} MiniSearch the library, from wherever it is loaded
 * @returns what finds the best entries for a query, all of its words if there are such, else any of them
 */
export async function createSearch(MiniSearch, entries) {
  const index = new MiniSearch(options)
  await index.addAllAsync(entries, { chunkSize: 100 })
  const named = new Map(entries.flatMap(({ url, ids }) => ids.split(' ').map((id) => [id.toLowerCase(), url])))
  return (query, limit = 12) => {
    const all = index.search(query, { ...search, combineWith: 'AND' })
    const hits = all.length > 0 ? all : index.search(query, search)
    // Who types a whole name means what is called so.
    const meant = named.get(query.trim().toLowerCase())
    const first = hits.filter(({ id }) => id === meant)
    return [...first, ...hits.filter(({ id }) => id !== meant)].slice(0, limit)
  }
}
