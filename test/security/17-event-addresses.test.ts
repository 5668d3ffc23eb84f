import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EventPost } from '../../server/connectors/events/post.ts'
import { AddressGuard } from '../../server/connectors/outgoing/guard.ts'

/** What a socket would connect to for a name; the names are those of this machine, so nothing is asked of a network. */
function resolve(guard: AddressGuard, name: string, clear = false): Promise<unknown> {
  return new Promise((resolve, reject) => {
    guard.lookup(clear)(name, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)))
  })
}

describe('an address that events are to be sent to', () => {
  const guard = new AddressGuard([])

  test.each([
    'https://127.0.0.1/',
    'https://10.1.2.3/',
    'https://172.16.0.1/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://100.64.0.1/',
    'https://0.0.0.0/',
    'https://192.0.2.1/',
    'https://198.18.0.1/',
    'https://224.0.0.1/',
    'https://255.255.255.255/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://017700000001/',
    'https://127.1/',
    'https://１２７.0.0.1/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:169.254.169.254]/',
    'https://[::ffff:7f00:1]/',
    'https://[::127.0.0.1]/',
    'https://[64:ff9b::a9fe:a9fe]/',
    'https://[64:ff9b:1::a9fe:a9fe]/',
    'https://[2002:a9fe:a9fe::]/',
    'https://[2001:0:1::1]/',
    'https://[2001:db8::1]/',
    'https://[fe81::1]/',
    'https://[fd00::1]/',
    'https://[fec0::1]/',
    'https://[ff02::1]/',
    'https://localhost/',
    'https://localhost./',
    'https://a.localhost/',
  ])('is refused: %s', (address) => {
    expect(() => guard.read(address)).toThrow('private or special network')
  })

  test.each(['https://[::ffff:8.8.8.8]/', 'https://8.8.8.8/callback?a=1', 'https://[2606:4700::1111]/'])(
    'is allowed: %s',
    (address) => {
      expect(guard.read(address).href).toBe(new URL(address).href)
    },
  )

  test.each(['http://8.8.8.8/', 'http://[2606:4700::1111]/'])('is refused without https: %s', (address) => {
    expect(() => guard.read(address)).toThrow('must use https')
  })

  test.each(['ftp://8.8.8.8/', 'file:///etc/passwd', 'https://user:secret@8.8.8.8/', 'https://8.8.8.8/#a', '', 'x'])(
    'is refused as none: %s',
    (address) => {
      expect(() => guard.read(address)).toThrow('must be a URL')
    },
  )

  test('is refused by what its name resolves to', async () => {
    await expect(resolve(guard, 'localhost')).rejects.toThrow('private or special network')
  })

  test('may be in a network that is configured, and in no other', async () => {
    const configured = new AddressGuard(['127.0.0.0/8', 'fd00:1::/32'])
    expect(configured.read('http://127.0.0.1/').hostname).toBe('127.0.0.1')
    expect(configured.read('https://[::ffff:127.0.0.1]/').hostname).toBe('[::ffff:7f00:1]')
    expect(configured.read('https://[fd00:1::5]/').hostname).toBe('[fd00:1::5]')
    expect(() => configured.read('https://[fd00:2::5]/')).toThrow('private')
    expect(() => configured.read('https://10.0.0.1/')).toThrow('private')
    expect(await resolve(configured, 'localhost', true)).toContainEqual({ address: '127.0.0.1', family: 4 })
  })
})

describe('an application that answers', () => {
  let asked = 0
  const server = createServer((request, response) => {
    asked += 1
    if (request.url === '/redirect') response.writeHead(307, { location: '/taken' }).end()
    else if (request.url === '/endless') {
      response.writeHead(200)
      const part = Buffer.alloc(64 * 1024, 'x')
      const write = () => {
        while (!response.destroyed && response.write(part));
      }
      response.on('drain', write)
      write()
    } else if (request.url === '/dribble') {
      response.writeHead(200)
      const timer = setInterval(() => response.write('{'), 50)
      response.on('close', () => clearInterval(timer))
    } else if (request.url === '/breaks') {
      response.writeHead(200, { 'content-length': '100' }).write('{')
      setImmediate(() => request.socket.destroy())
    } else if (request.url === '/taken') response.end('{}')
  })
  let address: string
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const post = new EventPost(['127.0.0.1/32'], 500)

  test('with a redirect is not followed', async () => {
    asked = 0
    await expect(post.post(`${address}/redirect`, 'token', '{}')).rejects.toThrow('redirect (HTTP 307)')
    expect(asked).toBe(1)
  })

  test.each([
    ['with more than 64 kB', '/endless', 'more than 65536 bytes'],
    ['a byte at a time', '/dribble', 'no answer within 0.5 seconds'],
    ['never', '/silent', 'no answer within 0.5 seconds'],
    ['and breaks off', '/breaks', 'no answer (ECONNRESET)'],
  ])('%s is given up', async (_, path, reason) => {
    await expect(post.post(address + path, 'token', '{}')).rejects.toThrow(reason)
  })

  test('is asked only where its network is allowed', async () => {
    asked = 0
    await expect(new EventPost([]).post(`${address}/taken`, 'token', '{}')).rejects.toThrow('private')
    await expect(new EventPost([]).post(address.replace('127.0.0.1', 'localhost'), 'token', '{}')).rejects.toThrow(
      'private',
    )
    expect(asked).toBe(0)
    expect(await post.post(`${address}/taken`, 'token', '{}')).toEqual({ status: 200, body: '{}' })
  })
})
