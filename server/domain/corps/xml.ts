import { XMLParser } from 'fast-xml-parser'

/** Entities stay as they are written, so none can be made to grow or to read a file; WeCom writes its texts as CDATA. */
const parser = new XMLParser({ processEntities: false, ignoreAttributes: true, parseTagValue: false })

/**
 * The texts right below the root `xml`, by name; undefined when the text is no XML of that kind. A name that stands twice, or has
 * elements inside, is left out.
 */
export function readXml(text: string): Readonly<Record<string, string>> | undefined {
  if (/<!(DOCTYPE|ENTITY)/i.test(text.slice(0, 1024))) return undefined
  let read: unknown
  try {
    read = parser.parse(text, true)
  } catch {
    return undefined
  }
  const root = isObject(read) && Object.hasOwn(read, 'xml') ? read.xml : undefined
  if (!isObject(root)) return undefined
  const texts = Object.entries(root).filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  return Object.fromEntries(texts)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
