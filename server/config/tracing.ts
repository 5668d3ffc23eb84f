import { given, setting, valueOrDefault } from './setting.ts'
import { parseOneOf, parseShare, parseWebAddress, parseWord } from './values.ts'

const samplers = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const

/** Where traces go. The names of these variables are OpenTelemetry's. */
export interface TracingConfig {
  /** Absent: nothing is traced. */
  readonly otlpEndpoint: string | undefined
  readonly serviceName: string
  readonly tracesSampler: (typeof samplers)[number]
  readonly tracesSamplerArg: number
}

/** The variables of this part, in the order of the documentation. */
export const tracingSettings = {
  otlpEndpoint: setting(
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    'none: no traces',
    'Address of an OpenTelemetry collector that takes traces by OTLP over HTTP; `/v1/traces` is added. Headers, limits of time, compression and certificates are set by the variables of OpenTelemetry (`OTEL_EXPORTER_OTLP_HEADERS`, …), further words about this server by `OTEL_RESOURCE_ATTRIBUTES`.',
    parseWebAddress,
  ),
  serviceName: setting('OTEL_SERVICE_NAME', 'openaccount', 'What traces call this server.', parseWord),
  tracesSampler: setting(
    'OTEL_TRACES_SAMPLER',
    'parentbased_always_on',
    'Which requests are traced: all, none or a share of them; with `parentbased_` as the caller has decided who sends a `traceparent`.',
    parseOneOf(samplers),
  ),
  tracesSamplerArg: setting(
    'OTEL_TRACES_SAMPLER_ARG',
    '1',
    'That share where it is `traceidratio`, from 0 to 1.',
    parseShare,
  ),
} as const

/** Reads the settings of traces. @throws ConfigError */
export function readTracingConfig(env: NodeJS.ProcessEnv): TracingConfig {
  return {
    otlpEndpoint: given(env, tracingSettings.otlpEndpoint),
    serviceName: valueOrDefault(env, tracingSettings.serviceName),
    tracesSampler: valueOrDefault(env, tracingSettings.tracesSampler),
    tracesSamplerArg: valueOrDefault(env, tracingSettings.tracesSamplerArg),
  }
}
