/**
 * A value of an example with the samples that it names (`x-sample: user`) put in place. What stands beside the name
 * replaces what the sample has there. A name that no sample has stays, and no schema admits it.
 */
export function withSamples(value, samples) {
  if (Array.isArray(value)) return value.map((item) => withSamples(item, samples))
  if (typeof value !== 'object' || value === null) return value
  const own = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withSamples(inner, samples)]))
  const { 'x-sample': name, ...changes } = own
  return name in samples ? { ...withSamples(samples[name], samples), ...changes } : own
}
