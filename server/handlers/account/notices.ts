import { type AccountNotice, isAccountNotice } from '../../pages/text/index.ts'

/** What a page says that it was reached with; a word that is none of ours says nothing. */
export function noticeOf(word: string | undefined): AccountNotice | undefined {
  return word !== undefined && isAccountNotice(word) ? word : undefined
}
