import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

/** A mail that was taken. */
export interface TakenMail {
  readonly from: string
  readonly to: readonly string[]
  readonly data: string
}

/** A mail server as far as RFC 5321 is needed, that takes mails, refuses recipients, or says nothing. */
export interface MailServer {
  readonly port: number
  readonly mails: TakenMail[]
  /** What a recipient is answered with the first time, such as `451 later`. */
  readonly refusals: Map<string, string>
  /** Every recipient that was named, taken or not. */
  readonly tried: string[]
  /** How many connections there were. */
  readonly connections: () => number
  close(): void
}

/** @param extensions what it offers after EHLO, such as `STARTTLS` */
export async function startMailServer(extensions: readonly string[] = []): Promise<MailServer> {
  const mails: TakenMail[] = []
  const refusals = new Map<string, string>()
  const tried: string[] = []
  const sockets = new Set<Socket>()
  let connections = 0
  const serve = async (socket: Socket) => {
    const say = (line: string) => socket.write(`${line}\r\n`)
    say('220 stand-in')
    let from = ''
    let to: string[] = []
    let data: string[] | undefined
    for await (const line of createInterface({ input: socket })) {
      if (data !== undefined) {
        if (line !== '.') data.push(line)
        else {
          mails.push({ from, to, data: data.join('\n') })
          data = undefined
          say('250 taken')
        }
        continue
      }
      const verb = line.slice(0, 4).toUpperCase()
      if (verb === 'EHLO')
        for (const [at, name] of ['stand-in', ...extensions].entries())
          say(`250${at < extensions.length ? '-' : ' '}${name}`)
      else if (verb === 'MAIL') {
        from = /<(.*)>/.exec(line)?.[1] ?? ''
        to = []
        say('250 ok')
      } else if (verb === 'RCPT') {
        const recipient = /<(.*)>/.exec(line)?.[1] ?? ''
        tried.push(recipient)
        const refusal = refusals.get(recipient)
        refusals.delete(recipient)
        if (refusal === undefined) to.push(recipient)
        say(refusal ?? '250 ok')
      } else if (verb === 'DATA') {
        data = []
        say('354 go on')
      } else if (verb === 'QUIT') {
        say('221 bye')
        socket.end()
      } else say('502 unknown')
    }
  }
  const server = createServer((socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    serve(socket).catch(() => socket.destroy())
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    mails,
    refusals,
    tried,
    connections: () => connections,
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
