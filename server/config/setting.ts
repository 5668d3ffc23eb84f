/** A setting that cannot be used; the message is one line that begins with the name of the variable. */
export class ConfigError extends Error {
  override name = 'ConfigError'
  readonly variable: string
  constructor(variable: string, problem: string, options?: ErrorOptions) {
    super(`${variable} ${problem}`, options)
    this.variable = variable
  }
}

/** One environment variable: how it is documented and how its text is read. */
export interface Setting<T> {
  readonly name: string
  /** The default as the documentation shows it; a value where it is one word, else a description. */
  readonly fallback: string
  readonly meaning: string
  /** The value of a text that is not empty; throws an Error whose message follows the variable's name. */
  readonly parse: (text: string) => T
}

/** Describes one environment variable. */
export function setting<T>(name: string, fallback: string, meaning: string, parse: (text: string) => T): Setting<T> {
  return { name, fallback, meaning, parse }
}

/** The value of a variable whose default is an ordinary value. */
export function valueOrDefault<T>(env: NodeJS.ProcessEnv, setting: Setting<T>): T {
  return given(env, setting) ?? setting.parse(setting.fallback)
}

/** The value of a variable that is set; one that is empty is not. @throws ConfigError */
export function given<T>(env: NodeJS.ProcessEnv, { name, parse }: Setting<T>): T | undefined {
  const text = env[name]?.trim()
  if (!text) return undefined
  try {
    return parse(text)
  } catch (error) {
    throw new ConfigError(name, error instanceof Error ? error.message : String(error))
  }
}
