import type { ApplicationSide } from '../../db/queries/application-sides.ts'
import type { Actor } from '../actor.ts'
import { refuse } from '../failure.ts'

/** An application that calls for itself. */
export interface ApplicationActor extends Actor {
  readonly applicationId: string
}

/**
 * The id of the application that calls, if it is the one that is meant: of the others it knows nothing.
 * @throws Failure application_not_found
 */
export function ownId({ applicationId: own }: ApplicationActor, applicationId: string): string {
  return applicationId.toLowerCase() === own ? own : refuse('application_not_found')
}

/** @throws Failure application_not_found when it has gone meanwhile */
export function standing(side: ApplicationSide | undefined): ApplicationSide {
  return side ?? refuse('application_not_found')
}

/** @throws Failure application_not_found, application_organization_disabled */
export function withOrganizations(side: ApplicationSide | undefined): ApplicationSide {
  return standing(side).organizationModel ? standing(side) : refuse('application_organization_disabled')
}
