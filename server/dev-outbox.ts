import type { RequestHandler } from 'express'
import { callOf } from './contract/request/call.ts'
import { rememberLanguage } from './contract/request/remember-language.ts'
import type { KeptMessage, Messages } from './domain/messages/messages.ts'
import { textOf } from './domain/messages/texts.ts'
import { canonicalName } from './domain/text/names.ts'
import { canonicalPhone, parsePhone, shortPhone } from './domain/text/phones.ts'
import { pagePolicy } from './pages/content-policies.ts'
import { languageLinks } from './pages/language.ts'
import { outboxPage, type ShownMessage } from './pages/views/outbox-page.ts'

/**
 * GET /dev/outbox: the messages that demo mode keeps instead of sending them, the newest first, as JSON and, in a browser, as a page.
 * `to` asks for those to one number or address, however it is written.
 */
export function devOutbox(messages: Messages): RequestHandler {
  return async (req, res) => {
    const call = callOf(res)
    const { locale } = call.info
    const to = typeof req.query.to === 'string' ? req.query.to.trim() : ''
    const kept = (await messages.kept()).filter((message) => to === '' || recipientKey(message.to) === recipientKey(to))
    const shown = kept.map(show)
    res.set('Cache-Control', 'no-store').vary('Accept')
    if (req.accepts(['json', 'html']) !== 'html') return void res.json(shown)
    rememberLanguage(call)
    const page = outboxPage({ locale, languageLinks: languageLinks(req.url), to, messages: shown })
    res.set('Content-Security-Policy', pagePolicy).type('html').send(String(page))
  }
}

function show(message: KeptMessage): ShownMessage {
  const { to, channel, purpose, code = null, at } = message
  const phone = channel === 'sms' ? parsePhone(to) : undefined
  const shown = phone ? (shortPhone(phone) ?? to) : to
  return { to: shown, channel, purpose, text: textOf(message).text, code, at: at.toISOString() }
}

/** A plus sign that nobody has escaped arrives as a blank. */
function recipientKey(text: string): string {
  const phone = parsePhone(text)
  return phone ? canonicalPhone(phone) : canonicalName(text)
}
