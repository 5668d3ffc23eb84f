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
         *     - `password`: tokens for a user name and password, only for back-end services that are marked for it. One that is marked
         *       for that, too, sends the address of the person's device as `user_address`, so that limits are the person's own and
         *       not those of all its users together.
         *     - `urn:ietf:params:oauth:grant-type:device_code`: tokens for a device once its user has agreed elsewhere.
         */
        post: operations["issueToken"];
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
         * @description Shows who is signed in here and which third-party clients they allowed to use the account, with buttons to take that back and to sign out; without a session the browser is sent to the sign-in page.
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
    "/usercenter/allowed/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back what a client was allowed
         * @description The form of the account page. Ends what the user has allowed the client: its refresh tokens are gone, its access tokens are refused at once, and it has to ask again.
         */
        post: operations["revokeAllowance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/usercenter/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the profile page
         * @description The page where the user changes names, picture, language and date of birth.
         */
        get: operations["showProfilePage"];
        put?: never;
        /**
         * Send the profile page
         * @description Changes the profile, or shows the page again with what is wrong beside its field.
         */
        post: operations["submitProfile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/usercenter/profile/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the picture of the profile page
         * @description Takes the picture as `uploadProfileImage` does, from a form that needs no script.
         */
        post: operations["submitProfilePicture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/usercenter/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show where the user is signed in
         * @description Lists the browsers in which the user is signed in, with buttons that end each of them, or all others.
         */
        get: operations["showSessionsPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/usercenter/sessions/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out in another browser
         * @description Ends one session of the user, or without one all others: browsers are signed out at once, and the tokens that applications got there are refused, refresh tokens too.
         */
        post: operations["endUserSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/usercenter/signins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show recent sign-ins
         * @description Lists attempts to sign in to the account, the latest first, twenty on a page.
         */
        get: operations["showSignInsPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/usercenter/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the page for one's own data
         * @description Says what the download holds and asks for the password.
         */
        get: operations["showOwnDataPage"];
        put?: never;
        /**
         * Download one's own data
         * @description Answers with everything that is kept about the user, as a JSON file, once the password was given in the last five minutes; otherwise shows the page again. The latest 1,000 records of each kind.
         */
        post: operations["getOwnData"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/usercenter/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the page that closes the account
         * @description Says what happens when the account is closed, and asks for the password.
         */
        get: operations["showCloseAccountPage"];
        put?: never;
        /**
         * Close the account
         * @description Signs the user out everywhere at once and ends every token. When the time for second thoughts is over, personal data is erased; whoever signs in before that keeps the account.
         */
        post: operations["submitAccountClosure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/usercenter/security/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the page that changes the password
         * @description Asks for the present password, unless it was given in the last five minutes, and for a new one.
         */
        get: operations["showChangePasswordPage"];
        put?: never;
        /**
         * Change the password
         * @description Changes the password and signs the user out in all other browsers; refresh tokens, access tokens and codes end too.
         */
        post: operations["submitNewPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/usercenter/security/{contact}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the page that changes a number or address
         * @description Asks for another phone number or mail address, and for the password.
         */
        get: operations["showContactPage"];
        put?: never;
        /**
         * Send a code to another number or address
         * @description Sends a code there and asks for it. It proves that number or address for this user and for nothing else.
         */
        post: operations["submitContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/usercenter/security/{contact}/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take over the proven number or address
         * @description Takes the code and changes the number or address; the owner is told at the old and the new one.
         */
        post: operations["submitContactCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Account/Register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the registration page
         * @description Asks for a phone number or mail address; 404 where registration is switched off.
         */
        get: operations["showRegistrationPage"];
        put?: never;
        /**
         * Begin a registration
         * @description Sends a code to the number or address. The answer is the same when it has an account already; its owner is told then.
         */
        post: operations["submitRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Account/Register/Complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete a registration
         * @description Takes the code and makes the account, linked with the third party that the person came from; they are signed in and go on to the application that asked.
         */
        post: operations["submitRegistrationCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Account/ForgotPassword": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the page for a forgotten password
         * @description Asks for the phone number or mail address of the account.
         */
        get: operations["showForgottenPasswordPage"];
        put?: never;
        /**
         * Ask for another password
         * @description Sends a code to the number or address if it is of an account. The answer is the same when it is of none.
         */
        post: operations["submitForgottenPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Account/ResetPassword": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set another password with a code
         * @description Takes the code and sets the password; every session, token and code of the user ends.
         */
        post: operations["submitPasswordReset"];
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
         * @description The plain form of the page, which needs no script. Goes on with the authorization request, or shows the page again with the reason. After several wrong passwords the page shows a slider captcha, and the next form has to bring it.
         */
        post: operations["submitLoginForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Account/LoginByCode": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the page to sign in by code
         * @description The sign-in page leads here. It asks for a phone number or e-mail address that a code is to go to.
         */
        get: operations["showCodeLoginPage"];
        put?: never;
        /**
         * Ask for a code, or sign in with it
         * @description Without `code`, sends one if an account has that phone number or e-mail address, and shows the field for it; the page is the same if nobody has. With `code`, goes on with the authorization request, or shows the page again with the reason. Needs no script.
         */
        post: operations["submitCodeLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Account/SecondFactor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the page of the second factor
         * @description For an application that demands a second factor: the sign-in page leads here, and so does an authorization request of a user who is signed in without one. Says which number a code goes to, partly hidden.
         */
        get: operations["showSecondFactor"];
        put?: never;
        /**
         * Ask for the code of the second factor, or send it
         * @description With `send`, sends a code to the user's own number, under the limits of all codes, and shows the field for it. Without, takes `code`: goes on with the sign-in, or shows the page again with the reason. A code works once.
         */
        post: operations["submitSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Account/NewPassword": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the page for a password that has expired, or soon will
         * @description The sign-in page leads here when the password is too old for the application, has to be changed by decision of an administrator, or ends soon. In the last case the user may go on with it.
         */
        get: operations["showPasswordStep"];
        put?: never;
        /**
         * Set a new password, or go on with the old one
         * @description Sets the new password of a user who gives the old one, ends everything that was signed in with it, and goes on with the sign-in. With `later`, goes on without, where the password has not expired yet.
         */
        post: operations["submitPasswordStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Account/Denied": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show that somebody may not enter an application
         * @description For an application that lets in only users who have an account of it, and for one that demands a second factor of a user who has no number. Nobody is signed in by it. Leads to the sign-in page, for another account, and back.
         */
        get: operations["showAccessDenied"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Account/Logos/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the logo of an application
         * @description What the hosted pages show beside the name of an application. It is served from here, so that no page loads anything from elsewhere, and its name is the hash of its content, so that it may be kept for a year.
         */
        get: operations["getApplicationLogo"];
        put?: never;
        post?: never;
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
         * @description The form behind the sign-in page for scripts; the password is encrypted with the key of `/Common/Getpubkeys`. See the answer for the meaning of `status`. After several wrong passwords the answer has `status` 2 and the address of the sign-in page, which asks for a captcha; where something is due first, such as a new password, that of the page for it.
         */
        post: operations["submitUserLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Account/ExternalLogin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Go to a third party to sign in
         * @description The button of the sign-in page. Sends the browser to the provider's page, where the user scans a code; the provider sends it back to the call-back.
         */
        get: operations["startExternalSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Account/ExternalLogin/Callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Come back from a third party
         * @description Where WeChat and WeCom send the browser. Each `state` works once, within ten minutes, in the browser that was sent away. Whoever is known is signed in; whoever is not is asked which account is theirs.
         */
        get: operations["receiveExternalSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Account/ExternalLogin/Bind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the page that links a third-party login
         * @description For a login at a third party that no account has yet. The user signs in with a password, and the account gets it.
         */
        get: operations["showExternalBinding"];
        put?: never;
        /**
         * Send the page that links a third-party login
         * @description Signs in with the limits and answers of the sign-in page, links the login, and goes on.
         */
        post: operations["submitExternalBinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/usercenter/externalLogins/bind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Go to a third party to link a login
         * @description The link of the account page. Asks for the password where it was not given lately; then the browser goes to the provider's page, and comes back to the account page.
         */
        get: operations["bindExternalLogin"];
        put?: never;
        /**
         * Give the password, and go to a third party to link a login
         * @description The form that the link leads to where the password is needed.
         */
        post: operations["confirmExternalLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/usercenter/externalLogins/unbind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unlink a third-party login
         * @description The form of the account page; asks for the password of whoever has one and did not give it lately. The last way to sign in cannot be taken away.
         */
        post: operations["unbindExternalLogin"];
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
    "/Account/Select": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the choice of an account
         * @description Shown to a signed-in user when the client asks with `prompt=select_account`.
         */
        get: operations["showAccountChoice"];
        put?: never;
        /**
         * Send the choice of an account
         * @description The authorization request goes on with the account, or with the sign-in page for another one.
         */
        post: operations["submitAccountChoice"];
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
         * @description The claims about the user of an access token (OpenID Connect Core 1.0 section 5.3); which ones depends on the scope. New clients read the account endpoints instead. The page asks for the scope `profile`; the standard asks for `openid`, and either will do.
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
    "/api/v1.0/user/basic": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get basic user information
         * @description The basic information of the user whom the access token stands for.
         */
        get: operations["getUserBasic"];
        put?: never;
        /**
         * Edit basic user information
         * @description Changes the fields that are sent and answers with the user as it is now. A user may change the own user name three times.
         */
        post: operations["updateUserBasic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/user/profileImage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Edit the avatar
         * @description Takes a PNG, JPEG or WebP picture of at most 5 MiB (5,242,880 bytes); its longer side may have at most 8192 pixels. It is drawn anew: upright, as a square of 512 pixels cut from its middle, without what cameras write beside it; of an animation the first frame. The answer has its new address. The picture before can be read for another day.
         */
        post: operations["uploadProfileImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/profileImages/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an avatar
         * @description The picture at the address that `profileImage` and the claim `picture` tell; anybody may read it who knows the address, which nobody can guess. A picture never changes, so it may be kept for a year: another picture has another address. With `If-None-Match` the answer may be 304 (RFC 9110 section 13.1.2).
         */
        get: operations["getProfileImage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/user/details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get user details
         * @description All details of the user whom the access token stands for.
         */
        get: operations["getUserDetails"];
        put?: never;
        /**
         * Edit user details
         * @description Changes the fields that are sent, also single ones inside `address` and `jobInfo`, and answers with the user as it is now.
         */
        post: operations["updateUserDetails"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/user/externalLogins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the user's third-party bindings
         * @description The logins at providers that the user has bound to the account.
         */
        get: operations["listUserExternalLogins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/user/receiveInfo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get notification settings
         * @description Whether the user agreed to be told about products by phone and by e-mail; null when never asked.
         */
        get: operations["getReceiveInfo"];
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
    "/api/v1.0/user/clientConfig": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the configuration of a client by GUID
         * @description The public part of the client with this GUID. See also the public call that takes a client id.
         */
        get: operations["getUserClientConfiguration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/user/modifyCounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get how often user information was changed
         * @description How often each piece of the account was changed since it was made.
         */
        get: operations["getModificationCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/usercenter/security": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the account security page
         * @description The page where the user changes password, phone number, e-mail address and bindings. Open it in the browser as a page; without a session the browser is sent to the sign-in page.
         */
        get: operations["showSecurityPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/user/ip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the current IP information of the user
         * @description The address this request came from, and where that is as far as known. The page calls it in development.
         */
        get: operations["getCurrentIp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/user/verificationCode": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a verification code
         * @description Sends a code by text message or e-mail: `VerifyIdentity` to the contact of the account, `ChangePhone` and `ChangeEmail` to the new one that is to be bound. A code proves the number or address that it was sent to, for its purpose and its user; it is good once, for ten minutes and five attempts, and the next one takes its place. The page does not say who may call it; here it is the signed-in user.
         */
        post: operations["sendVerificationCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/user/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the phone number or e-mail address
         * @description Binds a new phone number or e-mail address with the code that was sent to it. An account that has a contact needs a second code, sent to that contact, so that a token alone takes over no account. Both codes are used up together or not at all. The owner is told at the old contact and at the new one.
         */
        post: operations["changeContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/user/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Receive the user's service messages
         * @description A stream of Server-Sent Events: the messages that were pushed to the user and are kept still, the oldest first, then
         *     each new one as it comes. Messages are kept for 7 days, of one user the newest 1,000. Every client of the user receives
         *     all of them, each for itself.
         *
         *     An event has `id` and `data`, a `UserMessage`. Whoever comes back sends the id of the last event as `Last-Event-ID`
         *     and gets what follows it, in order and without a gap. Lines that begin with `:` are heart-beats, one every 15
         *     seconds: who hears nothing for 45 seconds opens the stream again.
         *
         *     The stream ends when the server stops, when a reader takes nothing for 30 seconds, and when the right of the caller
         *     ends (the token expires or is revoked, the sign-in is ended, the user or the client is disabled): 15 seconds after
         *     that at the latest, and no message that is pushed after it is sent. One sign-in can have 4 streams open at a server
         *     process, one user 20; another one is refused with 429.
         */
        get: operations["receiveUserMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/trusted/users/guids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List user GUIDs
         * @description The GUIDs of all users, page by page, oldest first.
         */
        get: operations["listUserGuids"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/users/guids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look up user GUIDs
         * @description Finds users by user name, phone number or e-mail address; one answer per look-up, in request order.
         */
        post: operations["findUserGuids"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/users/details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get the details of many users
         * @description One answer per GUID, in request order.
         */
        post: operations["queryUserDetails"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/users/externalLogins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get the third-party bindings of many users
         * @description One answer per GUID, in request order.
         */
        post: operations["queryExternalLogins"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/users/externalLoginDetails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find users by external login
         * @description Finds the users whom these logins at providers belong to. A login that belongs to nobody is missing in the answer.
         */
        post: operations["findUsersByExternalLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/users/inviteUsers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create users
         * @description Creates users; one answer per user, in request order, and one that fails leaves the others alone. When phone number or e-mail address belong to a user already, `userInfo` describes that one. The request spells the dialling code `ITC`, the answer `itc`.
         */
        post: operations["createUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/trusted/users/loginRecords": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List recent sign-ins
         * @description Sign-ins of all users or of one, newest first, of the last 90 days. Times and days may be given together; all must fit. A day is the whole day in `timeZone`: the same first and last day is that day alone.
         */
        get: operations["listLoginRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/trusted/users/externalLogins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add third-party bindings
         * @description Binds logins at providers to users; one answer per login, in request order. A login that is bound to this user already is no failure. One whose ids belong to another user, or to two, is bound to nobody, and nothing is moved.
         */
        post: operations["addExternalLogins"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/trusted/users/details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Edit the details of many users
         * @description Changes at most 500 users; fields that are not sent stay as they are. One answer per user, in request order, and one that fails leaves the others alone. A user who is sent twice is changed by both, the later over the earlier. The page calls it in testing.
         */
        post: operations["updateUsersDetails"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/trusted/corps/refreshDepartments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refresh the departments of an enterprise's users
         * @description Reads the departments of an enterprise again from the provider it is linked to. It may go on in the background; asked again meanwhile, it answers with the same refreshing. The page calls it in testing.
         */
        post: operations["refreshDepartments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/trusted/mns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Push a service message
         * @description Sends a message of a service to a user. `content` is a JSON text whose form depends on the type. Every client of the user that listens (`GET /api/v1.0/user/messages`) receives it; it is kept for 7 days for those that come later, of one user the newest 1,000. The page calls it in development.
         */
        post: operations["pushServiceMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/oem/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List OEM users
         * @description The users that this OEM client registered, oldest first.
         */
        get: operations["listOemUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/oem/users/registration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register OEM users
         * @description Creates users without phone number and e-mail address; their user names are made up. One answer per user, in request order.
         */
        post: operations["registerOemUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/oem/users/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Update OEM users
         * @description Changes users that this OEM client registered. One answer per user, in request order; users of others are unknown here.
         */
        post: operations["updateOemUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/oem/users/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete OEM users
         * @description Deletes users that this OEM client registered; the body is the list of GUIDs. One answer per user, in request order, with the user as it was. The example of the page nests the list once more than its schema; this follows the schema.
         */
        delete: operations["deleteOemUsers"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/manage/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List users
         * @description All users, newest first, or those for whom every condition given holds. The conditions are those of an export. `totalNum` is exact for all users, and up to 10,000 for those of conditions; beyond that it is an estimate of more than 10,000. A leap to a far page of conditions that very many fit may be refused (`InvalidRequest`); pages that are read in a row are not.
         */
        get: operations["listUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/manage/users/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fetch exported user data
         * @description Sends the address of the data of an export application to the mailbox of the caller, who applied for it, and answers with the downloads so far; the file itself is not in the mail. Somebody else's application answers as if there were none. The page documents status 201. Its example shows export applications instead; this follows its schema.
         */
        get: operations["getUserExport"];
        put?: never;
        /**
         * Apply for a user-data export
         * @description Asks for the data of the users that the filter admits. The application can be fetched once its state is `downloadable`, for seven days. Where the site asks for it, a super administrator other than the applicant approves it first.
         */
        post: operations["applyUserExport"];
        /**
         * Cancel an export application
         * @description Withdraws an application of the caller's; data that was made for it is deleted. Somebody else's answers as if there were none.
         */
        delete: operations["cancelUserExport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/manage/users/export/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List export applications
         * @description The caller's applications with their downloads, newest first; a super administrator gets everybody's.
         */
        get: operations["listExportApplications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/manage/users/export/downloads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List download records
         * @description The caller's downloads, or those of one application, newest first; a super administrator gets everybody's.
         */
        get: operations["listExportDownloads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/usercenter/exports/{guid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download exported user data
         * @description The file, at the address that `getUserExport` has mailed. It asks for sign-in, of whoever applied, who still has to have the role; and it ends with the application. Each download is written down.
         */
        get: operations["getUserExportFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/manage/users/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search users
         * @description Users whose user name, phone number, e-mail address, display name, given or family name holds the keyword, or whose GUID it is, newest first. Of one or two letters or digits (ASCII) it is what one of them begins with. Whatever conditions are given have to hold, too. `totalNum` is exact up to 10,000; beyond that it is an estimate of more than 10,000. A leap to a far page of very many hits may be refused (`InvalidRequest`); pages that are read in a row are not.
         */
        get: operations["searchUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/manage/users/departmentChain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the department-name chain of a user
         * @description The names of the departments above a user, from the top, once per membership, the primary one first. The enterprise is the nearest company above; without one it is the organization at the top.
         */
        get: operations["getDepartmentChain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/manage/users/details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Edit user details in the back office
         * @description Changes the details of one user; fields that are not sent stay as they are. The example of the page leaves out `guid`; it is needed here, as nothing else names the user. Whoever has a role that the caller lacks is not edited (403 `RoleRequired`), unless by a super administrator.
         */
        post: operations["editUserDetails"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/manage/users/security": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Edit user security information
         * @description Changes user name, phone number, e-mail address, password or state of one user; fields that are not sent stay as they are. A new password or another state than `Normal` ends all sessions of the user; their open verification codes end with these and with a new number or address, of which they are told at the old and the new one. Whoever has a role that the caller lacks is not edited (403 `RoleRequired`), unless by a super administrator; nobody edits themselves (403 `Forbidden`): the account centre is for that.
         */
        post: operations["editUserSecurity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/manage/users/unbind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unbind phone, e-mail or third party
         * @description Takes the phone number, the e-mail address or logins at a provider off an account. Somebody without a password is left a number, an address or a login to get in with (422 `LastSignInMethod`). Whom callers may not edit, and that nobody edits themselves, is as for the security information.
         */
        post: operations["unbindUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List role groups
         * @description The role groups that the caller may read, by name: all for a super administrator, for others those that they manage, are in, or have read permission on.
         */
        get: operations["listRoleGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/roles/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a role group
         * @description Creates a role group with its manager; it has no members yet.
         */
        post: operations["createRoleGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/roles/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Update a role group
         * @description Changes display name or description; the name stays. Besides the role, the caller must be a super administrator or the manager of this role group.
         */
        post: operations["updateRoleGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/roles/setManager": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the manager of a role group
         * @description Hands a role group to another manager.
         */
        post: operations["setRoleGroupManager"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/roles/addMembers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add users to a role group
         * @description Adds users to a role group; who is in it already stays. When one user is unknown, nobody is added. Besides the role, the caller must be a super administrator or the manager of this role group. A manager cannot give themselves a role that they do not have, and only a super administrator changes who is a super administrator.
         */
        post: operations["addRoleGroupMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/roles/removeMembers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove users from a role group
         * @description Removes users from a role group; who is not in it is passed over. Besides the role, the caller must be a super administrator or the manager of this role group. Only a super administrator changes who is a super administrator, and the last one who can sign in stays.
         */
        post: operations["removeRoleGroupMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/roles/addReaders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give users read permission on a role group
         * @description Lets users read a role group without being in it. When one user is unknown, nobody is added. Besides the role, the caller must be a super administrator or the manager of this role group.
         */
        post: operations["addRoleGroupReaders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/roles/removeReaders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw read permission on a role group
         * @description Withdraws read permission; who has none is passed over. Besides the role, the caller must be a super administrator or the manager of this role group.
         */
        post: operations["removeRoleGroupReaders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/manage/corps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create or edit an enterprise
         * @description Without `guid` creates an enterprise, with it edits one; fields that are not sent stay as they are.
         */
        post: operations["saveCorp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/manage/corps/externalLink": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create or edit an enterprise's third-party link
         * @description Links an enterprise to a provider, or changes the link; fields that are not sent stay as they are. Secrets are kept encrypted and never answered. With another `externalID` the link begins anew: what was kept of the former enterprise of the provider, its secrets among it, is forgotten.
         */
        post: operations["saveCorpExternalLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/wecom/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Answer the address check of WeCom
         * @description WeCom calls this once when the call-back address is set: the answer is the decrypted `echostr`. Named by WeCom's rules for call-backs, not by the page.
         */
        get: operations["verifyWecomCallback"];
        put?: never;
        /**
         * Receive a call-back of WeCom
         * @description WeCom tells about changes in a linked enterprise: an encrypted XML text with a signature over it. The page names only the method; parameters, body and answer follow WeCom's rules for call-backs.
         */
        post: operations["receiveWecomCallback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1.0/clients/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the configuration of a client
         * @description The public part of the client with this client id; for pages that must show whom the user signs in for.
         */
        get: operations["getClientConfiguration"];
        put?: never;
        post?: never;
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
            /** @description `none`, or any of `login`, `consent` and `select_account`, separated by blanks. */
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
            /** @description The IPv4 or IPv6 address that the person asks from, as the back-end sees it: attempts are limited and recorded under it instead of the back-end's own. Only for clients that are marked for it (`user_address_allowed`); others are refused with `unauthorized_client`. */
            user_address?: string;
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
        /** @description An object without fields. */
        Empty: Record<string, never>;
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
        /** @description The value the page was given, to prove that the form came from it. */
        RequestVerificationToken: string;
        /** @description What is taken back. */
        TakeBackForm: {
            /** @description The client that shall use the account no more. */
            client_id: string;
            __RequestVerificationToken: components["schemas"]["RequestVerificationToken"];
        };
        /** @description The fields of the profile page; an empty one removes what was there. */
        ProfileForm: {
            /** @description The name that others see. */
            displayName?: string;
            /** @description Given name. */
            firstName?: string;
            /** @description Family name. */
            lastName?: string;
            /** @description Preferred language (BCP 47). */
            preferredLanguage?: string;
            /** @description Date of birth, year first. */
            dateOfBirth?: string;
            __RequestVerificationToken: components["schemas"]["RequestVerificationToken"];
        };
        /** @description The picture of the profile page. */
        PictureForm: {
            /**
             * Format: binary
             * @description A PNG, JPEG or WebP picture of at most 5 MiB.
             */
            file: string;
            __RequestVerificationToken: components["schemas"]["RequestVerificationToken"];
        };
        /** @description What is ended. */
        EndSessionsForm: {
            /** @description The session; all others than this browser's when left out. */
            session?: string;
            __RequestVerificationToken: components["schemas"]["RequestVerificationToken"];
        };
        /** @description The present password; not asked for again within five minutes. */
        ProofPassword: string;
        /** @description An act that needs the password. */
        ConfirmedForm: {
            password?: components["schemas"]["ProofPassword"];
            __RequestVerificationToken: components["schemas"]["RequestVerificationToken"];
        };
        /**
         * Address
         * @description A postal address, as answered.
         */
        Address: {
            /** @description Street and number. */
            street: string | null;
            /** @description Postal code. */
            postalCode: string | null;
            /** @description City. */
            city: string | null;
            /** @description Province. */
            provinceName: string | null;
            /** @description Country. */
            countryName: string | null;
            /** @description Country code (ISO 3166-1 alpha-2). */
            countryCode: string | null;
        };
        /**
         * JobInfo
         * @description Where the user works, as answered.
         */
        JobInfo: {
            /** @description Company. */
            company: string | null;
            /** @description Industry. */
            industry: string | null;
            /** @description Department. */
            department: string | null;
            /** @description Position. */
            title: string | null;
        };
        /**
         * OwnAccount
         * @description The account itself.
         */
        OwnAccount: {
            /**
             * Format: uuid
             * @description The user's GUID.
             */
            guid: string;
            /** @description User name. */
            userName: string;
            /** @description Given name. */
            firstName: string | null;
            /** @description Middle name. */
            middleName: string | null;
            /** @description Family name. */
            lastName: string | null;
            /** @description Display name. */
            displayName: string | null;
            /** @description Address of the picture. */
            profileImage: string | null;
            /** @description Preferred language (BCP 47). */
            preferredLanguage: string;
            /** @description Dialling code. */
            itc: string | null;
            /** @description Phone number. */
            phone: string | null;
            /** @description Whether the number was proven. */
            phoneVerified: boolean;
            /** @description Mail address. */
            email: string | null;
            /** @description Whether the address was proven. */
            emailVerified: boolean;
            /**
             * Format: date
             * @description Date of birth.
             */
            dateOfBirth: string | null;
            address: components["schemas"]["Address"];
            jobInfo: components["schemas"]["JobInfo"];
            /** @description Whether advertising by phone is allowed. */
            isPhoneReceiveInfo: boolean | null;
            /** @description Whether advertising by mail is allowed. */
            isEmailReceiveInfo: boolean | null;
            /** @description What OneAccess and the enterprise know beside. */
            attributes: {
                /** @description Name of the attribute. */
                name: string;
                /** @description Its value, as JSON. */
                value: string;
            }[];
            /**
             * Format: date-time
             * @description Since when.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updatedAt: string;
        };
        /**
         * OwnData
         * @description Everything that is kept about a user, without what is secret.
         */
        OwnData: {
            /**
             * Format: date-time
             * @description When the file was made.
             */
            madeAt: string;
            account: components["schemas"]["OwnAccount"];
            /** @description Third-party accounts that sign in to this one. */
            identities: {
                /** @description Where the third-party account is. */
                provider: string;
                /** @description Its id there. */
                externalId: string | null;
                /** @description Its name there. */
                displayName: string | null;
            }[];
            /** @description Organizations that the user belongs to. */
            organizations: {
                /** @description Name of the organization. */
                name: string;
                /**
                 * Format: date-time
                 * @description Since when.
                 */
                since: string;
            }[];
            /** @description Texts of the operator that the user has accepted. */
            acceptances: {
                /**
                 * @description Which text.
                 * @enum {string}
                 */
                document: "terms" | "privacy";
                /** @description Where it stood. */
                address: string;
                /** @description Its version; empty when it had none. */
                version: string;
                /**
                 * Format: date-time
                 * @description When.
                 */
                acceptedAt: string;
            }[];
            /** @description Browsers in which the user is signed in. */
            sessions: {
                /**
                 * Format: date-time
                 * @description Since when.
                 */
                signedInAt: string;
                /** @description Network address of the browser. */
                address: string | null;
                /** @description How the browser names itself. */
                userAgent: string | null;
            }[];
            /** @description Applications of others that may use the account. */
            allowedApplications: {
                /** @description The application's id. */
                clientId: string;
                /** @description Its name. */
                name: string;
                /** @description What it may do. */
                scopes: string[];
            }[];
            /** @description Attempts to sign in, the latest first. */
            signIns: {
                /**
                 * Format: date-time
                 * @description When.
                 */
                at: string;
                /** @description Whether it succeeded. */
                succeeded: boolean;
                /** @description Why it did not. */
                reason: string | null;
                /** @description How. */
                method: string;
                /** @description Network address. */
                address: string | null;
                /** @description How the browser names itself. */
                userAgent: string | null;
                /** @description The application that asked for it. */
                clientId: string | null;
            }[];
            /** @description What was done to the account, the latest first. */
            events: {
                /**
                 * Format: date-time
                 * @description When.
                 */
                at: string;
                /** @description What was done. */
                action: string;
                /** @description Whether the user did it. */
                byUser: boolean;
            }[];
        };
        /** @description The new password, 8 to 128 characters with a letter and a digit; neither a common one nor made of one's own names. */
        NewPassword: string;
        /** @description A new password. */
        NewPasswordForm: {
            password?: components["schemas"]["ProofPassword"];
            newPassword: components["schemas"]["NewPassword"];
            __RequestVerificationToken: components["schemas"]["RequestVerificationToken"];
        };
        /** @description A phone number or a mail address. */
        Contact: string;
        /**
         * @description Sent by the button that asks for another code.
         * @enum {string}
         */
        Again: "true";
        /** @description The captcha that the page showed; it shows one once there were too many attempts. */
        Captcha: string;
        /** @description Where its piece was put: the left edge, in pixels of the picture. Left out after a wait in place of the picture. */
        CaptchaPosition: string;
        /**
         * @description Sent by the button for people who cannot see the picture; the page then says how long to wait instead.
         * @enum {string}
         */
        CaptchaWait: "true";
        /** @description Another number or address. */
        ContactForm: {
            contact: components["schemas"]["Contact"];
            again?: components["schemas"]["Again"];
            password?: components["schemas"]["ProofPassword"];
            captcha?: components["schemas"]["Captcha"];
            captchaPosition?: components["schemas"]["CaptchaPosition"];
            captchaWait?: components["schemas"]["CaptchaWait"];
            __RequestVerificationToken: components["schemas"]["RequestVerificationToken"];
        };
        /** @description The six digits that were sent there. */
        Code: string;
        /** @description The code that was sent there. */
        ContactCodeForm: {
            contact: components["schemas"]["Contact"];
            code: components["schemas"]["Code"];
            password?: components["schemas"]["ProofPassword"];
            captcha?: components["schemas"]["Captcha"];
            captchaPosition?: components["schemas"]["CaptchaPosition"];
            captchaWait?: components["schemas"]["CaptchaWait"];
            __RequestVerificationToken: components["schemas"]["RequestVerificationToken"];
        };
        /**
         * @description The operator's terms and privacy text are accepted.
         * @enum {string}
         */
        Agreement: "true";
        /** @description The authorization request to go on with, an address below this server. */
        ReturnUrl: string;
        /** @description What the call-back gave the browser. */
        ExternalTicket: string;
        /** @description Where the code is to go. */
        RegistrationForm: {
            contact: components["schemas"]["Contact"];
            again?: components["schemas"]["Again"];
            Agreement?: components["schemas"]["Agreement"];
            ReturnUrl?: components["schemas"]["ReturnUrl"];
            ticket?: components["schemas"]["ExternalTicket"];
            captcha?: components["schemas"]["Captcha"];
            captchaPosition?: components["schemas"]["CaptchaPosition"];
            captchaWait?: components["schemas"]["CaptchaWait"];
            __RequestVerificationToken: components["schemas"]["RequestVerificationToken"];
        };
        /** @description The code and the password of the new account. */
        RegistrationCodeForm: {
            contact: components["schemas"]["Contact"];
            code: components["schemas"]["Code"];
            newPassword: components["schemas"]["NewPassword"];
            Agreement?: components["schemas"]["Agreement"];
            ReturnUrl?: components["schemas"]["ReturnUrl"];
            ticket?: components["schemas"]["ExternalTicket"];
            captcha?: components["schemas"]["Captcha"];
            captchaPosition?: components["schemas"]["CaptchaPosition"];
            captchaWait?: components["schemas"]["CaptchaWait"];
            __RequestVerificationToken: components["schemas"]["RequestVerificationToken"];
        };
        /** @description Whose password it is. */
        ForgottenPasswordForm: {
            contact: components["schemas"]["Contact"];
            again?: components["schemas"]["Again"];
            ReturnUrl?: components["schemas"]["ReturnUrl"];
            captcha?: components["schemas"]["Captcha"];
            captchaPosition?: components["schemas"]["CaptchaPosition"];
            captchaWait?: components["schemas"]["CaptchaWait"];
            __RequestVerificationToken: components["schemas"]["RequestVerificationToken"];
        };
        /** @description The code and the new password. */
        PasswordResetForm: {
            contact: components["schemas"]["Contact"];
            code: components["schemas"]["Code"];
            newPassword: components["schemas"]["NewPassword"];
            ReturnUrl?: components["schemas"]["ReturnUrl"];
            captcha?: components["schemas"]["Captcha"];
            captchaPosition?: components["schemas"]["CaptchaPosition"];
            captchaWait?: components["schemas"]["CaptchaWait"];
            __RequestVerificationToken: components["schemas"]["RequestVerificationToken"];
        };
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
            captcha?: components["schemas"]["Captcha"];
            captchaPosition?: components["schemas"]["CaptchaPosition"];
            captchaWait?: components["schemas"]["CaptchaWait"];
            __RequestVerificationToken: components["schemas"]["RequestVerificationToken"];
        };
        /** @description The fields of the page to sign in by code. */
        CodeLoginForm: {
            /** @description Phone number or e-mail address. */
            username: string;
            /** @description The code; left out, one is sent. */
            code?: string;
            /** @description Sent by the button that asks for another code, whatever is in `code`. */
            again?: string;
            ReturnUrl?: components["schemas"]["ReturnUrl"];
            /**
             * @description Stay signed in after the browser is closed.
             * @enum {string}
             */
            RememberLogin?: "true" | "false" | "on";
            /** @description The client the user came from. */
            ClientId?: string;
            captcha?: components["schemas"]["Captcha"];
            captchaPosition?: components["schemas"]["CaptchaPosition"];
            captchaWait?: components["schemas"]["CaptchaWait"];
            __RequestVerificationToken: components["schemas"]["RequestVerificationToken"];
        };
        /** @description The fields of the page of the second factor. */
        SecondFactorForm: {
            /**
             * @description The code as it was sent.
             * @default
             */
            code: string;
            /** @description Sent by the button that asks for a code, whatever is in `code`. */
            send?: string;
            /** @description What the page was opened with. */
            ticket: string;
            ReturnUrl?: components["schemas"]["ReturnUrl"];
            __RequestVerificationToken: components["schemas"]["RequestVerificationToken"];
        };
        /** @description The fields of the page for a password that has expired. */
        PasswordStepForm: {
            /**
             * @description The old password.
             * @default
             */
            password: string;
            /**
             * @description The new one.
             * @default
             */
            newPassword: string;
            /** @description Sent by the button that goes on without a new password. */
            later?: string;
            /** @description What the page was opened with. */
            ticket: string;
            ReturnUrl?: components["schemas"]["ReturnUrl"];
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
        /** @description The fields of the page. */
        BindingForm: {
            /** @description User name, e-mail address or phone number. */
            username: string;
            /** @description The password. */
            password: string;
            ticket: components["schemas"]["ExternalTicket"];
            captcha?: components["schemas"]["Captcha"];
            captchaPosition?: components["schemas"]["CaptchaPosition"];
            captchaWait?: components["schemas"]["CaptchaWait"];
            __RequestVerificationToken: components["schemas"]["RequestVerificationToken"];
        };
        /** @description Which provider, and the password. */
        BindForm: {
            /**
             * @description The provider.
             * @enum {string}
             */
            provider: "WeChat" | "WeCom";
            password?: components["schemas"]["ProofPassword"];
            __RequestVerificationToken: components["schemas"]["RequestVerificationToken"];
        };
        /** @description Which login. */
        UnbindForm: {
            /**
             * Format: uuid
             * @description The login's id.
             */
            login: string;
            password?: components["schemas"]["ProofPassword"];
            __RequestVerificationToken: components["schemas"]["RequestVerificationToken"];
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
        /** @description The user's choice. */
        ChoiceForm: {
            /**
             * @description Which account is used.
             * @enum {string}
             */
            choice: "continue" | "other";
            ReturnUrl: components["schemas"]["ReturnUrl"];
            __RequestVerificationToken: components["schemas"]["RequestVerificationToken"];
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
        /**
         * @description 0 says that the call succeeded.
         * @constant
         */
        SuccessStatus: 0;
        /** @description `success`. */
        SuccessMessage: string;
        /** @description Always null. */
        NoError: null;
        /**
         * UserBasic
         * @description What every call tells about a user.
         */
        UserBasic: {
            /**
             * Format: uuid
             * @description The user's GUID.
             */
            guid: string;
            /** @description The unique user name. */
            userName: string | null;
            /** @description Given name; `-` for an OEM user without one. */
            firstName: string | null;
            /** @description Family name; `-` for an OEM user without one. */
            lastName: string | null;
            /** @description Display name; masked in the middle when it was made from a phone number. */
            displayName: string | null;
            /**
             * Format: uri
             * @description Address of the picture.
             */
            profileImage: string | null;
            /** @description Preferred language (BCP 47); `zh-CN` unless set. */
            preferredLanguage: string;
            /** @description International dialling code of the phone number; the create call spells it `ITC`. */
            itc: string | null;
            /** @description Phone number without dialling code. */
            phone: string | null;
            /** @description E-mail address. */
            email: string | null;
            /**
             * @description State of the account. Only `Normal` was seen; the other two are ours.
             * @enum {string}
             */
            accountState: "Normal" | "Disabled" | "Locked";
        };
        /**
         * UserBasicAnswer
         * @description The user.
         */
        UserBasicAnswer: {
            status: components["schemas"]["SuccessStatus"];
            message: components["schemas"]["SuccessMessage"];
            error: components["schemas"]["NoError"];
            /** @description The user. */
            data: components["schemas"]["UserBasic"][];
        };
        /**
         * UserBasicUpdate
         * @description The basic information to change; what is left out stays as it is.
         */
        UserBasicUpdate: {
            /** @description The new user name; a user may change it three times, and not to a phone number or mail address other than the own. */
            userName?: string;
            /** @description Given name without invisible characters; null to remove it. */
            firstName?: string | null;
            /** @description Family name without invisible characters; null to remove it. */
            lastName?: string | null;
            /** @description Display name without invisible characters; null to remove it. */
            displayName?: string | null;
            /** @description Preferred language (BCP 47), kept as `zh-CN` when sent as `zh-cn`; null for the default `zh-CN`. */
            preferredLanguage?: string | null;
        };
        /**
         * ProfileImageForm
         * @description The new picture.
         */
        ProfileImageForm: {
            /**
             * Format: binary
             * @description A PNG, JPEG or WebP picture of at most 5 MiB.
             */
            file: string;
        };
        /**
         * UserDetails
         * @description A user with all details.
         */
        UserDetails: {
            /**
             * Format: uuid
             * @description The user's GUID.
             */
            guid: string;
            /** @description The unique user name. */
            userName: string | null;
            /** @description Given name; `-` for an OEM user without one. */
            firstName: string | null;
            /** @description Family name; `-` for an OEM user without one. */
            lastName: string | null;
            /** @description Display name; masked in the middle when it was made from a phone number. */
            displayName: string | null;
            /**
             * Format: uri
             * @description Address of the picture.
             */
            profileImage: string | null;
            /** @description Preferred language (BCP 47); `zh-CN` unless set. */
            preferredLanguage: string;
            /** @description International dialling code of the phone number; the create call spells it `ITC`. */
            itc: string | null;
            /** @description Phone number without dialling code. */
            phone: string | null;
            /** @description E-mail address. */
            email: string | null;
            /**
             * @description State of the account. Only `Normal` was seen; the other two are ours.
             * @enum {string}
             */
            accountState: "Normal" | "Disabled" | "Locked";
            /**
             * Format: date
             * @description Date of birth.
             */
            dateOfBirth: string | null;
            address: components["schemas"]["Address"];
            jobInfo: components["schemas"]["JobInfo"];
            /** @description Whether marketing by phone is allowed. */
            isPhoneReceiveInfo: boolean | null;
            /** @description Whether marketing by e-mail is allowed. The page's schema says string or null and its example says true; the example is right. */
            isEmailReceiveInfo: boolean | null;
        };
        /**
         * UserDetailsAnswer
         * @description The user with all details.
         */
        UserDetailsAnswer: {
            status: components["schemas"]["SuccessStatus"];
            message: components["schemas"]["SuccessMessage"];
            error: components["schemas"]["NoError"];
            /** @description The user with all details. */
            data: components["schemas"]["UserDetails"][];
        };
        /**
         * AddressUpdate
         * @description A postal address, as sent; what is left out stays as it is.
         */
        AddressUpdate: {
            /** @description Street and number. */
            street?: string | null;
            /** @description Postal code. */
            postalCode?: string | null;
            /** @description City. */
            city?: string | null;
            /** @description Province. */
            provinceName?: string | null;
            /** @description Country. */
            countryName?: string | null;
            /** @description Country code (ISO 3166-1 alpha-2). */
            countryCode?: string | null;
        };
        /**
         * JobInfoUpdate
         * @description Where the user works, as sent; what is left out stays as it is.
         */
        JobInfoUpdate: {
            /** @description Company. */
            company?: string | null;
            /** @description Industry. */
            industry?: string | null;
            /** @description Department. */
            department?: string | null;
            /** @description Position. */
            title?: string | null;
        };
        /**
         * UserDetailsUpdate
         * @description The details to change; what is left out stays as it is.
         */
        UserDetailsUpdate: {
            /** @description Given name without invisible characters; null to remove it. */
            firstName?: string | null;
            /** @description Family name without invisible characters; null to remove it. */
            lastName?: string | null;
            /** @description Display name without invisible characters; null to remove it. */
            displayName?: string | null;
            /** @description Preferred language (BCP 47), kept as `zh-CN` when sent as `zh-cn`; null for the default `zh-CN`. */
            preferredLanguage?: string | null;
            /**
             * Format: date
             * @description Date of birth from 1900-01-01 until today.
             */
            dateOfBirth?: string | null;
            address?: components["schemas"]["AddressUpdate"];
            jobInfo?: components["schemas"]["JobInfoUpdate"];
            /** @description Whether marketing by phone is allowed. */
            isPhoneReceiveInfo?: boolean | null;
            /** @description Whether marketing by e-mail is allowed. The page's schema says string or null and its example says true; the example is right. */
            isEmailReceiveInfo?: boolean | null;
        };
        /**
         * ExternalLogin
         * @description A login at a provider that belongs to a user.
         */
        ExternalLogin: {
            /**
             * Format: uuid
             * @description The user's GUID.
             */
            guid: string;
            /** @description Application id at the provider. */
            appID: string | null;
            /** @description The user's open id inside that application. */
            appOpenID: string | null;
            /** @description The provider. `WeChat` was seen; `WeCom` and `Alipay` are ours. */
            provider: string;
            /** @description Nickname at the provider. */
            displayName: string | null;
            /** @description The user's unified id at the provider (union id). That it may be null, as long as the provider gave none, is ours. */
            externalID: string | null;
        };
        /**
         * ExternalLoginsAnswer
         * @description The logins at providers.
         */
        ExternalLoginsAnswer: {
            status: components["schemas"]["SuccessStatus"];
            message: components["schemas"]["SuccessMessage"];
            error: components["schemas"]["NoError"];
            /** @description The logins at providers. */
            data: components["schemas"]["ExternalLogin"][];
        };
        /**
         * ReceiveInfo
         * @description What the user agreed to receive.
         */
        ReceiveInfo: {
            /** @description Whether marketing by phone is allowed. */
            isPhoneReceiveInfo: boolean | null;
            /** @description Whether marketing by e-mail is allowed. The page's schema says string or null and its example says true; the example is right. */
            isEmailReceiveInfo: boolean | null;
        };
        /**
         * ReceiveInfoAnswer
         * @description The settings.
         */
        ReceiveInfoAnswer: {
            status: components["schemas"]["SuccessStatus"];
            message: components["schemas"]["SuccessMessage"];
            error: components["schemas"]["NoError"];
            /** @description The settings. */
            data: components["schemas"]["ReceiveInfo"][];
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
            /** @description The client that asked for the sign-out. */
            client_id?: string;
            /** @description Where the browser goes afterwards; `xsrf` holds it, so that it cannot be changed. */
            post_logout_redirect_uri?: string;
            /** @description Returned unchanged. */
            state?: string;
        };
        /**
         * ClientConfiguration
         * @description The public part of a client.
         */
        ClientConfiguration: {
            /**
             * Format: uuid
             * @description The client's GUID.
             */
            guid: string;
            /** @description The client's id in OAuth 2.0. */
            clientId: string;
            /** @description Name for people, in the language of the call. */
            displayName: string;
            /** @description Whether it is one of the platform's own clients. */
            isZWSOFT: boolean;
            /** @description Scopes it may ask for. */
            scopes: string[];
            /** @description Grants it may use. */
            grantTypes: string[];
            /** @description Whether PKCE is demanded of it. */
            requirePkce: boolean;
        };
        /**
         * ClientConfigurationAnswer
         * @description The client.
         */
        ClientConfigurationAnswer: {
            status: components["schemas"]["SuccessStatus"];
            message: components["schemas"]["SuccessMessage"];
            error: components["schemas"]["NoError"];
            /** @description The client. */
            data: components["schemas"]["ClientConfiguration"][];
        };
        /**
         * ModificationCounts
         * @description How often each piece of the account was changed.
         */
        ModificationCounts: {
            /** @description Changes of the user name. */
            userName: number;
            /** @description Changes of the display name. */
            displayName: number;
            /** @description Changes of the picture. */
            profileImage: number;
            /** @description Changes of the phone number. */
            phone: number;
            /** @description Changes of the e-mail address. */
            email: number;
            /** @description Changes of the password. */
            password: number;
        };
        /**
         * ModificationCountsAnswer
         * @description The counts.
         */
        ModificationCountsAnswer: {
            status: components["schemas"]["SuccessStatus"];
            message: components["schemas"]["SuccessMessage"];
            error: components["schemas"]["NoError"];
            /** @description The counts. */
            data: components["schemas"]["ModificationCounts"][];
        };
        /**
         * IpInfo
         * @description The address a request came from, and where that is as far as known.
         */
        IpInfo: {
            /** @description IPv4 or IPv6 address. */
            ip: string;
            /** @description City. */
            city: string | null;
            /** @description Province. */
            provinceName: string | null;
            /** @description Country. */
            countryName: string | null;
            /** @description Country code (ISO 3166-1 alpha-2). */
            countryCode: string | null;
        };
        /**
         * IpInfoAnswer
         * @description The address.
         */
        IpInfoAnswer: {
            status: components["schemas"]["SuccessStatus"];
            message: components["schemas"]["SuccessMessage"];
            error: components["schemas"]["NoError"];
            /** @description The address. */
            data: components["schemas"]["IpInfo"][];
        };
        /**
         * VerificationCodeRequest
         * @description Where a code is to be sent, and what for.
         */
        VerificationCodeRequest: {
            /**
             * @description How the code travels.
             * @enum {string}
             */
            type: "Phone" | "Email";
            /**
             * @description What the code is good for.
             * @enum {string}
             */
            purpose: "VerifyIdentity" | "ChangePhone" | "ChangeEmail";
            /** @description Dialling code of a new phone number; `+86` when left out. */
            itc?: string;
            /** @description The new phone number, for `ChangePhone`; not sent with `VerifyIdentity`. */
            phone?: string;
            /**
             * Format: email
             * @description The new e-mail address, for `ChangeEmail`; not sent with `VerifyIdentity`.
             */
            email?: string;
        };
        /**
         * VerificationCodeSent
         * @description How long the code lives and when another may be asked for.
         */
        VerificationCodeSent: {
            /** @description Seconds until the code expires. */
            expiresIn: number;
            /** @description Seconds until another code may be sent. */
            retryAfter: number;
        };
        /**
         * VerificationCodeAnswer
         * @description That a code was sent.
         */
        VerificationCodeAnswer: {
            status: components["schemas"]["SuccessStatus"];
            message: components["schemas"]["SuccessMessage"];
            error: components["schemas"]["NoError"];
            /** @description That a code was sent. */
            data: components["schemas"]["VerificationCodeSent"][];
        };
        /**
         * ContactChange
         * @description A phone number or e-mail address that a code has proved.
         */
        ContactChange: {
            /**
             * @description What is changed.
             * @enum {string}
             */
            type: "Phone" | "Email";
            /** @description Dialling code of the phone number; `+86` when left out. */
            itc?: string;
            /** @description The new phone number, for `Phone`. */
            phone?: string;
            /**
             * Format: email
             * @description The new e-mail address, for `Email`.
             */
            email?: string;
            /** @description The code that went to the new number or address (`ChangePhone` or `ChangeEmail`). */
            code: string;
            /**
             * @description Where the code in `identityCode` went.
             * @enum {string}
             */
            identityType?: "Phone" | "Email";
            /** @description The code that went to the account's own contact (`VerifyIdentity`); needed where the account has one. */
            identityCode?: string;
        };
        /**
         * UserMessage
         * @description A service message as the user's clients receive it; the `data` of one event.
         */
        UserMessage: {
            /**
             * Format: uuid
             * @description Id of the message; the one that pushing it was answered with.
             */
            id: string;
            /** @description Type of the message, for example `LicenseTimeChange`. */
            types: string;
            /** @description The content as it was pushed, a JSON text. */
            content: string;
            /**
             * Format: date-time
             * @description When it was pushed.
             */
            createTime: string;
            /**
             * Format: date-time
             * @description Until when it is kept.
             */
            expireTime: string;
        };
        /** @description How many there are on all pages. */
        TotalNum: number;
        /** @description How many a page holds. */
        PageSizeAnswer: number;
        /** @description Which page this is; the first is 1. */
        PageNumAnswer: number;
        /**
         * UserGuidPage
         * @description GUIDs of users.
         */
        UserGuidPage: {
            status: components["schemas"]["SuccessStatus"];
            message: components["schemas"]["SuccessMessage"];
            error: components["schemas"]["NoError"];
            /** @description GUIDs of users. */
            data: string[];
            totalNum: components["schemas"]["TotalNum"];
            pageSize: components["schemas"]["PageSizeAnswer"];
            pageNum: components["schemas"]["PageNumAnswer"];
        };
        /**
         * UserLookup
         * @description What is known of one user; every field given must fit.
         */
        UserLookup: {
            /** @description User name. */
            userName?: string;
            /** @description Dialling code of the phone number; `+86` when left out. */
            itc?: string;
            /** @description Phone number. */
            phone?: string;
            /**
             * Format: email
             * @description E-mail address.
             */
            email?: string;
        };
        /** @description Why this item failed; null when it did not. */
        ItemError: null | components["schemas"]["EnvelopeError"];
        /**
         * UserReference
         * @description A user, by GUID alone.
         */
        UserReference: {
            /**
             * Format: uuid
             * @description The user's GUID.
             */
            guid: string;
        };
        /**
         * UserReferenceItem
         * @description One look-up, answered.
         */
        UserReferenceItem: {
            error: components["schemas"]["ItemError"];
            /** @description The user; null when there is none to tell about, which no page shows. */
            userInfo: null | components["schemas"]["UserReference"];
        };
        /**
         * UserReferenceItemsAnswer
         * @description One item per look-up, in request order.
         */
        UserReferenceItemsAnswer: {
            status: components["schemas"]["SuccessStatus"];
            message: components["schemas"]["SuccessMessage"];
            error: components["schemas"]["NoError"];
            /** @description One item per look-up, in request order. */
            data: components["schemas"]["UserReferenceItem"][];
        };
        /**
         * UserDetailsItem
         * @description One user of a bulk call.
         */
        UserDetailsItem: {
            error: components["schemas"]["ItemError"];
            /** @description The user; null when there is none to tell about, which no page shows. */
            userInfo: null | components["schemas"]["UserDetails"];
        };
        /**
         * UserDetailsItemsAnswer
         * @description One item per user, in request order.
         */
        UserDetailsItemsAnswer: {
            status: components["schemas"]["SuccessStatus"];
            message: components["schemas"]["SuccessMessage"];
            error: components["schemas"]["NoError"];
            /** @description One item per user, in request order. */
            data: components["schemas"]["UserDetailsItem"][];
        };
        /**
         * UserExternalLogins
         * @description A user with all logins at providers.
         */
        UserExternalLogins: {
            /**
             * Format: uuid
             * @description The user's GUID.
             */
            guid: string;
            /** @description The logins. */
            externalLogins: components["schemas"]["ExternalLogin"][];
        };
        /**
         * UserExternalLoginsItem
         * @description One user of a bulk call.
         */
        UserExternalLoginsItem: {
            error: components["schemas"]["ItemError"];
            /** @description The user; null when there is none to tell about, which no page shows. */
            userInfo: null | components["schemas"]["UserExternalLogins"];
        };
        /**
         * UserExternalLoginsItemsAnswer
         * @description One item per user, in request order.
         */
        UserExternalLoginsItemsAnswer: {
            status: components["schemas"]["SuccessStatus"];
            message: components["schemas"]["SuccessMessage"];
            error: components["schemas"]["NoError"];
            /** @description One item per user, in request order. */
            data: components["schemas"]["UserExternalLoginsItem"][];
        };
        /**
         * ExternalLoginLookup
         * @description One login at a provider.
         */
        ExternalLoginLookup: {
            /** @description The provider, for example `WeChat`. */
            provider: string;
            /** @description The user's unique id at the provider. */
            externalID: string;
        };
        /**
         * UserCreate
         * @description A new user. At least a phone number, an e-mail address or a user name must be given. Names and types are those of the page's examples; values, patterns and limits are ours, and so is what is left out.
         */
        UserCreate: {
            /** @description Phone number without dialling code. */
            phone?: string;
            /**
             * Format: email
             * @description E-mail address.
             */
            email?: string;
            /**
             * Format: password
             * @description Password in clear text; a too simple one fails this user only.
             */
            password?: string;
            /** @description International dialling code; `+86` when left out. Upper case here, `itc` in answers. */
            ITC?: string;
            /**
             * @description State of the account; `Normal` when left out.
             * @enum {string}
             */
            accountState?: "Normal" | "Disabled" | "Locked";
            /** @description User name; made up when left out. */
            userName?: string;
            /** @description Given name. */
            firstName?: string;
            /** @description Family name. */
            lastName?: string;
            /** @description Display name. */
            displayName?: string;
            /**
             * @description Preferred language (BCP 47); `zh-CN` when left out.
             * @default zh-CN
             */
            preferredLanguage: string;
        };
        /**
         * UserBasicItem
         * @description One user of a bulk call.
         */
        UserBasicItem: {
            error: components["schemas"]["ItemError"];
            /** @description The user; null when there is none to tell about, which no page shows. */
            userInfo: null | components["schemas"]["UserBasic"];
        };
        /**
         * UserBasicItemsAnswer
         * @description One item per user, in request order.
         */
        UserBasicItemsAnswer: {
            status: components["schemas"]["SuccessStatus"];
            message: components["schemas"]["SuccessMessage"];
            error: components["schemas"]["NoError"];
            /** @description One item per user, in request order. */
            data: components["schemas"]["UserBasicItem"][];
        };
        /**
         * LoginRecord
         * @description One sign-in.
         */
        LoginRecord: {
            /**
             * Format: uuid
             * @description The user's GUID.
             */
            guid: string;
            /** @description The client the user signed in for. */
            clientId: string | null;
            /**
             * Format: date-time
             * @description When.
             */
            loginTime: string;
            /** @description How: `Pwd` for a password, otherwise the name of the method. */
            loginType: string;
            /** @description The address the sign-in came from. */
            ip: string | null;
            /** @description The browser or program. */
            userAgent: string | null;
            /** @description Whether it succeeded. */
            isSucceeded: boolean;
        };
        /**
         * LoginRecordPage
         * @description Sign-ins, newest first.
         */
        LoginRecordPage: {
            status: components["schemas"]["SuccessStatus"];
            message: components["schemas"]["SuccessMessage"];
            error: components["schemas"]["NoError"];
            /** @description Sign-ins, newest first. */
            data: components["schemas"]["LoginRecord"][];
            totalNum: components["schemas"]["TotalNum"];
            pageSize: components["schemas"]["PageSizeAnswer"];
            pageNum: components["schemas"]["PageNumAnswer"];
        };
        /**
         * ExternalLoginCreate
         * @description A login at a provider, and the user it shall belong to. It is known by its unified id, or by the open id inside an application; when both are given, the unified id decides, and is added to a binding that had none.
         */
        ExternalLoginCreate: {
            /**
             * Format: uuid
             * @description The user's GUID.
             */
            guid: string;
            /** @description The provider, for example `WeChat`. */
            provider: string;
            /** @description The user's unified id at the provider (union id). */
            externalID?: string;
            /** @description Application id at the provider. */
            appID?: string;
            /** @description The user's open id inside that application; it means nothing without `appID`. */
            appOpenID?: string;
            /** @description Nickname at the provider. */
            displayName?: string;
        };
        /**
         * UserDetailsEdit
         * @description One user and the details to change; what is left out stays as it is.
         */
        UserDetailsEdit: {
            /**
             * Format: uuid
             * @description The user's GUID. The page does not mark it required, but nothing else names the user.
             */
            guid: string;
            /** @description Given name without invisible characters; null to remove it. */
            firstName?: string | null;
            /** @description Family name without invisible characters; null to remove it. */
            lastName?: string | null;
            /** @description Display name without invisible characters; null to remove it. */
            displayName?: string | null;
            /** @description Preferred language (BCP 47), kept as `zh-CN` when sent as `zh-cn`; null for the default `zh-CN`. */
            preferredLanguage?: string | null;
            /**
             * Format: date
             * @description Date of birth from 1900-01-01 until today.
             */
            dateOfBirth?: string | null;
            address?: components["schemas"]["AddressUpdate"];
            jobInfo?: components["schemas"]["JobInfoUpdate"];
            /** @description Whether marketing by phone is allowed. */
            isPhoneReceiveInfo?: boolean | null;
            /** @description Whether marketing by e-mail is allowed. The page's schema says string or null and its example says true; the example is right. */
            isEmailReceiveInfo?: boolean | null;
        };
        /**
         * DepartmentRefresh
         * @description The enterprise whose departments are read again.
         */
        DepartmentRefresh: {
            /**
             * Format: uuid
             * @description The enterprise's GUID.
             */
            guid: string;
        };
        /**
         * DepartmentRefreshState
         * @description How far the refreshing has come.
         */
        DepartmentRefreshState: {
            /**
             * Format: uuid
             * @description The enterprise's GUID.
             */
            guid: string;
            /**
             * @description Whether it goes on in the background or is done.
             * @enum {string}
             */
            state: "refreshing" | "refreshed";
            /**
             * Format: date-time
             * @description When the state last changed.
             */
            updateTime: string;
        };
        /**
         * DepartmentRefreshAnswer
         * @description How far the refreshing has come.
         */
        DepartmentRefreshAnswer: {
            status: components["schemas"]["SuccessStatus"];
            message: components["schemas"]["SuccessMessage"];
            error: components["schemas"]["NoError"];
            /** @description How far the refreshing has come. */
            data: components["schemas"]["DepartmentRefreshState"][];
        };
        /**
         * ServiceMessage
         * @description A message of a service for a user.
         */
        ServiceMessage: {
            /**
             * Format: uuid
             * @description GUID of the user it is for.
             */
            objectId: string;
            /** @description Type of the message, for example `LicenseTimeChange`. */
            types: string;
            /** @description The content, a JSON text; times inside are Unix seconds. */
            content: string;
        };
        /**
         * ServiceMessageAnswer
         * @description Id of the message that was made; what the strings stand for is not documented.
         */
        ServiceMessageAnswer: {
            status: components["schemas"]["SuccessStatus"];
            message: components["schemas"]["SuccessMessage"];
            error: components["schemas"]["NoError"];
            /** @description Id of the message that was made; what the strings stand for is not documented. */
            data: string[];
        };
        /**
         * UserBasicPage
         * @description Users.
         */
        UserBasicPage: {
            status: components["schemas"]["SuccessStatus"];
            message: components["schemas"]["SuccessMessage"];
            error: components["schemas"]["NoError"];
            /** @description Users. */
            data: components["schemas"]["UserBasic"][];
            totalNum: components["schemas"]["TotalNum"];
            pageSize: components["schemas"]["PageSizeAnswer"];
            pageNum: components["schemas"]["PageNumAnswer"];
        };
        /**
         * OemUserCreate
         * @description A new OEM user; its user name is made up.
         */
        OemUserCreate: {
            /** @description Display name; the user name when null or left out. */
            displayName?: string | null;
            /**
             * Format: password
             * @description Password of 8 to 32 characters; without one the user cannot sign in with a password.
             */
            password?: string;
            /** @description Preferred language (BCP 47); `zh-CN` when null or left out. */
            preferredLanguage?: string | null;
        };
        /**
         * OemUserUpdate
         * @description One OEM user and what to change; what is left out stays as it is.
         */
        OemUserUpdate: {
            /**
             * Format: uuid
             * @description The user's GUID.
             */
            guid: string;
            /** @description Display name; the user name when null. */
            displayName?: string | null;
            /**
             * Format: password
             * @description New password of 8 to 32 characters.
             */
            password?: string;
            /** @description Preferred language (BCP 47); `zh-CN` when null. */
            preferredLanguage?: string | null;
        };
        /**
         * ManagedUser
         * @description A user, as the back office sees it.
         */
        ManagedUser: {
            /**
             * Format: uuid
             * @description The user's GUID.
             */
            guid: string;
            /** @description The unique user name. */
            userName: string | null;
            /** @description Given name; `-` for an OEM user without one. */
            firstName: string | null;
            /** @description Family name; `-` for an OEM user without one. */
            lastName: string | null;
            /** @description Display name; masked in the middle when it was made from a phone number. */
            displayName: string | null;
            /**
             * Format: uri
             * @description Address of the picture.
             */
            profileImage: string | null;
            /** @description Preferred language (BCP 47); `zh-CN` unless set. */
            preferredLanguage: string;
            /** @description International dialling code of the phone number; the create call spells it `ITC`. */
            itc: string | null;
            /** @description Phone number without dialling code. */
            phone: string | null;
            /** @description E-mail address. */
            email: string | null;
            /**
             * @description State of the account. Only `Normal` was seen; the other two are ours.
             * @enum {string}
             */
            accountState: "Normal" | "Disabled" | "Locked";
            /**
             * Format: date-time
             * @description When the account was made.
             */
            createTime: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updateTime: string;
            /**
             * Format: date-time
             * @description When the user last signed in.
             */
            lastLoginTime: string | null;
        };
        /**
         * ManagedUserPage
         * @description Users.
         */
        ManagedUserPage: {
            status: components["schemas"]["SuccessStatus"];
            message: components["schemas"]["SuccessMessage"];
            error: components["schemas"]["NoError"];
            /** @description Users. */
            data: components["schemas"]["ManagedUser"][];
            totalNum: components["schemas"]["TotalNum"];
            pageSize: components["schemas"]["PageSizeAnswer"];
            pageNum: components["schemas"]["PageNumAnswer"];
        };
        /**
         * DownloadRecord
         * @description One time the data was asked for; its address goes by mail.
         */
        DownloadRecord: {
            /**
             * Format: date-time
             * @description When.
             */
            downloadTime: string;
            /** @description The recipient's name. */
            userDisplayName: string | null;
            /** @description The recipient's mailbox. */
            email: string | null;
            /** @description What came of it; `success` once the file was downloaded and null until then. */
            result: string | null;
            /** @description The stated reason. */
            reason: string | null;
        };
        /**
         * DownloadRecordsAnswer
         * @description The downloads of this application.
         */
        DownloadRecordsAnswer: {
            status: components["schemas"]["SuccessStatus"];
            message: components["schemas"]["SuccessMessage"];
            error: components["schemas"]["NoError"];
            /** @description The downloads of this application. */
            data: components["schemas"]["DownloadRecord"][];
        };
        /**
         * UserFilter
         * @description Which users; every condition given must hold.
         */
        UserFilter: {
            /** @description Users with, or without, an e-mail address. */
            hasEmail?: boolean | null;
            /** @description Users with, or without, a phone number. */
            hasPhone?: boolean | null;
            /** @description These users. */
            userGuid?: string[];
            /** @description Users of these clients. */
            client?: string[];
            /** @description These user names. */
            userName?: string[];
            /** @description These e-mail addresses. */
            email?: string[];
            /** @description These phone numbers. */
            phone?: string[];
            /** @description Users with a login at these providers. */
            external?: string[];
            /** @description These states. */
            accountState?: ("Normal" | "Disabled" | "Locked")[];
            /**
             * Format: date-time
             * @description Created before.
             */
            createBefore?: string | null;
            /**
             * Format: date-time
             * @description Created after.
             */
            createAfter?: string | null;
            /**
             * Format: date-time
             * @description Last signed in before.
             */
            lastLoginBefore?: string | null;
            /**
             * Format: date-time
             * @description Last signed in after.
             */
            lastLoginAfter?: string | null;
        };
        /**
         * UserExportCreate
         * @description Which users to export, and why.
         */
        UserExportCreate: {
            /** @description The reason. */
            reason: string;
            filter: components["schemas"]["UserFilter"];
            /**
             * @description What the file is; a text that a spreadsheet would take for a formula has an apostrophe before it in CSV.
             * @default xlsx
             * @enum {string}
             */
            format: "csv" | "xlsx";
        };
        /**
         * ExportState
         * @description State of an application. Only `downloadable` was seen; the others are ours.
         * @enum {string}
         */
        ExportState: "awaiting_approval" | "pending" | "downloadable" | "refused" | "failed" | "cancelled" | "expired";
        /**
         * ExportCreator
         * @description Who applied.
         */
        ExportCreator: {
            /** @description Display name. */
            displayName: string | null;
            /** @description E-mail address. */
            email: string | null;
            /**
             * Format: uuid
             * @description The user's GUID.
             */
            guid: string;
            /** @description Phone number. */
            phone: string | null;
        };
        /**
         * ExportFilter
         * @description Which users the application is for; a condition that was not given is null or empty.
         */
        ExportFilter: {
            /** @description Users with, or without, an e-mail address. */
            hasEmail: boolean | null;
            /** @description Users with, or without, a phone number. */
            hasPhone: boolean | null;
            /** @description These users. */
            userGuid: string[];
            /** @description Users of these clients. */
            client: string[];
            /** @description These user names. */
            userName: string[];
            /** @description These e-mail addresses. */
            email: string[];
            /** @description These phone numbers. */
            phone: string[];
            /** @description Users with a login at these providers. */
            external: string[];
            /** @description These states. */
            accountState: ("Normal" | "Disabled" | "Locked")[];
            /**
             * Format: date-time
             * @description Created before.
             */
            createBefore: string | null;
            /**
             * Format: date-time
             * @description Created after.
             */
            createAfter: string | null;
            /**
             * Format: date-time
             * @description Last signed in before.
             */
            lastLoginBefore: string | null;
            /**
             * Format: date-time
             * @description Last signed in after.
             */
            lastLoginAfter: string | null;
        };
        /**
         * ExportApplication
         * @description An application for an export.
         */
        ExportApplication: {
            /**
             * Format: uuid
             * @description The application's GUID.
             */
            guid: string;
            /** @description How often it was asked for, as the history tells. */
            downloadNum: number;
            state: components["schemas"]["ExportState"];
            /**
             * @description What the file is.
             * @enum {string}
             */
            format: "csv" | "xlsx";
            /** @description The stated reason. */
            reason: string;
            creator: components["schemas"]["ExportCreator"];
            filter: components["schemas"]["ExportFilter"];
            /**
             * Format: date-time
             * @description When it was made.
             */
            createTime: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updateTime: string;
            /** @description The downloads, newest first. */
            history: components["schemas"]["DownloadRecord"][];
        };
        /**
         * ExportApplicationAnswer
         * @description The application.
         */
        ExportApplicationAnswer: {
            status: components["schemas"]["SuccessStatus"];
            message: components["schemas"]["SuccessMessage"];
            error: components["schemas"]["NoError"];
            /** @description The application. */
            data: components["schemas"]["ExportApplication"][];
        };
        /**
         * ExportApplicationPage
         * @description Applications, newest first.
         */
        ExportApplicationPage: {
            status: components["schemas"]["SuccessStatus"];
            message: components["schemas"]["SuccessMessage"];
            error: components["schemas"]["NoError"];
            /** @description Applications, newest first. */
            data: components["schemas"]["ExportApplication"][];
            totalNum: components["schemas"]["TotalNum"];
            pageSize: components["schemas"]["PageSizeAnswer"];
            pageNum: components["schemas"]["PageNumAnswer"];
        };
        /**
         * DownloadRecordPage
         * @description Downloads, newest first.
         */
        DownloadRecordPage: {
            status: components["schemas"]["SuccessStatus"];
            message: components["schemas"]["SuccessMessage"];
            error: components["schemas"]["NoError"];
            /** @description Downloads, newest first. */
            data: components["schemas"]["DownloadRecord"][];
            totalNum: components["schemas"]["TotalNum"];
            pageSize: components["schemas"]["PageSizeAnswer"];
            pageNum: components["schemas"]["PageNumAnswer"];
        };
        /**
         * DepartmentChain
         * @description The departments above a user in one enterprise.
         */
        DepartmentChain: {
            /**
             * Format: uuid
             * @description The enterprise's GUID.
             */
            corpGuid: string;
            /** @description The enterprise's name. */
            corpName: string;
            /** @description Names of departments, from the top to the user. */
            names: string[];
            /** @description Whether it is the user's primary department. */
            isPrimary: boolean;
        };
        /**
         * DepartmentChainAnswer
         * @description The user's departments, one item per membership.
         */
        DepartmentChainAnswer: {
            status: components["schemas"]["SuccessStatus"];
            message: components["schemas"]["SuccessMessage"];
            error: components["schemas"]["NoError"];
            /** @description The user's departments, one item per membership. */
            data: components["schemas"]["DepartmentChain"][];
        };
        /**
         * UserSecurityEdit
         * @description One user and the security information to change; what is left out stays as it is.
         */
        UserSecurityEdit: {
            /**
             * Format: uuid
             * @description The user's GUID.
             */
            guid: string;
            /** @description New user name. */
            userName?: string;
            /** @description Dialling code of the new phone number; `+86` when left out. */
            itc?: string;
            /** @description New phone number. */
            phone?: string;
            /**
             * Format: email
             * @description New e-mail address.
             */
            email?: string;
            /**
             * Format: password
             * @description New password; the user is signed out everywhere.
             */
            password?: string;
            /** @description Whether another password has to be chosen at the next sign-in. True with a new password unless it is sent; without one it counts for the password that the user has. */
            mustChangePassword?: boolean;
            /**
             * @description New state.
             * @enum {string}
             */
            accountState?: "Normal" | "Disabled" | "Locked";
        };
        /**
         * UserUnbind
         * @description One user and what is taken off the account.
         */
        UserUnbind: {
            /**
             * Format: uuid
             * @description The user's GUID.
             */
            guid: string;
            /**
             * @description What to take off.
             * @enum {string}
             */
            type: "Phone" | "Email" | "External";
            /** @description The provider, for `External`. */
            provider?: string;
            /** @description The id at the provider, for `External`; all of the provider when left out. */
            externalID?: string;
        };
        /**
         * RoleGroup
         * @description A role group with its people.
         */
        RoleGroup: {
            /**
             * Format: uuid
             * @description The role group's GUID.
             */
            guid: string;
            /** @description Unique name, `System.Role`. */
            name: string;
            /** @description Display name. */
            displayName: string;
            /** @description Description; may be empty. */
            description: string;
            /** @description Whether it is one of the platform's own. */
            isZWSOFT: boolean;
            /** @description GUIDs of the members. */
            members: string[];
            /** @description Number of members. */
            memberCount: number;
            /** @description GUIDs of those who may read the group. */
            readers: string[];
            /** @description Number of readers. */
            readerCount: number;
            /**
             * Format: uuid
             * @description GUID of the managing user.
             */
            manager: string | null;
        };
        /**
         * RoleGroupPage
         * @description Role groups.
         */
        RoleGroupPage: {
            status: components["schemas"]["SuccessStatus"];
            message: components["schemas"]["SuccessMessage"];
            error: components["schemas"]["NoError"];
            /** @description Role groups. */
            data: components["schemas"]["RoleGroup"][];
            totalNum: components["schemas"]["TotalNum"];
            pageSize: components["schemas"]["PageSizeAnswer"];
            pageNum: components["schemas"]["PageNumAnswer"];
        };
        /**
         * RoleGroupCreate
         * @description A new role group.
         */
        RoleGroupCreate: {
            /** @description Unique name, `System.Role`. */
            name: string;
            /**
             * Format: uuid
             * @description GUID of the managing user.
             */
            manager: string;
            /** @description Display name; the name when left out. */
            displayName?: string;
            /** @description Description. */
            description?: string;
        };
        /**
         * RoleGroupAnswer
         * @description The role group.
         */
        RoleGroupAnswer: {
            status: components["schemas"]["SuccessStatus"];
            message: components["schemas"]["SuccessMessage"];
            error: components["schemas"]["NoError"];
            /** @description The role group. */
            data: components["schemas"]["RoleGroup"][];
        };
        /**
         * RoleGroupUpdate
         * @description One role group and what to change; what is left out stays as it is.
         */
        RoleGroupUpdate: {
            /**
             * Format: uuid
             * @description The role group's GUID.
             */
            guid: string;
            /** @description New display name. */
            displayName?: string;
            /** @description New description. */
            description?: string;
        };
        /**
         * RoleGroupManagerChange
         * @description One role group and its new manager.
         */
        RoleGroupManagerChange: {
            /**
             * Format: uuid
             * @description The role group's GUID.
             */
            guid: string;
            /**
             * Format: uuid
             * @description GUID of the new manager.
             */
            manager: string;
        };
        /**
         * RoleGroupMembers
         * @description One role group, and the users it is about.
         */
        RoleGroupMembers: {
            /**
             * Format: uuid
             * @description The role group's GUID.
             */
            guid: string;
            /** @description GUIDs of the users. */
            members: string[];
        };
        /**
         * RoleGroupReaders
         * @description One role group, and the users it is about.
         */
        RoleGroupReaders: {
            /**
             * Format: uuid
             * @description The role group's GUID.
             */
            guid: string;
            /** @description GUIDs of the users. */
            readers: string[];
        };
        /**
         * CorpSave
         * @description An enterprise to create, or with a GUID one to edit; what is left out stays as it is.
         */
        CorpSave: {
            /**
             * Format: uuid
             * @description GUID of the enterprise to edit; left out to create one.
             */
            guid?: string;
            /** @description Unique name; needed to create one. */
            name?: string;
            /** @description Display name; null to remove it. */
            displayName?: string | null;
            /** @description Description. */
            description?: string;
        };
        /**
         * CorpExternalLink
         * @description An enterprise's link to a provider; its secrets are never told.
         */
        CorpExternalLink: {
            /**
             * Format: uuid
             * @description The enterprise's GUID.
             */
            guid: string;
            /** @description The provider; `WeCom` is the one known. */
            provider: string;
            /** @description The enterprise's id at the provider (corp id). */
            externalID: string;
            /** @description Id of the application inside the enterprise (agent id). */
            appID: string | null;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createTime: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updateTime: string;
        };
        /**
         * Corp
         * @description An enterprise.
         */
        Corp: {
            /**
             * Format: uuid
             * @description The enterprise's GUID.
             */
            guid: string;
            /** @description Unique name. */
            name: string;
            /** @description Display name. */
            displayName: string | null;
            /** @description Description; may be empty. */
            description: string;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createTime: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updateTime: string;
            /** @description Its links to providers. */
            externalLinks: components["schemas"]["CorpExternalLink"][];
        };
        /**
         * CorpAnswer
         * @description The enterprise.
         */
        CorpAnswer: {
            status: components["schemas"]["SuccessStatus"];
            message: components["schemas"]["SuccessMessage"];
            error: components["schemas"]["NoError"];
            /** @description The enterprise. */
            data: components["schemas"]["Corp"][];
        };
        /**
         * CorpExternalLinkSave
         * @description An enterprise's link to a provider, created or edited; the link is named by enterprise and provider.
         */
        CorpExternalLinkSave: {
            /**
             * Format: uuid
             * @description The enterprise's GUID.
             */
            guid: string;
            /**
             * @description The provider.
             * @enum {string}
             */
            provider: "WeCom";
            /** @description The enterprise's id at the provider (corp id). */
            externalID: string;
            /** @description Id of the application inside the enterprise (agent id). */
            appID?: string;
            /**
             * Format: password
             * @description The application's secret; kept encrypted.
             */
            appSecret?: string;
            /**
             * Format: password
             * @description Token for the signature of call-backs.
             */
            callbackToken?: string;
            /**
             * Format: password
             * @description Key for the encryption of call-backs, 43 characters.
             */
            callbackKey?: string;
        };
        /**
         * CorpExternalLinkAnswer
         * @description The link.
         */
        CorpExternalLinkAnswer: {
            status: components["schemas"]["SuccessStatus"];
            message: components["schemas"]["SuccessMessage"];
            error: components["schemas"]["NoError"];
            /** @description The link. */
            data: components["schemas"]["CorpExternalLink"][];
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
        /** @description The browser is sent on. */
        Continue: {
            headers: {
                Location: components["headers"]["Location"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Any other failure; with HTTP status 501 while the server does not have this page yet. */
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
        /** @description The page. */
        AccountPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/html": components["schemas"]["Page"];
            };
        };
        /** @description The page again, with what is wrong. */
        AccountPageAgain: {
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
        /** @description There is nothing here (any more). */
        PageNotFound: {
            headers: {
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
        /** @description Any other failure; with HTTP status 501 while the server does not have this operation yet. */
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
        /** @description No valid access token was presented (RFC 6750 section 3.1). */
        EnvelopeUnauthorized: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWWAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EnvelopeError"];
            };
        };
        /** @description The access token has none of the scopes (RFC 6750 section 3.1). */
        EnvelopeForbidden: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWWAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EnvelopeError"];
            };
        };
        /** @description Too many requests in a short time. */
        EnvelopeTooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EnvelopeError"];
            };
        };
        /** @description The request body is too large. */
        EnvelopePayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EnvelopeError"];
            };
        };
        /** @description The request body has another media type than documented. */
        EnvelopeUnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EnvelopeError"];
            };
        };
        /** @description The user lacks the role, or the token stands for no user. */
        EnvelopeRoleRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EnvelopeError"];
            };
        };
        /** @description The user lacks the role, or may not manage this role group. */
        EnvelopeGroupManagerRequired: {
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
         * @description What has just been done, for the page to say.
         * @example saved
         */
        Notice: string;
        /**
         * @description What is changed.
         * @example email
         */
        ContactKind: "phone" | "email";
        /**
         * @description The authorization request to go on with, an address below this server.
         * @example /connect/authorize/hQ9Jd0Wq3nB2
         */
        ReturnUrl: string;
        /**
         * @description What the call-back gave the browser; works in this browser alone, within twenty minutes.
         * @example 5d41402abc4b2a76b9719d911017c592
         */
        ExternalTicket: string;
        /**
         * @description Shows a captcha at once, as the next attempt needs one.
         * @example true
         */
        AskCaptcha: "true";
        /**
         * @description What the sign-in was sent on with; works in this browser alone, for this step, within 15 minutes.
         * @example 2YotnFZFEjr1zCsicMWpAA
         */
        StepTicket: string;
        /**
         * @description Where to sign in.
         * @example WeChat
         */
        SignInProvider: "WeChat" | "WeCom";
        /**
         * @description Which page; the first is 1.
         * @example 1
         */
        PageNum: number;
        /**
         * @description How many a page holds, at most 200.
         * @example 50
         */
        PageSize: number;
        /**
         * @description Users with, or without, an e-mail address.
         * @example true
         */
        FilterHasEmail: boolean;
        /**
         * @description Users with, or without, a phone number.
         * @example true
         */
        FilterHasPhone: boolean;
        /**
         * @description These users; repeated for each.
         * @example [
         *       "0198f2a4-9f3c-7d1e-8a55-0c2b7b6a1f10"
         *     ]
         */
        FilterUserGuid: string[];
        /**
         * @description Users who have signed in to one of these clients, and OEM users of one; repeated for each.
         * @example [
         *       "TestClient"
         *     ]
         */
        FilterClient: string[];
        /**
         * @description These user names; repeated for each.
         * @example [
         *       "testUserName"
         *     ]
         */
        FilterUserName: string[];
        /**
         * @description These e-mail addresses; repeated for each.
         * @example [
         *       "test@example.com"
         *     ]
         */
        FilterEmail: string[];
        /**
         * @description These phone numbers, with a dialling code unless it is `+86`; repeated for each.
         * @example [
         *       "13800000001"
         *     ]
         */
        FilterPhone: string[];
        /**
         * @description Users with a login at one of these providers; repeated for each.
         * @example [
         *       "WeChat"
         *     ]
         */
        FilterExternal: string[];
        /**
         * @description These states; repeated for each.
         * @example [
         *       "Normal"
         *     ]
         */
        FilterAccountState: ("Normal" | "Disabled" | "Locked")[];
        /**
         * @description Created at or after this time.
         * @example 2022-11-02T02:53:45.000Z
         */
        FilterCreateAfter: string;
        /**
         * @description Created before this time.
         * @example 2032-11-02T02:53:45.000Z
         */
        FilterCreateBefore: string;
        /**
         * @description Last signed in at or after this time.
         * @example 2022-11-02T02:53:45.000Z
         */
        FilterLastLoginAfter: string;
        /**
         * @description Last signed in before this time.
         * @example 2032-11-02T02:53:45.000Z
         */
        FilterLastLoginBefore: string;
        /**
         * @description The signature over token, time, nonce and encrypted text.
         * @example 5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3
         */
        MsgSignature: string;
        /**
         * @description When it was signed, in Unix seconds.
         * @example 1409659589
         */
        Timestamp: string;
        /**
         * @description A random text that belongs to the signature.
         * @example 263014780
         */
        Nonce: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Seconds to wait before the next attempt.
         * @example 30
         */
        RetryAfter: number;
        /**
         * @description Where the browser goes next.
         * @example /Account/Login?ReturnUrl=%2Fconnect%2Fauthorize%2FhQ9Jd0Wq3nB2
         */
        Location: string;
        /**
         * @description How long the answer may be kept, and that it never changes (RFC 8246).
         * @example public, max-age=31536000, immutable
         */
        KeptForAYear: string;
        /**
         * @description Names this very content (RFC 9110 section 8.8.3).
         * @example "3hJx0nq8Kb2VtYwZ5sRm7uPcLd4EfGaQ.webp"
         */
        ETag: string;
        /**
         * @description How to authenticate here, and what was wrong (RFC 6750 section 3, RFC 7235 section 4.1).
         * @example Bearer realm="https://accounts.example.com", error="invalid_token"
         */
        WWWAuthenticate: string;
        /**
         * @description That it is a file, and under which name it is kept.
         * @example attachment; filename="users-2022-11-02.xlsx"
         */
        Attachment: string;
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
                 * @description `none`, or any of `login`, `consent` and `select_account`, separated by blanks.
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
            429: components["responses"]["OAuthTooManyRequests"];
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
            /** @description The token is not valid any more, or never was. The answer is an empty object: RFC 7009 section 2.2 asks for nothing in it, and programs read every answer of these addresses as JSON. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Empty"];
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
    revokeAllowance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TakeBackForm"];
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
    showProfilePage: {
        parameters: {
            query?: {
                /**
                 * @description Languages for the page, best first, separated by blanks (BCP 47).
                 * @example zh-CN en
                 */
                ui_locales?: components["parameters"]["UiLocales"];
                /**
                 * @description What has just been done, for the page to say.
                 * @example saved
                 */
                notice?: components["parameters"]["Notice"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AccountPage"];
            303: components["responses"]["Continue"];
            400: components["responses"]["PageInvalidRequest"];
            default: components["responses"]["PageFailure"];
        };
    };
    submitProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["ProfileForm"];
            };
        };
        responses: {
            200: components["responses"]["AccountPageAgain"];
            303: components["responses"]["Continue"];
            400: components["responses"]["PageInvalidRequest"];
            403: components["responses"]["PageForbidden"];
            413: components["responses"]["PagePayloadTooLarge"];
            415: components["responses"]["PageUnsupportedMediaType"];
            429: components["responses"]["PageTooManyRequests"];
            default: components["responses"]["PageFailure"];
        };
    };
    submitProfilePicture: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["PictureForm"];
            };
        };
        responses: {
            200: components["responses"]["AccountPageAgain"];
            303: components["responses"]["Continue"];
            400: components["responses"]["PageInvalidRequest"];
            403: components["responses"]["PageForbidden"];
            413: components["responses"]["PagePayloadTooLarge"];
            415: components["responses"]["PageUnsupportedMediaType"];
            429: components["responses"]["PageTooManyRequests"];
            default: components["responses"]["PageFailure"];
        };
    };
    showSessionsPage: {
        parameters: {
            query?: {
                /**
                 * @description Languages for the page, best first, separated by blanks (BCP 47).
                 * @example zh-CN en
                 */
                ui_locales?: components["parameters"]["UiLocales"];
                /**
                 * @description What has just been done, for the page to say.
                 * @example saved
                 */
                notice?: components["parameters"]["Notice"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AccountPage"];
            303: components["responses"]["Continue"];
            400: components["responses"]["PageInvalidRequest"];
            default: components["responses"]["PageFailure"];
        };
    };
    endUserSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["EndSessionsForm"];
            };
        };
        responses: {
            200: components["responses"]["AccountPageAgain"];
            303: components["responses"]["Continue"];
            400: components["responses"]["PageInvalidRequest"];
            403: components["responses"]["PageForbidden"];
            413: components["responses"]["PagePayloadTooLarge"];
            415: components["responses"]["PageUnsupportedMediaType"];
            429: components["responses"]["PageTooManyRequests"];
            default: components["responses"]["PageFailure"];
        };
    };
    showSignInsPage: {
        parameters: {
            query?: {
                /**
                 * @description Languages for the page, best first, separated by blanks (BCP 47).
                 * @example zh-CN en
                 */
                ui_locales?: components["parameters"]["UiLocales"];
                /**
                 * @description Go on behind this attempt.
                 * @example 019a8f3e-5b7c-7d1e-8a2b-3c4d5e6f7a8b
                 */
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AccountPage"];
            303: components["responses"]["Continue"];
            400: components["responses"]["PageInvalidRequest"];
            default: components["responses"]["PageFailure"];
        };
    };
    showOwnDataPage: {
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
            200: components["responses"]["AccountPage"];
            303: components["responses"]["Continue"];
            400: components["responses"]["PageInvalidRequest"];
            default: components["responses"]["PageFailure"];
        };
    };
    getOwnData: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["ConfirmedForm"];
            };
        };
        responses: {
            /** @description The file, or the page again with the reason. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnData"];
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
    showCloseAccountPage: {
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
            200: components["responses"]["AccountPage"];
            303: components["responses"]["Continue"];
            400: components["responses"]["PageInvalidRequest"];
            default: components["responses"]["PageFailure"];
        };
    };
    submitAccountClosure: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["ConfirmedForm"];
            };
        };
        responses: {
            200: components["responses"]["AccountPageAgain"];
            303: components["responses"]["Continue"];
            400: components["responses"]["PageInvalidRequest"];
            403: components["responses"]["PageForbidden"];
            413: components["responses"]["PagePayloadTooLarge"];
            415: components["responses"]["PageUnsupportedMediaType"];
            429: components["responses"]["PageTooManyRequests"];
            default: components["responses"]["PageFailure"];
        };
    };
    showChangePasswordPage: {
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
            200: components["responses"]["AccountPage"];
            303: components["responses"]["Continue"];
            400: components["responses"]["PageInvalidRequest"];
            default: components["responses"]["PageFailure"];
        };
    };
    submitNewPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["NewPasswordForm"];
            };
        };
        responses: {
            200: components["responses"]["AccountPageAgain"];
            303: components["responses"]["Continue"];
            400: components["responses"]["PageInvalidRequest"];
            403: components["responses"]["PageForbidden"];
            413: components["responses"]["PagePayloadTooLarge"];
            415: components["responses"]["PageUnsupportedMediaType"];
            429: components["responses"]["PageTooManyRequests"];
            default: components["responses"]["PageFailure"];
        };
    };
    showContactPage: {
        parameters: {
            query?: {
                /**
                 * @description Languages for the page, best first, separated by blanks (BCP 47).
                 * @example zh-CN en
                 */
                ui_locales?: components["parameters"]["UiLocales"];
            };
            header?: never;
            path: {
                /**
                 * @description What is changed.
                 * @example email
                 */
                contact: components["parameters"]["ContactKind"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AccountPage"];
            303: components["responses"]["Continue"];
            400: components["responses"]["PageInvalidRequest"];
            default: components["responses"]["PageFailure"];
        };
    };
    submitContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description What is changed.
                 * @example email
                 */
                contact: components["parameters"]["ContactKind"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["ContactForm"];
            };
        };
        responses: {
            200: components["responses"]["AccountPageAgain"];
            303: components["responses"]["Continue"];
            400: components["responses"]["PageInvalidRequest"];
            403: components["responses"]["PageForbidden"];
            413: components["responses"]["PagePayloadTooLarge"];
            415: components["responses"]["PageUnsupportedMediaType"];
            429: components["responses"]["PageTooManyRequests"];
            default: components["responses"]["PageFailure"];
        };
    };
    submitContactCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description What is changed.
                 * @example email
                 */
                contact: components["parameters"]["ContactKind"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["ContactCodeForm"];
            };
        };
        responses: {
            200: components["responses"]["AccountPageAgain"];
            303: components["responses"]["Continue"];
            400: components["responses"]["PageInvalidRequest"];
            403: components["responses"]["PageForbidden"];
            413: components["responses"]["PagePayloadTooLarge"];
            415: components["responses"]["PageUnsupportedMediaType"];
            429: components["responses"]["PageTooManyRequests"];
            default: components["responses"]["PageFailure"];
        };
    };
    showRegistrationPage: {
        parameters: {
            query?: {
                /**
                 * @description The authorization request to go on with, an address below this server.
                 * @example /connect/authorize/hQ9Jd0Wq3nB2
                 */
                ReturnUrl?: components["parameters"]["ReturnUrl"];
                /**
                 * @description What the call-back gave the browser; works in this browser alone, within twenty minutes.
                 * @example 5d41402abc4b2a76b9719d911017c592
                 */
                ticket?: components["parameters"]["ExternalTicket"];
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
            200: components["responses"]["AccountPage"];
            400: components["responses"]["PageInvalidRequest"];
            404: components["responses"]["PageNotFound"];
            default: components["responses"]["PageFailure"];
        };
    };
    submitRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["RegistrationForm"];
            };
        };
        responses: {
            200: components["responses"]["AccountPageAgain"];
            303: components["responses"]["Continue"];
            400: components["responses"]["PageInvalidRequest"];
            403: components["responses"]["PageForbidden"];
            404: components["responses"]["PageNotFound"];
            413: components["responses"]["PagePayloadTooLarge"];
            415: components["responses"]["PageUnsupportedMediaType"];
            429: components["responses"]["PageTooManyRequests"];
            default: components["responses"]["PageFailure"];
        };
    };
    submitRegistrationCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["RegistrationCodeForm"];
            };
        };
        responses: {
            200: components["responses"]["AccountPageAgain"];
            303: components["responses"]["Continue"];
            400: components["responses"]["PageInvalidRequest"];
            403: components["responses"]["PageForbidden"];
            404: components["responses"]["PageNotFound"];
            413: components["responses"]["PagePayloadTooLarge"];
            415: components["responses"]["PageUnsupportedMediaType"];
            429: components["responses"]["PageTooManyRequests"];
            default: components["responses"]["PageFailure"];
        };
    };
    showForgottenPasswordPage: {
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
            200: components["responses"]["AccountPage"];
            400: components["responses"]["PageInvalidRequest"];
            default: components["responses"]["PageFailure"];
        };
    };
    submitForgottenPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["ForgottenPasswordForm"];
            };
        };
        responses: {
            200: components["responses"]["AccountPageAgain"];
            400: components["responses"]["PageInvalidRequest"];
            403: components["responses"]["PageForbidden"];
            413: components["responses"]["PagePayloadTooLarge"];
            415: components["responses"]["PageUnsupportedMediaType"];
            429: components["responses"]["PageTooManyRequests"];
            default: components["responses"]["PageFailure"];
        };
    };
    submitPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["PasswordResetForm"];
            };
        };
        responses: {
            200: components["responses"]["AccountPageAgain"];
            400: components["responses"]["PageInvalidRequest"];
            403: components["responses"]["PageForbidden"];
            413: components["responses"]["PagePayloadTooLarge"];
            415: components["responses"]["PageUnsupportedMediaType"];
            429: components["responses"]["PageTooManyRequests"];
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
                 * @description Shows a captcha at once, as the next attempt needs one.
                 * @example true
                 */
                captcha?: components["parameters"]["AskCaptcha"];
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
    showCodeLoginPage: {
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
            400: components["responses"]["PageInvalidRequest"];
            default: components["responses"]["PageFailure"];
        };
    };
    submitCodeLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["CodeLoginForm"];
            };
        };
        responses: {
            /** @description The page with the field for the code, or again with the reason. */
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
    showSecondFactor: {
        parameters: {
            query?: {
                /**
                 * @description What the sign-in was sent on with; works in this browser alone, for this step, within 15 minutes.
                 * @example 2YotnFZFEjr1zCsicMWpAA
                 */
                ticket?: components["parameters"]["StepTicket"];
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
    submitSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SecondFactorForm"];
            };
        };
        responses: {
            /** @description The page with the field for the code, or again with the reason. */
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
    showPasswordStep: {
        parameters: {
            query?: {
                /**
                 * @description What the sign-in was sent on with; works in this browser alone, for this step, within 15 minutes.
                 * @example 2YotnFZFEjr1zCsicMWpAA
                 */
                ticket?: components["parameters"]["StepTicket"];
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
            400: components["responses"]["PageInvalidRequest"];
            default: components["responses"]["PageFailure"];
        };
    };
    submitPasswordStep: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["PasswordStepForm"];
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
    showAccessDenied: {
        parameters: {
            query: {
                /**
                 * @description Why not.
                 * @example not_admitted
                 */
                reason: "not_admitted" | "no_phone";
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
            400: components["responses"]["PageInvalidRequest"];
            default: components["responses"]["PageFailure"];
        };
    };
    getApplicationLogo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The name of the picture.
                 * @example n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg.webp
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture, 256 pixels wide and high. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["KeptForAYear"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": string;
                };
            };
            /** @description The picture that the caller has is the same. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["KeptForAYear"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["PageInvalidRequest"];
            404: components["responses"]["PageFailure"];
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
    startExternalSignIn: {
        parameters: {
            query: {
                /**
                 * @description Where to sign in.
                 * @example WeChat
                 */
                provider: components["parameters"]["SignInProvider"];
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
            303: components["responses"]["Continue"];
            400: components["responses"]["PageInvalidRequest"];
            default: components["responses"]["PageFailure"];
        };
    };
    receiveExternalSignIn: {
        parameters: {
            query?: {
                /**
                 * @description What stands for the user; missing when the user did not agree.
                 * @example 061CFR0w3vGq9T2hBm1w3xKk0F1CFR0t
                 */
                code?: string;
                /**
                 * @description Goes with the browser to the provider and back.
                 * @example 5d41402abc4b2a76b9719d911017c592
                 */
                state?: string;
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
            303: components["responses"]["Continue"];
            400: components["responses"]["PageInvalidRequest"];
            403: components["responses"]["PageForbidden"];
            429: components["responses"]["PageTooManyRequests"];
            502: components["responses"]["PageFailure"];
            default: components["responses"]["PageFailure"];
        };
    };
    showExternalBinding: {
        parameters: {
            query?: {
                /**
                 * @description What the call-back gave the browser; works in this browser alone, within twenty minutes.
                 * @example 5d41402abc4b2a76b9719d911017c592
                 */
                ticket?: components["parameters"]["ExternalTicket"];
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
            400: components["responses"]["PageInvalidRequest"];
            default: components["responses"]["PageFailure"];
        };
    };
    submitExternalBinding: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["BindingForm"];
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
    bindExternalLogin: {
        parameters: {
            query: {
                /**
                 * @description Where to sign in.
                 * @example WeChat
                 */
                provider: components["parameters"]["SignInProvider"];
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
            200: components["responses"]["AccountPage"];
            303: components["responses"]["Continue"];
            400: components["responses"]["PageInvalidRequest"];
            default: components["responses"]["PageFailure"];
        };
    };
    confirmExternalLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["BindForm"];
            };
        };
        responses: {
            200: components["responses"]["AccountPageAgain"];
            303: components["responses"]["Continue"];
            400: components["responses"]["PageInvalidRequest"];
            403: components["responses"]["PageForbidden"];
            413: components["responses"]["PagePayloadTooLarge"];
            415: components["responses"]["PageUnsupportedMediaType"];
            429: components["responses"]["PageTooManyRequests"];
            default: components["responses"]["PageFailure"];
        };
    };
    unbindExternalLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["UnbindForm"];
            };
        };
        responses: {
            200: components["responses"]["AccountPageAgain"];
            303: components["responses"]["Continue"];
            400: components["responses"]["PageInvalidRequest"];
            403: components["responses"]["PageForbidden"];
            413: components["responses"]["PagePayloadTooLarge"];
            415: components["responses"]["PageUnsupportedMediaType"];
            429: components["responses"]["PageTooManyRequests"];
            default: components["responses"]["PageFailure"];
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
    showAccountChoice: {
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
            400: components["responses"]["PageInvalidRequest"];
            default: components["responses"]["PageFailure"];
        };
    };
    submitAccountChoice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["ChoiceForm"];
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
    getUserBasic: {
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
                    "application/json": components["schemas"]["UserBasicAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeForbidden"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    updateUserBasic: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserBasicUpdate"];
            };
        };
        responses: {
            /** @description The user as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserBasicAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeForbidden"];
            /** @description The request conflicts with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            413: components["responses"]["EnvelopePayloadTooLarge"];
            415: components["responses"]["EnvelopeUnsupportedMediaType"];
            /** @description The request is well formed but breaks a rule. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    uploadProfileImage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["ProfileImageForm"];
            };
        };
        responses: {
            /** @description The user with the new picture. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserBasicAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeForbidden"];
            413: components["responses"]["EnvelopePayloadTooLarge"];
            415: components["responses"]["EnvelopeUnsupportedMediaType"];
            /** @description The request is well formed but breaks a rule. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    getProfileImage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The name of the picture.
                 * @example 3hJx0nq8Kb2VtYwZ5sRm7uPcLd4EfGaQ.webp
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture, 512 pixels wide and high. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["KeptForAYear"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": string;
                };
            };
            /** @description The picture that the caller has is the same. */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["KeptForAYear"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            /** @description What the request names does not exist. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    getUserDetails: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user with all details. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDetailsAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeForbidden"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    updateUserDetails: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserDetailsUpdate"];
            };
        };
        responses: {
            /** @description The user as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDetailsAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeForbidden"];
            413: components["responses"]["EnvelopePayloadTooLarge"];
            415: components["responses"]["EnvelopeUnsupportedMediaType"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    listUserExternalLogins: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bindings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExternalLoginsAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeForbidden"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    getReceiveInfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiveInfoAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeForbidden"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
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
    getUserClientConfiguration: {
        parameters: {
            query: {
                /**
                 * @description The client's GUID.
                 * @example 0198f2a5-0a11-7b3d-8e21-5c4d3b2a1f01
                 */
                guid: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The client. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientConfigurationAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeForbidden"];
            /** @description What the request names does not exist. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    getModificationCounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModificationCountsAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeForbidden"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    showSecurityPage: {
        parameters: {
            query?: {
                /**
                 * @description Languages for the page, best first, separated by blanks (BCP 47).
                 * @example zh-CN en
                 */
                ui_locales?: components["parameters"]["UiLocales"];
                /**
                 * @description What has just been done, for the page to say.
                 * @example saved
                 */
                notice?: components["parameters"]["Notice"];
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
    getCurrentIp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IpInfoAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeForbidden"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    sendVerificationCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerificationCodeRequest"];
            };
        };
        responses: {
            /** @description The code is on its way. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationCodeAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeForbidden"];
            413: components["responses"]["EnvelopePayloadTooLarge"];
            415: components["responses"]["EnvelopeUnsupportedMediaType"];
            /** @description The request is well formed but breaks a rule. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            /** @description Too many requests in a short time. */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            /** @description A service that this depends on failed. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    changeContact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactChange"];
            };
        };
        responses: {
            /** @description The user as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDetailsAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeForbidden"];
            /** @description The request conflicts with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            413: components["responses"]["EnvelopePayloadTooLarge"];
            415: components["responses"]["EnvelopeUnsupportedMediaType"];
            /** @description The request is well formed but breaks a rule. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    receiveUserMessages: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The id of the last event that was received; without it everything that is kept comes first.
                 * @example 41
                 */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream. */
            200: {
                headers: {
                    /**
                     * @description Nobody in between keeps or changes it.
                     * @example no-cache, no-transform
                     */
                    "Cache-Control": string;
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeForbidden"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    listUserGuids: {
        parameters: {
            query: {
                /**
                 * @description Which page; the first is 1.
                 * @example 1
                 */
                pageNum: components["parameters"]["PageNum"];
                /**
                 * @description How many a page holds, at most 200.
                 * @example 50
                 */
                pageSize: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of GUIDs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserGuidPage"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeForbidden"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    findUserGuids: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserLookup"][];
            };
        };
        responses: {
            /** @description One item per look-up. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserReferenceItemsAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeForbidden"];
            413: components["responses"]["EnvelopePayloadTooLarge"];
            415: components["responses"]["EnvelopeUnsupportedMediaType"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    queryUserDetails: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string[];
            };
        };
        responses: {
            /** @description One item per GUID. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDetailsItemsAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeForbidden"];
            413: components["responses"]["EnvelopePayloadTooLarge"];
            415: components["responses"]["EnvelopeUnsupportedMediaType"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    queryExternalLogins: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string[];
            };
        };
        responses: {
            /** @description One item per GUID. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserExternalLoginsItemsAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeForbidden"];
            413: components["responses"]["EnvelopePayloadTooLarge"];
            415: components["responses"]["EnvelopeUnsupportedMediaType"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    findUsersByExternalLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExternalLoginLookup"][];
            };
        };
        responses: {
            /** @description The logins that were found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExternalLoginsAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeForbidden"];
            413: components["responses"]["EnvelopePayloadTooLarge"];
            415: components["responses"]["EnvelopeUnsupportedMediaType"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    createUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserCreate"][];
            };
        };
        responses: {
            /** @description One item per user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserBasicItemsAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeForbidden"];
            413: components["responses"]["EnvelopePayloadTooLarge"];
            415: components["responses"]["EnvelopeUnsupportedMediaType"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    listLoginRecords: {
        parameters: {
            query: {
                /**
                 * @description Only sign-ins of this user.
                 * @example 0198f2a4-9f3c-7d1e-8a55-0c2b7b6a1f10
                 */
                guid?: string;
                /**
                 * @description Only sign-ins at or after this time.
                 * @example 2022-11-02T02:53:45.000Z
                 */
                loginAfter?: string;
                /**
                 * @description Only sign-ins before this time.
                 * @example 2022-11-03T08:15:00.000Z
                 */
                loginBefore?: string;
                /**
                 * @description Only sign-ins on this day or later.
                 * @example 2022-11-02
                 */
                firstDay?: string;
                /**
                 * @description Only sign-ins on this day or earlier.
                 * @example 2022-11-03
                 */
                lastDay?: string;
                /**
                 * @description The time zone of the days (IANA).
                 * @example Asia/Shanghai
                 */
                timeZone: string;
                /**
                 * @description Which page; the first is 1.
                 * @example 1
                 */
                pageNum: components["parameters"]["PageNum"];
                /**
                 * @description How many a page holds, at most 200.
                 * @example 50
                 */
                pageSize: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of sign-ins. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoginRecordPage"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeForbidden"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    addExternalLogins: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExternalLoginCreate"][];
            };
        };
        responses: {
            /** @description One item per login. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserExternalLoginsItemsAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeForbidden"];
            413: components["responses"]["EnvelopePayloadTooLarge"];
            415: components["responses"]["EnvelopeUnsupportedMediaType"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    updateUsersDetails: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserDetailsEdit"][];
            };
        };
        responses: {
            /** @description One item per user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDetailsItemsAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeForbidden"];
            413: components["responses"]["EnvelopePayloadTooLarge"];
            415: components["responses"]["EnvelopeUnsupportedMediaType"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    refreshDepartments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DepartmentRefresh"];
            };
        };
        responses: {
            /** @description How far it has come. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentRefreshAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeForbidden"];
            /** @description What the request names does not exist. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            /** @description The request conflicts with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            413: components["responses"]["EnvelopePayloadTooLarge"];
            415: components["responses"]["EnvelopeUnsupportedMediaType"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            /** @description A service that this depends on failed. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    pushServiceMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceMessage"];
            };
        };
        responses: {
            /** @description The message is kept, and on its way. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceMessageAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeForbidden"];
            /** @description What the request names does not exist. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            413: components["responses"]["EnvelopePayloadTooLarge"];
            415: components["responses"]["EnvelopeUnsupportedMediaType"];
            /** @description The request is well formed but breaks a rule. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    listOemUsers: {
        parameters: {
            query: {
                /**
                 * @description Which page; the first is 1.
                 * @example 1
                 */
                pageNum: components["parameters"]["PageNum"];
                /**
                 * @description How many a page holds, at most 200.
                 * @example 50
                 */
                pageSize: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of users. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserBasicPage"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeForbidden"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    registerOemUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OemUserCreate"][];
            };
        };
        responses: {
            /** @description One item per user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserBasicItemsAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeForbidden"];
            413: components["responses"]["EnvelopePayloadTooLarge"];
            415: components["responses"]["EnvelopeUnsupportedMediaType"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    updateOemUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OemUserUpdate"][];
            };
        };
        responses: {
            /** @description One item per user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserBasicItemsAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeForbidden"];
            413: components["responses"]["EnvelopePayloadTooLarge"];
            415: components["responses"]["EnvelopeUnsupportedMediaType"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    deleteOemUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string[];
            };
        };
        responses: {
            /** @description One item per user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserBasicItemsAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeForbidden"];
            413: components["responses"]["EnvelopePayloadTooLarge"];
            415: components["responses"]["EnvelopeUnsupportedMediaType"];
            /** @description The request is well formed but breaks a rule. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    listUsers: {
        parameters: {
            query: {
                /**
                 * @description Users with, or without, an e-mail address.
                 * @example true
                 */
                hasEmail?: components["parameters"]["FilterHasEmail"];
                /**
                 * @description Users with, or without, a phone number.
                 * @example true
                 */
                hasPhone?: components["parameters"]["FilterHasPhone"];
                /**
                 * @description These users; repeated for each.
                 * @example [
                 *       "0198f2a4-9f3c-7d1e-8a55-0c2b7b6a1f10"
                 *     ]
                 */
                userGuid?: components["parameters"]["FilterUserGuid"];
                /**
                 * @description Users who have signed in to one of these clients, and OEM users of one; repeated for each.
                 * @example [
                 *       "TestClient"
                 *     ]
                 */
                client?: components["parameters"]["FilterClient"];
                /**
                 * @description These user names; repeated for each.
                 * @example [
                 *       "testUserName"
                 *     ]
                 */
                userName?: components["parameters"]["FilterUserName"];
                /**
                 * @description These e-mail addresses; repeated for each.
                 * @example [
                 *       "test@example.com"
                 *     ]
                 */
                email?: components["parameters"]["FilterEmail"];
                /**
                 * @description These phone numbers, with a dialling code unless it is `+86`; repeated for each.
                 * @example [
                 *       "13800000001"
                 *     ]
                 */
                phone?: components["parameters"]["FilterPhone"];
                /**
                 * @description Users with a login at one of these providers; repeated for each.
                 * @example [
                 *       "WeChat"
                 *     ]
                 */
                external?: components["parameters"]["FilterExternal"];
                /**
                 * @description These states; repeated for each.
                 * @example [
                 *       "Normal"
                 *     ]
                 */
                accountState?: components["parameters"]["FilterAccountState"];
                /**
                 * @description Created at or after this time.
                 * @example 2022-11-02T02:53:45.000Z
                 */
                createAfter?: components["parameters"]["FilterCreateAfter"];
                /**
                 * @description Created before this time.
                 * @example 2032-11-02T02:53:45.000Z
                 */
                createBefore?: components["parameters"]["FilterCreateBefore"];
                /**
                 * @description Last signed in at or after this time.
                 * @example 2022-11-02T02:53:45.000Z
                 */
                lastLoginAfter?: components["parameters"]["FilterLastLoginAfter"];
                /**
                 * @description Last signed in before this time.
                 * @example 2032-11-02T02:53:45.000Z
                 */
                lastLoginBefore?: components["parameters"]["FilterLastLoginBefore"];
                /**
                 * @description Which page; the first is 1.
                 * @example 1
                 */
                pageNum: components["parameters"]["PageNum"];
                /**
                 * @description How many a page holds, at most 200.
                 * @example 50
                 */
                pageSize: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of users. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManagedUserPage"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeRoleRequired"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    getUserExport: {
        parameters: {
            query: {
                /**
                 * @description The export application.
                 * @example 0198f2a5-2504-7f6a-9b54-8f7a6e5d4c34
                 */
                guid: string;
                /**
                 * @description Why the data is fetched.
                 * @example Monthly report
                 */
                reason?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DownloadRecordsAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeRoleRequired"];
            /** @description What the request names does not exist. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            /** @description The request conflicts with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            /** @description The request is well formed but breaks a rule. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            429: components["responses"]["EnvelopeTooManyRequests"];
            /** @description A service that this depends on failed. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    applyUserExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserExportCreate"];
            };
        };
        responses: {
            /** @description The application. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportApplicationAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeRoleRequired"];
            413: components["responses"]["EnvelopePayloadTooLarge"];
            415: components["responses"]["EnvelopeUnsupportedMediaType"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    cancelUserExport: {
        parameters: {
            query: {
                /**
                 * @description The export application.
                 * @example 0198f2a5-2504-7f6a-9b54-8f7a6e5d4c34
                 */
                guid: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The application, cancelled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportApplicationAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeRoleRequired"];
            /** @description What the request names does not exist. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            /** @description The request conflicts with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    listExportApplications: {
        parameters: {
            query: {
                /**
                 * @description Which page; the first is 1.
                 * @example 1
                 */
                pageNum: components["parameters"]["PageNum"];
                /**
                 * @description How many a page holds, at most 200.
                 * @example 50
                 */
                pageSize: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of applications. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportApplicationPage"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeRoleRequired"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    listExportDownloads: {
        parameters: {
            query: {
                /**
                 * @description Only downloads of this application.
                 * @example 0198f2a5-2504-7f6a-9b54-8f7a6e5d4c34
                 */
                guid?: string;
                /**
                 * @description Which page; the first is 1.
                 * @example 1
                 */
                pageNum: components["parameters"]["PageNum"];
                /**
                 * @description How many a page holds, at most 200.
                 * @example 50
                 */
                pageSize: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of downloads. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DownloadRecordPage"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeRoleRequired"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    getUserExportFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The download, as it was mailed.
                 * @example 0198f2a5-3504-7f6a-9b54-8f7a6e5d4c35
                 */
                guid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file; UTF-8, or a workbook. */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Attachment"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            303: components["responses"]["Continue"];
            400: components["responses"]["PageInvalidRequest"];
            /** @description The person has not got the role any more. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": components["schemas"]["Page"];
                };
            };
            404: components["responses"]["PageNotFound"];
            /** @description The export was cancelled, or its time is over. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": components["schemas"]["Page"];
                };
            };
            429: components["responses"]["PageTooManyRequests"];
            default: components["responses"]["PageFailure"];
        };
    };
    searchUsers: {
        parameters: {
            query: {
                /**
                 * @description Any part of it; letters count the same in upper and lower case, full and half width. No character has another meaning.
                 * @example testUser
                 */
                keyword: string;
                /**
                 * @description Users with, or without, an e-mail address.
                 * @example true
                 */
                hasEmail?: components["parameters"]["FilterHasEmail"];
                /**
                 * @description Users with, or without, a phone number.
                 * @example true
                 */
                hasPhone?: components["parameters"]["FilterHasPhone"];
                /**
                 * @description These users; repeated for each.
                 * @example [
                 *       "0198f2a4-9f3c-7d1e-8a55-0c2b7b6a1f10"
                 *     ]
                 */
                userGuid?: components["parameters"]["FilterUserGuid"];
                /**
                 * @description Users who have signed in to one of these clients, and OEM users of one; repeated for each.
                 * @example [
                 *       "TestClient"
                 *     ]
                 */
                client?: components["parameters"]["FilterClient"];
                /**
                 * @description These user names; repeated for each.
                 * @example [
                 *       "testUserName"
                 *     ]
                 */
                userName?: components["parameters"]["FilterUserName"];
                /**
                 * @description These e-mail addresses; repeated for each.
                 * @example [
                 *       "test@example.com"
                 *     ]
                 */
                email?: components["parameters"]["FilterEmail"];
                /**
                 * @description These phone numbers, with a dialling code unless it is `+86`; repeated for each.
                 * @example [
                 *       "13800000001"
                 *     ]
                 */
                phone?: components["parameters"]["FilterPhone"];
                /**
                 * @description Users with a login at one of these providers; repeated for each.
                 * @example [
                 *       "WeChat"
                 *     ]
                 */
                external?: components["parameters"]["FilterExternal"];
                /**
                 * @description These states; repeated for each.
                 * @example [
                 *       "Normal"
                 *     ]
                 */
                accountState?: components["parameters"]["FilterAccountState"];
                /**
                 * @description Created at or after this time.
                 * @example 2022-11-02T02:53:45.000Z
                 */
                createAfter?: components["parameters"]["FilterCreateAfter"];
                /**
                 * @description Created before this time.
                 * @example 2032-11-02T02:53:45.000Z
                 */
                createBefore?: components["parameters"]["FilterCreateBefore"];
                /**
                 * @description Last signed in at or after this time.
                 * @example 2022-11-02T02:53:45.000Z
                 */
                lastLoginAfter?: components["parameters"]["FilterLastLoginAfter"];
                /**
                 * @description Last signed in before this time.
                 * @example 2032-11-02T02:53:45.000Z
                 */
                lastLoginBefore?: components["parameters"]["FilterLastLoginBefore"];
                /**
                 * @description Which page; the first is 1.
                 * @example 1
                 */
                pageNum: components["parameters"]["PageNum"];
                /**
                 * @description How many a page holds, at most 200.
                 * @example 50
                 */
                pageSize: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of users. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManagedUserPage"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeRoleRequired"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    getDepartmentChain: {
        parameters: {
            query: {
                /**
                 * @description The user's GUID.
                 * @example 0198f2a4-9f3c-7d1e-8a55-0c2b7b6a1f10
                 */
                guid: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The chains. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentChainAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeRoleRequired"];
            /** @description What the request names does not exist. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    editUserDetails: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserDetailsEdit"];
            };
        };
        responses: {
            /** @description The user as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDetailsAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeRoleRequired"];
            /** @description What the request names does not exist. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            413: components["responses"]["EnvelopePayloadTooLarge"];
            415: components["responses"]["EnvelopeUnsupportedMediaType"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    editUserSecurity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserSecurityEdit"];
            };
        };
        responses: {
            /** @description The user as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserBasicAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            /** @description What the request names does not exist. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            /** @description The request conflicts with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            413: components["responses"]["EnvelopePayloadTooLarge"];
            415: components["responses"]["EnvelopeUnsupportedMediaType"];
            /** @description The request is well formed but breaks a rule. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    unbindUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserUnbind"];
            };
        };
        responses: {
            /** @description The user as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserBasicAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            /** @description What the request names does not exist. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            413: components["responses"]["EnvelopePayloadTooLarge"];
            415: components["responses"]["EnvelopeUnsupportedMediaType"];
            /** @description The request is well formed but breaks a rule. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    listRoleGroups: {
        parameters: {
            query: {
                /**
                 * @description Which page; the first is 1.
                 * @example 1
                 */
                pageNum: components["parameters"]["PageNum"];
                /**
                 * @description How many a page holds, at most 200.
                 * @example 50
                 */
                pageSize: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of role groups. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleGroupPage"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeRoleRequired"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    createRoleGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleGroupCreate"];
            };
        };
        responses: {
            /** @description The role group. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleGroupAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeRoleRequired"];
            /** @description What the request names does not exist. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            /** @description The request conflicts with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            413: components["responses"]["EnvelopePayloadTooLarge"];
            415: components["responses"]["EnvelopeUnsupportedMediaType"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    updateRoleGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleGroupUpdate"];
            };
        };
        responses: {
            /** @description The role group as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleGroupAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeGroupManagerRequired"];
            /** @description What the request names does not exist. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            413: components["responses"]["EnvelopePayloadTooLarge"];
            415: components["responses"]["EnvelopeUnsupportedMediaType"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    setRoleGroupManager: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleGroupManagerChange"];
            };
        };
        responses: {
            /** @description The role group as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleGroupAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeRoleRequired"];
            /** @description What the request names does not exist. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            413: components["responses"]["EnvelopePayloadTooLarge"];
            415: components["responses"]["EnvelopeUnsupportedMediaType"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    addRoleGroupMembers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleGroupMembers"];
            };
        };
        responses: {
            /** @description The role group as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleGroupAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeGroupManagerRequired"];
            /** @description What the request names does not exist. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            413: components["responses"]["EnvelopePayloadTooLarge"];
            415: components["responses"]["EnvelopeUnsupportedMediaType"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    removeRoleGroupMembers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleGroupMembers"];
            };
        };
        responses: {
            /** @description The role group as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleGroupAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeGroupManagerRequired"];
            /** @description What the request names does not exist. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            413: components["responses"]["EnvelopePayloadTooLarge"];
            415: components["responses"]["EnvelopeUnsupportedMediaType"];
            /** @description The request is well formed but breaks a rule. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    addRoleGroupReaders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleGroupReaders"];
            };
        };
        responses: {
            /** @description The role group as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleGroupAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeGroupManagerRequired"];
            /** @description What the request names does not exist. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            413: components["responses"]["EnvelopePayloadTooLarge"];
            415: components["responses"]["EnvelopeUnsupportedMediaType"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    removeRoleGroupReaders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleGroupReaders"];
            };
        };
        responses: {
            /** @description The role group as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleGroupAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeGroupManagerRequired"];
            /** @description What the request names does not exist. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            413: components["responses"]["EnvelopePayloadTooLarge"];
            415: components["responses"]["EnvelopeUnsupportedMediaType"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    saveCorp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorpSave"];
            };
        };
        responses: {
            /** @description The enterprise. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorpAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeRoleRequired"];
            /** @description What the request names does not exist. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            /** @description The request conflicts with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            413: components["responses"]["EnvelopePayloadTooLarge"];
            415: components["responses"]["EnvelopeUnsupportedMediaType"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    saveCorpExternalLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorpExternalLinkSave"];
            };
        };
        responses: {
            /** @description The link. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorpExternalLinkAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            401: components["responses"]["EnvelopeUnauthorized"];
            403: components["responses"]["EnvelopeRoleRequired"];
            /** @description What the request names does not exist. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            /** @description The request conflicts with the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            413: components["responses"]["EnvelopePayloadTooLarge"];
            415: components["responses"]["EnvelopeUnsupportedMediaType"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    verifyWecomCallback: {
        parameters: {
            query: {
                /**
                 * @description The signature over token, time, nonce and encrypted text.
                 * @example 5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3
                 */
                msg_signature: components["parameters"]["MsgSignature"];
                /**
                 * @description When it was signed, in Unix seconds.
                 * @example 1409659589
                 */
                timestamp: components["parameters"]["Timestamp"];
                /**
                 * @description A random text that belongs to the signature.
                 * @example 263014780
                 */
                nonce: components["parameters"]["Nonce"];
                /**
                 * @description The encrypted text.
                 * @example P9nAzCzyDtyTWESHep1vC5X9xho
                 */
                echostr: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The decrypted text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    receiveWecomCallback: {
        parameters: {
            query: {
                /**
                 * @description The signature over token, time, nonce and encrypted text.
                 * @example 5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3
                 */
                msg_signature: components["parameters"]["MsgSignature"];
                /**
                 * @description When it was signed, in Unix seconds.
                 * @example 1409659589
                 */
                timestamp: components["parameters"]["Timestamp"];
                /**
                 * @description A random text that belongs to the signature.
                 * @example 263014780
                 */
                nonce: components["parameters"]["Nonce"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/xml": string;
            };
        };
        responses: {
            /** @description Received; WeCom repeats what is not answered so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            /** @description Not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            413: components["responses"]["EnvelopePayloadTooLarge"];
            415: components["responses"]["EnvelopeUnsupportedMediaType"];
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
        };
    };
    getClientConfiguration: {
        parameters: {
            query: {
                /**
                 * @description The client's id.
                 * @example TestClient
                 */
                client_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The client. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientConfigurationAnswer"];
                };
            };
            400: components["responses"]["EnvelopeInvalidRequest"];
            /** @description What the request names does not exist. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvelopeError"];
                };
            };
            429: components["responses"]["EnvelopeTooManyRequests"];
            default: components["responses"]["EnvelopeFailure"];
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
