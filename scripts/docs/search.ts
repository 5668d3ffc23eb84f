import { ERROR_CODES_PAGE, PERMISSION_CODES_PAGE, RETURN_CODES_PAGE } from './markup.ts'
import { localized } from './model.ts'
import type { Site } from './page.ts'
import { SDK_PAGE } from './sdk-page.ts'
import { type Language, texts } from './texts.ts'

/** What the search looks through: title, second line, address below the language's folder, further words. */
interface Entry {
  title: string
  detail: string
  url: string
  words: string
}

/** The search index of one language, as JSON. Names in the other language are found too. */
export function searchIndex(site: Site, language: Language): string {
  const t = texts[language]
  const entries: Entry[] = []
  for (const { groups, document } of site.contracts) {
    for (const group of groups) {
      for (const operation of group.operations) {
        const parameters = operation.parameters.map(({ name }) => name)
        const both = ['zh', 'en'].map((name) => localized(operation, 'summary', name as Language))
        entries.push({
          title: localized(operation, 'summary', language),
          detail: `${operation.method.toUpperCase()} ${operation.event ?? operation.path}`,
          url: operation.page,
          words: [operation.id, ...operation.source.pages.map(({ page }) => page), ...both, ...parameters].join(' '),
        })
      }
    }
    for (const { status, error, message, 'x-zh': zh } of document['x-return-codes'] ?? []) {
      const url = `${RETURN_CODES_PAGE}#${error ?? 'success'}`
      const title = `${status} ${error ?? 'success'}`
      entries.push({ title, detail: t.returnCodes, url, words: `${message} ${zh.message}` })
    }
    for (const { code, message, meaning, 'x-zh': zh } of document['x-error-codes'] ?? []) {
      const words = `${message} ${meaning} ${zh.message} ${zh.meaning}`
      entries.push({ title: code, detail: t.errorCodes, url: `${ERROR_CODES_PAGE}#${code}`, words })
    }
    for (const permission of document['x-permission-codes'] ?? []) {
      const words = localized(permission, 'description', language)
      const url = `${PERMISSION_CODES_PAGE}#${permission.code}`
      entries.push({ title: permission.code, detail: t.permissionCodes, url, words })
    }
  }
  for (const { path, description } of site.journeys) {
    for (const workflow of description.workflows) {
      const title = localized(workflow, 'summary', language)
      const words = workflow.steps.map(({ stepId, operationId = '' }) => `${stepId} ${operationId}`).join(' ')
      entries.push({ title, detail: t.journeys, url: `${path}#${workflow.workflowId}`, words })
    }
  }
  for (const guide of [...site.guides, ...site.tools].filter((candidate) => candidate.language === language)) {
    const words = guide.text.replaceAll(/[#>*`|\s]+/g, ' ')
    const detail = site.tools.includes(guide) ? t.tools : t.guides
    entries.push({ title: guide.title, detail, url: guide.path, words })
  }
  for (const { name, text } of site.sdk) {
    entries.push({ title: name, detail: t.sdkReference, url: `${SDK_PAGE}#${name}`, words: text })
  }
  return `${JSON.stringify(entries)}\n`
}
