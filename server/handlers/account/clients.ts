import type { Handler } from '../types.ts'
import { answer } from './answers.ts'
import { clientConfiguration } from './shapes.ts'

/** GET /api/v1.0/clients/config (api-32780745): the public part of an application, by its client id. */
export const getClientConfiguration: Handler<'getClientConfiguration'> = async ({ query, request, deps }) =>
  answer([clientConfiguration(await deps.applications.named(query.client_id), request.locale)])
