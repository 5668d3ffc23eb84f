import { elementName, escapeXml } from '../xml.ts'
import type { CasOutcome, casAttributes } from './cas.ts'

type Attributes = ReturnType<typeof casAttributes>

/** The answer as JSON (CAS Protocol 3.0 section 2.5.2). */
export const jsonResponse = (outcome: CasOutcome, attributes: Attributes | undefined) =>
  outcome.ok ? jsonSuccess(outcome.ticket.user.userName, attributes) : jsonFailure(outcome)

const jsonSuccess = (user: string, attributes: Attributes | undefined) => ({
  serviceResponse: { authenticationSuccess: { user, ...(attributes && { attributes }) } },
})

const jsonFailure = ({ code, description }: Extract<CasOutcome, { ok: false }>) => ({
  serviceResponse: { authenticationFailure: { code, description } },
})

/** The answer as XML (appendix A). */
export function xmlResponse(outcome: CasOutcome, attributes: Attributes | undefined): string {
  return `<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">\n${content(outcome, attributes)}\n</cas:serviceResponse>\n`
}

function content(outcome: CasOutcome, attributes: Attributes | undefined): string {
  if (!outcome.ok) {
    return `  <cas:authenticationFailure code="${outcome.code}">${escapeXml(outcome.description)}</cas:authenticationFailure>`
  }
  const told = Object.entries(attributes ?? {}).map(
    ([name, value]) => `      ${element(elementName(name), String(value))}\n`,
  )
  return [
    '  <cas:authenticationSuccess>\n',
    `    ${element('user', outcome.ticket.user.userName)}\n`,
    ...(told.length > 0 ? ['    <cas:attributes>\n', ...told, '    </cas:attributes>\n'] : []),
    '  </cas:authenticationSuccess>',
  ].join('')
}

const element = (name: string, text: string) => `<cas:${name}>${escapeXml(text)}</cas:${name}>`
