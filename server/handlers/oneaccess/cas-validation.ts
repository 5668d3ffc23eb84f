import { Xml } from '../../contract/xml.ts'
import { type CasOutcome, casAttributes } from '../../federation/cas/cas.ts'
import { jsonResponse, xmlResponse } from '../../federation/cas/service-response.ts'
import type { Handler } from '../types.ts'
import { found } from './answers.ts'

/** GET /api/v1/cas/validate: whose ticket it is, in two lines of text (I2; CAS Protocol 3.0 section 2.4). */
export const validateCas1Ticket: Handler<'validateCas1Ticket'> = async ({ query, deps }) => {
  const outcome = await deps.cas.validate(query)
  return found(outcome.ok ? `yes\n${outcome.ticket.user.userName}\n` : 'no\n')
}

/** GET /api/v1/cas/serviceValidate: the same as XML or JSON (I3; section 2.5). */
export const validateCas2Ticket: Handler<'validateCas2Ticket'> = async ({ query, deps }) =>
  answer(query.format, await deps.cas.validate(query))

/** GET /api/v1/cas/p3/serviceValidate: the same with attributes (I4; section 2.8). */
export const validateCas3Ticket: Handler<'validateCas3Ticket'> = async ({ query, deps }) => {
  const outcome = await deps.cas.validate(query)
  return answer(query.format, outcome, outcome.ok ? casAttributes(outcome.ticket) : undefined)
}

function answer(format: 'XML' | 'JSON', outcome: CasOutcome, attributes?: ReturnType<typeof casAttributes>) {
  return found(format === 'JSON' ? jsonResponse(outcome, attributes) : new Xml(xmlResponse(outcome, attributes)))
}
