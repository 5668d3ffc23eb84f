import { type EventTransport, type TransportAnswer, TransportError } from '../../domain/events/transport.ts'
import { GuardedPost } from '../outgoing/guarded-post.ts'

/** How long an application may take, in milliseconds. */
const patience = 10_000

/** Posts events to the addresses of applications. */
export class EventPost implements EventTransport {
  readonly #post: GuardedPost

  /**
   * @param networks what is allowed beside public addresses
   * @param patienceMs how long an application may take
   */
  constructor(networks: readonly string[], patienceMs = patience) {
    this.#post = new GuardedPost(networks, patienceMs)
  }

  async post(address: string, token: string, body: string): Promise<TransportAnswer> {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json;charset=utf-8',
      accept: 'application/json',
    }
    const answer = await this.#post.post(address, headers, body)
    if (answer.status < 300 || answer.status >= 400) return answer
    throw new TransportError(`the address answered with a redirect (HTTP ${answer.status}), which is not followed`)
  }
}
