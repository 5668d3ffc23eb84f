import { assetUrl } from '../assets/assets.ts'
import { type Html, html } from '../html.ts'
import { LANGUAGE_TAGS, type LanguageLinks, type Locale } from '../language.ts'
import { messages } from '../text/index.ts'
import type { CaptchaModel } from './captcha.ts'
import { safeUrl } from './url.ts'

/** What every page takes. */
export interface PageModel {
  readonly locale: Locale
  /** This page in each language (see `languageLinks`); absent where the address does not give the page again, as with the answer to a POST. */
  readonly languageLinks?: LanguageLinks | undefined
  /** What is asked of a visitor who is suspicious; see `captchaField`. */
  readonly captcha?: CaptchaModel | undefined
}

interface Shell extends PageModel {
  /** Text for the browser's title bar; the product name is added. */
  readonly title: string
  readonly content: Html
  /** Names of module scripts in the assets folder. Pages must work when none of them runs. */
  readonly scripts?: readonly string[]
  /** `wide` for pages with a table or a list of links. */
  readonly width?: 'narrow' | 'wide'
}

const MARK = html`<svg class="brand__mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false"><rect width="32" height="32" rx="9" class="brand__tile"/><circle cx="16" cy="12" r="4.25" class="brand__head"/><path d="M7.75 24.5a8.25 8.25 0 0 1 16.5 0" class="brand__arc"/></svg>`

/** The document around a page: no inline script or style, nothing from another origin. */
export function layout(shell: Shell): Html {
  const text = messages(shell.locale).layout
  return html`<!doctype html>
<html lang="${LANGUAGE_TAGS[shell.locale]}">
<head>
<meta charset="utf-8">
<title>${shell.title} · OpenAccount</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<link rel="icon" type="image/svg+xml" href="${assetUrl('favicon.svg')}">
<link rel="stylesheet" href="${assetUrl('openaccount.css')}">
${scriptTags(shell.scripts)}${scriptTags(shell.captcha && ['captcha.js'])}</head>
<body>
<div class="page page--${shell.width ?? 'narrow'}">
<header class="masthead">
<a class="brand" href="/" aria-label="${text.home}">${MARK}<span>OpenAccount</span></a>
${shell.languageLinks && languageSwitch(shell.locale, shell.languageLinks)}
</header>
<main class="card">
${shell.content}
</main>
<footer class="footer">${text.footer}</footer>
</div>
</body>
</html>
`
}

/** The document of a hidden frame: its answer is for a script, so there is no stylesheet and hardly any text. */
export function frameLayout(frame: { locale: Locale; title: string; script: string; content: Html }): Html {
  return html`<!doctype html>
<html lang="${LANGUAGE_TAGS[frame.locale]}">
<head>
<meta charset="utf-8">
<title>${frame.title} · OpenAccount</title>
<meta name="robots" content="noindex">
${scriptTags([frame.script])}</head>
<body>
${frame.content}
</body>
</html>
`
}

function scriptTags(names: readonly string[] = []): Html[] {
  return names.map((name) => html`<script type="module" src="${assetUrl(name)}"></script>\n`)
}

function languageSwitch(current: Locale, links: LanguageLinks): Html {
  const other: Locale = current === 'zh' ? 'en' : 'zh'
  const tag = LANGUAGE_TAGS[other]
  return html`<nav class="languages" aria-label="${messages(current).layout.languages}"><a href="${safeUrl(links[other])}" lang="${tag}" hreflang="${tag}">${messages(other).layout.ownName}</a></nav>`
}
