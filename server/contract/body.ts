import express, { type Request, type RequestHandler, type Response } from 'express'
import { refuseNul } from './guard.ts'

export interface BodyLimits {
  /** Bytes of a JSON body. */
  readonly json: number
  /** Bytes of a form. */
  readonly form: number
  /** Fields of a form. */
  readonly fields: number
}

export const defaultBodyLimits: BodyLimits = { json: 1_048_576, form: 65_536, fields: 100 }

/** Runs one middleware to its end. */
export function run(middleware: RequestHandler, request: Request, response: Response): Promise<void> {
  return new Promise((done, fail) => {
    middleware(request, response, (error?: unknown) => (error ? fail(error) : done()))
  })
}

/**
 * Reads JSON and form bodies into `request.body`. Multipart bodies are left to the validator, which reads them after
 * the policy was checked.
 */
export function bodyReader(limits: BodyLimits): (request: Request, response: Response) => Promise<void> {
  const json = express.json({ limit: limits.json, inflate: false, strict: false, type: 'application/json' })
  const form = express.urlencoded({
    extended: false,
    limit: limits.form,
    parameterLimit: limits.fields,
    inflate: false,
  })
  return async (request, response) => {
    await run(json, request, response)
    await run(form, request, response)
    refuseNul(request.body, 'body')
  }
}
