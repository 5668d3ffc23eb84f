import { AggregatorRegistry, type Registry } from 'prom-client'

/** Hands the figures of this worker to the process that started it, whenever that one is asked. */
export function shareFigures(registry: Registry): void {
  AggregatorRegistry.setRegistries([registry])
  new AggregatorRegistry()
}

/** Gives the figures of all workers together: counts are added, figures of the installation are what the highest says. */
export function figuresOfWorkers(): { readonly contentType: string; metrics(): Promise<string> } {
  const all = new AggregatorRegistry()
  return { contentType: all.contentType, metrics: () => all.clusterMetrics() }
}
