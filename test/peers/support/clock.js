// Loaded before a site, by `node --import`: each SIGUSR2 moves its clock on by two hours, the life of an access token.
const now = Date.now
let ahead = 0
globalThis.Date = class extends Date {
  constructor(...given) {
    super(...(given.length > 0 ? given : [now() + ahead]))
  }
  static now() {
    return now() + ahead
  }
}
process.on('SIGUSR2', () => {
  ahead += 2 * 3600 * 1000
  console.log('The clock is two hours ahead.')
})
