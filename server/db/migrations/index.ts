import type { Migration } from 'kysely/migration'
import * as core from './0001_core.ts'
import * as directory from './0002_directory.ts'
import * as sessions from './0003_sessions.ts'
import * as guessing from './0004_guessing.ts'
import * as protocol from './0006_protocol.ts'
import * as operators from './0007_operators.ts'
import * as contacts from './0008_contacts.ts'
import * as profileImages from './0009_profile_images.ts'
import * as messages from './0010_messages.ts'
import * as bindingsAndOwners from './0011_bindings_and_owners.ts'
import * as serviceMessages from './0012_service_messages.ts'
import * as enterprises from './0013_enterprises.ts'
import * as externalSignIns from './0013_external_sign_ins.ts'
import * as accountCentre from './0014_account_centre.ts'
import * as userSearch from './0016_user_search.ts'
import * as userExports from './0017_user_exports.ts'
import * as tenantDirectory from './0018_tenant_directory.ts'
import * as applicationSide from './0019_application_side.ts'
import * as eventCallbacks from './0020_event_callbacks.ts'
import * as captchas from './0021_captchas.ts'
import * as appSignIn from './0022_app_sign_in.ts'
import * as singleSignOn from './0023_single_sign_on.ts'
import * as signOutAddresses from './0024_sign_out_addresses.ts'
import * as saml from './0025_saml.ts'
import * as logoutIssuers from './0026_logout_issuers.ts'
import * as captchaWaits from './0027_captcha_waits.ts'
import * as browserSteps from './0028_browser_steps.ts'
import * as secretKeys from './0031_secret_keys.ts'
import * as samlSignOuts from './0032_saml_sign_outs.ts'
import * as replicaReads from './0035_replica_reads.ts'
import * as operation from './0038_operation.ts'

/** A migration under the name it is recorded by; names sort in the order of execution and never change. */
export interface NamedMigration extends Migration {
  readonly name: string
}

/** Every migration, oldest first. */
export const migrations: readonly NamedMigration[] = [
  { name: '0001_core', up: core.up },
  { name: '0002_directory', up: directory.up },
  { name: '0003_sessions', up: sessions.up },
  { name: '0004_guessing', up: guessing.up },
  { name: '0006_protocol', up: protocol.up },
  { name: '0007_operators', up: operators.up },
  { name: '0008_contacts', up: contacts.up },
  { name: '0009_profile_images', up: profileImages.up },
  { name: '0010_messages', up: messages.up },
  { name: '0011_bindings_and_owners', up: bindingsAndOwners.up },
  { name: '0012_service_messages', up: serviceMessages.up },
  { name: '0013_enterprises', up: enterprises.up },
  { name: '0013_external_sign_ins', up: externalSignIns.up },
  { name: '0014_account_centre', up: accountCentre.up },
  { name: '0016_user_search', up: userSearch.up },
  { name: '0017_user_exports', up: userExports.up },
  { name: '0018_tenant_directory', up: tenantDirectory.up },
  { name: '0019_application_side', up: applicationSide.up },
  { name: '0020_event_callbacks', up: eventCallbacks.up },
  { name: '0021_captchas', up: captchas.up },
  { name: '0022_app_sign_in', up: appSignIn.up },
  { name: '0023_single_sign_on', up: singleSignOn.up },
  { name: '0024_sign_out_addresses', up: signOutAddresses.up },
  { name: '0025_saml', up: saml.up },
  { name: '0026_logout_issuers', up: logoutIssuers.up },
  { name: '0027_captcha_waits', up: captchaWaits.up },
  { name: '0028_browser_steps', up: browserSteps.up },
  { name: '0031_secret_keys', up: secretKeys.up },
  { name: '0032_saml_sign_outs', up: samlSignOuts.up },
  { name: '0035_replica_reads', up: replicaReads.up },
  { name: '0038_operation', up: operation.up },
]
