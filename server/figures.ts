import { readFigures } from './db/queries/figures.ts'
import type { Db } from './db/schema.ts'
import type { InstallationFigure } from './log/metrics.ts'

/** The figures of the installation as a whole, for Prometheus. One statement. */
export async function installationFigures(db: Db): Promise<InstallationFigure[]> {
  const { eventsWaiting, eventsDead, auditWaiting, queues } = await readFigures(db)
  return [
    { name: 'event_deliveries', labels: { state: 'waiting' }, value: eventsWaiting },
    { name: 'event_deliveries', labels: { state: 'dead' }, value: eventsDead },
    { name: 'audit_events_waiting', labels: {}, value: auditWaiting },
    ...queues.flatMap(({ name: queue, waiting, failed }): InstallationFigure[] => [
      { name: 'jobs_waiting', labels: { queue }, value: waiting },
      { name: 'jobs_given_up', labels: { queue }, value: failed },
    ]),
  ]
}
