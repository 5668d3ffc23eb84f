import { connect } from 'node:net'

/** Sends bytes as they are and gives back everything the server says until it closes the connection. */
export function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((done, fail) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    let answer = ''
    socket.setEncoding('utf8')
    socket.on('data', (chunk: string) => {
      answer += chunk
    })
    socket.on('end', () => done(answer))
    socket.on('close', () => done(answer))
    socket.on('error', (error: NodeJS.ErrnoException) => (answer === '' ? fail(error) : done(answer)))
  })
}
