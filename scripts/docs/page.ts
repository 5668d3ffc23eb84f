import type { Html } from '../../server/pages/html.ts'
import type { Guide } from './guides.ts'
import type { JourneySet } from './journeys.ts'
import type { Contract } from './model.ts'
import type { SdkExport } from './sdk.ts'

/** What every page shows around its content. */
export interface Site {
  contracts: Contract[]
  /** The page of each operation, by its id. */
  places: ReadonlyMap<string, string>
  guides: Guide[]
  journeys: JourneySet[]
  /** Guides about the SDK and the mock. */
  tools: Guide[]
  sdk: SdkExport[]
}

/** A heading and its place. */
export interface Heading {
  anchor: string
  text: string
}

/** A page before it is put into the frame. `path` is below the folder of its language. */
export interface Page {
  path: string
  /** The document it belongs to, or `tools`; nothing where it belongs to all. */
  api?: string
  title: string
  description: string
  kind: 'landing' | 'text' | 'reference'
  /** Of an operation: the page of its group. */
  group?: string
  /** The headings that the menu shows below it. */
  headings?: readonly Heading[]
  /** The page as it was written, in Markdown; without it, it is made from the content. */
  markdown?: string
  content: Html
}
