import { type Html, html } from '../../../server/pages/html.ts'
import { badge, ERROR_CODES_PAGE, fold, inline, PERMISSION_CODES_PAGE, RETURN_CODES_PAGE, relative } from '../markup.ts'
import { type Contract, localized, type Mark, type Operation } from '../model.ts'
import type { Page } from '../page.ts'
import { type Language, texts } from '../texts.ts'

/** From this many operations on, they are folded into one line that opens. */
const MANY = 4

/** The tables of codes that a document has, one page each. */
export function codePages(contract: Contract, language: Language): Page[] {
  const { document } = contract
  return [
    ...(document['x-return-codes'] ? [returnCodesPage(contract, language)] : []),
    ...(document['x-error-codes'] ? [errorCodesPage(contract, language)] : []),
    ...(document['x-permission-codes'] ? [permissionCodesPage(contract, language)] : []),
  ]
}

/** A text in both languages as two cells, the reader's own first. */
function inBoth(language: Language, english: string, chinese: string): Html[] {
  const cells = [
    html`<td lang="en">${inline(english)}</td>`,
    html`<td lang="${texts.zh.htmlLanguage}">${inline(chinese)}</td>`,
  ]
  return language === 'en' ? cells : cells.reverse()
}

function headings(language: Language, title: string): Html[] {
  const t = texts[language]
  const names = [t.english, t.chinese]
  return (language === 'en' ? names : names.reverse()).map((name) => html`<th>${title} (${name})</th>`)
}

function returnCodesPage(contract: Contract, language: Language): Page {
  const t = texts[language]
  const rows = (contract.document['x-return-codes'] ?? []).map(
    (code) =>
      html`<tr id="${code.error ?? 'success'}"><td><code>${code.status}</code></td><td>${code.error && html`<code>${code.error}</code>`}</td><td>${code.http}</td>${inBoth(language, code.message, code['x-zh'].message)}<td>${badge(code.mark as Mark, language)}</td></tr>`,
  )
  const content = html`<h1>${t.returnCodes}</h1><p>${inline(t.returnCodesIntroduction)}</p>
<div class="scroll"><table class="codes"><thead><tr><th>${t.number}</th><th>${t.name}</th><th>${t.http}</th>${headings(language, t.meaning)}<th>${t.source}</th></tr></thead><tbody>${rows}</tbody></table></div>`
  return page(contract, RETURN_CODES_PAGE, t.returnCodes, t.returnCodesIntroduction, content)
}

function errorCodesPage(contract: Contract, language: Language): Page {
  const t = texts[language]
  const rows = (contract.document['x-error-codes'] ?? []).map((code) => {
    const meaning = language === 'zh' ? code['x-zh'].meaning : code.meaning
    const answering = operations(contract, ERROR_CODES_PAGE, language, ({ contract: policy }) =>
      policy['x-error-codes']?.includes(code.code),
    )
    return html`<tr id="${code.code}"><td><code>${code.code}</code></td><td>${code.http}</td>${inBoth(language, code.message, code['x-zh'].message)}<td>${inline(meaning)}${answering}</td><td>${badge(code.mark as Mark, language)}</td></tr>`
  })
  const content = html`<h1>${t.errorCodes}</h1><p>${inline(t.errorCodesIntroduction)}</p>
<div class="scroll"><table class="codes errors"><thead><tr><th>${t.code}</th><th>${t.http}</th>${headings(language, t.message)}<th>${t.meaning}</th><th>${t.source}</th></tr></thead><tbody>${rows}</tbody></table></div>`
  return page(contract, ERROR_CODES_PAGE, t.errorCodes, t.errorCodesIntroduction, content)
}

function permissionCodesPage(contract: Contract, language: Language): Page {
  const t = texts[language]
  const rows = (contract.document['x-permission-codes'] ?? []).map((permission) => {
    const opened = operations(contract, PERMISSION_CODES_PAGE, language, ({ contract: policy }) =>
      policy['x-permissions']?.includes(permission.code),
    )
    return html`<tr id="${permission.code}"><td><code>${permission.code}</code></td><td>${inline(localized(permission, 'description', language))}${opened}</td><td>${badge(permission.mark, language)}</td></tr>`
  })
  const content = html`<h1>${t.permissionCodes}</h1><p>${inline(t.permissionCodesIntroduction)}</p>
<div class="scroll"><table class="codes permissions"><thead><tr><th>${t.code}</th><th>${t.meaning}</th><th>${t.source}</th></tr></thead><tbody>${rows}</tbody></table></div>`
  return page(contract, PERMISSION_CODES_PAGE, t.permissionCodes, t.permissionCodesIntroduction, content)
}

/** Links to the operations that a code is about. */
function operations(
  contract: Contract,
  from: string,
  language: Language,
  isAbout: (operation: Operation) => boolean | undefined,
): Html | undefined {
  const links = contract.groups.flatMap((group) =>
    group.operations
      .filter(isAbout)
      .map(
        (operation) =>
          html`<li><a href="${relative(from, operation.page)}">${localized(operation, 'summary', language)}</a></li>`,
      ),
  )
  if (links.length === 0) return undefined
  const list = html`<ul class="used-by">${links}</ul>`
  return links.length < MANY ? list : fold(`${links.length} ${texts[language].operations}`, list)
}

function page(contract: Contract, path: string, title: string, description: string, content: Html): Page {
  return { path, api: contract.api, title, description: description.replaceAll('`', ''), kind: 'text', content }
}
