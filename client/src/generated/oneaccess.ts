// Generated from openapi/ by `npm run generate`. Do not edit.

export type $Read<T> = {
    readonly $read: T;
};
export type $Write<T> = {
    readonly $write: T;
};
/** Whether a property is marked; one that can only be null or absent is not, though `never` would fit every marker. */
type IsMarked<T, M> = [NonNullable<T>] extends [never] ? false : NonNullable<T> extends M ? true : false;
/** What an answer may hold: without `writeOnly` properties. */
export type Readable<T> = T extends $Write<unknown> ? never : T extends $Read<infer U> ? Readable<U> : T extends readonly (infer E)[] ? readonly Readable<E>[] : T extends object ? {
    readonly [K in keyof T as IsMarked<T[K], $Write<unknown>> extends true ? never : K]: Readable<T[K]>;
} : T;
/** What a request may hold: without `readOnly` properties. */
export type Writable<T> = T extends $Read<unknown> ? never : T extends $Write<infer U> ? Writable<U> : T extends readonly (infer E)[] ? Writable<E>[] : T extends object ? {
    [K in keyof T as IsMarked<T[K], $Read<unknown>> extends true ? never : K]: Writable<T[K]>;
} : T;
export interface paths {
    "/api/v2/tenant/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get an access credential
         * @description An access token for the management interfaces, for an application by its ClientId and ClientSecret. There are two ways:
         *
         *     - the form with `grant_type`, `client_id` and `client_secret`;
         *     - HTTP Basic with ClientId and ClientSecret, and `grant_type=client_credentials` in the query; no form.
         *
         *     A token lives 1800 seconds unless configured otherwise: keep it and use it for every call until shortly before it
         *     expires. A new token does not cancel the one before.
         */
        post: operations["issueAccessCredential"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tenant/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List users
         * @description The users of an organization, or with an empty `org_id` of the enterprise, page by page. The page does not say whether users of organizations below count: here they do not.
         */
        get: operations["listTenantUsers"];
        put?: never;
        /**
         * Create a user
         * @description Creates a user of the enterprise. Without `org_code` the user belongs to the first root organization, without `name` the name is the user name. `user_org_relation_list`, when given, must contain the primary organization; it spells its keys `orgCode` and `relationType`.
         */
        post: operations["createTenantUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tenant/users/user-by-username": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a user by user name
         * @description One user by the user name. Upper and lower case are alike (user manual).
         */
        post: operations["findTenantUserByUserName"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tenant/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 20220413165737132-3BA0-91FCA2CB7
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        /**
         * Get a user
         * @description One user by the id.
         */
        get: operations["getTenantUser"];
        /**
         * Change a user
         * @description Changes what is given and leaves the rest as it is. The password has operations of its own. That what is left out stays as it is, is our reading. How a user signs in (user name, mobile number, address, `pwd_must_modify`) is not changed by applications where the user has a role in the back office; that is ours and answered with 403.
         */
        put: operations["updateTenantUser"];
        post?: never;
        /**
         * Delete a user
         * @description Deletes a user. The page calls its status 400 a failed authentication; here that is 401, and an unknown user 400. Sessions and tokens of the user end at once. A user who has a role in the back office is not deleted by applications (403); that is ours.
         */
        delete: operations["deleteTenantUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tenant/users/{user_id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 20220413165737132-3BA0-91FCA2CB7
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Enable a user
         * @description The user can sign in again. Enabling an enabled user changes nothing. A user who has a role in the back office is not enabled by applications (403); that is ours.
         */
        put: operations["enableTenantUser"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tenant/users/{user_id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 20220413165737132-3BA0-91FCA2CB7
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Disable a user
         * @description The user can no longer sign in, and sessions and tokens end at once. Disabling a disabled user changes nothing. A user who has a role in the back office is not disabled by applications (403); that is ours.
         */
        put: operations["disableTenantUser"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tenant/users/{user_id}/change-password": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 20220413165737132-3BA0-91FCA2CB7
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Change a password
         * @description Gives a user a new password, which must satisfy the enterprise's password policy. Whatever the user was signed in with ends at once. A user who has a role in the back office does not get one from applications (403); both are ours.
         */
        put: operations["changeTenantUserPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tenant/users/{user_id}/change-password-verify": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 20220413165737132-3BA0-91FCA2CB7
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Verify the old password and change it
         * @description Gives a user a new password, provided that the old one is right. Too many wrong ones are answered with 429 for a while. Whatever the user was signed in with ends at once; both are ours.
         */
        put: operations["verifyAndChangeTenantUserPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tenant/users/{user_id}/applications/{application_id}/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 20220413165737132-3BA0-91FCA2CB7
                 */
                user_id: components["parameters"]["UserId"];
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Authorize an application account
         * @description Gives a user an account in the application that calls. It is named as the user, unless `account_name` says otherwise.
         */
        post: operations["authorizeApplicationAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tenant/users/{user_id}/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 20220413165737132-3BA0-91FCA2CB7
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        /**
         * List the application accounts of a user
         * @description All accounts that a user has, in every application; this list has no pages.
         */
        get: operations["listTenantUserApplicationAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tenant/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List organizations
         * @description Organizations, page by page. `org_id` and `all_child` say which:
         *
         *     | `org_id` | `all_child` | Result |
         *     | --- | --- | --- |
         *     | empty | `false` | the root organizations |
         *     | empty | `true` | all organizations; the Chinese page leaves the roots out, the English one shows them, and here they are in |
         *     | given | `true` | that organization and everything below it |
         *     | given | `false` | that organization and its direct children |
         */
        get: operations["listOrganizations"];
        put?: never;
        /**
         * Create an organization
         * @description Creates an organization below `parent_id`, or a root organization without it.
         */
        post: operations["createOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tenant/organizations/{org_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The organization's id.
                 * @example 20220117125622909-9346-35755733F
                 */
                org_id: components["parameters"]["OrgId"];
            };
            cookie?: never;
        };
        /**
         * Get an organization
         * @description One organization by its id.
         */
        get: operations["getOrganization"];
        /**
         * Change an organization
         * @description Changes what is given and not empty, and leaves the rest as it is. With another parent the organization moves with everything below it; a parent that is the organization itself or below it is refused, and so is moving a department that comes from WeCom. That is ours.
         */
        put: operations["updateOrganization"];
        post?: never;
        /**
         * Delete an organization
         * @description Deletes an organization that has no sub-organizations. That users in it stand in the way too is known from the sibling product only. A department that comes from WeCom, and an enterprise that is linked to it, are not deleted here; that is ours.
         */
        delete: operations["deleteOrganization"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tenant/applications/{application_id}/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        /**
         * List application organizations
         * @description The organizations of an application, page by page.
         */
        get: operations["listApplicationOrganizations"];
        put?: never;
        /**
         * Create an application organization
         * @description Adds an organization to an application whose organization model is enabled. Where it is off, all five operations answer `APP_ORG.0002`; that they do is our reading.
         */
        post: operations["createApplicationOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tenant/applications/{application_id}/organizations/{org_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
                /**
                 * @description The application organization's id.
                 * @example 20220209171503408-7F15-4CDA55F43
                 */
                org_id: components["parameters"]["ApplicationOrgId"];
            };
            cookie?: never;
        };
        /**
         * Get an application organization
         * @description One organization of an application.
         */
        get: operations["getApplicationOrganization"];
        /**
         * Update an application organization
         * @description Renames an organization or moves it below another. The code stays.
         */
        put: operations["updateApplicationOrganization"];
        post?: never;
        /**
         * Delete an application organization
         * @description Deletes an organization that has neither organizations nor accounts below it.
         */
        delete: operations["deleteApplicationOrganization"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tenant/applications/{application_id}/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        /**
         * List application accounts
         * @description The accounts of an application, of one kind or of all, page by page.
         */
        get: operations["listApplicationAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tenant/applications/{application_id}/accounts/basic-account": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an application account
         * @description Gives a user an ordinary account in an application. Custom attributes must be in the application's account model.
         */
        post: operations["createApplicationAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tenant/applications/{application_id}/accounts/{account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
                /**
                 * @description The application account's id.
                 * @example 20210621095931341-4CB3-122995C0A
                 */
                account_id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        /**
         * Get an application account
         * @description One account of an application, with its roles and their privileges.
         */
        get: operations["getApplicationAccount"];
        /**
         * Update an application account
         * @description Changes the fields that are given.
         */
        put: operations["updateApplicationAccount"];
        post?: never;
        /**
         * Delete an application account
         * @description Deletes an account of an application; its user stays.
         */
        delete: operations["deleteApplicationAccount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tenant/applications/{application_id}/accounts/{account_id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
                /**
                 * @description The application account's id.
                 * @example 20210621095931341-4CB3-122995C0A
                 */
                account_id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Enable an application account
         * @description Lets the account be used again; an enabled one stays as it is.
         */
        put: operations["enableApplicationAccount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tenant/applications/{application_id}/accounts/{account_id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
                /**
                 * @description The application account's id.
                 * @example 20210621095931341-4CB3-122995C0A
                 */
                account_id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Disable an application account
         * @description Keeps the account from being used; a disabled one stays as it is.
         */
        put: operations["disableApplicationAccount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tenant/applications/{application_id}/role": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an application role
         * @description Adds a role to an application. Answers 200, not 201.
         */
        post: operations["createApplicationRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tenant/applications/{application_id}/role/{role_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
                /**
                 * @description The application role's id.
                 * @example 20220420144449385-C66D-E8C1D1D79
                 */
                role_id: components["parameters"]["RoleId"];
            };
            cookie?: never;
        };
        /**
         * Get an application role
         * @description One role of an application.
         */
        get: operations["getApplicationRole"];
        /**
         * Update an application role
         * @description Renames a role. The code stays.
         */
        put: operations["updateApplicationRole"];
        post?: never;
        /**
         * Delete an application role
         * @description Deletes a role. Answers 200 without a body, not 204.
         */
        delete: operations["deleteApplicationRole"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tenant/applications/{application_id}/role-list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        /**
         * List application roles
         * @description The roles of an application, page by page. The answer repeats `offset` and `limit`; without `offset` it is the first page.
         */
        get: operations["listApplicationRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tenant/applications/{application_id}/role-member": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add members to an application role
         * @description Gives a role to at most 50 application accounts. The call can succeed partly: `fail_list` names the accounts for which it failed, the unknown ones. An account that has the role already succeeds. Both are ours.
         */
        post: operations["addApplicationRoleMembers"];
        /**
         * Remove members from an application role
         * @description Takes a role from at most 50 application accounts. A DELETE with a JSON body that answers 200; like adding, it can succeed partly: `fail_list` names the accounts for which it failed. An account that does not have the role succeeds (ours).
         */
        delete: operations["removeApplicationRoleMembers"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tenant/applications/{application_id}/role-member-list/{role_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
                /**
                 * @description The application role's id.
                 * @example 20220420144449385-C66D-E8C1D1D79
                 */
                role_id: components["parameters"]["RoleId"];
            };
            cookie?: never;
        };
        /**
         * List members of an application role
         * @description The application accounts that have a role, page by page. The answer repeats `offset` and `limit`.
         */
        get: operations["listApplicationRoleMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sdk/server-date": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Get the server time
         * @description The server's time, for the `timestamp` of `X-signature`: a signature with another clock's time may count as expired.
         */
        get: operations["getServerDate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sdk/public-key": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Get the public key
         * @description The application's public key, for `X-signature`. Each application has a key of its own.
         */
        get: operations["getPublicKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sdk/register/mobile-verify-code": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register by mobile number and SMS code
         * @description Creates a user for a mobile number that an SMS code of type `REGISTER_SMS` proves, and signs the user in. The application needs the permission `auth_api`, and its integration method must be OPEN_API.
         */
        post: operations["registerByMobile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sdk/captcha": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Get a graphic captcha
         * @description A picture and a piece of it to slide into place. The first of three steps to an SMS code: captcha, its verification, sending.
         */
        get: operations["getCaptcha"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sdk/captcha/verify": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify the graphic captcha
         * @description Checks where the user put the slider. The token it gives is good for one SMS code to the named recipient.
         */
        post: operations["verifyCaptcha"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sdk/country-codes": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List international dialling codes
         * @description The dialling codes that mobile numbers may have, each with a regular expression for its numbers.
         */
        get: operations["listCountryCodes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sdk/sms/send": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an SMS code
         * @description Sends a verification code to the mobile number that the captcha was passed for. A code serves the one purpose that `type` names.
         */
        post: operations["sendSmsCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sdk/login": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in by user name and password
         * @description Signs a user in, or says in `status` which step comes next. Whether there is one depends on the checks of password age and on the second factor that the administrator set.
         */
        post: operations["loginWithPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sdk/login/mobile-verify-code": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in by SMS code
         * @description Signs a user in with an SMS code of type `LOGIN_SMS`, or says in `status` which step comes next.
         */
        post: operations["loginWithSmsCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sdk/login/wechat": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with WeChat
         * @description Signs in the user that the WeChat account belongs to. Where it belongs to none, the authentication source's setting for unassociated users decides whether the next step is to bind (`SOCIAL_BIND`) or to register or bind (`USER_REGISTER`).
         */
        post: operations["loginWithWechat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sdk/login/alipay": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with Alipay
         * @description Signs in the user that the Alipay account belongs to. Where it belongs to none, the authentication source's setting for unassociated users decides whether the next step is to bind (`SOCIAL_BIND`) or to register or bind (`USER_REGISTER`).
         */
        post: operations["loginWithAlipay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sdk/logout": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Sign out
         * @description Ends the session of the session_token in `X-signature`.
         */
        get: operations["logoutUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sdk/social/bind": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bind a social account to a mobile number
         * @description Binds the social account of a sign-in that ended with `SOCIAL_BIND` to the user of a mobile number and signs that user in. An SMS code of type `BIND_MOBILE_SMS` proves the number. The application needs the permission `auth_api`, and its integration method must be OPEN_API.
         */
        post: operations["bindSocialAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sdk/social/register-bind": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register a social account and bind it to a mobile number
         * @description After a sign-in that ended with `USER_REGISTER`: binds the social account to the user of the mobile number, or to a new user when there is none (that order is ours), and signs that user in. The vendor's page does not say which type the SMS code has: `REGISTER_SMS`, as in the sibling product, and `BIND_MOBILE_SMS`, as for binding (ours), both serve. The application needs the permission `auth_api`, and its integration method must be OPEN_API.
         */
        post: operations["registerSocialAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sdk/social": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List bound social accounts
         * @description All social accounts that are bound to the signed-in user.
         */
        get: operations["listSocialAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sdk/social/unbind-account": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unbind a social account
         * @description Takes the social account from the signed-in user, who cannot sign in with it any more.
         */
        post: operations["unbindSocialAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sdk/pwd/skip-update": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Skip the password change
         * @description Finishes a login that was answered `PASSWORD_WARN` without changing the password that is about to expire.
         */
        get: operations["skipPasswordChange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sdk/pwd/update": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change an expired password
         * @description Finishes a login that was answered `PASSWORD_EXPIRED`, or `PASSWORD_WARN` when the user wants a new password at once.
         */
        post: operations["changeExpiredPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sdk/pwd/update-by-mobile": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset the password by mobile number
         * @description Sets a new password for whoever has the mobile number. The code is of the SMS type `FORGET_PWD_SMS`. The user is not signed in by this, as the sibling product says.
         */
        post: operations["resetPasswordByMobile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sdk/mobile-by-token": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Get the mobile number of a state_token
         * @description The mobile number that the code of the second factor goes to, in full. Only a login that was answered `MFA_AUTH` gives a token for it.
         */
        get: operations["getMobileByStateToken"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sdk/mfa/sms": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify the SMS code of the second factor
         * @description Finishes a login that was answered `MFA_AUTH`. The mobile number is that of `getMobileByStateToken`; the code is of the SMS type `MFA_AUTH_SMS`, which only the sibling product names.
         */
        post: operations["verifySmsSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sdk/profile": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Get personal information
         * @description What is stored about the signed-in user.
         */
        get: operations["getProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sdk/profile/update": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change personal information
         * @description Changes what the signed-in user may change without asking. Password, mobile number and e-mail address cannot be changed here: they are accepted and ignored, since the page lists them.
         */
        post: operations["updateProfile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tenant/sso/session-token/sso-ticket": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a session_token for an sso_ticket
         * @description A ticket for the signed-in user, to be used once and soon. The device must be the one of the login.
         */
        post: operations["issueSsoTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tenant/sso/sso-ticket/verify": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get the user of an sso_ticket
         * @description Uses the ticket up and answers the user it stands for. The user stands in `data.user`, as in the current edition of the page; older ones have it higher.
         */
        post: operations["verifySsoTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tenant/sso/session-token/refresh": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refresh a session_token
         * @description A new session_token for the same session, with a new id_token. Whether the old session_token goes on is not documented: use the new one from here on.
         */
        post: operations["refreshSessionToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sdk/session-token/refresh-id-token": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a new id_token for a session_token
         * @description Makes a new id_token for the signed-in user before the old one expires. The session_token stands in the signature; there is no body.
         */
        post: operations["refreshIdToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cas/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sign in by CAS
         * @description The user's browser opens this address itself. With a sign-on session it returns to `service` at once, with a
         *     `ticket` that works once; without one it goes to the sign-in page first. The application then validates the ticket
         *     from its server.
         *
         *     An address that is not registered is never followed: a page says so instead. Unknown parameters are passed over,
         *     as client libraries copy those of the page that was asked for; `method`, a parameter of the protocol too, is one.
         */
        get: operations["loginWithCas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cas/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Validate a ticket by CAS 1.0
         * @description The answer is text: `yes` and the user name on lines of their own, or `no`. The vendor prints the first; the second
         *     is the protocol's. A missing parameter, too, is answered by `no` with HTTP status 200.
         */
        get: operations["validateCas1Ticket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cas/serviceValidate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Validate a ticket by CAS 2.0
         * @description The answer has the user name, as XML or with `format=JSON` as JSON. `service` must be the one of the sign-in, letter
         *     by letter. Whether the ticket is valid is said by the body: a refused ticket or a missing parameter has HTTP status
         *     200 as well.
         *
         *     `pgtUrl`, a parameter of the protocol too, is not offered.
         */
        get: operations["validateCas2Ticket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cas/p3/serviceValidate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Validate a ticket by CAS 3.0
         * @description As by CAS 2.0, and the answer has attributes: those of the sign-in, and those of the user that the application's
         *     mapping names. Whether the ticket is valid is said by the body: a refused ticket or a missing parameter has HTTP
         *     status 200 as well.
         *
         *     `pgtUrl`, a parameter of the protocol too, is not offered.
         */
        get: operations["validateCas3Ticket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cas/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sign out by CAS
         * @description Ends the sign-on session, and with it those of all applications that joined it. The browser then goes to `service`
         *     where that is a registered CAS callback address, letter by letter, and to the sign-in page otherwise: the comparison
         *     is our choice, because anything less is an open redirect.
         *
         *     Other parameters, such as `url` of older CAS, are passed over, and an empty `service` counts as none: a person who
         *     wants to leave is not kept in.
         */
        get: operations["logoutFromCas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saml2/idp/sso": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sign on from the identity provider
         * @description The user's browser opens this address itself. With a sign-on session the answer is a page that sends the signed
         *     assertion to the application's assertion consumer service by itself (HTTP POST binding, with a button for browsers
         *     without scripts); without one the browser goes to the sign-in page first.
         *
         *     It begins here with `sp` (IdP-initiated, as the vendor has it), or at the application with `SAMLRequest`
         *     (SP-initiated, HTTP-Redirect binding); one of the two. The vendor says neither what the assertion holds nor how it
         *     travels, and has no SP-initiated sign-on: bindings, page and `SAMLRequest` are our choice. The assertion goes to an
         *     address that is registered with the Entity ID and to no other: to the first, or to the registered one that the
         *     request names.
         */
        get: operations["startSamlSignOn"];
        put?: never;
        /**
         * Sign on from the service provider, by form
         * @description The same as `startSamlSignOn` with `SAMLRequest`, in the HTTP-POST binding. Browsers do not send the session's cookie
         *     with a form of another site; a form that comes without it is sent again, once, by a page of our own.
         */
        post: operations["submitSamlSignOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saml2/idp/slo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sign out from the service provider
         * @description The application sends its user's browser here with a signed `LogoutRequest` (HTTP-Redirect binding). The sign-on
         *     session that reached the application under that name ends, and with it those of all other applications that joined
         *     it. The browser goes back to the application's registered logout address with a `LogoutResponse`.
         *
         *     A request that fits no session is answered with an error status. One that is not signed, or not by the application,
         *     is answered with a page and ends nothing.
         *
         *     However a browser signs out, it goes by way of the applications that have a logout address and none for messages from
         *     server to server: each gets a signed `LogoutRequest` with a `RelayState` of ours, and sends the browser back here with
         *     its `LogoutResponse` and that `RelayState`. An error status, or an answer that cannot be read, counts as not done; who
         *     asked is then told `PartialLogout`. An answer is taken once, within ten minutes, from the browser that signed out, and
         *     with a signature of the application where it has a certificate; any other is answered with a page.
         */
        get: operations["startSamlLogout"];
        put?: never;
        /**
         * Sign out from the service provider, by form
         * @description The same as `startSamlLogout`, in the HTTP-POST binding. What the application is sent goes by the binding that is registered for it.
         */
        post: operations["submitSamlLogout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saml2/idp/metadata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the identity provider's metadata
         * @description What a service provider imports: entity ID, signing certificates and addresses (SAML 2.0 metadata). The first
         *     certificate is that of the key that signs; a new one appears here before it signs. The vendor does not print the
         *     document; its content follows the standard.
         */
        get: operations["getSamlMetadata"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oauth2/authorize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an authorization code or an id token
         * @description The user's browser opens this address itself. Without a sign-on session it goes to the sign-in page first; in the end
         *     it returns to `redirect_uri` with the answer, or with an error (RFC 6749 section 4.1.2.1). `response_type` and `scope`
         *     say what is asked for:
         *
         *     - `code` with scope `get_user_info`: a code of OAuth 2.0 (I8).
         *     - `code` with scope `openid`: a code of OpenID Connect (I12).
         *     - `id_token` with scope `openid`: the implicit grant (I15). The id token comes in the fragment of the address. Only
         *       for applications that are allowed it; the standard demands `nonce`.
         *     - `id_token token`: documented, and not offered by our server, which answers `unsupported_response_type`: access
         *       tokens must not travel in addresses (RFC 9700 section 2.1.2).
         *
         *     `redirect_uri` is compared letter by letter with the registered addresses, our choice where the vendor also takes the
         *     domain of one: anything less lets codes be stolen (RFC 9700 section 2.1). A request whose client or address is wrong
         *     is answered by a page and never sent on. Other parameters of the standards (`prompt`, `max_age`, `login_hint` …) are
         *     understood, unknown ones are passed over.
         */
        get: operations["requestOauth2Authorization"];
        put?: never;
        /**
         * Send an authorization request as a form
         * @description The same as with GET, with the parameters in a form: every OpenID provider takes both (OpenID Connect Core 1.0
         *     section 3.1.2.1).
         */
        post: operations["submitOauth2AuthorizationRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oauth2/authorize/{uid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Go on with an authorization request
         * @description After sign-in or consent the browser comes back here; only the browser that began the request can go on with it.
         */
        get: operations["resumeOauth2Authorization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oauth2/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue tokens
         * @description One address for two grants, told apart by `grant_type`, and for OAuth 2.0 and OpenID Connect, told apart by the scope
         *     of the authorization request: with `openid` the answer has an `id_token`.
         *
         *     - `authorization_code`: tokens for a code (I9, I13).
         *     - `refresh_token`: new tokens without asking the user (I10, I14). The refresh token is replaced each time.
         *
         *     An application has refresh tokens only where its settings give them a validity. Its ClientId and ClientSecret stand
         *     in the form, as the vendor has it, or in HTTP Basic, as the sibling product and RFC 6749 section 2.3.1 have it.
         */
        post: operations["issueOauth2Token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oauth2/userinfo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the user's information
         * @description The user of an access token: id, names, e-mail address and mobile number, and what the application's mapping names
         *     beyond these. Send `Accept: application/json`. Applications that use OpenID Connect read the same address and find
         *     `sub` there; that much is our conclusion.
         */
        get: operations["getOauth2UserInfo"];
        put?: never;
        /**
         * Get the user's information with POST
         * @description The same as with GET: every OpenID provider takes both (OpenID Connect Core 1.0 section 5.3). The access token may
         *     stand in the form instead of the header (RFC 6750 section 2.2).
         */
        post: operations["submitOauth2UserInfoRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oauth2/.well-known/openid-configuration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the OpenID Connect metadata
         * @description Issuer, addresses, grants and algorithms; clients read it once and configure themselves from it. The vendor does not
         *     print the answer; it follows the standard (OpenID Connect Discovery 1.0 section 3).
         */
        get: operations["getOauth2Configuration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oauth2/jwks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the public signing keys
         * @description The public keys that verify id tokens (section 9.2); a client picks one by `kid`. New keys appear here before they
         *     sign, and stay until the last token they signed has expired. The vendor shows the address in its portal only; ours is
         *     the one that `jwks_uri` names.
         */
        get: operations["getOauth2Keys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sign out everywhere
         * @description The user's browser opens this address itself. It ends the sign-on session, and with it those of all applications that
         *     joined it, by whatever protocol. The browser then goes to `redirect_url` where that is registered, letter by letter,
         *     and to the sign-in page otherwise: the comparison is our choice, because anything less is an open redirect.
         *
         *     Other parameters are passed over, and an empty `redirect_url` counts as none: a person who wants to leave is not
         *     kept in.
         */
        get: operations["logoutGlobally"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    checkUrl: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check the callback address
         * @description Sent when an administrator saves the callback settings of an application. The application answers with the random string
         *     that it got; that the settings are kept only then is our reading.
         *
         *     Every event travels in the same envelope, as one POST to the callback address with the application's security token in
         *     `Authorization: Bearer`. The receiver checks the token, then the signature, then decrypts `data`:
         *
         *     - The signature is Base64 of HMAC-SHA256 with the signature key over `nonce&timestamp&eventType&data`. One of the vendor's
         *       samples has the length of SHA-1; its text and code say SHA-256.
         *     - Encrypted, `data` is Base64 of 12 bytes of random IV, the ciphertext and 16 bytes of tag: AES-128-GCM with the encryption
         *       key. Its plaintext is 16 random letters, `&`, and the message. The vendor names `AES/GCM/NoPadding` and says nothing of
         *       the IV; where it stands is our convention.
         *
         *     Both keys have exactly 16 characters, taken as UTF-8 bytes. A blank signature key means no signature. A blank encryption
         *     key means the platform's default, which the reference does not print: set one. One of the vendor's samples has a blank
         *     behind the event type: trim it before comparing, not before checking the signature.
         */
        post: operations["receiveCheckUrlEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    createUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A user was created
         * @description Sent when a user gets an account in the application. The application creates its own user and answers with its id,
         *     which the server keeps as the user's key and sends with later events. The envelope, its signature and its
         *     encryption are those of `receiveCheckUrlEvent`.
         */
        post: operations["receiveCreateUserEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A user was changed
         * @description Sent when a user of the application changes, also when the account is enabled or disabled. Of the optional values
         *     only the changed ones are filled. Where the answer has another id, that one replaces the one that the server kept.
         *     The envelope, its signature and its encryption are those of `receiveCheckUrlEvent`.
         */
        post: operations["receiveUpdateUserEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    deleteUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A user was deleted
         * @description Sent when a user loses the account in the application, where the application's settings say so. The envelope, its
         *     signature and its encryption are those of `receiveCheckUrlEvent`.
         */
        post: operations["receiveDeleteUserEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    createOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An organization was created
         * @description The application creates its own organization and answers with its id, which the server keeps as the organization's
         *     key and sends with later events. Sent only where the application's organization model is enabled. The envelope,
         *     its signature and its encryption are those of `receiveCheckUrlEvent`.
         */
        post: operations["receiveCreateOrganizationEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    updateOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An organization was changed
         * @description Where the answer has another id, that one replaces the one that the server kept. Sent only where the application's
         *     organization model is enabled. The envelope, its signature and its encryption are those of `receiveCheckUrlEvent`.
         */
        post: operations["receiveUpdateOrganizationEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    deleteOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An organization was deleted
         * @description Sent where the application's settings say so. Sent only where the application's organization model is enabled. The
         *     envelope, its signature and its encryption are those of `receiveCheckUrlEvent`.
         */
        post: operations["receiveDeleteOrganizationEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /**
         * AccessCredentialForm
         * @description ClientId and ClientSecret in the form. Both are left out when HTTP Basic carries them; then the whole form may be left out, with `grant_type` in the query instead.
         */
        AccessCredentialForm: {
            /**
             * @description The grant, always `client_credentials`.
             * @constant
             */
            grant_type: "client_credentials";
            /** @description The application's ClientId; required in the form variant. */
            client_id?: string;
            /**
             * Format: password
             * @description The application's ClientSecret; required in the form variant.
             */
            client_secret?: $Write<string>;
        };
        /** @description A failure of the OAuth 2.0 endpoints (RFC 6749 section 5.2). */
        OAuthError: {
            /** @description The error code of the protocol. */
            error: string;
            /** @description A sentence for the developer of the client. */
            error_description?: string;
        };
        /**
         * AccessCredential
         * @description An access token for the management interfaces.
         */
        AccessCredential: {
            /** @description The access token; nothing may be concluded from its form. */
            access_token: string;
            /**
             * @description How the token is sent, always `Bearer`.
             * @constant
             */
            token_type: "Bearer";
            /** @description Seconds until it expires; 1800 unless configured otherwise. */
            expires_in: number;
            /** @description What the token is for; `all` in the sample. */
            scope: string;
            /** @description A JWT about the application. That it may be missing is our reading; OpenID Connect has no user to name here. */
            id_token?: string;
        };
        /** @description A failure of the interfaces below /api/v2. */
        Error: {
            /** @description A code of the table of error codes. */
            error_code: string;
            /** @description A sentence for people, in the language of `X-L`, else of `Accept-Language`. */
            error_msg: string;
        };
        /** @description How many rows there are on all pages together. */
        Total: number;
        /** @description A time of the management interfaces, for example `2022-03-31 16:46:02.964`, in UTC (the zone is ours; the vendor prints none). */
        Time: string;
        /** @description Custom attributes by name, as the administrator defined them, with any JSON values. At most 100 of them, and no integers beyond ±(2^53 - 1), which programs would round; send those as texts. Both limits are ours. */
        Extension: {
            [key: string]: unknown;
        };
        /**
         * UserOrgRelationListResult
         * @description How a user is related to one organization.
         */
        UserOrgRelationListResult: {
            /** @description The organization's id. */
            org_id: string;
            /**
             * @description `1`: the user belongs to it; `0`: is attached to it. The page says it the other way round; one meaning in requests and answers is our reading.
             * @enum {string}
             */
            relation_type: "0" | "1";
        };
        /**
         * UserDetails
         * @description A user. The page does not say which fields may be null; those that may here are our reading.
         */
        UserDetails: {
            /** @description The user's id. */
            user_id: string;
            /** @description The id of the primary organization; null without one. */
            org_id: string | null;
            /** @description The user name, unique in the enterprise. */
            user_name: string;
            /** @description The name. */
            name: string;
            /** @description The mobile number; null without one. */
            mobile: string | null;
            /** @description The e-mail address; null without one. */
            email: string | null;
            /** @description Whether the password must be changed at the next login. */
            pwd_must_modify: boolean;
            /** @description When the password was last changed, in the form of `updated_at`; null if never. */
            pwd_change_at: string | null;
            created_at: components["schemas"]["Time"];
            updated_at: components["schemas"]["Time"];
            /** @description Whether the user is disabled. */
            disabled: boolean;
            /** @description The level of trust; null without one. */
            grade: number | null;
            /** @description The state of the lock, as text. The page does not list its values; our server says `LOCKED`, or null for a user who is not locked. */
            locked: string | null;
            extension: components["schemas"]["Extension"];
            /** @description All organizations of the user, the primary one among them. */
            user_org_relation_list: components["schemas"]["UserOrgRelationListResult"][];
        };
        /**
         * UserPage
         * @description A page of users.
         */
        UserPage: {
            total: components["schemas"]["Total"];
            /** @description The users of this page. */
            users: components["schemas"]["UserDetails"][];
        };
        /**
         * @description The gender: not told, male or female. `unknow`, as other pages of the vendor spell it, is read as `unknown`; that it is taken here too is our choice.
         * @enum {string}
         */
        GenderOption: "unknown" | "male" | "female" | "unknow";
        /**
         * @description The kind of identity document. The page spells Macau in one value and Macao in another, and calls both `overseas_passport` and `overseas_driver_license` an overseas driving licence; the first is evidently a passport.
         * @enum {string}
         */
        IdentityType: "id_card" | "HongKong_Macau_Taiwan_residence_permit" | "mainland_travel_permit_for_HongKong_Macao" | "mainland_travel_permit_for_Taiwan" | "chinese_passport" | "overseas_passport" | "overseas_driver_license" | "officer_id" | "foreigner_residence_permit" | "other";
        /**
         * @description The kind of employment: permanent, intern, agency worker or outsourced.
         * @enum {string}
         */
        UserType: "regular" | "intern" | "dispatch" | "outsourcing";
        /**
         * UserOrgRelationListOption
         * @description How a user is related to one organization.
         */
        UserOrgRelationListOption: {
            /** @description The code of the organization. */
            orgCode: string;
            /** @description `1`: the user belongs to it; `0`: is attached to it. A string in the table, a number in the sample; both are taken. */
            relationType: ("0" | "1") | number;
        };
        /**
         * UserCreateOption
         * @description A new user. Which attributes are mandatory is the administrator's choice (portal, users, attribute definitions) for `user_name`, `mobile`, `name`, `email`, `employee_id`, `first_name`, `middle_name`, `last_name`, `attr_gender`, `attr_birthday` and `attr_nick_name`; here it is as delivered. The limits of length are ours.
         */
        UserCreateOption: {
            /** @description The user name, unique in the enterprise, upper and lower case alike. */
            user_name: string;
            /**
             * Format: password
             * @description The password; it must satisfy the enterprise's password policy.
             */
            password?: $Write<string>;
            /** @description The mobile number, unique in the enterprise. */
            mobile: string;
            /** @description The code of the primary organization, which must exist; the first root organization when left out or empty. */
            org_code?: string;
            /** @description The name; the same as `user_name` when left out or empty. */
            name?: string;
            /** @description The e-mail address. */
            email?: string;
            /** @description The number of the employee. */
            employee_id?: string;
            /** @description The given name. */
            first_name?: string;
            /** @description The middle name. */
            middle_name?: string;
            /** @description The family name. */
            last_name?: string;
            /**
             * @description Whether the password must be changed at the first login.
             * @default true
             */
            pwd_must_modify?: boolean;
            attr_gender?: components["schemas"]["GenderOption"];
            /** @description The birthday, `yyyy-mm-dd`; may be empty, as other optional texts. */
            attr_birthday?: string | "";
            /** @description The nickname. */
            attr_nick_name?: string;
            attr_identity_type?: components["schemas"]["IdentityType"];
            /** @description The number of the identity document. */
            attr_identity_number?: string;
            /** @description The code of the country or region, for example `CN`. */
            attr_area?: string;
            /** @description The city. */
            attr_city?: string;
            /** @description The direct superior. */
            attr_manager_id?: string;
            attr_user_type?: components["schemas"]["UserType"];
            /** @description The day of entry, `yyyy-MM-dd`; may be empty, as other optional texts. */
            attr_hire_date?: string | "";
            /** @description The place of work. */
            attr_work_place?: string;
            /** @description The user's organizations; the primary one among them, at most one belonging and nine attached. No entry (our reading), or more, are answered with `PARAM.0029`. */
            user_org_relation_list?: components["schemas"]["UserOrgRelationListOption"][];
            extension?: components["schemas"]["Extension"];
        };
        /**
         * UserReference
         * @description Which user it was.
         */
        UserReference: {
            /** @description The user's id. */
            user_id: string;
        };
        /**
         * UserNameOption
         * @description Whom to find.
         */
        UserNameOption: {
            /** @description The user name; upper and lower case are alike. */
            user_name: string;
        };
        /** @description An id given by the server; its form is not to be relied on. */
        Id: string;
        /**
         * UserUpdateOption
         * @description Changes of a user. What is left out stays as it is; an empty text removes what was there, and so does null among the custom attributes. The password is not among them. Emptying and the limits of length are ours.
         */
        UserUpdateOption: {
            /** @description The user name, unique in the enterprise, upper and lower case alike. */
            user_name?: string;
            /** @description The mobile number, unique in the enterprise. */
            mobile?: string;
            /** @description The code of the organization. Without `user_org_relation_list` the user moves there from the primary organization and stays attached to the others; empty is as left out. Both are our reading. */
            org_code?: string;
            /** @description The name; when empty, the user name is shown. */
            name?: string;
            /** @description The e-mail address. */
            email?: string;
            /** @description The number of the employee. */
            employee_id?: string;
            /** @description The given name. */
            first_name?: string;
            /** @description The middle name. */
            middle_name?: string;
            /** @description The family name. */
            last_name?: string;
            /** @description Whether the password must be changed at the next login. An older edition gives it the default `true`; here it stays as it is when left out. */
            pwd_must_modify?: boolean;
            attr_gender?: components["schemas"]["GenderOption"];
            /** @description The birthday, `yyyy-mm-dd`; may be empty, as other optional texts. */
            attr_birthday?: string | "";
            /** @description The nickname. */
            attr_nick_name?: string;
            attr_identity_type?: components["schemas"]["IdentityType"];
            /** @description The number of the identity document. */
            attr_identity_number?: string;
            /** @description The code of the country or region, for example `CN`. */
            attr_area?: string;
            /** @description The city. */
            attr_city?: string;
            /** @description The direct superior. */
            attr_manager_id?: string;
            attr_user_type?: components["schemas"]["UserType"];
            /** @description The day of entry, `yyyy-MM-dd`; may be empty, as other optional texts. */
            attr_hire_date?: string | "";
            /** @description The place of work. */
            attr_work_place?: string;
            /** @description All of the user's organizations from now on, by the rules of creation. The page has a single object here; a list is our reading. */
            user_org_relation_list?: components["schemas"]["UserOrgRelationListOption"][];
            extension?: components["schemas"]["Extension"];
        };
        /**
         * PasswordChangeOption
         * @description A new password.
         */
        PasswordChangeOption: {
            /**
             * Format: password
             * @description The new password.
             */
            password: $Write<string>;
            /** @description Whether it must be changed at the next login; not when left out (our reading). */
            pwd_must_modify?: boolean;
        };
        /**
         * VerifiedPasswordChangeOption
         * @description A new password and the one before it.
         */
        VerifiedPasswordChangeOption: {
            /**
             * Format: password
             * @description The new password.
             */
            password: $Write<string>;
            /**
             * Format: password
             * @description The current password.
             */
            old_password: $Write<string>;
        };
        /**
         * AccountAuthorizationOption
         * @description The account to make.
         */
        AccountAuthorizationOption: {
            /** @description The name of the account; the user name when left out or empty. */
            account_name?: string;
        };
        /**
         * AuthorizedAccount
         * @description Which application account it is.
         */
        AuthorizedAccount: {
            /** @description The application account's id. */
            account_id: string;
        };
        /**
         * UserApplicationAccount
         * @description An account that a user has in an application.
         */
        UserApplicationAccount: {
            /** @description The account's id. */
            id: string;
            /** @description The application's id. */
            application_id: string;
            /** @description The name of the account. */
            account_name: string;
            /**
             * @description The kind of account: basic, orphan or public. The values stand on the page of the accounts of an application.
             * @enum {string}
             */
            account_type: "BASIC_ACCOUNT" | "ORPHAN_ACCOUNT" | "PUBLIC_ACCOUNT";
            /** @description The name that is shown. */
            name: string;
            extension: components["schemas"]["Extension"];
        };
        /**
         * UserAccounts
         * @description All application accounts of a user.
         */
        UserAccounts: {
            /** @description How many accounts there are. */
            total: number;
            /** @description The accounts. */
            accounts: components["schemas"]["UserApplicationAccount"][];
        };
        /**
         * @description The kind of organization: department, unit, company or group. The page shows the first and the last; the other two stand in the portal's manual.
         * @enum {string}
         */
        OrganizationCategory: "department" | "unit" | "company" | "group";
        /**
         * ResponseOrgInfo
         * @description An organization.
         */
        ResponseOrgInfo: {
            /** @description The organization's id. */
            org_id: string;
            /** @description The code, `code` in requests. */
            org_code: string;
            /** @description The name. */
            name: string;
            /** @description The id of the parent; null for a root organization. */
            parent_id: string | null;
            category: components["schemas"]["OrganizationCategory"];
        };
        /**
         * OrganizationPage
         * @description A page of organizations.
         */
        OrganizationPage: {
            total: components["schemas"]["Total"];
            /** @description The organizations of this page. */
            organizations: components["schemas"]["ResponseOrgInfo"][];
        };
        /**
         * OrganizationCreate
         * @description A new organization.
         */
        OrganizationCreate: {
            /** @description The code, unique among all organizations. An older edition of the page allows letters (Chinese included), digits, `_` and `-`, 64 characters at most. */
            code: string;
            /** @description The name, unique on its level. An older edition of the page allows letters, Chinese, digits, blanks, `-`, `_` and `&`, 100 characters at most. */
            name: string;
            /** @description The id of the parent; left out or empty for a root organization (empty is our reading). */
            parent_id?: string;
            /**
             * @description The kind of organization: department, unit, company or group. That it is `department` when left out stands in an older edition only.
             * @default department
             * @enum {string}
             */
            category?: "department" | "unit" | "company" | "group";
        };
        /**
         * OrganizationReference
         * @description Which organization it was.
         */
        OrganizationReference: {
            /** @description The organization's id. */
            org_id: string;
        };
        /**
         * OrganizationUpdate
         * @description Changes of an organization. What is left out or empty stays as it is.
         */
        OrganizationUpdate: {
            /** @description The code, unique among all organizations; the same characters as on creation. */
            code?: string;
            /** @description The name, unique on its level; the same characters as on creation. */
            name?: string;
            /** @description The id of the new parent. Empty leaves the organization where it is, so it cannot become a root. */
            parent_id?: string;
            /**
             * @description The kind of organization: department, unit, company or group; empty leaves it as it is.
             * @enum {string}
             */
            category?: "" | "department" | "unit" | "company" | "group";
        };
        /**
         * ApplicationOrganization
         * @description An organization that an application has of its own.
         */
        ApplicationOrganization: {
            /** @description The application organization's id. */
            org_id: string;
            /** @description Its code; unique in the application. */
            org_code: string;
            /** @description Its name. */
            name: string;
            /** @description The id of the application organization above it; null for a root. */
            parent_id: string | null;
        };
        /**
         * ApplicationOrganizationPage
         * @description A page of application organizations.
         */
        ApplicationOrganizationPage: {
            total: components["schemas"]["Total"];
            /** @description The application organizations of this page. */
            organizations: components["schemas"]["ApplicationOrganization"][];
        };
        /**
         * ApplicationOrganizationCreate
         * @description A new application organization.
         */
        ApplicationOrganizationCreate: {
            /** @description Code: letters (Chinese ones too), digits, `_` and `-`. At most 64 characters (the limit is ours). It cannot be changed later. */
            org_code: string;
            /** @description Name: letters, Chinese characters, digits, blanks, `-`, `_` and `&`; at most 100 characters. */
            name: string;
            /** @description The id of the application organization above it. Left out or empty for a root (that empty counts as left out is ours). */
            parent_id?: string;
        };
        /**
         * ApplicationOrganizationReference
         * @description Which application organization it is.
         */
        ApplicationOrganizationReference: {
            /** @description The application organization's id. */
            org_id: string;
        };
        /**
         * ApplicationOrganizationUpdate
         * @description What changes; a field that is left out or empty stays as it is (for empty ones that is ours, after O2).
         */
        ApplicationOrganizationUpdate: {
            /** @description New name: letters, Chinese characters, digits, blanks, `-`, `_` and `&`; at most 100 characters. */
            name?: string;
            /** @description The id of the application organization that it moves below; not itself, and none below it (the latter is ours). */
            parent_id?: string;
        };
        /**
         * @description Kind of application account: `BASIC_ACCOUNT` belongs to one user, `ORPHAN_ACCOUNT` to none, `PUBLIC_ACCOUNT` to several. The interfaces make the first kind only.
         * @enum {string}
         */
        AccountType: "BASIC_ACCOUNT" | "ORPHAN_ACCOUNT" | "PUBLIC_ACCOUNT";
        /**
         * ResourceItem
         * @description A resource that a privilege opens.
         */
        ResourceItem: {
            /** @description The item's id. */
            item_id: string;
            /** @description The item's code. */
            item_code: string;
            /** @description The item's name. */
            item_name: string;
            /** @description The id of the item above it; one word without a second underscore. Null at the top is ours. */
            item_parentid: string | null;
        };
        /**
         * PrivilegeInfo
         * @description A privilege of a role.
         */
        PrivilegeInfo: {
            /** @description The privilege's id. */
            privilege_id: string;
            /** @description The privilege's code. */
            privilege_code: string;
            /** @description The privilege's name. */
            privilege_name: string;
            /** @description The resources that it opens. */
            resource_items: components["schemas"]["ResourceItem"][];
        };
        /**
         * RolesInfo
         * @description A role that an application account has.
         */
        RolesInfo: {
            /** @description The role's id. */
            role_id: string;
            /** @description The role's code. */
            role_code: string;
            /** @description The role's name. */
            role_name: string;
            /** @description The role's privileges. */
            privileges: components["schemas"]["PrivilegeInfo"][];
        };
        /**
         * AccountDetail
         * @description An application account.
         */
        AccountDetail: {
            /** @description The account's id. */
            id: string;
            /** @description Its name in the application. */
            account_name: string;
            account_type: components["schemas"]["AccountType"];
            /** @description The display name. */
            name: string;
            /** @description Whether it is disabled. */
            disabled: boolean;
            /** @description The id of its application organization; null without one (null is ours). */
            org_id: string | null;
            /** @description Its roles with their privileges; the printed list leaves them out. */
            roles?: components["schemas"]["RolesInfo"][];
            extension: components["schemas"]["Extension"];
        };
        /**
         * ApplicationAccountPage
         * @description A page of application accounts.
         */
        ApplicationAccountPage: {
            total: components["schemas"]["Total"];
            /** @description The accounts of this page. */
            accounts: components["schemas"]["AccountDetail"][];
        };
        /**
         * ApplicationAccountCreate
         * @description A new application account of a user.
         */
        ApplicationAccountCreate: {
            /** @description The id of the user that owns the account. */
            user_id: components["schemas"]["Id"];
            /** @description The name in the application; the user name when left out. */
            account_name?: string;
            /** @description The display name; the user's name when left out (that default is ours). */
            name?: string;
            /** @description The code of the application organization; none when left out or empty. */
            org_code?: string;
            /**
             * Format: password
             * @description The account's password.
             */
            password?: $Write<string>;
            /**
             * @description Whether it starts disabled.
             * @default false
             */
            disabled?: boolean;
            extension?: components["schemas"]["Extension"];
        };
        /**
         * ApplicationAccountReference
         * @description Which application account it is.
         */
        ApplicationAccountReference: {
            /** @description The account's id. */
            account_id: string;
        };
        /**
         * ApplicationAccountUpdate
         * @description What changes; a field that is left out stays as it is, and so does a custom attribute; null removes one (for attributes that is ours).
         */
        ApplicationAccountUpdate: {
            /** @description The name in the application. */
            account_name?: string;
            /** @description The display name. */
            name?: string;
            /** @description The code of the application organization; an empty one changes nothing (ours). */
            org_code?: string;
            /**
             * Format: password
             * @description The account's new password.
             */
            password?: $Write<string>;
            /** @description Whether it is disabled. */
            disabled?: boolean;
            extension?: components["schemas"]["Extension"];
        };
        /**
         * ApplicationRoleCreate
         * @description A new role.
         */
        ApplicationRoleCreate: {
            /** @description Code; unique in the application. At most 50 characters (the limit stands in an older edition only). It cannot be changed later. */
            code: string;
            /** @description Name; the code when left out or empty (that default is ours). */
            name?: string;
        };
        /**
         * ApplicationRoleReference
         * @description Which role it is.
         */
        ApplicationRoleReference: {
            /** @description The role's id. */
            role_id: string;
        };
        /**
         * ApplicationRole
         * @description A role on the application's side; its times are camelCase, unlike those of users.
         */
        ApplicationRole: {
            /** @description The role's id. */
            id: string;
            /** @description Its code; unique in the application. */
            code: string;
            /** @description Its name. */
            name: string;
            /** @description When it was made, for example `2022-02-10 09:06:26.333`, in UTC (the zone is ours). */
            createdAt: string;
            /** @description When it last changed, written the same way; null before the first change. */
            updatedAt: string | null;
        };
        /**
         * ApplicationRoleUpdate
         * @description The role's new name; nothing else of it can be changed.
         */
        ApplicationRoleUpdate: {
            /** @description New name. */
            name: string;
        };
        /**
         * ApplicationRolePage
         * @description A page of roles.
         */
        ApplicationRolePage: {
            total: components["schemas"]["Total"];
            /** @description The page number asked for. */
            offset: number;
            /** @description The rows of a page asked for. */
            limit: number;
            /** @description The roles of this page. */
            roles: components["schemas"]["ApplicationRole"][];
        };
        /**
         * ApplicationRoleMembersChange
         * @description Which accounts enter or leave which role.
         */
        ApplicationRoleMembersChange: {
            /** @description The role's id. */
            role_id: components["schemas"]["Id"];
            /** @description Ids of application accounts, 1 to 50 (that none is refused is ours); spelled with a capital I. Another number of ids is answered with `PARAM.0029`. */
            account_Ids: components["schemas"]["Id"][];
        };
        /**
         * ApplicationRoleMembersResult
         * @description For which accounts the call succeeded and for which it did not; it can succeed partly.
         */
        ApplicationRoleMembersResult: {
            /** @description Ids of the accounts for which it succeeded. */
            success_list: string[];
            /** @description Ids of the accounts for which it failed; empty when all went well. */
            fail_list: string[];
        };
        /**
         * ApplicationRoleMember
         * @description An application account that has the role.
         */
        ApplicationRoleMember: {
            /** @description The account's id. */
            id: string;
            /** @description Its name in the application. */
            account_name: string;
            /** @description The display name. */
            name: string;
            /** @description The id of its application organization; null without one (null is ours). */
            org_id: string | null;
            /** @description Whether it is disabled. */
            disabled: boolean;
            /**
             * @description Kind of application account. One printed sample has `1` here; the table has these names, and so have our answers.
             * @enum {string}
             */
            account_type: "BASIC_ACCOUNT" | "ORPHAN_ACCOUNT" | "PUBLIC_ACCOUNT";
            extension: components["schemas"]["Extension"];
        };
        /**
         * ApplicationRoleMemberPage
         * @description A page of a role's members.
         */
        ApplicationRoleMemberPage: {
            total: components["schemas"]["Total"];
            /** @description The page number asked for. */
            offset: number;
            /** @description The rows of a page asked for. */
            limit: number;
            /** @description The members of this page. */
            role_members: components["schemas"]["ApplicationRoleMember"][];
        };
        /** @description The mobile number that the verification code was sent to. */
        SmsMobile: string;
        /** @description The verification code from the message. */
        SmsVerifyCode: string;
        /**
         * @description The user is signed in.
         * @enum {string}
         */
        SuccessStatus: "SUCCESS";
        /** @description How long the session_token is valid, in seconds. */
        Expire: number;
        /** @description The token of the signed-in user; goes into `X-signature` and is exchanged for an sso_ticket. Its form is not to be relied on. */
        SessionToken: string;
        /**
         * RegistrationResult
         * @description The new user is signed in.
         */
        RegistrationResult: {
            status: components["schemas"]["SuccessStatus"];
            expire: components["schemas"]["Expire"];
            session_token: components["schemas"]["SessionToken"];
            /** @description A JWT that says who the user is. The end of the vendor's table could not be read and its sample has no such field; the other ways to sign in have it, so it may be there. */
            id_token?: string;
        };
        /**
         * Captcha
         * @description A slider captcha. Every key is always there; those that a slider does not use are null.
         */
        Captcha: {
            /** @description The id of the captcha; null in the vendor's sample. */
            captchaId: string | null;
            /** @description Not supported; always null. */
            projectCode: string | null;
            /** @description Not supported; always null. */
            captchaOriginalPath: string | null;
            /** @description Not supported; always null. */
            captchaFontType: string | null;
            /** @description Not supported; always null. */
            captchaFontSize: string | null;
            /** @description Any value or null: the vendor calls it not supported and always null, yet its sample has a value. */
            secretKey: string | null;
            /** @description The background picture, a PNG in Base64 without `data:` prefix. */
            originalImageBase64: string;
            /** @description Coordinates of the slider; null. */
            point: string | null;
            /** @description The piece to slide, a PNG in Base64 without `data:` prefix. */
            jigsawImageBase64: string;
            /** @description Words to click; null. */
            wordList: string | null;
            /** @description Coordinates of the clicks; null. */
            pointList: string | null;
            /** @description Coordinates as JSON, in Base64; null. */
            pointJson: string | null;
            /** @description Names this captcha when it is verified. */
            token: string;
            /** @description Result of the check; false here. The table says String, the sample has a boolean. */
            result: boolean;
            /** @description Parameter of a second check; null. */
            captchaVerification: string | null;
        };
        /**
         * CaptchaAnswer
         * @description Where the user put the slider, and who is to get the verification code.
         */
        CaptchaAnswer: {
            /** @description The position as JSON text, in pixels of the picture; y is always 5.0. Where the picture is shown in another width than its own, `width` may say so (ours): `{"x":148.2,"y":5.0,"width":360}`. */
            point_json: string;
            /** @description The `token` of the captcha. */
            token: string;
            /** @description The mobile number or e-mail address that the code will be sent to. */
            sender: string;
        };
        /** @description A JWT that says who the user is; valid for two hours unless configured otherwise. */
        IdToken: string;
        /** @description The temporary token of this sign-in; the next step sends it as `X-state-token`. */
        StateToken: string;
        /** @description Further text. With `SOCIAL_BIND` and `USER_REGISTER` a JSON text that says what the user has to prove, for example `{"socialBindOrRegisterFlow":["VERIFY_PHONE"]}`; that content is known from the sibling product only (mark sister). */
        LoginData: string;
        /**
         * PasswordLoginResult
         * @description Where a sign-in by password or SMS code stands. `SUCCESS` has `session_token` and `expire`, and `id_token` where the server could make one (the vendor's sample has none); the other states but `ACCESS_DENIED` have `state_token`.
         */
        PasswordLoginResult: {
            /**
             * @description `SUCCESS` signed in; `PASSWORD_WARN` the password ends soon: change it or skip; `PASSWORD_EXPIRED` the password must be changed; `MFA_AUTH` a second factor is needed; `ACCESS_DENIED` no further.
             * @enum {string}
             */
            status: "SUCCESS" | "PASSWORD_WARN" | "PASSWORD_EXPIRED" | "ACCESS_DENIED" | "MFA_AUTH";
            session_token?: components["schemas"]["SessionToken"];
            id_token?: components["schemas"]["IdToken"];
            expire?: components["schemas"]["Expire"];
            state_token?: components["schemas"]["StateToken"];
            data?: components["schemas"]["LoginData"];
        };
        /**
         * SocialLoginResult
         * @description Where a sign-in with a social account stands. `SUCCESS` has `session_token` and `expire`, and `id_token` where the server could make one; the other states but `ACCESS_DENIED` have `state_token`. Older samples of the vendor leave `status` out on success, so a caller must take an answer with `session_token` and without `status` for `SUCCESS`; this server always sends it.
         */
        SocialLoginResult: {
            /**
             * @description `SUCCESS` signed in; `SOCIAL_BIND` the social account belongs to no user yet: bind it to one; `USER_REGISTER` it belongs to no user yet: register or bind one; `MFA_AUTH` a second factor is needed; `ACCESS_DENIED` no further.
             * @enum {string}
             */
            status?: "SUCCESS" | "SOCIAL_BIND" | "USER_REGISTER" | "ACCESS_DENIED" | "MFA_AUTH";
            session_token?: components["schemas"]["SessionToken"];
            id_token?: components["schemas"]["IdToken"];
            expire?: components["schemas"]["Expire"];
            state_token?: components["schemas"]["StateToken"];
            data?: components["schemas"]["LoginData"];
        };
        /**
         * SocialBindingResult
         * @description The social account is bound and its user signed in.
         */
        SocialBindingResult: {
            status: components["schemas"]["SuccessStatus"];
            session_token: components["schemas"]["SessionToken"];
            id_token?: components["schemas"]["IdToken"];
            expire: components["schemas"]["Expire"];
        };
        /**
         * SocialResult
         * @description A social account bound to the user.
         */
        SocialResult: {
            /** @description Id of the binding; `unbindSocialAccount` takes it. */
            id: string;
            /** @description The user's id. */
            userId: string;
            /**
             * @description The provider: WeChat, WeChat Official Accounts Platform, Weibo, QQ, Alipay or WeCom.
             * @enum {string}
             */
            socialType: "weixin" | "weixinmp" | "weibo" | "qq" | "alipay" | "wechat_work";
            /** @description The user's id at the provider. */
            social_uid: string;
            /** @description The nickname at the provider. */
            socialNickname: string | null;
            /** @description Address of the picture at the provider. */
            socialHeadImage: string | null;
            /** @description What else the provider told about the account. */
            socialAccountDetails: string | null;
            /** @description When it was bound, for example `2021-05-16 13:02:48.513`. The zone is UTC; form and zone are ours, the page prints neither. */
            createdAt: string;
            /** @description When it last changed, in the form of `createdAt`. */
            updatedAt: string;
        };
        /**
         * SocialAccounts
         * @description All social accounts of the user.
         */
        SocialAccounts: {
            /** @description One entry per social account; empty when none is bound. */
            social: components["schemas"]["SocialResult"][];
        };
        /**
         * SocialUnbinding
         * @description The social account to unbind.
         */
        SocialUnbinding: {
            /** @description The `id` that `listSocialAccounts` gives. */
            id: string;
        };
        /**
         * PasswordStepResult
         * @description The sign-in is complete: the password was changed, or its change was put off. The vendor's table has `status`, its sample leaves it out.
         */
        PasswordStepResult: {
            /**
             * @description Where the sign-in stands. The vendor's list of values was not seen; this one is the sibling product's (mark sister).
             * @enum {string}
             */
            status?: "SUCCESS";
            session_token: components["schemas"]["SessionToken"];
            id_token?: components["schemas"]["IdToken"];
            expire: components["schemas"]["Expire"];
        };
        /**
         * SecondFactorResult
         * @description Whether the second factor lets the user in. `SUCCESS` has the tokens, `ACCESS_DENIED` only `status`. Where the password is too old besides, the state is that of a login, with `state_token`: the page does not have that case, so this is ours.
         */
        SecondFactorResult: {
            /**
             * @description `SUCCESS` signed in; `PASSWORD_WARN` and `PASSWORD_EXPIRED` (ours) as after a login; `ACCESS_DENIED` no further.
             * @enum {string}
             */
            status: "SUCCESS" | "PASSWORD_WARN" | "PASSWORD_EXPIRED" | "ACCESS_DENIED";
            session_token?: components["schemas"]["SessionToken"];
            id_token?: components["schemas"]["IdToken"];
            expire?: components["schemas"]["Expire"];
            state_token?: components["schemas"]["StateToken"];
        };
        /**
         * Profile
         * @description Personal information of the user. What is not known is null, which is our choice; the page does not say.
         */
        Profile: {
            /** @description User name. */
            user_name: string;
            /** @description Name. */
            name: string;
            /**
             * Format: uri
             * @description Address of the picture.
             */
            head_img: string | null;
            /** @description E-mail address. */
            email: string | null;
            /** @description Mobile number. */
            mobile: string | null;
            /**
             * @description Gender; `unknown` when it is not stated. The page prints `unknow`, its neighbours `unknown`; which of them is sent is our choice.
             * @enum {string}
             */
            attr_gender: "female" | "male" | "unknown";
            /**
             * Format: date
             * @description Date of birth.
             */
            attr_birthday: string | null;
            /** @description Nickname. */
            attr_nick_name: string | null;
            /** @description First name. */
            first_name: string | null;
            /** @description Middle name. */
            middle_name: string | null;
            /** @description Last name. */
            last_name: string | null;
            /** @description Custom attributes. The page says that this is a string: it is the JSON text of the object that `updateProfile` takes (the JSON is our reading). */
            extension: string | null;
        };
        /**
         * ProfileUpdate
         * @description What the user changes; what is left out stays as it is. The page repeats the table of the registration and says at the same time that password, mobile number and e-mail address cannot be changed; that these are ignored, and none of the fields is required, is our conclusion.
         */
        ProfileUpdate: {
            /** @description User name; no phone number or mail address other than the own, which is ours. */
            user_name?: string;
            /** @description Name. */
            name?: string;
            /**
             * Format: uri
             * @description Address of the picture, http or https.
             */
            head_img?: string;
            /**
             * @description Gender; `unknow` counts as `unknown`.
             * @enum {string}
             */
            attr_gender?: "female" | "male" | "unknown" | "unknow";
            /** @description Date of birth; may be empty. */
            attr_birthday?: string | "";
            /** @description Nickname. */
            attr_nick_name?: string;
            /** @description First name. */
            first_name?: string;
            /** @description Middle name. */
            middle_name?: string;
            /** @description Last name. */
            last_name?: string;
            extension?: components["schemas"]["Extension"];
            /** @description Ignored; the mobile number cannot be changed here. */
            mobile?: string;
            /** @description Ignored. */
            verify_code?: string;
            /** @description Ignored; the e-mail address cannot be changed here. */
            email?: string;
            /**
             * Format: password
             * @description Ignored; the password cannot be changed here.
             */
            pwd?: $Write<string>;
        };
        /**
         * SsoTicketRequest
         * @description Whose ticket, and for which application.
         */
        SsoTicketRequest: {
            session_token: components["schemas"]["SessionToken"];
            /** @description The operating system of the user's device and its version. */
            operating_sys_version: string;
            /** @description Address of the user's device. */
            device_ip: string;
            /** @description Fingerprint of the user's device; the one of the login. */
            device_fingerprint: string;
            /** @description The user agent of the user's browser or app. */
            agent?: string;
            /** @description ClientId of the application whose view of the user is wanted; the calling application when left out. */
            client_id?: string;
        };
        /**
         * SsoTicket
         * @description A ticket that can be used once.
         */
        SsoTicket: {
            /** @description Lifetime of the ticket in seconds. */
            expire: number;
            /** @description The ticket. */
            sso_ticket: string;
        };
        /**
         * SsoTicketVerification
         * @description The ticket to use up.
         */
        SsoTicketVerification: {
            /** @description The ticket of `issueSsoTicket`. */
            sso_ticket: string;
            /** @description The operating system of the user's device and its version. */
            operating_sys_version: string;
            /** @description Address of the user's device. */
            device_ip: string;
            /** @description Fingerprint of the user's device; the same in all calls for this user. */
            device_fingerprint: string;
            /** @description The user agent of the user's browser or app. */
            agent?: string;
        };
        /**
         * SsoUser
         * @description The user that the ticket stands for.
         */
        SsoUser: {
            /** @description User name. */
            userName: string;
            /** @description The user's id. */
            id: string;
            /** @description Name. */
            name: string;
            /** @description Mobile number. */
            mobile: string | null;
            /** @description E-mail address. */
            email: string | null;
        };
        /**
         * SsoUserAnswer
         * @description The user, two levels down as in the current edition of the page.
         */
        SsoUserAnswer: {
            /**
             * @description Always `200`; a failure has another HTTP status and another shape. The value is ours.
             * @enum {string}
             */
            code: "200";
            /**
             * @description Always `success`. The value is ours.
             * @enum {string}
             */
            message: "success";
            /** @description What was asked for. */
            data: {
                user: components["schemas"]["SsoUser"];
            };
        };
        /**
         * SessionTokenRefresh
         * @description The session_token to replace.
         */
        SessionTokenRefresh: {
            session_token: components["schemas"]["SessionToken"];
            /** @description The operating system of the user's device and its version. */
            operating_sys_version: string;
            /** @description Address of the user's device. */
            device_ip: string;
            /** @description Fingerprint of the user's device; the same in all calls for this user. */
            device_fingerprint: string;
            /** @description The user agent of the user's browser or app. */
            agent?: string;
        };
        /**
         * RefreshedSession
         * @description The new session_token, with a new id_token.
         */
        RefreshedSession: {
            session_token: components["schemas"]["SessionToken"];
            id_token: components["schemas"]["IdToken"];
            expire: components["schemas"]["Expire"];
        };
        /** @description A `cas:serviceResponse` of the namespace `http://www.yale.edu/tp/cas`, with `cas:authenticationSuccess` or `cas:authenticationFailure` inside. */
        CasResponseXml: string;
        /** @description Attributes of the sign-in, and those of the user that the application's mapping names. Only CAS 3.0 has them. */
        CasAttributes: {
            /**
             * Format: date-time
             * @description When the user signed in, in UTC.
             */
            authenticationDate: string;
            /** @description Whether the session is one that outlives the browser; the sibling product always says `false`. */
            longTermAuthenticationRequestTokenUsed: boolean;
            /** @description Whether the user has signed in for this very ticket; the sibling product always says `true`. */
            isFromNewLogin: boolean;
        } & {
            [key: string]: unknown;
        };
        /**
         * CasSuccess
         * @description The ticket is valid. The vendor prints this answer in XML only; the JSON follows from its JSON failure.
         */
        CasSuccess: {
            /** @description Who signed in. */
            authenticationSuccess: {
                /** @description The user name. */
                user: string;
                attributes?: components["schemas"]["CasAttributes"];
            };
        };
        /**
         * CasFailure
         * @description The ticket is not valid.
         */
        CasFailure: {
            /** @description What went wrong. */
            authenticationFailure: {
                /**
                 * @description A code of the CAS protocol; the vendor prints `INVALID_TICKET`, the others are the protocol's.
                 * @enum {string}
                 */
                code: "INVALID_REQUEST" | "INVALID_TICKET" | "INVALID_SERVICE" | "INTERNAL_ERROR";
                /** @description A sentence for the developer of the application. */
                description: string;
            };
        };
        /** @description The same answer as JSON. */
        CasResponse: {
            /** @description Either success or failure. */
            serviceResponse: components["schemas"]["CasSuccess"] | components["schemas"]["CasFailure"];
        };
        /** @description A message in the HTTP-POST binding. */
        SamlRequestForm: {
            /** @description The message in Base64, with its signature inside. */
            SAMLRequest: string;
            /** @description Comes back with the answer as it was sent; at most 1024 bytes. */
            RelayState?: string;
            /** @description Only our own page sends this, with which a form that came without cookies is sent again. */
            posted?: string;
        };
        /** @description A message about a sign-out in the HTTP-POST binding; one of `SAMLRequest` and `SAMLResponse`. */
        SamlLogoutForm: {
            /** @description The LogoutRequest in Base64, with its signature inside. */
            SAMLRequest?: string;
            /** @description The LogoutResponse in Base64, with its signature inside. */
            SAMLResponse?: string;
            /** @description Comes back with the answer to a request as it was sent; with an answer, that of our request. */
            RelayState?: string;
        };
        /**
         * Oauth2AuthorizationForm
         * @description The parameters of an authorization request; others of the standards are understood, unknown ones are passed over.
         */
        Oauth2AuthorizationForm: {
            /**
             * @description What is asked for.
             * @enum {string}
             */
            response_type: "code" | "id_token" | "id_token token";
            /** @description The application's ClientId. */
            client_id: string;
            /** @description `get_user_info` or `openid`. */
            scope?: string;
            /** @description Where the answer goes, a registered address. */
            redirect_uri?: string;
            /** @description Returned unchanged. */
            state?: string;
            /** @description The hash of `code_verifier` (RFC 7636). */
            code_challenge?: string;
            /**
             * @description How the challenge was made.
             * @enum {string}
             */
            code_challenge_method?: "S256";
            /** @description Returned in the id token. */
            nonce?: string;
        };
        /** @description The application's ClientId; left out when HTTP Basic carries it. */
        Oauth2ClientId: string;
        /** @description The application's ClientSecret; left out when HTTP Basic carries it. */
        Oauth2ClientSecret: string;
        /**
         * Oauth2CodeGrant
         * @description Tokens for an authorization code (I9, I13).
         */
        Oauth2CodeGrant: {
            /**
             * @description The grant.
             * @constant
             */
            grant_type: "authorization_code";
            /** @description The code from the redirect; works once and only for a short time. */
            code: string;
            client_id?: components["schemas"]["Oauth2ClientId"];
            client_secret?: components["schemas"]["Oauth2ClientSecret"];
            /** @description The same address as in the authorization request. Required for scope `openid`, and where the application has registered several; one page calls it `redirect_url`. */
            redirect_uri?: string;
            /** @description The secret behind `code_challenge`, where the authorization request had one (RFC 7636). */
            code_verifier?: string;
        };
        /**
         * Oauth2RefreshGrant
         * @description New tokens for a refresh token (I10, I14); the answer has the next refresh token.
         */
        Oauth2RefreshGrant: {
            /**
             * @description The grant.
             * @constant
             */
            grant_type: "refresh_token";
            /** @description The refresh token of the last answer. */
            refresh_token: string;
            client_id?: components["schemas"]["Oauth2ClientId"];
            client_secret?: components["schemas"]["Oauth2ClientSecret"];
        };
        /** @description The access token. */
        Oauth2AccessToken: string;
        /**
         * @description How the access token is presented.
         * @constant
         */
        Oauth2TokenType: "Bearer";
        /** @description Seconds until the access token expires, 7200 by default. A number, though one page has a string. */
        Oauth2ExpiresIn: number;
        /** @description The granted scope, names separated by blanks. */
        Oauth2GrantedScope: string;
        /** @description Yields the next tokens; only where the application's settings give it a validity. */
        Oauth2RefreshToken: string;
        /**
         * Oauth2Tokens
         * @description The tokens of an OAuth 2.0 sign-in (scope `get_user_info`; I9, I10).
         */
        Oauth2Tokens: {
            access_token: components["schemas"]["Oauth2AccessToken"];
            token_type: components["schemas"]["Oauth2TokenType"];
            expires_in: components["schemas"]["Oauth2ExpiresIn"];
            scope: components["schemas"]["Oauth2GrantedScope"];
            refresh_token?: components["schemas"]["Oauth2RefreshToken"];
        };
        /**
         * OidcTokens
         * @description The tokens of an OpenID Connect sign-in (scope `openid`; I13, I14).
         */
        OidcTokens: {
            access_token: components["schemas"]["Oauth2AccessToken"];
            token_type: components["schemas"]["Oauth2TokenType"];
            expires_in: components["schemas"]["Oauth2ExpiresIn"];
            scope: components["schemas"]["Oauth2GrantedScope"];
            refresh_token?: components["schemas"]["Oauth2RefreshToken"];
            /** @description Who signed in, a signed JWT; verified with a key of `jwks_uri` (section 9.2). */
            id_token: string;
        };
        /** @description The user of the access token. What the user does not have is left out; further names are attributes that the application's mapping names, which are texts (inferred). */
        Oauth2UserInfo: {
            /** @description The user's id. */
            id: string;
            /** @description The user name. */
            userName: string;
            /** @description The name for display. */
            name?: string;
            /** @description The e-mail address. */
            email?: string;
            /** @description The mobile number. */
            mobile?: string;
            /** @description With scope `openid`: the subject of the id token (OpenID Connect Core 1.0 section 5.3.2). */
            sub?: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * Oauth2UserInfoForm
         * @description The access token, when it is not in the header.
         */
        Oauth2UserInfoForm: {
            /** @description The access token. */
            access_token?: string;
        };
        /** @description OpenID Provider Metadata (OpenID Connect Discovery 1.0 section 3, RFC 8414 section 2). */
        Oauth2Configuration: {
            /**
             * Format: uri
             * @description The issuer of the tokens.
             */
            issuer: string;
            /**
             * Format: uri
             * @description Where a browser begins.
             */
            authorization_endpoint: string;
            /**
             * Format: uri
             * @description Where tokens are issued.
             */
            token_endpoint: string;
            /**
             * Format: uri
             * @description Where the user's information is read.
             */
            userinfo_endpoint: string;
            /**
             * Format: uri
             * @description Where the public signing keys are.
             */
            jwks_uri: string;
            /** @description The scopes. */
            scopes_supported: string[];
            /** @description Values of `response_type`. */
            response_types_supported: string[];
            /** @description Values of `response_mode`. */
            response_modes_supported: string[];
            /** @description The grants. */
            grant_types_supported: string[];
            /** @description Kinds of subject identifiers. */
            subject_types_supported: string[];
            /** @description Algorithms of id tokens. */
            id_token_signing_alg_values_supported: string[];
            /** @description How a client authenticates. */
            token_endpoint_auth_methods_supported: string[];
            /** @description Algorithms of client assertions. */
            token_endpoint_auth_signing_alg_values_supported?: string[];
            /** @description PKCE methods. */
            code_challenge_methods_supported: string[];
            /** @description The claims. */
            claims_supported?: string[];
            /** @description Kinds of claims. */
            claim_types_supported?: string[];
            /** @description Whether the `claims` parameter is understood. */
            claims_parameter_supported?: boolean;
            /** @description Authentication context classes. */
            acr_values_supported?: string[];
            /** @description Values of `prompt`. */
            prompt_values_supported?: string[];
            /** @description Languages of the pages. */
            ui_locales_supported?: string[];
            /** @description Whether request objects in `request` are understood. */
            request_parameter_supported?: boolean;
            /** @description Whether `request_uri` is understood. */
            request_uri_parameter_supported: boolean;
            /** @description Whether authorization answers carry `iss` (RFC 9207). */
            authorization_response_iss_parameter_supported: boolean;
            /**
             * Format: uri
             * @description Where a browser signs out.
             */
            end_session_endpoint?: string;
            /**
             * Format: uri
             * @description Where tokens are revoked.
             */
            revocation_endpoint?: string;
            /**
             * Format: uri
             * @description Where a token's state is read.
             */
            introspection_endpoint?: string;
            /** @description Whether back-channel logout exists. */
            backchannel_logout_supported?: boolean;
            /** @description Whether logout tokens carry the session id. */
            backchannel_logout_session_supported?: boolean;
            /**
             * Format: uri
             * @description Where the service is described.
             */
            service_documentation?: string;
        };
        /** @description A public key (RFC 7517 section 4). */
        JsonWebKey: {
            /**
             * @description The kind of key.
             * @enum {string}
             */
            kty: "RSA" | "EC";
            /**
             * @description What the key is for.
             * @enum {string}
             */
            use?: "sig" | "enc";
            /** @description What the key may do. */
            key_ops?: string[];
            /** @description The algorithm the key is used with. */
            alg?: string;
            /** @description The key's id. */
            kid?: string;
            /** @description RSA modulus. */
            n?: string;
            /** @description RSA exponent. */
            e?: string;
            /** @description The elliptic curve. */
            crv?: string;
            /** @description First coordinate. */
            x?: string;
            /** @description Second coordinate. */
            y?: string;
            /** @description Certificate chain. */
            x5c?: string[];
            /** @description Certificate thumbprint. */
            x5t?: string;
            /** @description Certificate thumbprint, SHA-256. */
            "x5t#S256"?: string;
        };
        /** @description The public keys that verify our signatures (RFC 7517 section 5). */
        JsonWebKeySet: {
            /** @description The keys; a client picks one by `kid`. */
            keys: components["schemas"]["JsonWebKey"][];
        };
        /** @description A random string, new for each event; 16 characters in the vendor's samples. */
        EventNonce: string;
        /** @description When the event was sent, in Unix milliseconds. */
        EventTimestamp: number;
        /** @description Base64 of HMAC-SHA256 with the signature key over `nonce&timestamp&eventType&data`, the four values as transmitted, joined by `&`. The empty string where no signature key is set. */
        EventSignature: string;
        /** @description Asks whether the address, the token and the keys fit. */
        CheckUrlEnvelope: {
            nonce: components["schemas"]["EventNonce"];
            timestamp: components["schemas"]["EventTimestamp"];
            /**
             * @description The event.
             * @constant
             */
            eventType: "CHECK_URL";
            /** @description A random string; encrypted where encryption is on. */
            data: string;
            signature: components["schemas"]["EventSignature"];
        };
        /**
         * @description The event was taken.
         * @constant
         */
        EventSuccessCode: "200";
        /** @description What happened; the reason on failure. Kept in the application's synchronisation record. */
        EventText: string;
        /** @description The same random string, as proof that the application could read it. */
        CheckUrlAnswer: {
            code: components["schemas"]["EventSuccessCode"];
            message: components["schemas"]["EventText"];
            /** @description The random string; encrypted again where encryption is on. */
            data: string;
        };
        /** @description The event was not taken. The number is the HTTP status as well. */
        EventRefusal: {
            /**
             * @description One of the public return codes.
             * @enum {string}
             */
            code: "400" | "401" | "404" | "500";
            message: components["schemas"]["EventText"];
        };
        /** @description The new user. What the mapping does not name is left out. */
        CreateUserMessage: {
            /** @description The account name. */
            username: string;
            /** @description The name for display. */
            name: string;
            /** @description The given name. */
            firstName?: string;
            /** @description The middle name. */
            middleName?: string;
            /** @description The family name. */
            lastName?: string;
            /** @description The user's organization; the application's own id, as with `parentId` (our reading). */
            organizationId: string;
            /** @description The first password. */
            password: string;
            /** @description Whether the account is disabled. */
            disabled: boolean;
            /** @description The mobile number. */
            mobile?: string;
            /** @description The e-mail address. */
            email?: string;
            /** @description All organizations of the user, up to 9. */
            organizationIds?: string[];
            /** @description The id of the user's manager. */
            attrManagerId?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A user got an account in the application. */
        CreateUserEnvelope: {
            nonce: components["schemas"]["EventNonce"];
            timestamp: components["schemas"]["EventTimestamp"];
            /**
             * @description The event.
             * @constant
             */
            eventType: "CREATE_USER";
            /** @description The message as JSON text; encrypted where encryption is on. */
            data: string;
            signature: components["schemas"]["EventSignature"];
        };
        /** @description What the application calls the user or organization. */
        EventObjectId: {
            /** @description The application's own id; the server keeps it as the key of the record. */
            id: string;
        };
        /** @description The event was taken. */
        EventIdAnswer: {
            code: components["schemas"]["EventSuccessCode"];
            message: components["schemas"]["EventText"];
            /** @description The id as JSON text; encrypted where encryption is on. */
            data: string;
        };
        /** @description The changed user. Of the optional values only the changed ones are filled. */
        UpdateUserMessage: {
            /** @description The application's own id of the user, as it answered to the creation. */
            id: string;
            /** @description The account name. */
            username: string;
            /** @description The name for display. */
            name?: string;
            /** @description The given name. */
            firstName?: string;
            /** @description The middle name. */
            middleName?: string;
            /** @description The family name. */
            lastName?: string;
            /** @description The user's organization; the application's own id, as with `parentId` (our reading). */
            organizationId?: string;
            /** @description Whether the account is disabled. */
            disabled: boolean;
            /** @description The mobile number. */
            mobile?: string;
            /** @description The e-mail address. */
            email?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A user of the application was changed. */
        UpdateUserEnvelope: {
            nonce: components["schemas"]["EventNonce"];
            timestamp: components["schemas"]["EventTimestamp"];
            /**
             * @description The event.
             * @constant
             */
            eventType: "UPDATE_USER";
            /** @description The message as JSON text; encrypted where encryption is on. */
            data: string;
            signature: components["schemas"]["EventSignature"];
        };
        /** @description The removed user. */
        DeleteUserMessage: {
            /** @description The application's own id of the user. */
            id: string;
        };
        /** @description A user of the application was removed. */
        DeleteUserEnvelope: {
            nonce: components["schemas"]["EventNonce"];
            timestamp: components["schemas"]["EventTimestamp"];
            /**
             * @description The event.
             * @constant
             */
            eventType: "DELETE_USER";
            /** @description The message as JSON text; encrypted where encryption is on. */
            data: string;
            signature: components["schemas"]["EventSignature"];
        };
        /** @description The event was taken; there is nothing to tell. */
        EventPlainAnswer: {
            code: components["schemas"]["EventSuccessCode"];
            message: components["schemas"]["EventText"];
        };
        /** @description The new organization. */
        CreateOrganizationMessage: {
            /** @description The code of the organization, unique everywhere. */
            code: string;
            /** @description The name of the organization, unique on its level. */
            name: string;
            /** @description The application's own id of the parent; left out for a root. */
            parentId?: string;
        };
        /** @description An organization was created. */
        CreateOrganizationEnvelope: {
            nonce: components["schemas"]["EventNonce"];
            timestamp: components["schemas"]["EventTimestamp"];
            /**
             * @description The event.
             * @constant
             */
            eventType: "CREATE_ORGANIZATION";
            /** @description The message as JSON text; encrypted where encryption is on. */
            data: string;
            signature: components["schemas"]["EventSignature"];
        };
        /** @description The changed organization. */
        UpdateOrganizationMessage: {
            /** @description The application's own id of the organization, as it answered to the creation. */
            id: string;
            /** @description The code of the organization, unique everywhere. */
            code: string;
            /** @description The name of the organization, unique on its level. */
            name: string;
            /** @description The application's own id of the parent; left out for a root. */
            parentId?: string;
        };
        /** @description An organization was changed. */
        UpdateOrganizationEnvelope: {
            nonce: components["schemas"]["EventNonce"];
            timestamp: components["schemas"]["EventTimestamp"];
            /**
             * @description The event.
             * @constant
             */
            eventType: "UPDATE_ORGANIZATION";
            /** @description The message as JSON text; encrypted where encryption is on. */
            data: string;
            signature: components["schemas"]["EventSignature"];
        };
        /** @description The removed organization. */
        DeleteOrganizationMessage: {
            /** @description The application's own id of the organization. */
            id: string;
        };
        /** @description An organization was removed. */
        DeleteOrganizationEnvelope: {
            nonce: components["schemas"]["EventNonce"];
            timestamp: components["schemas"]["EventTimestamp"];
            /**
             * @description The event.
             * @constant
             */
            eventType: "DELETE_ORGANIZATION";
            /** @description The message as JSON text; encrypted where encryption is on. */
            data: string;
            signature: components["schemas"]["EventSignature"];
        };
    };
    responses: {
        /** @description Any other failure; with HTTP status 501 while the server does not have this operation yet. */
        OAuthFailure: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description The request is malformed (RFC 6749 section 5.2). */
        OAuthInvalidRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description The client is unknown or its secret is wrong. */
        OAuthInvalidClient: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWWAuthenticateClient"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description The request body is too large. */
        OAuthPayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description The request body has another media type. */
        OAuthUnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description Too many requests in a short time. */
        OAuthTooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description Any other failure; with HTTP status 501 while the server does not have this operation yet. */
        Failure: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description A page of users. */
        UserPageFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UserPage"];
            };
        };
        /** @description The access token is missing or invalid. */
        Unauthorized: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWWAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The application lacks the permission. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Too many requests in a short time. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The request body is too large. */
        PayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The request body has another media type. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The user. */
        UserFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UserDetails"];
            };
        };
        /** @description The request is not valid, or there is no such user. */
        UserUnknown: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The user was changed. */
        UserChanged: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UserReference"];
            };
        };
        /** @description The request is not valid, or there is no such organization. */
        OrganizationUnknown: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The request is refused. */
        AccountRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Any other failure; with HTTP status 501 while the server does not have this operation yet. */
        PageFailure: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /** @description A page that says what is wrong with the request. */
        PageInvalidRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /** @description Too many requests in a short time. */
        PageTooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /** @description Any other failure; with HTTP status 501 while the server does not have this operation yet. */
        CasTextFailure: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/plain": string;
            };
        };
        /** @description Too many requests in a short time. */
        CasTextTooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "text/plain": string;
            };
        };
        /** @description Any other failure; with HTTP status 501 while the server does not have this operation yet. */
        CasOtherFailure: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/xml": components["schemas"]["CasResponseXml"];
                "application/json": components["schemas"]["CasResponse"];
            };
        };
        /** @description Too many requests in a short time; the protocol has no code of its own for it. */
        CasTooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/xml": components["schemas"]["CasResponseXml"];
                "application/json": components["schemas"]["CasResponse"];
            };
        };
        /** @description A page that sends itself to the application, with what it is to get. */
        SamlPost: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /** @description To the sign-in page. */
        SamlSignIn: {
            headers: {
                /**
                 * @description The sign-in page.
                 * @example https://accounts.example.com/Account/Login?ReturnUrl=%2Fapi%2Fv1%2Fsaml2%2Fidp%2Fsso%3Fsp%3Dhttp%253A%252F%252Flocalhost%253A5173%252Fsaml%252Fmetadata
                 */
                Location: string;
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description A page that says that the request is too large. */
        PagePayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /** @description A page that says that the body's media type is not supported. */
        PageUnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /**
         * @description The session has ended; a page says so to people of an application that has no address to go back to, and a page that sends
         *     itself takes a message to one that has registered the HTTP-POST binding.
         */
        SamlSignedOut: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /**
         * @description Back to the application with a signed `LogoutResponse`, or to the next one that is told of the sign-out with a signed
         *     `LogoutRequest` (HTTP-Redirect binding); after the last, to where the sign-out was going.
         */
        SamlLogoutAnswer: {
            headers: {
                /**
                 * @description The registered address, with `SAMLResponse` or `SAMLRequest`, `RelayState`, `SigAlg` and `Signature`.
                 * @example http://localhost:5173/saml/slo?SAMLResponse=fZFBa8JAEIXvgv9hyd1kZ9dssiwxUEoPPR&SigAlg=http%3A%2F%2Fwww.w3.org%2F2001%2F04%2Fxmldsig-more%23rsa-sha256&Signature=kTzRj1rUqT1Y8cYv9m0J1w%3D%3D
                 */
                Location: string;
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description A page that posts the answer to `redirect_uri` by itself, with `response_mode=form_post`; or one that ends another person's session first. Not among the vendor's answers; ours. */
        Oauth2FormPostAnswer: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /** @description To the sign-in page, or back to the application with the answer. */
        Oauth2AuthorizationRedirect: {
            headers: {
                /**
                 * @description The sign-in page; or `redirect_uri` with `code` and `state` in the query, with `id_token` and `state` in the fragment, or with `error`. Our server adds `iss` (RFC 9207).
                 * @example http://localhost:5173/login/callback/?code=SplxlOBeZQQYbYS6WxSbIA-8s2Yd7nVqKfRw3TzLmXo&state=af0ifjsldkj&iss=https%3A%2F%2Faccounts.example.com%2Fapi%2Fv1%2Foauth2
                 */
                Location: string;
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description A page that says that there is nothing here. */
        PageNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /** @description The token request is refused (RFC 6749 section 5.2). */
        Oauth2TokenRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description The access token is missing or invalid. */
        OAuthUnauthorized: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWWAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description The access token has neither scope (RFC 6750 section 3.1). Not among the vendor's answers; ours. */
        Oauth2InsufficientScope: {
            headers: {
                /**
                 * @description The scopes that are needed (RFC 6750 section 3).
                 * @example Bearer realm="https://accounts.example.com", error="insufficient_scope", scope="get_user_info"
                 */
                "WWW-Authenticate": string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description The event cannot be read; the reference has no code for that, 400 is our choice. */
        EventNotDecrypted: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EventRefusal"];
            };
        };
        /** @description The security token or the signature is wrong. */
        EventUnauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EventRefusal"];
            };
        };
        /** @description The application is busy and asks for another try later. */
        EventBusy: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EventRefusal"];
            };
        };
        /** @description A value exists already, is empty, too long, or badly formatted. */
        EventInvalidUser: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EventRefusal"];
            };
        };
        /** @description The record does not exist. */
        EventNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EventRefusal"];
            };
        };
        /** @description A value exists already, is empty, too long, or badly formatted. */
        EventInvalidOrganization: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EventRefusal"];
            };
        };
    };
    parameters: {
        /**
         * @description Which page; the first is 0. A page number, not a row number.
         * @example 0
         */
        Offset: number;
        /**
         * @description How many rows a page holds, 10 to 100.
         * @example 10
         */
        Limit: number;
        /**
         * @description The user's id.
         * @example 20220413165737132-3BA0-91FCA2CB7
         */
        UserId: components["schemas"]["Id"];
        /**
         * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
         * @example 20211105164443827-9A1B-5E1CA0A52
         */
        ApplicationId: components["schemas"]["Id"];
        /**
         * @description The organization's id.
         * @example 20220117125622909-9346-35755733F
         */
        OrgId: components["schemas"]["Id"];
        /**
         * @description The application organization's id.
         * @example 20220209171503408-7F15-4CDA55F43
         */
        ApplicationOrgId: components["schemas"]["Id"];
        /**
         * @description The application account's id.
         * @example 20210621095931341-4CB3-122995C0A
         */
        AccountId: components["schemas"]["Id"];
        /**
         * @description The application role's id.
         * @example 20220420144449385-C66D-E8C1D1D79
         */
        RoleId: components["schemas"]["Id"];
        /**
         * @description The caller's operating system and its version; logged, not checked.
         * @example Android 10
         */
        OperatingSystemVersion: string;
        /**
         * @description A fingerprint of the device; the same one for all calls of a user on this device.
         * @example 156aysdna213sc50
         */
        DeviceFingerprint: string;
        /**
         * @description The device's address; logged, not checked.
         * @example 10.10.10.1
         */
        DeviceIp: string;
        /**
         * @description The user agent of the browser or app; logged, not checked.
         * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
         */
        Agent: string;
        /**
         * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
         * @example zh
         */
        Language: string;
        /**
         * @description The ClientId of the registered application.
         * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
         */
        ClientId: string;
        /**
         * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
         * @example 08f770f51f80d2f40f38c00cb199fd21
         */
        TenantId: string;
        /**
         * @description The application's CAS callback address. It is compared letter by letter with the registered ones; that is our choice, for the sake of security.
         * @example http://localhost:5173/cas/
         */
        CasService: string;
        /**
         * @description Added by this server for the way back from the sign-in page: which request the user signed in for, sealed, and good in the same browser alone. Never sent by applications.
         * @example eyJjbGllbnRJZCI6ImRlbW8ifQ.q2o2dXq0kq3iH3b0c1o2dXq0kq3iH3b0c1o2dXq0kq3
         */
        SignInVisit: string;
        /**
         * @description The ticket that the browser brought to the callback address; works once and only for a short time.
         * @example ST-eYlKs8FrLCltwRwfm8AiwCxmQ8gALp0T
         */
        CasTicket: string;
        /**
         * @description `true`: only a ticket for which the user has just signed in is valid, none that a session gave (CAS Protocol 3.0 section 2.5.1).
         * @example true
         */
        CasRenew: boolean;
        /**
         * @description The form of the answer, XML when left out.
         * @example XML
         */
        CasFormat: "XML" | "JSON";
        /**
         * @description The message, deflated and in Base64 (HTTP-Redirect binding).
         * @example fZBNbsIwEIX3SNwh8h4cOTHFkmEhKpSpVIVWnUbHJNYcuzUYyP39nVCV2VudjPz3nv6ZrsfepVchHXS6AKlS4wSoblppG4L9H58XmzQvpzPtq7uFbnWuzqMevb6g4D1JA==
         */
        SamlRequestParameter: string;
        /**
         * @description Comes back with the answer as it was sent; at most 1024 bytes.
         * @example /orders/4711?tab=a&b=c
         */
        RelayState: string;
        /**
         * @description How the query is signed, RSA with SHA-256 or SHA-512; goes with `Signature`.
         * @example http://www.w3.org/2001/04/xmldsig-more#rsa-sha256
         */
        SigAlg: string;
        /**
         * @description The signature, in Base64, over the message, `RelayState` and `SigAlg` as they stand encoded in the query.
         * @example kTzRj1rUqT1Y8cYv9m0J1w==
         */
        Signature: string;
        /**
         * @description How the message is encoded; there is one way, and it may be left out.
         * @example urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE
         */
        SamlEncoding: string;
        /**
         * @description The LogoutRequest, deflated and in Base64 (HTTP-Redirect binding); this or `SAMLResponse`.
         * @example fZBNbsIwEIX3SNwh8h4cO2THFkmEhKpSpVIVWnUbHJNYcuzUYyP39nVCV2VudjPz3nv6ZrsfepVchHXS6AKlS4wSoblppG4L9H58XmzQvpzPtq7uFbnWuzqMevb6g4D1JA==
         */
        SamlLogoutParameter: string;
        /**
         * @description The LogoutResponse to a request of ours, deflated and in Base64 (HTTP-Redirect binding), with the `RelayState` of that request.
         * @example fZBNbsIwEIX3SNwh8h4cO2THFkmEhKpSpVIVWnUbHJNYcuzUYyP39nVCV2VudjPz3nv6ZrsfepVchHXS6AKlS4wSoblppG4L9H58XmzQvpzPtq7uFbnWuzqMevb6g4D1JA==
         */
        SamlLogoutResponseParameter: string;
        /**
         * @description The id of the suspended authorization request.
         * @example hQ9Jd0Wq3nB2
         */
        InteractionId: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description How a client authenticates (RFC 6749 section 5.2).
         * @example Basic realm="https://accounts.example.com"
         */
        WWWAuthenticateClient: string;
        /**
         * @description Seconds until another attempt makes sense.
         * @example 30
         */
        RetryAfter: number;
        /**
         * @description How to authenticate (RFC 6750 section 3).
         * @example Bearer realm="https://accounts.example.com", error="invalid_token"
         */
        WWWAuthenticate: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    issueAccessCredential: {
        parameters: {
            query?: {
                /**
                 * @description The grant, always `client_credentials`; for HTTP Basic without a form.
                 * @example client_credentials
                 */
                grant_type?: "client_credentials";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The form; left out when HTTP Basic and the query say everything. */
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["AccessCredentialForm"];
            };
        };
        responses: {
            /** @description The access token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessCredential"];
                };
            };
            400: components["responses"]["OAuthInvalidRequest"];
            401: components["responses"]["OAuthInvalidClient"];
            413: components["responses"]["OAuthPayloadTooLarge"];
            415: components["responses"]["OAuthUnsupportedMediaType"];
            429: components["responses"]["OAuthTooManyRequests"];
            default: components["responses"]["OAuthFailure"];
        };
    };
    listTenantUsers: {
        parameters: {
            query: {
                /**
                 * @description The organization whose users are asked for; sent empty for all users of the enterprise.
                 * @example 20220117125622909-9346-35755733F
                 */
                org_id: string;
                /**
                 * @description Only users changed after this time, in the form of `updated_at`. Known from the sibling product only, and without a form: that is ours.
                 * @example 2022-03-31 16:46:02.964
                 */
                updated_at_greater?: string;
                /**
                 * @description Which page; the first is 0. A page number, not a row number.
                 * @example 0
                 */
                offset: components["parameters"]["Offset"];
                /**
                 * @description How many rows a page holds, 10 to 100.
                 * @example 10
                 */
                limit: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["UserPageFound"];
            /** @description The request is not valid, or there is no such organization. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    createTenantUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserCreateOption"];
            };
        };
        responses: {
            /** @description The user was created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserReference"];
                };
            };
            /** @description The user cannot be created like this. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    findTenantUserByUserName: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserNameOption"];
            };
        };
        responses: {
            200: components["responses"]["UserFound"];
            400: components["responses"]["UserUnknown"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getTenantUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 20220413165737132-3BA0-91FCA2CB7
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["UserFound"];
            400: components["responses"]["UserUnknown"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    updateTenantUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 20220413165737132-3BA0-91FCA2CB7
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserUpdateOption"];
            };
        };
        responses: {
            200: components["responses"]["UserChanged"];
            /** @description The user cannot be changed like this. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    deleteTenantUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 20220413165737132-3BA0-91FCA2CB7
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["UserUnknown"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    enableTenantUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 20220413165737132-3BA0-91FCA2CB7
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["UserChanged"];
            400: components["responses"]["UserUnknown"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    disableTenantUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 20220413165737132-3BA0-91FCA2CB7
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["UserChanged"];
            400: components["responses"]["UserUnknown"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    changeTenantUserPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 20220413165737132-3BA0-91FCA2CB7
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChangeOption"];
            };
        };
        responses: {
            200: components["responses"]["UserChanged"];
            /** @description The password cannot be changed like this. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    verifyAndChangeTenantUserPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 20220413165737132-3BA0-91FCA2CB7
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifiedPasswordChangeOption"];
            };
        };
        responses: {
            200: components["responses"]["UserChanged"];
            /** @description The password cannot be changed like this. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    authorizeApplicationAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 20220413165737132-3BA0-91FCA2CB7
                 */
                user_id: components["parameters"]["UserId"];
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AccountAuthorizationOption"];
            };
        };
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizedAccount"];
                };
            };
            /** @description The account cannot be made like this. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listTenantUserApplicationAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id.
                 * @example 20220413165737132-3BA0-91FCA2CB7
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The accounts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserAccounts"];
                };
            };
            400: components["responses"]["UserUnknown"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listOrganizations: {
        parameters: {
            query: {
                /**
                 * @description Where to start; the roots when left out or empty.
                 * @example 20220117125622909-9346-35755733F
                 */
                org_id?: string;
                /**
                 * @description Whether all levels below count, not only the next one.
                 * @example true
                 */
                all_child?: boolean;
                /**
                 * @description Which page; the first is 0. A page number, not a row number.
                 * @example 0
                 */
                offset: components["parameters"]["Offset"];
                /**
                 * @description How many rows a page holds, 10 to 100.
                 * @example 10
                 */
                limit: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of organizations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationPage"];
                };
            };
            400: components["responses"]["OrganizationUnknown"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    createOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationCreate"];
            };
        };
        responses: {
            /** @description The organization was created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationReference"];
                };
            };
            /** @description The organization cannot be created like this. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The organization's id.
                 * @example 20220117125622909-9346-35755733F
                 */
                org_id: components["parameters"]["OrgId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The organization. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseOrgInfo"];
                };
            };
            400: components["responses"]["OrganizationUnknown"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    updateOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The organization's id.
                 * @example 20220117125622909-9346-35755733F
                 */
                org_id: components["parameters"]["OrgId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationUpdate"];
            };
        };
        responses: {
            /** @description The organization was changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationReference"];
                };
            };
            /** @description The organization cannot be changed like this. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    deleteOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The organization's id.
                 * @example 20220117125622909-9346-35755733F
                 */
                org_id: components["parameters"]["OrgId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The organization is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The organization cannot be deleted. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listApplicationOrganizations: {
        parameters: {
            query: {
                /**
                 * @description Which page; the first is 0. A page number, not a row number.
                 * @example 0
                 */
                offset: components["parameters"]["Offset"];
                /**
                 * @description How many rows a page holds, 10 to 100.
                 * @example 10
                 */
                limit: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of application organizations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationOrganizationPage"];
                };
            };
            /** @description The request is refused. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    createApplicationOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationOrganizationCreate"];
            };
        };
        responses: {
            /** @description The application organization was created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationOrganizationReference"];
                };
            };
            /** @description The request is refused; nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getApplicationOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
                /**
                 * @description The application organization's id.
                 * @example 20220209171503408-7F15-4CDA55F43
                 */
                org_id: components["parameters"]["ApplicationOrgId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The application organization. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationOrganization"];
                };
            };
            /** @description The request is refused. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    updateApplicationOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
                /**
                 * @description The application organization's id.
                 * @example 20220209171503408-7F15-4CDA55F43
                 */
                org_id: components["parameters"]["ApplicationOrgId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationOrganizationUpdate"];
            };
        };
        responses: {
            /** @description The application organization was changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationOrganizationReference"];
                };
            };
            /** @description The request is refused; nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    deleteApplicationOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
                /**
                 * @description The application organization's id.
                 * @example 20220209171503408-7F15-4CDA55F43
                 */
                org_id: components["parameters"]["ApplicationOrgId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The application organization was deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is refused; nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listApplicationAccounts: {
        parameters: {
            query: {
                /**
                 * @description Only accounts of this kind; all when left out. Another value is answered with `APP_ACCOUNT.0003` (our reading of that code).
                 * @example BASIC_ACCOUNT
                 */
                account_type?: components["schemas"]["AccountType"];
                /**
                 * @description Which page; the first is 0. A page number, not a row number.
                 * @example 0
                 */
                offset: components["parameters"]["Offset"];
                /**
                 * @description How many rows a page holds, 10 to 100.
                 * @example 10
                 */
                limit: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of application accounts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationAccountPage"];
                };
            };
            /** @description The request is refused. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    createApplicationAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationAccountCreate"];
            };
        };
        responses: {
            /** @description The application account was created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationAccountReference"];
                };
            };
            /** @description The request is refused; nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getApplicationAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
                /**
                 * @description The application account's id.
                 * @example 20210621095931341-4CB3-122995C0A
                 */
                account_id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The application account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountDetail"];
                };
            };
            400: components["responses"]["AccountRefused"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    updateApplicationAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
                /**
                 * @description The application account's id.
                 * @example 20210621095931341-4CB3-122995C0A
                 */
                account_id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationAccountUpdate"];
            };
        };
        responses: {
            /** @description The application account was changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationAccountReference"];
                };
            };
            /** @description The request is refused; nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    deleteApplicationAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
                /**
                 * @description The application account's id.
                 * @example 20210621095931341-4CB3-122995C0A
                 */
                account_id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The application account was deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AccountRefused"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    enableApplicationAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
                /**
                 * @description The application account's id.
                 * @example 20210621095931341-4CB3-122995C0A
                 */
                account_id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The application account is enabled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationAccountReference"];
                };
            };
            400: components["responses"]["AccountRefused"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    disableApplicationAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
                /**
                 * @description The application account's id.
                 * @example 20210621095931341-4CB3-122995C0A
                 */
                account_id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The application account is disabled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationAccountReference"];
                };
            };
            400: components["responses"]["AccountRefused"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    createApplicationRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationRoleCreate"];
            };
        };
        responses: {
            /** @description The role was created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationRoleReference"];
                };
            };
            /** @description The request is refused; nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getApplicationRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
                /**
                 * @description The application role's id.
                 * @example 20220420144449385-C66D-E8C1D1D79
                 */
                role_id: components["parameters"]["RoleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The role. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationRole"];
                };
            };
            /** @description The request is refused. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    updateApplicationRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
                /**
                 * @description The application role's id.
                 * @example 20220420144449385-C66D-E8C1D1D79
                 */
                role_id: components["parameters"]["RoleId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationRoleUpdate"];
            };
        };
        responses: {
            /** @description The role was changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationRoleReference"];
                };
            };
            /** @description The request is refused; nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    deleteApplicationRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
                /**
                 * @description The application role's id.
                 * @example 20220420144449385-C66D-E8C1D1D79
                 */
                role_id: components["parameters"]["RoleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The role was deleted; no body. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is refused; nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listApplicationRoles: {
        parameters: {
            query: {
                /**
                 * @description Which page; the first is 0, which also holds when it is left out (that default is ours). A page number, not a row number.
                 * @example 0
                 */
                offset?: number;
                /**
                 * @description How many rows a page holds, 10 to 100.
                 * @example 10
                 */
                limit: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of roles. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationRolePage"];
                };
            };
            /** @description The request is refused. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    addApplicationRoleMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationRoleMembersChange"];
            };
        };
        responses: {
            /** @description For which accounts it succeeded and for which not. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationRoleMembersResult"];
                };
            };
            /** @description The request is refused; nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    removeApplicationRoleMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationRoleMembersChange"];
            };
        };
        responses: {
            /** @description For which accounts it succeeded and for which not. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationRoleMembersResult"];
                };
            };
            /** @description The request is refused; nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listApplicationRoleMembers: {
        parameters: {
            query: {
                /**
                 * @description Which page; the first is 0. A page number, not a row number.
                 * @example 0
                 */
                offset: components["parameters"]["Offset"];
                /**
                 * @description How many rows a page holds, 10 to 100.
                 * @example 10
                 */
                limit: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description The id (not the ClientId) of the application that calls; any other is unknown to it, which is ours.
                 * @example 20211105164443827-9A1B-5E1CA0A52
                 */
                application_id: components["parameters"]["ApplicationId"];
                /**
                 * @description The application role's id.
                 * @example 20220420144449385-C66D-E8C1D1D79
                 */
                role_id: components["parameters"]["RoleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of members. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationRoleMemberPage"];
                };
            };
            /** @description The request is refused. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getServerDate: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The time. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Milliseconds since 1970 began in UTC; a text. */
                        timestamp: string;
                    };
                };
            };
            /** @description The request was refused. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getPublicKey: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The key as PEM, an X.509 SubjectPublicKeyInfo for RSA. */
                        public_key: string;
                    };
                };
            };
            /** @description The request was refused. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    registerByMobile: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mobile: components["schemas"]["SmsMobile"];
                    verify_code: components["schemas"]["SmsVerifyCode"];
                    /** @description User name; unique in the enterprise. No phone number or mail address other than the own; that is ours. */
                    user_name?: string;
                    /** @description The name shown for the user. */
                    name?: string;
                    /**
                     * Format: email
                     * @description E-mail address; unique in the enterprise.
                     */
                    email?: string;
                    /**
                     * Format: password
                     * @description Password, within the password policy of the enterprise. The field is `pwd` here, not `password`.
                     */
                    pwd?: $Write<string>;
                    /**
                     * Format: uri
                     * @description Address of the profile picture, http or https.
                     */
                    head_img?: string;
                    /**
                     * @description Gender. `unknow`, a spelling of other pages of the vendor, is taken for `unknown` (ours).
                     * @enum {string}
                     */
                    attr_gender?: "female" | "male" | "unknown" | "unknow";
                    /**
                     * Format: date
                     * @description Date of birth.
                     */
                    attr_birthday?: string;
                    /** @description Nickname. */
                    attr_nick_name?: string;
                    /** @description Given name. */
                    first_name?: string;
                    /** @description Middle name. */
                    middle_name?: string;
                    /** @description Family name. */
                    last_name?: string;
                    extension?: components["schemas"]["Extension"];
                };
            };
        };
        responses: {
            /** @description The new user is signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationResult"];
                };
            };
            /** @description The request was refused. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getCaptcha: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The captcha. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Captcha"];
                };
            };
            /** @description The request was refused. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    verifyCaptcha: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaptchaAnswer"];
            };
        };
        responses: {
            /** @description The slider is where it belongs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Proof of the passed captcha, needed to send the code. Its form is not to be relied on. */
                        captcha_token: string;
                    };
                };
            };
            /** @description The request was refused. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listCountryCodes: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dialling codes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The countries and regions. */
                        phoneAreaCodeDefinitions: {
                            /** @description Dialling code without plus sign. */
                            areaCode: string;
                            /** @description The name of the country or region in three languages. */
                            displayMapping: {
                                /** @description Traditional Chinese. */
                                "zh-TW": string;
                                /** @description English. */
                                en: string;
                                /** @description Simplified Chinese. */
                                "zh-CN": string;
                            };
                            /** @description The country or region (ISO 3166-1 alpha-2). */
                            countryCode: string;
                            /** @description Regular expression that mobile numbers match. */
                            mobileRegex: string;
                            /** @description Further digits that may follow the dialling code; the vendor does not explain them. */
                            areaCodeSuffixes: string[];
                        }[];
                        /** @description The country or region to offer first. */
                        preferredAreaCode: string;
                    };
                };
            };
            /** @description The request was refused. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    sendSmsCode: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The mobile number, 11 digits and nothing else. */
                    mobile: string;
                    /**
                     * @description What the code is for: registration, sign-in, forgotten password, binding of a social account, another mobile number, reset of one-time passwords (spelled as the vendor prints it). The vendor has no value for the second factor, so two values of the sibling product are taken too (mark sister): `MFA_AUTH_SMS` for the second factor and `CHANGE_PWD_SMS` for a change of password.
                     * @enum {string}
                     */
                    type: "REGISTER_SMS" | "LOGIN_SMS" | "FORGET_PWD_SMS" | "BIND_MOBILE_SMS" | "UPDATE_MOBILE_SMS" | "OTP_REST_SMS" | "MFA_AUTH_SMS" | "CHANGE_PWD_SMS";
                    /** @description The `captcha_token` of the passed captcha. */
                    captcha_token: string;
                };
            };
        };
        responses: {
            /** @description The code is on its way; no content. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request was refused. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    loginWithPassword: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The user name. */
                    user_name: string;
                    /**
                     * Format: password
                     * @description The password.
                     */
                    password: $Write<string>;
                };
            };
        };
        responses: {
            /** @description Where the sign-in stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordLoginResult"];
                };
            };
            /** @description The request was refused. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    loginWithSmsCode: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mobile: components["schemas"]["SmsMobile"];
                    verify_code: components["schemas"]["SmsVerifyCode"];
                };
            };
        };
        responses: {
            /** @description Where the sign-in stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordLoginResult"];
                };
            };
            /** @description The request was refused. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    loginWithWechat: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The authorization code that the WeChat app gave to the calling app. */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Where the sign-in stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialLoginResult"];
                };
            };
            /** @description The request was refused. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    loginWithAlipay: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The authorization code that the Alipay app gave to the calling app. */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Where the sign-in stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialLoginResult"];
                };
            };
            /** @description The request was refused. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    logoutUser: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session is over; no content. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request was refused. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    bindSocialAccount: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mobile: components["schemas"]["SmsMobile"];
                    verify_code: components["schemas"]["SmsVerifyCode"];
                };
            };
        };
        responses: {
            /** @description Bound and signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialBindingResult"];
                };
            };
            /** @description The request was refused. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    registerSocialAccount: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mobile: components["schemas"]["SmsMobile"];
                    verify_code: components["schemas"]["SmsVerifyCode"];
                };
            };
        };
        responses: {
            /** @description Bound and signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialBindingResult"];
                };
            };
            /** @description The request was refused. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listSocialAccounts: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The social accounts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialAccounts"];
                };
            };
            /** @description The call failed; `error_code` says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    unbindSocialAccount: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SocialUnbinding"];
            };
        };
        responses: {
            /** @description The social account is unbound; there is no body. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The call failed; `error_code` says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    skipPasswordChange: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user is signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordStepResult"];
                };
            };
            /** @description The call failed; `error_code` says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    changeExpiredPassword: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: password
                     * @description The password until now.
                     */
                    old_password: $Write<string>;
                    /**
                     * Format: password
                     * @description The new password; it must meet the password policy of the enterprise.
                     */
                    new_password: $Write<string>;
                };
            };
        };
        responses: {
            /** @description The password is changed and the user is signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordStepResult"];
                };
            };
            /** @description The call failed; `error_code` says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    resetPasswordByMobile: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mobile: components["schemas"]["SmsMobile"];
                    verify_code: components["schemas"]["SmsVerifyCode"];
                    /**
                     * Format: password
                     * @description The new password; it must meet the password policy of the enterprise.
                     */
                    password: $Write<string>;
                };
            };
        };
        responses: {
            /** @description The password is set; there is no body. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The call failed; `error_code` says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getMobileByStateToken: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mobile number. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The mobile number, not masked. */
                        mobile: string;
                    };
                };
            };
            /** @description The call failed; `error_code` says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    verifySmsSecondFactor: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mobile: components["schemas"]["SmsMobile"];
                    verify_code: components["schemas"]["SmsVerifyCode"];
                };
            };
        };
        responses: {
            /** @description The user is signed in, or may not enter the application. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorResult"];
                };
            };
            /** @description The call failed; `error_code` says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getProfile: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The personal information. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description The call failed; `error_code` says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    updateProfile: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileUpdate"];
            };
        };
        responses: {
            /** @description The changes are stored; there is no body. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The call failed; `error_code` says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    issueSsoTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SsoTicketRequest"];
            };
        };
        responses: {
            /** @description The ticket. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SsoTicket"];
                };
            };
            /** @description The call failed; `error_code` says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    verifySsoTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SsoTicketVerification"];
            };
        };
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SsoUserAnswer"];
                };
            };
            /** @description The call failed; `error_code` says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    refreshSessionToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionTokenRefresh"];
            };
        };
        responses: {
            /** @description The new tokens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefreshedSession"];
                };
            };
            /** @description The call failed; `error_code` says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    refreshIdToken: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The caller's operating system and its version; logged, not checked.
                 * @example Android 10
                 */
                "X-operating-sys-version": components["parameters"]["OperatingSystemVersion"];
                /**
                 * @description A fingerprint of the device; the same one for all calls of a user on this device.
                 * @example 156aysdna213sc50
                 */
                "X-device-fingerprint": components["parameters"]["DeviceFingerprint"];
                /**
                 * @description The device's address; logged, not checked.
                 * @example 10.10.10.1
                 */
                "X-device-ip"?: components["parameters"]["DeviceIp"];
                /**
                 * @description The user agent of the browser or app; logged, not checked.
                 * @example Mozilla/5.0 (Linux; Android 10; Redmi K30) Mobile Safari/537.36
                 */
                "X-agent": components["parameters"]["Agent"];
                /**
                 * @description The language of messages, `zh` or `en`. Other language tags (BCP 47) are taken as well, such as the locale of a phone: `zh-CN` is `zh`. When left out or in neither language, `Accept-Language` decides, then `zh`; that is ours.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it. There is one tenant here: another one has no application, which is APP.0001.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The new id_token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id_token: components["schemas"]["IdToken"];
                    };
                };
            };
            /** @description The call failed; `error_code` says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    loginWithCas: {
        parameters: {
            query: {
                /**
                 * @description The application's CAS callback address. It is compared letter by letter with the registered ones; that is our choice, for the sake of security.
                 * @example http://localhost:5173/cas/
                 */
                service: components["parameters"]["CasService"];
                /**
                 * @description `true`: the user signs in again, whatever session there is (CAS Protocol 3.0 section 2.1.1). Where both are sent, it counts and `gateway` does not.
                 * @example true
                 */
                renew?: boolean;
                /**
                 * @description `true`: nobody is asked to sign in. Without a session the browser returns to `service` without a ticket (CAS Protocol 3.0 section 2.1.1).
                 * @example true
                 */
                gateway?: boolean;
                /**
                 * @description Added by this server for the way back from the sign-in page: which request the user signed in for, sealed, and good in the same browser alone. Never sent by applications.
                 * @example eyJjbGllbnRJZCI6ImRlbW8ifQ.q2o2dXq0kq3iH3b0c1o2dXq0kq3iH3b0c1o2dXq0kq3
                 */
                visit?: components["parameters"]["SignInVisit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To `service` with a ticket, or to the sign-in page. */
            302: {
                headers: {
                    /**
                     * @description The address in `service` with `ticket` added, or the sign-in page.
                     * @example http://localhost:5173/cas/?ticket=ST-eYlKs8FrLCltwRwfm8AiwCxmQ8gALp0T
                     */
                    Location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["PageInvalidRequest"];
            429: components["responses"]["PageTooManyRequests"];
            default: components["responses"]["PageFailure"];
        };
    };
    validateCas1Ticket: {
        parameters: {
            query: {
                /**
                 * @description The application's CAS callback address. It is compared letter by letter with the registered ones; that is our choice, for the sake of security.
                 * @example http://localhost:5173/cas/
                 */
                service: components["parameters"]["CasService"];
                /**
                 * @description The ticket that the browser brought to the callback address; works once and only for a short time.
                 * @example ST-eYlKs8FrLCltwRwfm8AiwCxmQ8gALp0T
                 */
                ticket: components["parameters"]["CasTicket"];
                /**
                 * @description `true`: only a ticket for which the user has just signed in is valid, none that a session gave (CAS Protocol 3.0 section 2.5.1).
                 * @example true
                 */
                renew?: components["parameters"]["CasRenew"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the ticket is valid, and for whom. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            429: components["responses"]["CasTextTooManyRequests"];
            default: components["responses"]["CasTextFailure"];
        };
    };
    validateCas2Ticket: {
        parameters: {
            query: {
                /**
                 * @description The application's CAS callback address. It is compared letter by letter with the registered ones; that is our choice, for the sake of security.
                 * @example http://localhost:5173/cas/
                 */
                service: components["parameters"]["CasService"];
                /**
                 * @description The ticket that the browser brought to the callback address; works once and only for a short time.
                 * @example ST-eYlKs8FrLCltwRwfm8AiwCxmQ8gALp0T
                 */
                ticket: components["parameters"]["CasTicket"];
                /**
                 * @description `true`: only a ticket for which the user has just signed in is valid, none that a session gave (CAS Protocol 3.0 section 2.5.1).
                 * @example true
                 */
                renew?: components["parameters"]["CasRenew"];
                /**
                 * @description The form of the answer, XML when left out.
                 * @example XML
                 */
                format?: components["parameters"]["CasFormat"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user of the ticket, or why it is refused. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": components["schemas"]["CasResponseXml"];
                    "application/json": components["schemas"]["CasResponse"];
                };
            };
            429: components["responses"]["CasTooManyRequests"];
            default: components["responses"]["CasOtherFailure"];
        };
    };
    validateCas3Ticket: {
        parameters: {
            query: {
                /**
                 * @description The application's CAS callback address. It is compared letter by letter with the registered ones; that is our choice, for the sake of security.
                 * @example http://localhost:5173/cas/
                 */
                service: components["parameters"]["CasService"];
                /**
                 * @description The ticket that the browser brought to the callback address; works once and only for a short time.
                 * @example ST-eYlKs8FrLCltwRwfm8AiwCxmQ8gALp0T
                 */
                ticket: components["parameters"]["CasTicket"];
                /**
                 * @description `true`: only a ticket for which the user has just signed in is valid, none that a session gave (CAS Protocol 3.0 section 2.5.1).
                 * @example true
                 */
                renew?: components["parameters"]["CasRenew"];
                /**
                 * @description The form of the answer, XML when left out.
                 * @example XML
                 */
                format?: components["parameters"]["CasFormat"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user of the ticket with attributes, or why it is refused. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": components["schemas"]["CasResponseXml"];
                    "application/json": components["schemas"]["CasResponse"];
                };
            };
            429: components["responses"]["CasTooManyRequests"];
            default: components["responses"]["CasOtherFailure"];
        };
    };
    logoutFromCas: {
        parameters: {
            query?: {
                /**
                 * @description Where the browser goes afterwards, a registered CAS callback address.
                 * @example http://localhost:5173/cas/
                 */
                service?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To `service`, or to the sign-in page. */
            302: {
                headers: {
                    /**
                     * @description The address in `service`, or the sign-in page.
                     * @example http://localhost:5173/cas/
                     */
                    Location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["PageInvalidRequest"];
            429: components["responses"]["PageTooManyRequests"];
            default: components["responses"]["PageFailure"];
        };
    };
    startSamlSignOn: {
        parameters: {
            query?: {
                /**
                 * @description The application's Entity ID, as registered; left out with `SAMLRequest`.
                 * @example http://localhost:5173/saml/metadata
                 */
                sp?: string;
                /**
                 * @description The message, deflated and in Base64 (HTTP-Redirect binding).
                 * @example fZBNbsIwEIX3SNwh8h4cOTHFkmEhKpSpVIVWnUbHJNYcuzUYyP39nVCV2VudjPz3nv6ZrsfepVchHXS6AKlS4wSoblppG4L9H58XmzQvpzPtq7uFbnWuzqMevb6g4D1JA==
                 */
                SAMLRequest?: components["parameters"]["SamlRequestParameter"];
                /**
                 * @description Comes back with the answer as it was sent; at most 1024 bytes.
                 * @example /orders/4711?tab=a&b=c
                 */
                RelayState?: components["parameters"]["RelayState"];
                /**
                 * @description How the query is signed, RSA with SHA-256 or SHA-512; goes with `Signature`.
                 * @example http://www.w3.org/2001/04/xmldsig-more#rsa-sha256
                 */
                SigAlg?: components["parameters"]["SigAlg"];
                /**
                 * @description The signature, in Base64, over the message, `RelayState` and `SigAlg` as they stand encoded in the query.
                 * @example kTzRj1rUqT1Y8cYv9m0J1w==
                 */
                Signature?: components["parameters"]["Signature"];
                /**
                 * @description How the message is encoded; there is one way, and it may be left out.
                 * @example urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE
                 */
                SAMLEncoding?: components["parameters"]["SamlEncoding"];
                /**
                 * @description A request that was taken already; our own addresses alone have it, on the way back from the sign-in page.
                 * @example AQx3mVf0
                 */
                request?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SamlPost"];
            302: components["responses"]["SamlSignIn"];
            400: components["responses"]["PageInvalidRequest"];
            429: components["responses"]["PageTooManyRequests"];
            default: components["responses"]["PageFailure"];
        };
    };
    submitSamlSignOn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SamlRequestForm"];
            };
        };
        responses: {
            200: components["responses"]["SamlPost"];
            302: components["responses"]["SamlSignIn"];
            400: components["responses"]["PageInvalidRequest"];
            413: components["responses"]["PagePayloadTooLarge"];
            415: components["responses"]["PageUnsupportedMediaType"];
            429: components["responses"]["PageTooManyRequests"];
            default: components["responses"]["PageFailure"];
        };
    };
    startSamlLogout: {
        parameters: {
            query?: {
                /**
                 * @description The LogoutRequest, deflated and in Base64 (HTTP-Redirect binding); this or `SAMLResponse`.
                 * @example fZBNbsIwEIX3SNwh8h4cO2THFkmEhKpSpVIVWnUbHJNYcuzUYyP39nVCV2VudjPz3nv6ZrsfepVchHXS6AKlS4wSoblppG4L9H58XmzQvpzPtq7uFbnWuzqMevb6g4D1JA==
                 */
                SAMLRequest?: components["parameters"]["SamlLogoutParameter"];
                /**
                 * @description The LogoutResponse to a request of ours, deflated and in Base64 (HTTP-Redirect binding), with the `RelayState` of that request.
                 * @example fZBNbsIwEIX3SNwh8h4cO2THFkmEhKpSpVIVWnUbHJNYcuzUYyP39nVCV2VudjPz3nv6ZrsfepVchHXS6AKlS4wSoblppG4L9H58XmzQvpzPtq7uFbnWuzqMevb6g4D1JA==
                 */
                SAMLResponse?: components["parameters"]["SamlLogoutResponseParameter"];
                /**
                 * @description Comes back with the answer as it was sent; at most 1024 bytes.
                 * @example /orders/4711?tab=a&b=c
                 */
                RelayState?: components["parameters"]["RelayState"];
                /**
                 * @description How the query is signed, RSA with SHA-256 or SHA-512; goes with `Signature`.
                 * @example http://www.w3.org/2001/04/xmldsig-more#rsa-sha256
                 */
                SigAlg?: components["parameters"]["SigAlg"];
                /**
                 * @description The signature, in Base64, over the message, `RelayState` and `SigAlg` as they stand encoded in the query.
                 * @example kTzRj1rUqT1Y8cYv9m0J1w==
                 */
                Signature?: components["parameters"]["Signature"];
                /**
                 * @description How the message is encoded; there is one way, and it may be left out.
                 * @example urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE
                 */
                SAMLEncoding?: components["parameters"]["SamlEncoding"];
                /**
                 * @description A sign-out under way; our own addresses alone have it, and it works in the browser that signed out.
                 * @example 4f1NqYx3T0mJpZ8cVwR2uA
                 */
                going?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SamlSignedOut"];
            302: components["responses"]["SamlLogoutAnswer"];
            400: components["responses"]["PageInvalidRequest"];
            429: components["responses"]["PageTooManyRequests"];
            default: components["responses"]["PageFailure"];
        };
    };
    submitSamlLogout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SamlLogoutForm"];
            };
        };
        responses: {
            200: components["responses"]["SamlSignedOut"];
            302: components["responses"]["SamlLogoutAnswer"];
            400: components["responses"]["PageInvalidRequest"];
            413: components["responses"]["PagePayloadTooLarge"];
            415: components["responses"]["PageUnsupportedMediaType"];
            429: components["responses"]["PageTooManyRequests"];
            default: components["responses"]["PageFailure"];
        };
    };
    getSamlMetadata: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metadata. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/samlmetadata+xml": string;
                };
            };
            400: components["responses"]["PageInvalidRequest"];
            429: components["responses"]["PageTooManyRequests"];
            default: components["responses"]["PageFailure"];
        };
    };
    requestOauth2Authorization: {
        parameters: {
            query: {
                /**
                 * @description What is asked for. `id_token token` is documented, but not offered by our server.
                 * @example code
                 */
                response_type: "code" | "id_token" | "id_token token";
                /**
                 * @description The application's ClientId.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                client_id: string;
                /**
                 * @description `get_user_info` for OAuth 2.0, `openid` for OpenID Connect; `get_user_info` when left out (the default is our choice). Required for `id_token`.
                 * @example get_user_info
                 */
                scope?: string;
                /**
                 * @description Where the answer goes, a registered address. Without it the only registered one is taken. Required for `id_token`.
                 * @example http://localhost:5173/login/callback/
                 */
                redirect_uri?: string;
                /**
                 * @description Returned unchanged; binds the answer to the browser that asked. The vendor speaks of letters and digits; other characters are taken as well.
                 * @example af0ifjsldkj
                 */
                state?: string;
                /**
                 * @description The hash of `code_verifier` (RFC 7636); the code then works only together with it.
                 * @example E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM
                 */
                code_challenge?: string;
                /**
                 * @description How the challenge was made.
                 * @example S256
                 */
                code_challenge_method?: "S256";
                /**
                 * @description Returned in the id token (OpenID Connect Core 1.0 section 3.1.2.1).
                 * @example n-0S6_WzA2Mj
                 */
                nonce?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Oauth2FormPostAnswer"];
            302: components["responses"]["Oauth2AuthorizationRedirect"];
            400: components["responses"]["PageInvalidRequest"];
            429: components["responses"]["PageTooManyRequests"];
            default: components["responses"]["PageFailure"];
        };
    };
    submitOauth2AuthorizationRequest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["Oauth2AuthorizationForm"];
            };
        };
        responses: {
            200: components["responses"]["Oauth2FormPostAnswer"];
            302: components["responses"]["Oauth2AuthorizationRedirect"];
            400: components["responses"]["PageInvalidRequest"];
            413: components["responses"]["PagePayloadTooLarge"];
            415: components["responses"]["PageUnsupportedMediaType"];
            429: components["responses"]["PageTooManyRequests"];
            default: components["responses"]["PageFailure"];
        };
    };
    resumeOauth2Authorization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the suspended authorization request.
                 * @example hQ9Jd0Wq3nB2
                 */
                uid: components["parameters"]["InteractionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Oauth2FormPostAnswer"];
            302: components["responses"]["Oauth2AuthorizationRedirect"];
            400: components["responses"]["PageInvalidRequest"];
            404: components["responses"]["PageNotFound"];
            429: components["responses"]["PageTooManyRequests"];
            default: components["responses"]["PageFailure"];
        };
    };
    issueOauth2Token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["Oauth2CodeGrant"] | components["schemas"]["Oauth2RefreshGrant"];
            };
        };
        responses: {
            /** @description The tokens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Oauth2Tokens"] | components["schemas"]["OidcTokens"];
                };
            };
            400: components["responses"]["Oauth2TokenRefused"];
            401: components["responses"]["OAuthInvalidClient"];
            413: components["responses"]["OAuthPayloadTooLarge"];
            415: components["responses"]["OAuthUnsupportedMediaType"];
            429: components["responses"]["OAuthTooManyRequests"];
            default: components["responses"]["OAuthFailure"];
        };
    };
    getOauth2UserInfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Oauth2UserInfo"];
                };
            };
            400: components["responses"]["OAuthInvalidRequest"];
            401: components["responses"]["OAuthUnauthorized"];
            403: components["responses"]["Oauth2InsufficientScope"];
            429: components["responses"]["OAuthTooManyRequests"];
            default: components["responses"]["OAuthFailure"];
        };
    };
    submitOauth2UserInfoRequest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["Oauth2UserInfoForm"];
            };
        };
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Oauth2UserInfo"];
                };
            };
            400: components["responses"]["OAuthInvalidRequest"];
            401: components["responses"]["OAuthUnauthorized"];
            403: components["responses"]["Oauth2InsufficientScope"];
            413: components["responses"]["OAuthPayloadTooLarge"];
            415: components["responses"]["OAuthUnsupportedMediaType"];
            429: components["responses"]["OAuthTooManyRequests"];
            default: components["responses"]["OAuthFailure"];
        };
    };
    getOauth2Configuration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metadata. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Oauth2Configuration"];
                };
            };
            400: components["responses"]["OAuthInvalidRequest"];
            429: components["responses"]["OAuthTooManyRequests"];
            default: components["responses"]["OAuthFailure"];
        };
    };
    getOauth2Keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jwk-set+json": components["schemas"]["JsonWebKeySet"];
                };
            };
            400: components["responses"]["OAuthInvalidRequest"];
            429: components["responses"]["OAuthTooManyRequests"];
            default: components["responses"]["OAuthFailure"];
        };
    };
    logoutGlobally: {
        parameters: {
            query?: {
                /**
                 * @description Where the browser goes afterwards, a registered address.
                 * @example http://localhost:5173/logout/callback/
                 */
                redirect_url?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To `redirect_url`, or to the sign-in page. */
            302: {
                headers: {
                    /**
                     * @description The address in `redirect_url`, or the sign-in page.
                     * @example http://localhost:5173/logout/callback/
                     */
                    Location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["PageInvalidRequest"];
            429: components["responses"]["PageTooManyRequests"];
            default: components["responses"]["PageFailure"];
        };
    };
    receiveCheckUrlEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckUrlEnvelope"];
            };
        };
        responses: {
            /** @description The address fits. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckUrlAnswer"];
                };
            };
            400: components["responses"]["EventNotDecrypted"];
            401: components["responses"]["EventUnauthorized"];
            500: components["responses"]["EventBusy"];
        };
    };
    receiveCreateUserEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateUserEnvelope"];
            };
        };
        responses: {
            /** @description The application's id of the user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventIdAnswer"];
                };
            };
            400: components["responses"]["EventInvalidUser"];
            401: components["responses"]["EventUnauthorized"];
            404: components["responses"]["EventNotFound"];
            500: components["responses"]["EventBusy"];
        };
    };
    receiveUpdateUserEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateUserEnvelope"];
            };
        };
        responses: {
            /** @description The application's id of the user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventIdAnswer"];
                };
            };
            400: components["responses"]["EventInvalidUser"];
            401: components["responses"]["EventUnauthorized"];
            404: components["responses"]["EventNotFound"];
            500: components["responses"]["EventBusy"];
        };
    };
    receiveDeleteUserEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteUserEnvelope"];
            };
        };
        responses: {
            /** @description The user is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPlainAnswer"];
                };
            };
            400: components["responses"]["EventInvalidUser"];
            401: components["responses"]["EventUnauthorized"];
            404: components["responses"]["EventNotFound"];
            500: components["responses"]["EventBusy"];
        };
    };
    receiveCreateOrganizationEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateOrganizationEnvelope"];
            };
        };
        responses: {
            /** @description The application's id of the organization. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventIdAnswer"];
                };
            };
            400: components["responses"]["EventInvalidOrganization"];
            401: components["responses"]["EventUnauthorized"];
            404: components["responses"]["EventNotFound"];
            500: components["responses"]["EventBusy"];
        };
    };
    receiveUpdateOrganizationEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateOrganizationEnvelope"];
            };
        };
        responses: {
            /** @description The application's id of the organization. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventIdAnswer"];
                };
            };
            400: components["responses"]["EventInvalidOrganization"];
            401: components["responses"]["EventUnauthorized"];
            404: components["responses"]["EventNotFound"];
            500: components["responses"]["EventBusy"];
        };
    };
    receiveDeleteOrganizationEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteOrganizationEnvelope"];
            };
        };
        responses: {
            /** @description The organization is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPlainAnswer"];
                };
            };
            400: components["responses"]["EventInvalidOrganization"];
            401: components["responses"]["EventUnauthorized"];
            404: components["responses"]["EventNotFound"];
            500: components["responses"]["EventBusy"];
        };
    };
}
