import { type Html, html } from '../html.ts'
import type { Locale } from '../language.ts'
import { messages } from '../text/index.ts'
import { frameLayout } from './layout.ts'

/** The frame at `check_session_iframe` (OpenID Connect Session Management 1.0, 3.3): it answers applications that watch the session. */
export function checkSessionFramePage(model: { readonly locale: Locale }): Html {
  const text = messages(model.locale).frames
  return frameLayout({
    locale: model.locale,
    title: text.checkSession,
    script: 'check-session-frame.js',
    content: html`<p>${text.notForPeople}</p>`,
  })
}
