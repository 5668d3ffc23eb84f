// Generated from openapi/ by `npm run generate`. Do not edit.

export type $Read<T> = {
    readonly $read: T;
};
export type $Write<T> = {
    readonly $write: T;
};
export type Readable<T> = T extends $Write<any> ? never : T extends $Read<infer U> ? Readable<U> : T extends (infer E)[] ? Readable<E>[] : T extends object ? {
    [K in keyof T as NonNullable<T[K]> extends $Write<any> ? never : K]: Readable<T[K]>;
} : T;
export type Writable<T> = T extends $Read<any> ? never : T extends $Write<infer U> ? Writable<U> : T extends (infer E)[] ? Writable<E>[] : T extends object ? {
    [K in keyof T as NonNullable<T[K]> extends $Read<any> ? never : K]: Writable<T[K]>;
} & {
    [K in keyof T as NonNullable<T[K]> extends $Read<any> ? K : never]?: never;
} : T;
export interface paths {
    "/.well-known/openid-configuration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the service configuration
         * @description The provider's metadata: issuer, endpoints, scopes, grants and algorithms. Clients read it once and configure themselves from it.
         */
        get: operations["getServiceConfiguration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/openid-configuration/jwks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the public signing keys
         * @description The public keys that verify access tokens and id tokens. New keys appear here before they sign, and stay until the last token they signed has expired.
         */
        get: operations["getJsonWebKeySet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connect/authorize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an authorization code
         * @description The user's browser opens this address itself. Without a session it is sent to the sign-in page; in the end it returns to `redirect_uri` with a code that works once, or with an error (RFC 6749 section 4.1, OpenID Connect Core 1.0 section 3.1).
         */
        get: operations["requestAuthorization"];
        put?: never;
        /**
         * Send an authorization request as a form
         * @description The same as with GET, with the parameters in a form (OpenID Connect Core 1.0 section 3.1.2.1).
         */
        post: operations["submitAuthorizationRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connect/authorize/{uid}": {
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
        get: operations["resumeAuthorization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connect/token": {
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
         * @description One address for every grant; `grant_type` says which. Each grant stands on its own page of the reference.
         *
         *     - `authorization_code`: tokens for the code of a sign-in. A user's access token lives 2 hours.
         *     - `refresh_token`: new tokens without asking the user. A refresh token lives 30 days and is replaced each time.
         *     - `client_credentials`: a token for the client itself. It lives 1 hour; keep it and use it again.
         *     - `password`: tokens for a user name and password, only for back-end services that are marked for it.
         *     - `urn:ietf:params:oauth:grant-type:device_code`: tokens for a device once its user has agreed elsewhere.
         */
        post: operations["issueToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connect/userinfo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get basic user information (OIDC)
         * @description The claims about the user of an access token (OpenID Connect Core 1.0 section 5.3); which ones depends on the scope. New clients read the account endpoints instead.
         */
        get: operations["getUserInfo"];
        put?: never;
        /**
         * Get basic user information with POST
         * @description The same as with GET; the access token may stand in the form instead of the header (RFC 6750 section 2.2).
         */
        post: operations["submitUserInfoRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connect/introspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read the state of a token
         * @description Tells an authenticated client whether a token is active and what it stands for (RFC 7662). A token that the caller may not see is reported as not active.
         */
        post: operations["introspectToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connect/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a token
         * @description Ends a refresh token with everything issued from it, or an access token (RFC 7009). An unknown token is answered like a revoked one.
         */
        post: operations["revokeToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connect/deviceauthorization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a sign-in on a device
         * @description A device without a keyboard or browser gets a code to show and a code to poll with (RFC 8628 section 3.1).
         */
        post: operations["requestDeviceAuthorization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connect/device": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the page for a device's code
         * @description The user types the code that the device shows.
         */
        get: operations["showDevicePage"];
        put?: never;
        /**
         * Send a device's code
         * @description Sends the code, or the answer to the question whether the device may go on.
         */
        post: operations["submitDeviceCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connect/device/{uid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Go on with a device's sign-in
         * @description After sign-in or consent the browser comes back here to finish.
         */
        get: operations["resumeDevice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connect/endsession": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * End the session (sign out)
         * @description After the browser was here the user is signed out in it, and clients with a back-channel address are told (RP-Initiated Logout 1.0). Do not call it when the consistency check finds another user.
         */
        get: operations["endSession"];
        put?: never;
        /**
         * End the session with a form
         * @description The same as with GET, with the parameters in a form.
         */
        post: operations["submitEndSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connect/endsession/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the sign-out
         * @description The user's answer to the question on the page.
         */
        post: operations["confirmEndSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connect/endsession/success": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show that the user is signed out
         * @description Shown when there is no registered address to return to.
         */
        get: operations["showSignedOut"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connect/checksession": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the frame that watches the session
         * @description A client's page loads it in a hidden frame and asks it by `postMessage` whether the sign-on session has changed (OpenID Connect Session Management 1.0 section 3.3).
         */
        get: operations["getCheckSessionFrame"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/usercenter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show who is signed in
         * @description Shows who is signed in here, with a button to sign out; without a session the browser is sent to the sign-in page.
         */
        get: operations["showUserCenter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/usercenter/checksession": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check which user is signed in
         * @description Opened in a hidden frame. Tells the listening page, and only one whose origin is registered, the GUID of the user who is signed in here; that nobody is, and that the browser withholds cookies, are told apart.
         */
        get: operations["checkUserSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Account/Login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the sign-in page
         * @description An authorization request without a session comes here.
         */
        get: operations["showLoginPage"];
        put?: never;
        /**
         * Send the sign-in page
         * @description The plain form of the page, which needs no script. Goes on with the authorization request, or shows the page again with the reason.
         */
        post: operations["submitLoginForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Account/UserLogin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in from a script
         * @description The form behind the sign-in page for scripts; the password is encrypted with the key of `/Common/Getpubkeys`. See the answer for the meaning of `status`.
         */
        post: operations["submitUserLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Account/Consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the consent page
         * @description Shown when a third-party client asks for permissions the user has not given it yet.
         */
        get: operations["showConsentPage"];
        put?: never;
        /**
         * Send the consent page
         * @description The user allows or denies; the authorization request goes on either way.
         */
        post: operations["submitConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Common/Getpubkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the RSA public key
         * @description The key with which user names, passwords and the like are encrypted on their way here, as a PEM block.
         */
        get: operations["getLoginPublicKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The error answer of OAuth 2.0 (RFC 6749 section 5.2). */
        OAuthError: {
            /** @description A symbolic name of the error. */
            error: string;
            /** @description A sentence for the developer of the client. */
            error_description?: string;
            /**
             * Format: uri
             * @description An address with more about the error.
             */
            error_uri?: string;
            /** @description The scope that was refused, or that is needed. */
            scope?: string;
            /** @description The `state` of the request, when it had one. */
            state?: string;
            /**
             * Format: uri
             * @description The issuer that answered (RFC 9207).
             */
            iss?: string;
        };
        /** @description The provider's metadata (OpenID Connect Discovery 1.0 section 3, RFC 8414 section 2). */
        ServiceConfiguration: {
            /**
             * Format: uri
             * @description The issuer of the tokens.
             */
            issuer: string;
            /**
             * Format: uri
             * @description Where the public keys are.
             */
            jwks_uri: string;
            /**
             * Format: uri
             * @description Where a browser starts the sign-in.
             */
            authorization_endpoint: string;
            /**
             * Format: uri
             * @description Where tokens are issued.
             */
            token_endpoint: string;
            /**
             * Format: uri
             * @description Where the user's claims are read.
             */
            userinfo_endpoint?: string;
            /**
             * Format: uri
             * @description Where a browser signs out.
             */
            end_session_endpoint?: string;
            /**
             * Format: uri
             * @description The frame that watches the session.
             */
            check_session_iframe?: string;
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
            /**
             * Format: uri
             * @description Where a device starts the sign-in.
             */
            device_authorization_endpoint?: string;
            /** @description Whether front-channel logout exists. */
            frontchannel_logout_supported: boolean;
            /** @description Whether front-channel logout names the session. */
            frontchannel_logout_session_supported: boolean;
            /** @description Whether back-channel logout exists. */
            backchannel_logout_supported: boolean;
            /** @description Whether logout tokens carry the session id. */
            backchannel_logout_session_supported: boolean;
            /** @description The scopes a client may ask for. */
            scopes_supported?: string[];
            /** @description The claims a token or answer may carry. */
            claims_supported?: string[];
            /** @description The kinds of claims. */
            claim_types_supported?: string[];
            /** @description Whether the `claims` request parameter is understood. */
            claims_parameter_supported?: boolean;
            /** @description Languages of claim values. */
            claims_locales_supported?: string[];
            /** @description Languages of the pages. */
            ui_locales_supported?: string[];
            /** @description Values of `display` that are understood. */
            display_values_supported?: string[];
            /** @description Authentication context classes. */
            acr_values_supported?: string[];
            /** @description Values of `prompt` that are understood. */
            prompt_values_supported?: string[];
            /** @description The grants of the token endpoint. */
            grant_types_supported?: string[];
            /** @description Values of `response_type`. */
            response_types_supported: string[];
            /** @description Values of `response_mode`. */
            response_modes_supported: string[];
            /** @description How a client may authenticate. */
            token_endpoint_auth_methods_supported: string[];
            /** @description Algorithms of client assertions. */
            token_endpoint_auth_signing_alg_values_supported?: string[];
            /** @description How a caller of introspection may authenticate. */
            introspection_endpoint_auth_methods_supported?: string[];
            /** @description How a caller of revocation may authenticate. */
            revocation_endpoint_auth_methods_supported?: string[];
            /** @description Algorithms of id tokens. */
            id_token_signing_alg_values_supported: string[];
            /** @description Kinds of subject identifiers. */
            subject_types_supported: string[];
            /** @description PKCE methods. */
            code_challenge_methods_supported?: string[];
            /** @description Whether request objects in `request` are understood. */
            request_parameter_supported: boolean;
            /** @description Whether `request_uri` is understood. */
            request_uri_parameter_supported?: boolean;
            /** @description Whether authorization answers carry `iss` (RFC 9207). */
            authorization_response_iss_parameter_supported?: boolean;
            /**
             * Format: uri
             * @description Where the service is described.
             */
            service_documentation?: string;
            /**
             * Format: uri
             * @description The privacy policy.
             */
            op_policy_uri?: string;
            /**
             * Format: uri
             * @description The terms of service.
             */
            op_tos_uri?: string;
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
        /** @description A page for a browser. */
        Page: string;
        /** @description The parameters of an authorization request. */
        AuthorizationForm: {
            /** @description What is asked for; `code` is the one every client uses. */
            response_type: string;
            /** @description The registered client. */
            client_id: string;
            /**
             * Format: uri
             * @description Where the answer goes; must be registered, letter by letter.
             */
            redirect_uri: string;
            /** @description Names of scopes, separated by blanks. */
            scope: string;
            /** @description Returned unchanged; binds the answer to the browser that asked. */
            state?: string;
            /** @description The hash of `code_verifier` (RFC 7636); public clients must send it. */
            code_challenge?: string;
            /**
             * @description How the challenge was made.
             * @enum {string}
             */
            code_challenge_method?: "S256";
            /** @description Returned in the id token. */
            nonce?: string;
            /**
             * @description How the answer travels.
             * @enum {string}
             */
            response_mode?: "query" | "fragment" | "form_post";
            /** @description `none`, or any of `login` and `consent`, separated by blanks. */
            prompt?: string;
            /**
             * @description The kind of page that is wanted.
             * @enum {string}
             */
            display?: "page" | "popup" | "touch" | "wap";
            /** @description How many seconds ago the user may have signed in at most. */
            max_age?: string;
            /** @description Languages for the page, best first, separated by blanks. */
            ui_locales?: string;
            /** @description Languages for claim values; has no effect. */
            claims_locales?: string;
            /** @description An earlier id token of the user who is expected. */
            id_token_hint?: string;
            /** @description What the sign-in page fills in as the user name. */
            login_hint?: string;
            /** @description Authentication context classes, best first. */
            acr_values?: string;
            /**
             * Format: uri
             * @description The API the token is for (RFC 8707); the account API when left out.
             */
            resource?: string;
            /** @description An extra value that one site sends; has no effect. */
            token?: string;
        };
        /** @description Names of scopes, separated by blanks (RFC 6749 section 3.3). */
        Scope: string;
        /** @description The client's id; left out when HTTP Basic carries it. */
        ClientId: string;
        /** @description The client's secret, for clients registered with `client_secret_post`. */
        ClientSecret: string;
        /** @description A JWT signed with the client's key, for clients registered with `private_key_jwt` (RFC 7523). */
        ClientAssertion: string;
        /**
         * @description The kind of client assertion.
         * @constant
         */
        ClientAssertionType: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
        /**
         * AuthorizationCodeGrant
         * @description Exchange an authorization code (RFC 6749 section 4.1.3, RFC 7636 section 4.5).
         */
        AuthorizationCodeGrant: {
            /**
             * @description The grant.
             * @constant
             */
            grant_type: "authorization_code";
            /** @description The code from the redirect; works once. */
            code: string;
            /**
             * Format: uri
             * @description The same address as in the authorization request.
             */
            redirect_uri: string;
            /** @description The secret behind `code_challenge`. */
            code_verifier: string;
            scope?: components["schemas"]["Scope"];
            client_id?: components["schemas"]["ClientId"];
            client_secret?: components["schemas"]["ClientSecret"];
            client_assertion?: components["schemas"]["ClientAssertion"];
            client_assertion_type?: components["schemas"]["ClientAssertionType"];
        };
        /**
         * RefreshTokenGrant
         * @description New tokens for a refresh token (RFC 6749 section 6); the answer has the next refresh token.
         */
        RefreshTokenGrant: {
            /**
             * @description The grant.
             * @constant
             */
            grant_type: "refresh_token";
            /** @description The refresh token of the last answer. */
            refresh_token: string;
            scope?: components["schemas"]["Scope"];
            client_id?: components["schemas"]["ClientId"];
            client_secret?: components["schemas"]["ClientSecret"];
            client_assertion?: components["schemas"]["ClientAssertion"];
            client_assertion_type?: components["schemas"]["ClientAssertionType"];
        };
        /**
         * ClientCredentialsGrant
         * @description A token for a trusted client itself (RFC 6749 section 4.4).
         */
        ClientCredentialsGrant: {
            /**
             * @description The grant.
             * @constant
             */
            grant_type: "client_credentials";
            scope?: components["schemas"]["Scope"];
            client_id?: components["schemas"]["ClientId"];
            client_secret?: components["schemas"]["ClientSecret"];
            client_assertion?: components["schemas"]["ClientAssertion"];
            client_assertion_type?: components["schemas"]["ClientAssertionType"];
        };
        /**
         * PasswordGrant
         * @description Tokens for a user name and password (RFC 6749 section 4.3), for back-end services that are marked for it.
         */
        PasswordGrant: {
            /**
             * @description The grant.
             * @constant
             */
            grant_type: "password";
            /** @description User name, e-mail address or phone number. */
            username: string;
            /** @description The password. */
            password: string;
            scope?: components["schemas"]["Scope"];
            client_id?: components["schemas"]["ClientId"];
            client_secret?: components["schemas"]["ClientSecret"];
            client_assertion?: components["schemas"]["ClientAssertion"];
            client_assertion_type?: components["schemas"]["ClientAssertionType"];
        };
        /**
         * DeviceCodeGrant
         * @description Tokens for a device once its user has agreed elsewhere (RFC 8628 section 3.4).
         */
        DeviceCodeGrant: {
            /**
             * @description The grant.
             * @constant
             */
            grant_type: "urn:ietf:params:oauth:grant-type:device_code";
            /** @description The device's own code. */
            device_code: string;
            client_id?: components["schemas"]["ClientId"];
            client_secret?: components["schemas"]["ClientSecret"];
            client_assertion?: components["schemas"]["ClientAssertion"];
            client_assertion_type?: components["schemas"]["ClientAssertionType"];
        };
        /** @description The issued tokens (RFC 6749 section 5.1, OpenID Connect Core 1.0 section 3.1.3.3). */
        TokenResponse: {
            /** @description The access token, a signed JWT. */
            access_token: string;
            /** @description Who signed in, a signed JWT; with scope `openid`. */
            id_token?: string;
            /** @description Yields new tokens for 30 days; with scope `offline_access`. */
            refresh_token?: string;
            /**
             * @description How the access token is presented.
             * @constant
             */
            token_type: "Bearer";
            /** @description Seconds until the access token expires. */
            expires_in: number;
            /** @description The granted scope, names separated by blanks. */
            scope?: string;
        };
        /** @description Claims about the user (OpenID Connect Core 1.0 section 5.1); which ones depends on the scope. */
        UserInfo: {
            /**
             * Format: uuid
             * @description The user's GUID.
             */
            sub: string;
            /** @description The display name. */
            name?: string | null;
            /** @description The given name. */
            given_name?: string | null;
            /** @description The family name. */
            family_name?: string | null;
            /** @description The casual name. */
            nickname?: string | null;
            /** @description The user name. */
            preferred_username?: string | null;
            /** @description Address of the picture. */
            picture?: string | null;
            /** @description Date of birth, YYYY-MM-DD. */
            birthdate?: string | null;
            /** @description Preferred language. */
            locale?: string | null;
            /** @description When the profile last changed, in Unix seconds. */
            updated_at?: number;
            /** @description The e-mail address. */
            email?: string | null;
            /** @description Whether the e-mail address was proved. */
            email_verified?: boolean;
            /** @description The phone number with its dialling code. */
            phone_number?: string | null;
            /** @description Whether the phone number was proved. */
            phone_number_verified?: boolean;
            /** @description The postal address. */
            address?: {
                /** @description The whole address. */
                formatted?: string;
                /** @description Street and number. */
                street_address?: string;
                /** @description City. */
                locality?: string;
                /** @description Province. */
                region?: string;
                /** @description Postal code. */
                postal_code?: string;
                /** @description Country. */
                country?: string;
            } | null;
        };
        /** @description The access token, when it is not in the header. */
        UserInfoForm: {
            /** @description The access token. */
            access_token?: string;
        };
        /** @description A token, and who asks when not with HTTP Basic. */
        TokenForm: {
            /** @description The token. */
            token: string;
            /** @description What kind of token it probably is: `access_token` or `refresh_token`. */
            token_type_hint?: string;
            client_id?: components["schemas"]["ClientId"];
            client_secret?: components["schemas"]["ClientSecret"];
            client_assertion?: components["schemas"]["ClientAssertion"];
            client_assertion_type?: components["schemas"]["ClientAssertionType"];
        };
        /** @description The state of a token (RFC 7662 section 2.2); an unknown token is only not active. */
        Introspection: {
            /**
             * @description The token is unknown, expired, revoked or not this caller's to see.
             * @constant
             */
            active: false;
        } | {
            /**
             * @description The token can be used now.
             * @constant
             */
            active: true;
            /** @description The scope, names separated by blanks. */
            scope?: string;
            /** @description The client it was issued to. */
            client_id: string;
            /** @description The user name. */
            username?: string;
            /** @description How the token is presented. */
            token_type?: string;
            /** @description When it expires, in Unix seconds. */
            exp: number;
            /** @description When it was issued, in Unix seconds. */
            iat: number;
            /** @description Not valid before, in Unix seconds. */
            nbf?: number;
            /** @description The user's GUID; the client id for a client token. */
            sub?: string;
            /** @description The sign-on session. */
            sid?: string;
            /** @description Whom the token is for. */
            aud?: string | string[];
            /**
             * Format: uri
             * @description The issuer.
             */
            iss: string;
            /** @description The token's id. */
            jti?: string;
        };
        /** @description What the device asks for. */
        DeviceAuthorizationForm: {
            client_id?: components["schemas"]["ClientId"];
            scope?: components["schemas"]["Scope"];
            client_secret?: components["schemas"]["ClientSecret"];
            client_assertion?: components["schemas"]["ClientAssertion"];
            client_assertion_type?: components["schemas"]["ClientAssertionType"];
        };
        /** @description What the device shows and polls with (RFC 8628 section 3.2). */
        DeviceAuthorization: {
            /** @description The device's own code. */
            device_code: string;
            /** @description The code the user types. */
            user_code: string;
            /**
             * Format: uri
             * @description Where the user types it.
             */
            verification_uri: string;
            /**
             * Format: uri
             * @description The same address with the code in it, for a QR code.
             */
            verification_uri_complete?: string;
            /** @description Seconds until both codes expire. */
            expires_in: number;
            /** @description Seconds to wait between two polls. */
            interval?: number;
        };
        /** @description The code, and the answer on the second page. */
        DeviceCodeForm: {
            /** @description The value the page was given. */
            xsrf: string;
            /** @description The code that the device shows. */
            user_code?: string;
            /** @description Sent by the button that agrees. */
            confirm?: string;
            /** @description Sent by the button that refuses. */
            abort?: string;
        };
        /** @description The parameters of a sign-out. */
        EndSessionForm: {
            /** @description The id token of the user who signs out; without it the page asks first. */
            id_token_hint?: string;
            /** @description Where the browser goes afterwards; must be registered. */
            post_logout_redirect_uri?: string;
            /** @description Returned unchanged. */
            state?: string;
            /** @description The client, when there is no id token at hand. */
            client_id?: string;
            /** @description A hint at the user; has no effect. */
            logout_hint?: string;
            /** @description Languages for the page, best first, separated by blanks. */
            ui_locales?: string;
        };
        /** @description The user's answer. */
        ConfirmEndSessionForm: {
            /** @description The value the page was given. */
            xsrf: string;
            /** @description Sent by the button that signs out everywhere in this browser. */
            logout?: string;
        };
        /** @description The authorization request to go on with, an address below this server. */
        ReturnUrl: string;
        /** @description The value the page was given, to prove that the form came from it. */
        RequestVerificationToken: string;
        /** @description The fields of the sign-in page. */
        LoginForm: {
            /** @description User name, e-mail address or phone number. */
            username: string;
            /** @description The password. */
            password: string;
            ReturnUrl?: components["schemas"]["ReturnUrl"];
            /**
             * @description Stay signed in after the browser is closed.
             * @enum {string}
             */
            RememberLogin?: "true" | "false" | "on";
            /**
             * @description The terms of service are accepted.
             * @enum {string}
             */
            Agreement?: "true" | "false" | "on";
            /** @description The client the user came from. */
            ClientId?: string;
            __RequestVerificationToken: components["schemas"]["RequestVerificationToken"];
        };
        /** @description The fields of the sign-in form for scripts. */
        UserLoginForm: {
            /**
             * @description The terms of service are accepted.
             * @enum {string}
             */
            Agreement?: "true" | "false";
            /** @description User name, e-mail address or phone number. */
            Username: string;
            /** @description The password, encrypted in blocks, the blocks joined, then base64. */
            Password: string;
            /**
             * @description How the password was encrypted; `RSAES-PKCS1-v1_5` when left out.
             * @enum {string}
             */
            PasswordEncryption?: "RSAES-PKCS1-v1_5" | "RSA-OAEP-256";
            ReturnUrl?: components["schemas"]["ReturnUrl"];
            /**
             * @description Stay signed in after the browser is closed.
             * @enum {string}
             */
            RememberLogin?: "true" | "false";
            /** @description The kind of sign-in; `Pwd` for a password. */
            LoginType?: string;
            /** @description The client the user came from. */
            ClientId?: string;
            /** @description Sent empty. */
            ActUser?: string;
            /** @description Sent empty. */
            ActCorp?: string;
            __RequestVerificationToken: components["schemas"]["RequestVerificationToken"];
        };
        /** @description The sign-in form's answer to a request that could not be taken. */
        LoginRefusal: {
            /**
             * @description The sign-in failed.
             * @constant
             */
            status: 0;
            /** @description The reason, for people. */
            msg: string;
        };
        /** @description The answer of the sign-in form; `status` says how `msg` is to be read. */
        LoginAnswer: {
            /**
             * @description The sign-in failed.
             * @constant
             */
            status: 0;
            /** @description The reason, for people. */
            msg: string | {
                /** @description The reason, for people. */
                value: string;
            };
        } | {
            /**
             * @description The sign-in succeeded.
             * @constant
             */
            status: 1;
            /** @description Where to go next, percent-encoded twice. */
            msg: string;
        } | {
            /**
             * @description Go to another address.
             * @constant
             */
            status: 2;
            /** @description The address. */
            msg: string;
        } | {
            /**
             * @description More is needed.
             * @constant
             */
            status: 3;
            /** @description What is needed, or where to do it. */
            msg: string;
        };
        /** @description The user's answer. */
        ConsentForm: {
            /**
             * @description What the user chose.
             * @enum {string}
             */
            decision: "allow" | "deny";
            ReturnUrl: components["schemas"]["ReturnUrl"];
            __RequestVerificationToken: components["schemas"]["RequestVerificationToken"];
        };
        /** @description The error answer of the account endpoints. */
        EnvelopeError: {
            /** @description A number from the table of return codes. */
            status: number;
            /** @description A sentence for people, in their language. */
            message: string;
            /** @description The symbolic name that belongs to the number. */
            error: string;
            /** @description Always null. */
            data: null;
        };
    };
    responses: {
        /** @description Any other failure. */
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
        /** @description Any other failure. */
        BrowserFailure: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/html": components["schemas"]["Page"];
                "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description With `response_mode=form_post`, a page that posts the answer to `redirect_uri` by itself. */
        FormPostAnswer: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/html": components["schemas"]["Page"];
            };
        };
        /** @description The browser is sent to the sign-in page, or back to the client with the answer. */
        AuthorizationRedirect: {
            headers: {
                /**
                 * @description The sign-in page, or `redirect_uri` with `code`, `state`, `iss` and `session_state`, or with `error`.
                 * @example http://localhost:5173/login/callback/?code=SplxlOBeZQQYbYS6WxSbIA-8s2Yd7nVqKfRw3TzLmXo&state=af0ifjsldkj&iss=https%3A%2F%2Faccounts.example.com
                 */
                Location: string;
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The request is malformed or its step is unknown; nothing is sent back to the client's address. */
        BrowserInvalidRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/html": components["schemas"]["Page"];
                "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description The request body is too large. */
        PagePayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/html": components["schemas"]["Page"];
            };
        };
        /** @description The request body is not a form. */
        PageUnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/html": components["schemas"]["Page"];
            };
        };
        /** @description This step is unknown or has expired. */
        BrowserNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/html": components["schemas"]["Page"];
                "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description The request, the grant or the scope is refused (RFC 6749 section 5.2, RFC 8628 section 3.5). */
        OAuthTokenRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description The client could not be authenticated (RFC 6749 section 5.2). */
        OAuthInvalidClient: {
            headers: {
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
        /** @description The request body has another media type than documented. */
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
        /** @description No valid access token was presented (RFC 6750 section 3.1). */
        OAuthInvalidToken: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWWAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description The access token lacks a scope (RFC 6750 section 3.1). */
        OAuthInsufficientScope: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWWAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description The browser is sent on. */
        Continue: {
            headers: {
                Location: components["headers"]["Location"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Any other failure. */
        PageFailure: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/html": components["schemas"]["Page"];
            };
        };
        /** @description The request is malformed; the page says so. */
        PageInvalidRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/html": components["schemas"]["Page"];
            };
        };
        /** @description The form was not sent from this site's own page, or the browser refused its cookie. */
        PageForbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/html": components["schemas"]["Page"];
            };
        };
        /** @description Too many requests in a short time. */
        PageTooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "text/html": components["schemas"]["Page"];
            };
        };
        /** @description Any other failure. */
        LoginFailure: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["LoginRefusal"];
            };
        };
        /** @description The form is malformed. */
        LoginInvalidRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["LoginRefusal"];
            };
        };
        /** @description The form was not sent from this site's own page. */
        LoginForbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["LoginRefusal"];
            };
        };
        /** @description The request body is too large. */
        LoginPayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["LoginRefusal"];
            };
        };
        /** @description The request body is not a form. */
        LoginUnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["LoginRefusal"];
            };
        };
        /** @description Too many attempts for this account or from this address. */
        LoginTooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["LoginRefusal"];
            };
        };
        /** @description Any failure. */
        EnvelopeFailure: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EnvelopeError"];
            };
        };
        /** @description The request is malformed. */
        EnvelopeInvalidRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EnvelopeError"];
            };
        };
    };
    parameters: {
        /**
         * @description The id of the suspended authorization request.
         * @example hQ9Jd0Wq3nB2
         */
        InteractionId: string;
        /**
         * @description Languages for the page, best first, separated by blanks (BCP 47).
         * @example zh-CN en
         */
        UiLocales: string;
        /**
         * @description The authorization request to go on with, an address below this server.
         * @example /connect/authorize/hQ9Jd0Wq3nB2
         */
        ReturnUrl: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Seconds to wait before the next attempt.
         * @example 30
         */
        RetryAfter: number;
        /**
         * @description How to authenticate here, and what was wrong (RFC 6750 section 3, RFC 7235 section 4.1).
         * @example Bearer realm="https://accounts.example.com", error="invalid_token"
         */
        WWWAuthenticate: string;
        /**
         * @description Where the browser goes next.
         * @example /Account/Login?ReturnUrl=%2Fconnect%2Fauthorize%2FhQ9Jd0Wq3nB2
         */
        Location: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getServiceConfiguration: {
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
                    "application/json": components["schemas"]["ServiceConfiguration"];
                };
            };
            400: components["responses"]["OAuthInvalidRequest"];
            default: components["responses"]["OAuthFailure"];
        };
    };
    getJsonWebKeySet: {
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
            default: components["responses"]["OAuthFailure"];
        };
    };
    requestAuthorization: {
        parameters: {
            query: {
                /**
                 * @description What is asked for; `code` is the one every client uses.
                 * @example code
                 */
                response_type: string;
                /**
                 * @description The registered client.
                 * @example TestClient
                 */
                client_id: string;
                /**
                 * @description Where the answer goes; must be registered, letter by letter.
                 * @example http://localhost:5173/login/callback/
                 */
                redirect_uri: string;
                /**
                 * @description Names of scopes, separated by blanks.
                 * @example openid profile offline_access ZMS.UserDetails.Read
                 */
                scope: string;
                /**
                 * @description Returned unchanged; binds the answer to the browser that asked.
                 * @example af0ifjsldkj
                 */
                state?: string;
                /**
                 * @description The hash of `code_verifier` (RFC 7636); public clients must send it.
                 * @example E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM
                 */
                code_challenge?: string;
                /**
                 * @description How the challenge was made.
                 * @example S256
                 */
                code_challenge_method?: "S256";
                /**
                 * @description Returned in the id token.
                 * @example n-0S6_WzA2Mj
                 */
                nonce?: string;
                /**
                 * @description How the answer travels.
                 * @example query
                 */
                response_mode?: "query" | "fragment" | "form_post";
                /**
                 * @description `none`, or any of `login` and `consent`, separated by blanks.
                 * @example login
                 */
                prompt?: string;
                /**
                 * @description The kind of page that is wanted.
                 * @example page
                 */
                display?: "page" | "popup" | "touch" | "wap";
                /**
                 * @description How many seconds ago the user may have signed in at most.
                 * @example 3600
                 */
                max_age?: string;
                /**
                 * @description Languages for the page, best first, separated by blanks.
                 * @example zh-CN en
                 */
                ui_locales?: string;
                /**
                 * @description Languages for claim values; has no effect.
                 * @example zh-CN
                 */
                claims_locales?: string;
                /**
                 * @description An earlier id token of the user who is expected.
                 * @example eyJhbGciOiJSUzI1NiJ9.e30.c2ln
                 */
                id_token_hint?: string;
                /**
                 * @description What the sign-in page fills in as the user name.
                 * @example testUserName
                 */
                login_hint?: string;
                /**
                 * @description Authentication context classes, best first.
                 * @example urn:mace:incommon:iap:silver
                 */
                acr_values?: string;
                /**
                 * @description The API the token is for (RFC 8707); the account API when left out.
                 * @example https://accounts.example.com
                 */
                resource?: string;
                /**
                 * @description An extra value that one site sends; has no effect.
                 * @example login_time_1719365386
                 */
                token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["FormPostAnswer"];
            303: components["responses"]["AuthorizationRedirect"];
            400: components["responses"]["BrowserInvalidRequest"];
            default: components["responses"]["BrowserFailure"];
        };
    };
    submitAuthorizationRequest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["AuthorizationForm"];
            };
        };
        responses: {
            200: components["responses"]["FormPostAnswer"];
            303: components["responses"]["AuthorizationRedirect"];
            400: components["responses"]["BrowserInvalidRequest"];
            413: components["responses"]["PagePayloadTooLarge"];
            415: components["responses"]["PageUnsupportedMediaType"];
            default: components["responses"]["BrowserFailure"];
        };
    };
    resumeAuthorization: {
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
            200: components["responses"]["FormPostAnswer"];
            303: components["responses"]["AuthorizationRedirect"];
            400: components["responses"]["BrowserInvalidRequest"];
            404: components["responses"]["BrowserNotFound"];
            default: components["responses"]["BrowserFailure"];
        };
    };
    issueToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["AuthorizationCodeGrant"] | components["schemas"]["RefreshTokenGrant"] | components["schemas"]["ClientCredentialsGrant"] | components["schemas"]["PasswordGrant"] | components["schemas"]["DeviceCodeGrant"];
            };
        };
        responses: {
            /** @description The tokens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenResponse"];
                };
            };
            400: components["responses"]["OAuthTokenRefused"];
            401: components["responses"]["OAuthInvalidClient"];
            413: components["responses"]["OAuthPayloadTooLarge"];
            415: components["responses"]["OAuthUnsupportedMediaType"];
            429: components["responses"]["OAuthTooManyRequests"];
            default: components["responses"]["OAuthFailure"];
        };
    };
    getUserInfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The claims. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserInfo"];
                };
            };
            400: components["responses"]["OAuthInvalidRequest"];
            401: components["responses"]["OAuthInvalidToken"];
            403: components["responses"]["OAuthInsufficientScope"];
            default: components["responses"]["OAuthFailure"];
        };
    };
    submitUserInfoRequest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["UserInfoForm"];
            };
        };
        responses: {
            /** @description The claims. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserInfo"];
                };
            };
            400: components["responses"]["OAuthInvalidRequest"];
            401: components["responses"]["OAuthInvalidToken"];
            403: components["responses"]["OAuthInsufficientScope"];
            413: components["responses"]["OAuthPayloadTooLarge"];
            415: components["responses"]["OAuthUnsupportedMediaType"];
            default: components["responses"]["OAuthFailure"];
        };
    };
    introspectToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenForm"];
            };
        };
        responses: {
            /** @description The state of the token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Introspection"];
                };
            };
            400: components["responses"]["OAuthInvalidRequest"];
            401: components["responses"]["OAuthInvalidClient"];
            413: components["responses"]["OAuthPayloadTooLarge"];
            415: components["responses"]["OAuthUnsupportedMediaType"];
            default: components["responses"]["OAuthFailure"];
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenForm"];
            };
        };
        responses: {
            /** @description The token is not valid any more, or never was. The answer has no content. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["OAuthInvalidRequest"];
            401: components["responses"]["OAuthInvalidClient"];
            413: components["responses"]["OAuthPayloadTooLarge"];
            415: components["responses"]["OAuthUnsupportedMediaType"];
            default: components["responses"]["OAuthFailure"];
        };
    };
    requestDeviceAuthorization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["DeviceAuthorizationForm"];
            };
        };
        responses: {
            /** @description The codes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceAuthorization"];
                };
            };
            400: components["responses"]["OAuthInvalidRequest"];
            401: components["responses"]["OAuthInvalidClient"];
            413: components["responses"]["OAuthPayloadTooLarge"];
            415: components["responses"]["OAuthUnsupportedMediaType"];
            default: components["responses"]["OAuthFailure"];
        };
    };
    showDevicePage: {
        parameters: {
            query?: {
                /**
                 * @description The code, when the address from a QR code carries it.
                 * @example WDJB-MJHT
                 */
                user_code?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": components["schemas"]["Page"];
                };
            };
            400: components["responses"]["BrowserInvalidRequest"];
            default: components["responses"]["BrowserFailure"];
        };
    };
    submitDeviceCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["DeviceCodeForm"];
            };
        };
        responses: {
            /** @description The next page of the flow; an unknown code is asked for again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": components["schemas"]["Page"];
                };
            };
            303: components["responses"]["Continue"];
            400: components["responses"]["BrowserInvalidRequest"];
            413: components["responses"]["PagePayloadTooLarge"];
            415: components["responses"]["PageUnsupportedMediaType"];
            default: components["responses"]["BrowserFailure"];
        };
    };
    resumeDevice: {
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
            /** @description The device may go on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": components["schemas"]["Page"];
                };
            };
            303: components["responses"]["Continue"];
            400: components["responses"]["BrowserInvalidRequest"];
            404: components["responses"]["BrowserNotFound"];
            default: components["responses"]["BrowserFailure"];
        };
    };
    endSession: {
        parameters: {
            query?: {
                /**
                 * @description The id token of the user who signs out; without it the page asks first.
                 * @example eyJhbGciOiJSUzI1NiJ9.e30.c2ln
                 */
                id_token_hint?: string;
                /**
                 * @description Where the browser goes afterwards; must be registered.
                 * @example http://localhost:5173/logout/callback/
                 */
                post_logout_redirect_uri?: string;
                /**
                 * @description Returned unchanged.
                 * @example RandomString
                 */
                state?: string;
                /**
                 * @description The client, when there is no id token at hand.
                 * @example TestClient
                 */
                client_id?: string;
                /**
                 * @description A hint at the user; has no effect.
                 * @example testUserName
                 */
                logout_hint?: string;
                /**
                 * @description Languages for the page, best first, separated by blanks.
                 * @example zh-CN en
                 */
                ui_locales?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page that asks, or that signs out by itself. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": components["schemas"]["Page"];
                };
            };
            303: components["responses"]["Continue"];
            400: components["responses"]["BrowserInvalidRequest"];
            default: components["responses"]["BrowserFailure"];
        };
    };
    submitEndSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["EndSessionForm"];
            };
        };
        responses: {
            /** @description The page that asks, or that signs out by itself. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": components["schemas"]["Page"];
                };
            };
            303: components["responses"]["Continue"];
            400: components["responses"]["BrowserInvalidRequest"];
            413: components["responses"]["PagePayloadTooLarge"];
            415: components["responses"]["PageUnsupportedMediaType"];
            default: components["responses"]["BrowserFailure"];
        };
    };
    confirmEndSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["ConfirmEndSessionForm"];
            };
        };
        responses: {
            303: components["responses"]["Continue"];
            400: components["responses"]["BrowserInvalidRequest"];
            413: components["responses"]["PagePayloadTooLarge"];
            415: components["responses"]["PageUnsupportedMediaType"];
            default: components["responses"]["BrowserFailure"];
        };
    };
    showSignedOut: {
        parameters: {
            query?: {
                /**
                 * @description The client the user came from.
                 * @example TestClient
                 */
                client_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": components["schemas"]["Page"];
                };
            };
            400: components["responses"]["BrowserInvalidRequest"];
            default: components["responses"]["BrowserFailure"];
        };
    };
    getCheckSessionFrame: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The frame. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": components["schemas"]["Page"];
                };
            };
            400: components["responses"]["PageInvalidRequest"];
            default: components["responses"]["PageFailure"];
        };
    };
    showUserCenter: {
        parameters: {
            query?: {
                /**
                 * @description Languages for the page, best first, separated by blanks (BCP 47).
                 * @example zh-CN en
                 */
                ui_locales?: components["parameters"]["UiLocales"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": components["schemas"]["Page"];
                };
            };
            303: components["responses"]["Continue"];
            400: components["responses"]["PageInvalidRequest"];
            default: components["responses"]["PageFailure"];
        };
    };
    checkUserSession: {
        parameters: {
            query: {
                /**
                 * @description The address of the page that listens for the answer.
                 * @example http://localhost:5173/session/listener/
                 */
                returnUrl: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page that sends the answer to the listener. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": components["schemas"]["Page"];
                };
            };
            400: components["responses"]["PageInvalidRequest"];
            default: components["responses"]["PageFailure"];
        };
    };
    showLoginPage: {
        parameters: {
            query?: {
                /**
                 * @description The authorization request to go on with, an address below this server.
                 * @example /connect/authorize/hQ9Jd0Wq3nB2
                 */
                ReturnUrl?: components["parameters"]["ReturnUrl"];
                /**
                 * @description Languages for the page, best first, separated by blanks (BCP 47).
                 * @example zh-CN en
                 */
                ui_locales?: components["parameters"]["UiLocales"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": components["schemas"]["Page"];
                };
            };
            303: components["responses"]["Continue"];
            400: components["responses"]["PageInvalidRequest"];
            default: components["responses"]["PageFailure"];
        };
    };
    submitLoginForm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["LoginForm"];
            };
        };
        responses: {
            /** @description The page again, with the reason. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": components["schemas"]["Page"];
                };
            };
            303: components["responses"]["Continue"];
            400: components["responses"]["PageInvalidRequest"];
            403: components["responses"]["PageForbidden"];
            413: components["responses"]["PagePayloadTooLarge"];
            415: components["responses"]["PageUnsupportedMediaType"];
            429: components["responses"]["PageTooManyRequests"];
            default: components["responses"]["PageFailure"];
        };
    };
    submitUserLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["UserLoginForm"];
            };
        };
        responses: {
            /** @description What to do next. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoginAnswer"];
                };
            };
            400: components["responses"]["LoginInvalidRequest"];
            403: components["responses"]["LoginForbidden"];
            413: components["responses"]["LoginPayloadTooLarge"];
            415: components["responses"]["LoginUnsupportedMediaType"];
            429: components["responses"]["LoginTooManyRequests"];
            default: components["responses"]["LoginFailure"];
        };
    };
    showConsentPage: {
        parameters: {
            query?: {
                /**
                 * @description The authorization request to go on with, an address below this server.
                 * @example /connect/authorize/hQ9Jd0Wq3nB2
                 */
                ReturnUrl?: components["parameters"]["ReturnUrl"];
                /**
                 * @description Languages for the page, best first, separated by blanks (BCP 47).
                 * @example zh-CN en
                 */
                ui_locales?: components["parameters"]["UiLocales"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": components["schemas"]["Page"];
                };
            };
            303: components["responses"]["Continue"];
            400: components["responses"]["PageInvalidRequest"];
            default: components["responses"]["PageFailure"];
        };
    };
    submitConsent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["ConsentForm"];
            };
        };
        responses: {
            303: components["responses"]["Continue"];
            400: components["responses"]["PageInvalidRequest"];
            403: components["responses"]["PageForbidden"];
            413: components["responses"]["PagePayloadTooLarge"];
            415: components["responses"]["PageUnsupportedMediaType"];
            default: components["responses"]["PageFailure"];
        };
    };
    getLoginPublicKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key, as a JSON string. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
}
