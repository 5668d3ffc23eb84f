import { inflateRawSync } from 'node:zlib'

/** The files of an archive, by name, as its central directory tells of them (APPNOTE 4.3.12). */
function unzip(archive: Buffer): Map<string, string> {
  const files = new Map<string, string>()
  const end = archive.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, name, extra, comment] = [20, 28, 30, 32].map((offset) =>
      offset === 20 ? archive.readUInt32LE(at + offset) : archive.readUInt16LE(at + offset),
    ) as [number, number, number, number]
    const start = archive.readUInt32LE(at + 42)
    const content = start + 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28)
    const bytes = archive.subarray(content, content + packed)
    const isPacked = archive.readUInt16LE(at + 10) === 8
    files.set(archive.toString('utf8', at + 46, at + 46 + name), (isPacked ? inflateRawSync(bytes) : bytes).toString())
    at += 46 + name + extra + comment
  }
  return files
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#13;': '\r' }

/** The sheets of a workbook whose cells are all texts: rows of them. */
export function sheetsOf(archive: Buffer): string[][][] {
  const files = unzip(archive)
  const names = [...(files.get('xl/workbook.xml') ?? '').matchAll(/<sheet name="[^"]+" sheetId="(\d+)"/g)]
  return names.map(([, number]) => {
    const xml = files.get(`xl/worksheets/sheet${number}.xml`) ?? ''
    return [...xml.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<c\/>|<c t="inlineStr"><is><t xml:space="preserve">([^<]*)<\/t><\/is><\/c>/g)].map(
        ([, text = '']) => text.replace(/&[^;]+;/g, (entity) => entities[entity] ?? entity),
      ),
    )
  })
}
