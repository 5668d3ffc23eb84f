import { Streamed } from '../../contract/stream.ts'
import type { MessagePage } from '../../domain/service-messages/message-stream.ts'
import type { Handler } from '../types.ts'
import { userMessage } from './shapes.ts'

/** GET /api/v1.0/user/messages: what api-187064736 pushes, as Server-Sent Events (HTML Standard, section 9.2). */
export const receiveUserMessages: Handler<'receiveUserMessages'> = ({ caller, headers, deps }) => {
  const stream = deps.messageStreams.open(caller, Number(headers['Last-Event-ID'] ?? 0))
  const source = (signal: AbortSignal) => events(stream.until(signal))
  return {
    status: 200,
    headers: { 'Cache-Control': 'no-cache, no-transform' },
    body: new Streamed('text/event-stream', source, { endsWithRight: true }),
  }
}

/** The first event tells that the stream is open, and after how many milliseconds to come back when it breaks. */
async function* events(pages: AsyncIterable<MessagePage>): AsyncGenerator<string> {
  yield 'retry: 3000\n\n'
  for await (const page of pages) yield page.length === 0 ? ': heart-beat\n\n' : page.map(event).join('')
}

const event = (message: MessagePage[number]) =>
  `id: ${message.number}\ndata: ${JSON.stringify(userMessage(message))}\n\n`
