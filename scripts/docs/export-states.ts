import { exportStates } from '../../server/domain/exports/states.ts'
import type { Language } from './texts.ts'

const heads = { en: ['State', 'What may follow'], zh: ['状态', '之后可能的状态'] } as const
const none = { en: 'nothing: it is over', zh: '无（已结束）' } as const

/** What may become of an export, as a table of Markdown: the one that the server acts by. */
export function exportStatesTable(language: Language): string {
  const rows = Object.entries(exportStates).map(([state, next]) => {
    const following = next.map((name) => `\`${name}\``).join(language === 'zh' ? '、' : ', ')
    return `| \`${state}\` | ${following || none[language]} |`
  })
  return [`| ${heads[language].join(' | ')} |`, '| --- | --- |', ...rows].join('\n')
}
