import { Failure, type FailureKind, valueIn } from '../server/domain/failure.ts'
import { UsageError } from './command.ts'

/** What services refuse a command with, in words for whoever typed it; `{0}` stands for a value of the refusal. */
export type Reasons = Partial<Readonly<Record<FailureKind, string>>>

/** Makes what catches a command's refusals and says why; a field of a body is called by its words. @throws UsageError, or what else it is given */
export function explaining(reasons: Reasons): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof Failure)) throw error
    const { kind, values, message } = error
    const reason = reasons[kind] ?? message.replace(/^\/body\/(\w+)/, (_, field) => wordsOf(field))
    throw new UsageError(reason.replace(/\{(\d)\}/g, (place, index) => String(valueIn('en', values[index] ?? place))))
  }
}

const wordsOf = (field: string) => field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
