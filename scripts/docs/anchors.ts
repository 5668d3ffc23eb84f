/** The place of a heading as it stands in an address: words of Latin letters and digits, joined by hyphens. */
export function anchorOf(text: string, taken: Set<string>): string {
  const words = text
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  const base = words?.join('-') ?? 'part'
  let name = base
  for (let count = 2; taken.has(name); count++) name = `${base}-${count}`
  taken.add(name)
  return name
}

/** The headings of a text in Markdown, the title left out; code may hold lines that look like some. */
export function headingsOf(markdown: string): { depth: number; text: string }[] {
  const prose = markdown.replaceAll(/^```[\s\S]*?^```$/gm, '')
  return [...prose.matchAll(/^(#{2,4}) (.+)$/gm)].map(([, marks = '', text = '']) => ({ depth: marks.length, text }))
}
