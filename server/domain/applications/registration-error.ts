/** A registration that cannot be taken, with every reason. */
export class RegistrationError extends Error {
  override name = 'RegistrationError'
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}
