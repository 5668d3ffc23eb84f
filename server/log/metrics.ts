import type { ServerResponse } from 'node:http'
import type { Pool } from 'pg'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Figures of one server for Prometheus. */
export class Metrics {
  readonly registry = new Registry()
  readonly #duration: Histogram<'operation' | 'method' | 'status'>

  constructor(pool: Pool) {
    collectDefaultMetrics({ register: this.registry })
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

  /** Shows a figure as it is whenever somebody asks. */
  gauge(name: string, help: string, value: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      collect() {
        this.set(value())
      },
    })
  }

  /** Counts one answered request. */
  observe(res: ServerResponse, operation: string | undefined, seconds: number): void {
    this.#duration.observe(
      { operation: operation ?? 'none', method: res.req.method ?? '', status: String(res.statusCode) },
      seconds,
    )
  }
}
