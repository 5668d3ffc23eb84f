import { Failure } from '../../domain/failure.ts'

/** A message that cannot be taken; why is for the developer of who sent it, and holds nothing of the message. */
export class UnreadableMessage extends Failure {
  constructor(description: string, options: ErrorOptions = {}) {
    super('saml_message_invalid', [description], { ...options, description })
  }
}
