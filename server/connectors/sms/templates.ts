import { DeliveryError } from '../../domain/messages/connectors.ts'
import type { Message } from '../../domain/messages/message.ts'

/** Ids of the provider's templates by purpose, `code` or `notice`, each perhaps with a language behind it. */
export type Templates = ReadonlyMap<string, string>

/** The template of a message: the nearest to its purpose and language. @throws DeliveryError when there is none */
export function templateOf(templates: Templates, { purpose, locale, code }: Message): string {
  const kind = code === undefined ? 'notice' : 'code'
  for (const name of [`${purpose}.${locale}`, purpose, `${kind}.${locale}`, kind]) {
    const id = templates.get(name)
    if (id !== undefined) return id
  }
  throw new DeliveryError(`SMS_TEMPLATES has no template for ${purpose}`, { permanent: true })
}
