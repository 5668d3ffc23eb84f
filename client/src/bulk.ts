import type { ReturnCode, ReturnCodeSymbol } from './errors.ts'

/** One item of the answer to a bulk call: as the contract has it, in the order of the request. */
export interface BulkItem {
  /** Why the item failed; null when it did not. */
  readonly error: { readonly status: number; readonly error: string; readonly message: string } | null
}

/** An item that succeeded. */
export interface ItemSuccess<Item extends BulkItem> {
  /** Its place in the request, from 0. */
  readonly index: number
  readonly item: Item
}

/** An item that failed, although the call as a whole did not. */
export interface ItemFailure<Item extends BulkItem> extends ItemSuccess<Item> {
  /** A number of the table of return codes. A newer server may know more of them. */
  readonly code: ReturnCode
  /** The symbolic name that belongs to the number. */
  readonly symbol: ReturnCodeSymbol
  /** A sentence for people in the language of the call. */
  readonly displayMessage: string
}

/**
 * Tells the items of a bulk call that succeeded from those that failed.
 * @param items what `unwrap` gives for a bulk call
 */
export function splitItems<Item extends BulkItem>(
  items: readonly Item[],
): { succeeded: ItemSuccess<Item>[]; failed: ItemFailure<Item>[] } {
  const succeeded: ItemSuccess<Item>[] = []
  const failed: ItemFailure<Item>[] = []
  for (const [index, item] of items.entries()) {
    const { error } = item
    if (error === null) {
      succeeded.push({ index, item })
      continue
    }
    // The contract closes the table of codes; what the wire carries beyond it cannot be typed.
    const code = error.status as ReturnCode
    failed.push({ index, item, code, symbol: error.error as ReturnCodeSymbol, displayMessage: error.message })
  }
  return { succeeded, failed }
}
