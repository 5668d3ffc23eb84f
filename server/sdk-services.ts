import type { Pool } from 'pg'
import type { Db } from './db/schema.ts'
import { type CaptchaLimits, Captchas, defaultCaptchaLimits } from './domain/captchas/captchas.ts'
import { PuzzlePool } from './domain/captchas/pool.ts'

/** The services of apps that sign people in themselves (/api/v2/sdk/). */
export interface SdkDeps {
  readonly captchas: Captchas
}

/** What they are made from. */
export interface SdkParts {
  db: Db
  pool: Pool
  captchaLimits?: CaptchaLimits | undefined
}

/** Makes them once, and what draws captchas in advance. */
export function createSdkServices({ db, pool, captchaLimits }: SdkParts): { deps: SdkDeps; puzzles: PuzzlePool } {
  const puzzles = new PuzzlePool()
  const limits = captchaLimits ?? defaultCaptchaLimits
  return { deps: { captchas: new Captchas({ db, connections: pool, pool: puzzles, limits }) }, puzzles }
}
