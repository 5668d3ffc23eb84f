import { DOWNLOADS } from '../downloads.ts'
import { localized, type Operation } from '../model.ts'
import { tablesOf } from '../navigation.ts'
import type { Site } from '../page.ts'
import { SDK_PAGE, sdkPlaces } from '../sdk-parts.ts'
import { texts } from '../texts.ts'
import { leadOf } from './guide.ts'

const LANGUAGE = 'en'

/** What there is, for programs that read: every page in Markdown with a line about it (llmstxt.org). */
export function llms(site: Site): string {
  const t = texts[LANGUAGE]
  const link = (path: string, title: string, note = '') =>
    `- [${title}](${LANGUAGE}/${path.replace(/\.html$/, '.md')})${note && `: ${note}`}`
  const guides = [...site.guides, ...site.tools].filter(({ language }) => language === LANGUAGE)
  const ofOperation = (operation: Operation) =>
    link(
      operation.page,
      localized(operation, 'summary', LANGUAGE),
      `${operation.method.toUpperCase()} ${operation.event ?? operation.path}`,
    )
  const documents = site.contracts.flatMap((contract) => [
    `## ${contract.title[LANGUAGE]}`,
    ...[
      `- [OpenAPI, JSON](${DOWNLOADS}/${contract.api}.json)`,
      `- [OpenAPI, YAML](${DOWNLOADS}/${contract.api}.yaml)`,
      ...guides.filter(({ api }) => api === contract.api).map((guide) => link(guide.path, guide.title, leadOf(guide))),
      ...site.journeys
        .filter(({ api }) => api === contract.api)
        .map(({ path, description: { info } }) => link(path, info.title, info.summary)),
      ...tablesOf(contract, LANGUAGE).map(({ path, title }) => link(path, title)),
      ...contract.groups.flatMap(({ operations }) => operations.map(ofOperation)),
    ],
  ])
  return `${[
    `# ${t.product}`,
    '',
    `> ${t.introduction}`,
    '',
    `Every page is there in Chinese too: \`zh/\` in place of \`en/\`.`,
    '',
    ...documents,
    `## ${t.tools}`,
    ...guides.filter(({ api }) => api === 'tools').map((guide) => link(guide.path, guide.title, leadOf(guide))),
    link(SDK_PAGE, t.sdkReference),
    ...sdkPlaces(site.contracts, LANGUAGE).map(({ path, title }) => link(path, title)),
  ]
    .join('\n')
    .replaceAll(/\n(## .*)\n/g, '\n\n$1\n\n')
    .replaceAll(/\n{3,}/g, '\n\n')}\n`
}
