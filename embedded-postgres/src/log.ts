/** Where the package tells what it does. A pino logger and `console` are such logs. */
export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}
