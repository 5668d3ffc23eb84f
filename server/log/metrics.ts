import type { ServerResponse } from 'node:http'
import type { Pool } from 'pg'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** A figure that all nodes show alike. */
export interface InstallationFigure {
  readonly name: keyof typeof installationFigures
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

const installationFigures = {
  event_deliveries: { help: 'Events for applications by state, at most 10000.', labelNames: ['state'] },
  audit_events_waiting: { help: 'Events of the audit log that wait for the export, at most 10000.', labelNames: [] },
  jobs_waiting: { help: 'Jobs that are due and not begun, by queue.', labelNames: ['queue'] },
  jobs_given_up: {
    help: 'Jobs that have failed for the last time and are still kept, by queue.',
    labelNames: ['queue'],
  },
} as const

/** How long figures of the installation hold, in milliseconds. */
const figuresValid = 10_000

/** Figures of one server for Prometheus. */
export class Metrics {
  readonly registry = new Registry()
  readonly #duration: Histogram<'operation' | 'method' | 'status'>
  readonly #refused: Counter<'operation' | 'reason'>
  readonly #failedJobs: Counter<'queue'>
  readonly #reasons: ReadonlySet<string>

  /** @param reasons what a refusal may be counted by; any other text, which may be a caller's, counts as `other` */
  constructor(pool: Pool, reasons: Iterable<string>) {
    this.#reasons = new Set(reasons)
    collectDefaultMetrics({ register: this.registry })
    this.#refused = new Counter({
      name: 'requests_refused_total',
      help: 'Requests that were refused, by operation and by why, as the log has it.',
      labelNames: ['operation', 'reason'],
      registers: [this.registry],
    })
    this.#failedJobs = new Counter({
      name: 'jobs_failed_total',
      help: 'Runs of background work that failed on this node, by queue; most are tried again.',
      labelNames: ['queue'],
      registers: [this.registry],
    })
    this.#duration = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time from request to answer, by operation of the contract.',
      labelNames: ['operation', 'method', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers: [this.registry],
    })
    this.gauge('database_connections', 'Open connections to the database.', () => pool.totalCount)
    this.gauge('database_connections_idle', 'Connections that nobody uses.', () => pool.idleCount)
    this.gauge('database_requests_waiting', 'Requests that wait for a connection.', () => pool.waitingCount)
  }

  /** Shows a figure as it is whenever somebody asks. @param aggregator what stands for several workers */
  gauge(name: string, help: string, value: () => number, aggregator: 'sum' | 'max' = 'sum'): void {
    new Gauge({
      name,
      help,
      aggregator,
      registers: [this.registry],
      collect() {
        this.set(value())
      },
    })
  }

  /** Shows how often each of some things has happened so far. */
  counts(name: string, help: string, label: string, counts: () => ReadonlyMap<string, number>): void {
    new Counter<string>({
      name,
      help,
      labelNames: [label],
      registers: [this.registry],
      collect() {
        this.reset()
        for (const [what, count] of counts()) this.inc({ [label]: what }, count)
      },
    })
  }

  /**
   * Shows figures of the installation as a whole: read from the database at most every ten seconds, and left out while it does
   * not answer.
   */
  installation(read: () => Promise<readonly InstallationFigure[]>): void {
    let until = 0
    let reading: Promise<void> = Promise.resolve()
    const gauges = new Map<string, Gauge<string>>()
    const refresh = async () => {
      const rows = await read().catch(() => [])
      for (const gauge of gauges.values()) gauge.reset()
      for (const { name, labels, value } of rows) gauges.get(name)?.set(labels, value)
    }
    const collect = () => {
      if (Date.now() >= until) {
        until = Date.now() + figuresValid
        reading = refresh()
      }
      return reading
    }
    for (const [name, { help, labelNames }] of Object.entries(installationFigures)) {
      const gauge = new Gauge<string>({
        name,
        help,
        labelNames,
        aggregator: 'max',
        registers: [this.registry],
        collect,
      })
      gauges.set(name, gauge)
    }
  }

  /** Counts one answered request. @param reason why it was refused, if it was */
  observe(res: ServerResponse, operation: string | undefined, seconds: number, reason?: string): void {
    const of = { operation: operation ?? 'none' }
    this.#duration.observe({ ...of, method: res.req.method ?? '', status: String(res.statusCode) }, seconds)
    if (reason !== undefined) this.#refused.inc({ ...of, reason: this.#known(reason) })
  }

  /** A reason of the log is a kind, and perhaps a place behind it. */
  #known(reason: string): string {
    const [kind = ''] = reason.split(':', 1)
    return this.#reasons.has(kind) ? kind : 'other'
  }

  /** Counts one run of background work that failed. */
  jobFailed(queue: string): void {
    this.#failedJobs.inc({ queue })
  }
}
