import { type Html, html } from '../html.ts'
import type { Locale } from '../language.ts'
import { messages } from '../text/index.ts'
import { frameLayout } from './layout.ts'

export interface SessionListenerModel {
  readonly locale: Locale
  /**
   * What the request's cookies said. A browser may have withheld them: the script then turns `signed_out` into `unknown`.
   */
  readonly status: 'signed_in' | 'signed_out'
  /** Id of the user who is signed in; printed only when `status` says so. */
  readonly guid?: string | undefined
  /** Registered origin of the listener: the only one that is told. */
  readonly targetOrigin: string
}

/** The frame at `/usercenter/checksession` (page doc-2283443): tells its parent who is signed in at the account platform. */
export function sessionListenerPage(model: SessionListenerModel): Html {
  const text = messages(model.locale).frames
  const guid = model.status === 'signed_in' ? model.guid : undefined
  return frameLayout({
    locale: model.locale,
    title: text.sessionListener,
    script: 'session-listener.js',
    content: html`<p id="session" data-status="${model.status}" data-guid="${guid}" data-target-origin="${model.targetOrigin}">${text.notForPeople}</p>`,
  })
}
