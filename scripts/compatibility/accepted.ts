/** A difference to the newest release that the comparison calls breaking, and why callers stand it. */
interface AcceptedChange {
  /** As the comparison words it. */
  readonly change: string
  readonly reason: string
}

/**
 * What was looked at and let through; everything else that breaks callers needs a new major version. The list is emptied
 * when a version is released.
 */
export const acceptedChanges: readonly AcceptedChange[] = [
  {
    change:
      "Enum of `state` gained values: 'awaiting_approval', 'refused', 'expired'. (#/paths/~1api~1v1.0~1manage~1users~1export/post/responses/200/content/application~1json/schema/properties/data/items/properties/state)",
    reason: 'the operation answered 501 in that release, so that nobody has met a state yet',
  },
  {
    change:
      '`anyOf` of `UserCreate` was added. (#/paths/~1api~1v1.0~1users~1inviteUsers/post/requestBody/content/application~1json/schema/items/anyOf)',
    reason: 'the description has always said so; only the schema is new',
  },
  {
    change:
      '`anyOf` of `ExternalLoginCreate` was added. (#/paths/~1api~1v1.0~1trusted~1users~1externalLogins/post/requestBody/content/application~1json/schema/items/anyOf)',
    reason:
      'an id of the application and an open id in it are taken as well as a unified one: a request that was valid still is',
  },
  {
    change:
      "`minLength` of `appID` was set to '1'. (#/paths/~1api~1v1.0~1trusted~1users~1externalLogins/post/requestBody/content/application~1json/schema/items/properties/appID)",
    reason: 'the operation answered 501 in that release, and an empty text is no id',
  },
  {
    change:
      "`minLength` of `appOpenID` was set to '1'. (#/paths/~1api~1v1.0~1trusted~1users~1externalLogins/post/requestBody/content/application~1json/schema/items/properties/appOpenID)",
    reason: 'the operation answered 501 in that release, and an empty text is no id',
  },
  {
    change:
      "Type of `externalID` widened from 'string' to 'string | null'. (#/paths/~1api~1v1.0~1user~1externalLogins/get/responses/200/content/application~1json/schema/properties/data/items/properties/externalID)",
    reason: 'the operation answered 501 in that release; a login may be known by its open id alone',
  },
  {
    change:
      "`pattern` of `callbackKey` was set to '^[A-Za-z0-9+/]{43}$'. (#/paths/~1api~1v1.0~1manage~1corps~1externalLink/post/requestBody/content/application~1json/schema/properties/callbackKey)",
    reason: 'the operation answered 501 in that release, and nothing else can be a key',
  },
  {
    change:
      "Type widened from 'string | boolean' to 'any'. (#/paths/~1api~1v1~1cas~1serviceValidate/get/responses/default/content/application~1json/schema/properties/serviceResponse/oneOf/0/properties/authenticationSuccess/properties/attributes/additionalProperties)",
    reason: 'custom attributes have any JSON value, as the vendor documents them; texts are still texts',
  },
  {
    change:
      "Type widened from 'string' to 'any'. (#/paths/~1api~1v1~1oauth2~1userinfo/get/responses/200/content/application~1json/schema/additionalProperties)",
    reason: 'custom attributes have any JSON value, as the vendor documents them; texts are still texts',
  },
  {
    change:
      '`anyOf` of `attr_birthday` was added. (#/paths/~1api~1v2~1sdk~1profile~1update/post/requestBody/content/application~1json/schema/properties/attr_birthday/anyOf)',
    reason: 'an empty text is taken as well: a request that was valid still is',
  },
  {
    change: "`maxLength` was set to '128'. (#/paths/~1api~1v2~1sdk~1server-date/parameters/4/schema)",
    reason: 'any language tag is taken now, where only two were',
  },
  {
    change:
      '`maxLength` was removed. (#/paths/~1api~1v2~1tenant~1users/get/responses/200/content/application~1json/schema/properties/users/items/properties/extension/additionalProperties)',
    reason: 'custom attributes have any JSON value, as the vendor documents them; texts are still texts',
  },
  {
    change:
      "Type widened from 'string | null' to 'any'. (#/paths/~1api~1v2~1tenant~1users/get/responses/200/content/application~1json/schema/properties/users/items/properties/extension/additionalProperties)",
    reason: 'custom attributes have any JSON value, as the vendor documents them; texts are still texts',
  },
  {
    change:
      '`anyOf` of `attr_birthday` was added. (#/paths/~1api~1v2~1tenant~1users/post/requestBody/content/application~1json/schema/properties/attr_birthday/anyOf)',
    reason: 'an empty text is taken as well: a request that was valid still is',
  },
  {
    change:
      '`anyOf` of `attr_hire_date` was added. (#/paths/~1api~1v2~1tenant~1users/post/requestBody/content/application~1json/schema/properties/attr_hire_date/anyOf)',
    reason: 'an empty text is taken as well: a request that was valid still is',
  },
  {
    change:
      '`oneOf` of `relationType` was added. (#/paths/~1api~1v2~1tenant~1users/post/requestBody/content/application~1json/schema/properties/user_org_relation_list/items/properties/relationType/oneOf)',
    reason: 'the same four values in two lists, for generators that know no list of two types',
  },
  {
    change:
      '`anyOf` of `attr_birthday` was added. (#/paths/~1api~1v2~1tenant~1users~1{user_id}/put/requestBody/content/application~1json/schema/properties/attr_birthday/anyOf)',
    reason: 'an empty text is taken as well: a request that was valid still is',
  },
  {
    change:
      '`anyOf` of `attr_hire_date` was added. (#/paths/~1api~1v2~1tenant~1users~1{user_id}/put/requestBody/content/application~1json/schema/properties/attr_hire_date/anyOf)',
    reason: 'an empty text is taken as well: a request that was valid still is',
  },
  {
    change:
      "Enum of `status` gained values: 'PASSWORD_WARN', 'PASSWORD_EXPIRED'. (#/paths/~1api~1v2~1sdk~1mfa~1sms/post/responses/200/content/application~1json/schema/properties/status)",
    reason: 'the guide tells callers to take an unknown status for a refusal; an old password would pass otherwise',
  },
  {
    change:
      "`allowEmptyValue` of `service` query parameter was set to 'true'. (#/paths/~1api~1v1~1cas~1logout/get/parameters/0)",
    reason: 'an empty address counts as none: a request that was valid still is',
  },
  {
    change:
      "`allowEmptyValue` of `redirect_url` query parameter was set to 'true'. (#/paths/~1api~1v1~1logout/get/parameters/0)",
    reason: 'an empty address counts as none: a request that was valid still is',
  },
  {
    change:
      "`pattern` of `head_img` was set to '^[Hh][Tt][Tt][Pp][Ss]?://'. (#/paths/~1api~1v2~1sdk~1profile~1update/post/requestBody/content/application~1json/schema/properties/head_img)",
    reason: 'an address such as `javascript:` was never one of a picture, and would run where an application links it',
  },
  {
    change:
      "`pattern` of `head_img` was set to '^[Hh][Tt][Tt][Pp][Ss]?://'. (#/paths/~1api~1v2~1sdk~1register~1mobile-verify-code/post/requestBody/content/application~1json/schema/properties/head_img)",
    reason: 'an address such as `javascript:` was never one of a picture, and would run where an application links it',
  },
  {
    change:
      '`dependentRequired` of `UserSecurityEdit` was added. (#/paths/~1api~1v1.0~1manage~1users~1security/post/requestBody/content/application~1json/schema/dependentRequired)',
    reason: 'a dialling code without a number was answered as done and changed nothing; now it is refused',
  },
]
