import type { TracingConfig } from '../config/tracing.ts'
import type { Logger } from '../log/log.ts'
import type { Tracing } from './tracing.ts'

/** Begins to trace, where that is configured; else nothing of it is even loaded. */
export async function startTracing(config: TracingConfig, log: Logger): Promise<Tracing | undefined> {
  const { otlpEndpoint } = config
  if (otlpEndpoint === undefined) return undefined
  const { openTelemetry } = await import('./open-telemetry.ts')
  return openTelemetry({ ...config, otlpEndpoint }, log)
}
