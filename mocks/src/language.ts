import type { IncomingMessage } from 'node:http'
import accepts from 'accepts'
import type { Asked } from './failure.ts'

/** The languages of messages. */
const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

function firstKnown(tags: readonly string[]): Language | undefined {
  for (const tag of tags) {
    // POSIX and Java write `zh_CN` for what BCP 47 writes `zh-CN`.
    const language = tag.trim().toLowerCase().split(/[-_;]/, 1)[0]
    const known = languages.find((candidate) => candidate === language)
    if (known) return known
  }
  return undefined
}

/**
 * The language of messages, by the server's rule: `X-L`, then `ui_locales`, then `Accept-Language`. Who asks for languages
 * that are not spoken here gets English, who asks for none Chinese.
 */
export function languageOf({ headers, query }: Asked): Language {
  const accepted = accepts({ headers } as IncomingMessage).languages()
  return (
    firstKnown(headers['x-l']?.toString().split(',') ?? []) ??
    firstKnown(query.get('ui_locales')?.split(' ') ?? []) ??
    firstKnown(accepted) ??
    (accepted.every((tag) => tag === '*') ? 'zh' : 'en')
  )
}
