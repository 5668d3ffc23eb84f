import type { ExportState } from '../../db/schema.ts'

/** What may become of an export, by its state: the table that the server acts by, and that the docs show. */
export const exportStates = {
  awaiting_approval: ['pending', 'refused', 'cancelled', 'expired'],
  pending: ['downloadable', 'failed', 'cancelled'],
  downloadable: ['cancelled', 'expired'],
  refused: [],
  failed: [],
  cancelled: [],
  expired: [],
} as const satisfies Record<ExportState, readonly ExportState[]>

/** The states that lead to one. */
export function statesBefore(next: ExportState): ExportState[] {
  const states = Object.entries(exportStates) as [ExportState, readonly ExportState[]][]
  return states.filter(([, following]) => following.includes(next)).map(([state]) => state)
}
