/** What `npm run bench` measures, each with options of its own. */
const measurements = new Map([
  ['--costs', './costs.ts'],
  ['--growth', './growth/run.ts'],
  ['--migrations', './growth/migrations.ts'],
  ['--partitions', './growth/partitions.ts'],
])
const wanted = [...measurements].find(([flag]) => process.argv.includes(flag))
await import(wanted?.[1] ?? './compare.ts')
process.exit()
