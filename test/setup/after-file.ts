import { afterAll, vi } from 'vitest'

// Files that share a process find the clock running, whatever the one before them did with it.
afterAll(() => void vi.useRealTimers())
