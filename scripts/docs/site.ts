import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { apis } from '../generate/apis.ts'
import { downloads } from './downloads.ts'
import { readGuides } from './guides.ts'
import { readJourneys } from './journeys.ts'
import { layout } from './layout.ts'
import type { Page, Site } from './page.ts'
import { codePages } from './pages/codes.ts'
import { guidePage } from './pages/guide.ts'
import { journeysPage } from './pages/journeys.ts'
import { landingPage } from './pages/landing.ts'
import { llms } from './pages/llms.ts'
import { groupPage, operationPage, referencePage } from './pages/reference.ts'
import { readContract } from './read-contract.ts'
import { readSdk } from './sdk.ts'
import { methodsPage, sdkIndex } from './sdk-index.ts'
import { sdkPage } from './sdk-page.ts'
import { sdkParts } from './sdk-parts.ts'
import { searchIndex } from './search.ts'
import { sourcesTag } from './sources.ts'
import { languages } from './texts.ts'
import { toMarkdown } from './to-markdown.ts'

const assets = ['docs.js', 'theme.js', 'search-box.js', 'search.js', 'try-it.js', 'language.js', 'icon.svg']

/** The parts of the style sheet, in their order. */
const styles = ['base', 'frame', 'pages', 'operation', 'try', 'codes', 'small']

/** The guides about the programs that are made from the contracts, in a folder beside those of the documents. */
const TOOLS = 'tools'

/** The page at the root: it leads to the language of the browser, or lets the reader choose. */
const entrance = (root: string) => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>OpenAccount</title>
${sourcesTag(root)}
<script src="assets/theme.js"></script>
<link rel="icon" href="assets/icon.svg">
<link rel="stylesheet" href="assets/docs.css">
<script src="assets/language.js"></script>
</head>
<body class="entrance">
<main>
<h1>OpenAccount</h1>
<p><a href="zh/index.html" lang="zh-CN">中文文档</a> · <a href="en/index.html" lang="en">English docs</a></p>
</main>
</body>
</html>
`

/**
 * Every file of the site by its path below the output folder. The same contract and guides give the same bytes.
 * @param root the project's root
 * @throws Error when a generated document is missing or a guide is malformed
 */
export async function buildSite(root: string): Promise<Map<string, string>> {
  const contracts = await Promise.all(apis.map((api) => readContract(root, api)))
  const guides = (await Promise.all(apis.map((api) => readGuides(root, api)))).flat()
  const [journeys, tools] = await Promise.all([readJourneys(root, apis), readGuides(root, TOOLS)])
  const groups = contracts.flatMap((contract) => contract.groups)
  const places = new Map(groups.flatMap(({ operations }) => operations.map(({ id, page }) => [id, page])))
  const site: Site = { contracts, places, guides, journeys, tools, sdk: readSdk(root) }
  const files = new Map<string, string>([['index.html', entrance(root)]])
  for (const language of languages) {
    const pages: Page[] = [
      landingPage(site, language),
      referencePage(site, language),
      sdkIndex(site, language),
      ...contracts.map((contract) => methodsPage(contract, language)),
      ...sdkParts.map((part) => sdkPage(site.sdk, part, language)),
      ...contracts.flatMap((contract) => [
        ...contract.groups.flatMap((group) => [
          groupPage(contract, group, language),
          ...group.operations.map((operation) => operationPage(contract, group, operation, language)),
        ]),
        ...codePages(contract, language),
      ]),
      ...journeys.map((set) => journeysPage(site, set, language)),
      ...[...guides, ...site.tools].filter((guide) => guide.language === language).map(guidePage),
    ]
    for (const page of pages) {
      files.set(`${language}/${page.path}`, layout(site, language, page))
      files.set(`${language}/${page.path.replace(/html$/, 'md')}`, page.markdown ?? toMarkdown(String(page.content)))
    }
    files.set(`${language}/search.json`, searchIndex(site, language))
  }
  for (const [path, text] of await downloads(root, apis)) files.set(path, text)
  files.set('llms.txt', llms(site))
  // Where the pages may call: nowhere, until a server says otherwise in its place.
  files.set('calls.json', '{ "addresses": [] }\n')
  const asset = (name: string) => readFile(new URL(`assets/${name}`, import.meta.url), 'utf8')
  for (const name of assets) files.set(`assets/${name}`, await asset(name))
  const library = await readFile(fileURLToPath(import.meta.resolve('minisearch')), 'utf8')
  // Its map stays behind.
  files.set('assets/minisearch.js', library.replace(/^\/\/# sourceMappingURL=.*$/m, ''))
  files.set('assets/docs.css', (await Promise.all(styles.map((name) => asset(`css/${name}.css`)))).join('\n'))
  return files
}
