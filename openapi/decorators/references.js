import { dirname, join, relative } from 'node:path'

/** A copy of a node whose references are relative to `folder`, with references that are relative to the file `from`. */
export function referringFrom(from, folder, node) {
  if (Array.isArray(node)) return node.map((item) => referringFrom(from, folder, item))
  if (typeof node !== 'object' || node === null) return node
  const moved = ([key, value]) => {
    if (key !== '$ref') return [key, referringFrom(from, folder, value)]
    return [key, relative(dirname(from), join(folder, value)).replaceAll('\\', '/')]
  }
  return Object.fromEntries(Object.entries(node).map(moved))
}
