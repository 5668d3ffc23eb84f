/** One event of a stream, as far as anybody here wants to know. */
export interface StreamEvent {
  readonly id?: string
  readonly data?: string
  /** Milliseconds after which to come back when the stream breaks. */
  readonly retry?: number
}

/**
 * Reads Server-Sent Events (HTML Standard, section 9.2.6).
 * @param onBytes called whenever something comes, a heart-beat too
 * @param signal ends it: the one that the call was sent with may have been forgotten with its request, which holds it weakly
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  onBytes: () => void,
  signal?: AbortSignal,
): AsyncGenerator<StreamEvent, void, void> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  let event: StreamEvent = {}
  // Whoever waits for the next bytes is told that there are none.
  const cancel = () => void reader.cancel().catch(() => {})
  signal?.addEventListener('abort', cancel)
  try {
    if (signal?.aborted) return
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      onBytes()
      // A line may end with both characters, and the second may come later.
      const lines = (rest + decoder.decode(value, { stream: true })).split(/\r?\n|\r(?!$)/)
      rest = lines.pop() ?? ''
      for (const line of lines) {
        if (line === '') {
          yield event
          event = {}
        } else event = { ...event, ...fieldOf(line, event) }
      }
    }
  } finally {
    signal?.removeEventListener('abort', cancel)
    cancel()
  }
}

function fieldOf(line: string, { data }: StreamEvent): StreamEvent {
  const [, name = '', value = ''] = /^([^:]*):? ?(.*)$/s.exec(line) ?? []
  if (name === 'data') return { data: data === undefined ? value : `${data}\n${value}` }
  if (name === 'id') return { id: value }
  return name === 'retry' && /^\d+$/.test(value) ? { retry: Number(value) } : {}
}
