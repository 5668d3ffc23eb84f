import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { Manner } from './misbehaving.ts'

// In a process of its own, so that what it does costs the server no time. Ports of the real ones come as arguments; each stands
// behind a port that behaves as the parent says.

let manner: Manner = 'well'
const sockets = new Set<Socket>()
const noise = Buffer.alloc(256 * 1024, 'x')

const behaviours: Readonly<Record<Manner, (near: Socket, port: number) => void>> = {
  well: (near, port) => {
    const far = connect(port, 'localhost')
    far.on('error', () => near.destroy())
    near.pipe(far).pipe(near)
    near.on('close', () => far.destroy())
  },
  silent: (near) => near.resume(),
  reset: (near) => near.resetAndDestroy(),
  // What is begun as mail and as HTTP alike is never finished.
  dripping: (near) => {
    near.resume()
    const drops = Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{')
    let at = 0
    const timer = setInterval(() => near.write(drops.subarray(at, ++at) || ' '), 200)
    near.on('close', () => clearInterval(timer))
  },
  garbage: (near) => near.once('data', () => near.end(`\0\x01\x7f${'{"<\r\n'.repeat(500)}`)),
  flooding: (near) => {
    near.resume()
    near.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"')
    const pour = () => {
      while (!near.destroyed && near.write(noise));
    }
    near.on('drain', pour)
    pour()
  },
}

const ports: number[] = []
for (const port of process.argv.slice(2).map(Number)) {
  const server = createServer((near) => {
    sockets.add(near)
    near.on('error', () => {})
    near.on('close', () => sockets.delete(near))
    behaviours[manner](near, port)
  }).listen(0, 'localhost')
  await once(server, 'listening')
  ports.push((server.address() as AddressInfo).port)
}
process.on('message', (wanted: Manner) => {
  manner = wanted
  for (const socket of sockets) socket.destroy()
  process.send?.('done')
})
process.on('disconnect', () => process.exit())
process.send?.(ports)
