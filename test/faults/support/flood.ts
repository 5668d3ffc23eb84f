import { Agent, request } from 'node:http'

/** Floods a server from one network until it is ended: `flood.ts <url> <method> <form>`. Writes how often each status came. */
const [url = '', method = '', form = ''] = process.argv.slice(2)
const atATime = 64
const answers: Record<number, number> = {}
const agent = new Agent({ keepAlive: true })
const headers = {
  authorization: `Basic ${btoa('testAutoClient:testAuto.2022')}`,
  'x-forwarded-for': '198.51.100.7',
  'content-type': 'application/x-www-form-urlencoded',
  'content-length': Buffer.byteLength(form),
}

let flooding = true
process.once('SIGTERM', () => {
  flooding = false
})

const one = () =>
  new Promise<void>((resolve, reject) => {
    const asked = request(url, { method, agent, headers }, (answer) => {
      const { statusCode = 0 } = answer
      if (Object.keys(answers).length === 0) console.log('flooding')
      answers[statusCode] = (answers[statusCode] ?? 0) + 1
      answer.resume().once('end', resolve)
    })
    asked.once('error', reject).end(form)
  })

await Promise.all(
  Array.from({ length: atATime }, async () => {
    while (flooding) await one()
  }),
)
agent.destroy()
console.log(JSON.stringify(answers))
