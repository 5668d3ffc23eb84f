import { headingsOf } from './anchors.ts'
import type { Guide } from './guides.ts'
import { ERROR_CODES_PAGE, PERMISSION_CODES_PAGE, RETURN_CODES_PAGE } from './markup.ts'
import { type Contract, localized, type Operation } from './model.ts'
import { tablesOf } from './navigation.ts'
import type { Site } from './page.ts'
import { pageOfPart } from './sdk-parts.ts'
import { type Language, texts } from './texts.ts'
import { wordsOfOperation } from './words.ts'

/** What the search looks through and shows. The fields, and what each kind weighs, stand in `assets/search.js`. */
export interface Entry {
  /** Below the folder of the language. */
  url: string
  kind: 'guide' | 'section' | 'journey' | 'operation' | 'table' | 'code' | 'sdk'
  title: string
  /** The second line of a hit. */
  detail: string
  /** What people say for it. */
  words: string
  /** What it is called by programs: its id, its address, its number. */
  ids: string
  /** The fields and headers that it has. */
  names: string
  text: string
}

/** The search index of one language, as JSON. Names in the other language are found too. */
export function searchIndex(site: Site, language: Language): string {
  const guides = [...site.guides, ...site.tools].filter((guide) => guide.language === language)
  const entries = [
    ...guides.flatMap((guide) =>
      ofGuide(guide, guide.api === 'tools' ? texts[language].tools : texts[language].guides),
    ),
    ...ofJourneys(site, language),
    ...site.contracts.flatMap((contract) => ofContract(contract, language)),
    ...site.sdk.map(({ name, part, text }) => {
      const detail = texts[language].sdkReference
      return entry('sdk', `${pageOfPart(part)}#${name}`, name, detail, { text })
    }),
  ]
  return `${JSON.stringify(entries)}\n`
}

function entry(
  kind: Entry['kind'],
  url: string,
  title: string,
  detail: string,
  { words = '', ids = '', names = '', text = '' }: Partial<Entry>,
): Entry {
  return { url, kind, title, detail, words, ids, names, text }
}

/** A guide as a whole, by its title and what it begins with, and each of its parts. */
function ofGuide(guide: Guide, detail: string): Entry[] {
  const [lead = '', ...parts] = guide.text.split(/^(?=#{2,4} )/m)
  const headings = headingsOf(guide.text)
  const whole = entry('guide', guide.path, guide.title, detail, {
    words: guide.words,
    text: `${plain(lead)} ${headings.map(({ text }) => text).join(' ')}`,
  })
  // Lines of code that look like headings have parted a text that belongs together.
  const sections = headings.map(({ text: title }, index) => {
    const text = parts.filter((part) => part.slice(part.indexOf(' ') + 1).startsWith(title)).join(' ')
    const url = `${guide.path}#${guide.anchors[index] ?? ''}`
    return entry('section', url, title.replaceAll('`', ''), guide.title, { text: plain(text) })
  })
  return [whole, ...sections]
}

function plain(markdown: string): string {
  return markdown
    .replaceAll(/\]\([^)]*\)/g, ' ')
    .replaceAll(/[#>*`|[\]\s]+/g, ' ')
    .trim()
}

function ofJourneys(site: Site, language: Language): Entry[] {
  return site.journeys.flatMap(({ path, description: { workflows } }) =>
    workflows.map((workflow) =>
      entry(
        'journey',
        `${path}#${workflow.workflowId}`,
        localized(workflow, 'summary', language),
        texts[language].journeys,
        {
          names: workflow.steps.map(({ operationId = '' }) => operationId).join(' '),
          text: localized(workflow, 'description', language),
        },
      ),
    ),
  )
}

function ofContract(contract: Contract, language: Language): Entry[] {
  const t = texts[language]
  const { groups, document } = contract
  const other = language === 'zh' ? 'en' : 'zh'
  const ofOperation = (operation: Operation) =>
    entry(
      'operation',
      operation.page,
      localized(operation, 'summary', language),
      `${operation.method.toUpperCase()} ${operation.event ?? operation.path}`,
      {
        ids: [operation.id, operation.path, ...operation.source.pages.map(({ page }) => page)].join(' '),
        names: wordsOfOperation(document, operation),
        text: [localized(operation, 'summary', other), localized(operation, 'description', language)].join(' '),
      },
    )
  const code = (page: string, name: string, detail: string, text: string, ids = '') =>
    entry('code', `${page}#${name}`, name, detail, { text, ids })
  return [
    ...groups.map(({ path, title, description }) =>
      entry('table', path, title[language], contract.title[language], { text: description[language] }),
    ),
    ...groups.flatMap(({ operations }) => operations.map(ofOperation)),
    ...tablesOf(contract, language).map(({ path, title }) => entry('table', path, title, contract.title[language], {})),
    ...(document['x-return-codes'] ?? []).map(({ status, error, message, 'x-zh': zh }) =>
      code(
        RETURN_CODES_PAGE,
        error ?? 'success',
        `${t.returnCodes} ${status}`,
        `${message} ${zh.message}`,
        String(status),
      ),
    ),
    ...(document['x-error-codes'] ?? []).map(({ code: name, message, meaning, 'x-zh': zh }) =>
      code(
        ERROR_CODES_PAGE,
        name,
        t.errorCodes,
        `${message} ${zh.message} ${language === 'zh' ? zh.meaning : meaning}`,
      ),
    ),
    ...(document['x-permission-codes'] ?? []).map((permission) =>
      code(PERMISSION_CODES_PAGE, permission.code, t.permissionCodes, localized(permission, 'description', language)),
    ),
  ]
}
