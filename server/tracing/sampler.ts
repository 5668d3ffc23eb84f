import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace'
import type { TracingConfig } from '../config/tracing.ts'

/** Which requests are traced, as OTEL_TRACES_SAMPLER names it. */
export function samplerOf({ tracesSampler, tracesSamplerArg }: TracingConfig): Sampler {
  const [, parentBased, word] = /^(parentbased_)?(.*)$/.exec(tracesSampler) ?? []
  const root = rootOf(word, tracesSamplerArg)
  return parentBased ? new ParentBasedSampler({ root }) : root
}

function rootOf(word: string | undefined, share: number): Sampler {
  if (word === 'traceidratio') return new TraceIdRatioBasedSampler(share)
  return word === 'always_off' ? new AlwaysOffSampler() : new AlwaysOnSampler()
}
