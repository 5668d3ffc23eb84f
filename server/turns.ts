import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Express, Request } from 'express'
import { addressOf } from './contract/request/address.ts'
import { streaming } from './contract/stream.ts'
import { networkOf, siteOf } from './domain/sign-in/network.ts'

export interface TurnLimits {
  /** How many requests of one network are worked on at a time while other networks ask, too. */
  readonly width: number
  /** The same for a network that is alone. */
  readonly alone: number
  /** Milliseconds without a request of any other network, after which one is alone. */
  readonly company: number
  /** Milliseconds after which a request waits for something else than this process: it makes room for the next one. */
  readonly turn: number
}

/** The requests of one network. */
interface Lane {
  /** How many have their turn. */
  working: number
  readonly waiting: (() => void)[]
}

/**
 * Lets a few requests of each network be worked on at a time, the others of that network wait in order. So whoever floods the
 * server waits for themselves: everybody else finds it as quick as it would be with these few. Nothing is refused, and who asks for one
 * thing after the other never waits. A network is an IPv4 address or an IPv6 site, as it is for passwords that wait to be hashed.
 * One that is alone keeps nobody waiting: it has so many turns that only who asks without waiting for answers is held back.
 */
export class Turns {
  readonly #limits: TurnLimits
  readonly #lanes = new Map<string, Lane>()
  /** How many requests wait on each connection: some send several before they have an answer (RFC 9112 section 9.3.2). */
  readonly #waitingOn = new Map<Socket, number>()
  /** A request that waited is begun by another one that leaves, and has nothing to do with that one. */
  readonly #apart = AsyncLocalStorage.snapshot()
  /** The network that asked last. */
  #latest: string | undefined
  /** Until when several networks are held to ask; of `performance.now()`. */
  #sharedUntil = 0
  /** How many requests wait for their turn. */
  waiting = 0

  constructor(limits: TurnLimits = { width: 4, alone: 64, company: 10_000, turn: 100 }) {
    this.#limits = limits
  }

  /**
   * @param listener answers a request when its turn has come
   * @param app knows which proxies are trusted with the address
   */
  before(listener: RequestListener, app: Express): RequestListener {
    return (request, response) => {
      const address = addressOf(Object.setPrototypeOf(request, app.request) as Request)
      const name = siteOf(address) ?? networkOf(address)
      this.#heard(name)
      const lane = this.#lanes.get(name) ?? { working: 0, waiting: [] }
      this.#lanes.set(name, lane)
      const begin = () => {
        this.#work(name, lane, response)
        listener(request, response)
      }
      if (this.#hasTurn(lane)) begin()
      else this.#wait(lane, request, begin)
    }
  }

  #heard(name: string): void {
    if (this.#latest === name) return
    if (this.#latest !== undefined) this.#sharedUntil = performance.now() + this.#limits.company
    this.#latest = name
  }

  #hasTurn({ working }: Lane): boolean {
    const { width, alone } = this.#limits
    return working < width || (working < alone && performance.now() >= this.#sharedUntil)
  }

  #work(name: string, lane: Lane, response: ServerResponse): void {
    lane.working += 1
    let left = false
    const leave = () => {
      if (left) return
      left = true
      lane.working -= 1
      while (lane.waiting.length > 0 && this.#hasTurn(lane)) lane.waiting.shift()?.()
      if (lane.working === 0 && lane.waiting.length === 0) this.#lanes.delete(name)
    }
    const over = () => {
      // Whoever is refused for asking too often keeps the turn for all of its time.
      if (response.statusCode === 429) return
      clearTimeout(timer)
      // Behind whatever else has come in: answers that need nothing but this process would leave nobody a place in between.
      setImmediate(leave)
    }
    const timer = setTimeout(leave, this.#limits.turn)
    response.once('close', over).once(streaming, over)
  }

  #wait(lane: Lane, request: IncomingMessage, begin: () => void): void {
    const { socket } = request
    const before = this.#waitingOn.get(socket) ?? 0
    // Nobody makes the server keep more than a few packets of requests. Node goes on reading behind each that it has whole, so that a
    // pause holds only when it comes after that.
    if (before > 0) setImmediate(() => this.#waitingOn.has(socket) && socket.pause())
    this.#waitingOn.set(socket, before + 1)
    this.waiting += 1
    lane.waiting.push(() => {
      this.waiting -= 1
      const left = (this.#waitingOn.get(socket) ?? 1) - 1
      if (left > 0) this.#waitingOn.set(socket, left)
      else this.#waitingOn.delete(socket)
      if (socket.destroyed) return
      if (left === 0 && socket.isPaused()) socket.resume()
      this.#apart(begin)
    })
  }
}
