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
    "/api/v2/sdk/server-date": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getServerDate"];
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
        /** @description A failure of the interfaces below /api/v2. */
        Error: {
            /** @description A code of the table of error codes. */
            error_code: string;
            /** @description A sentence for people, in the language of `X-L`. */
            error_msg: string;
        };
    };
    responses: {
        /** @description Any other failure; with HTTP status 501 while the server does not have this operation yet. */
        Failure: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
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
         * @description The language of messages, `zh` or `en`; `Accept-Language` and then `zh` when left out.
         * @example zh
         */
        Language: "zh" | "en";
        /**
         * @description The ClientId of the registered application.
         * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
         */
        ClientId: string;
        /**
         * @description The tenant; only callers that are ISV applications must send it.
         * @example 08f770f51f80d2f40f38c00cb199fd21
         */
        TenantId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
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
                 * @description The language of messages, `zh` or `en`; `Accept-Language` and then `zh` when left out.
                 * @example zh
                 */
                "X-L"?: components["parameters"]["Language"];
                /**
                 * @description The ClientId of the registered application.
                 * @example DRrYIqauawN0I8myTMoDTPys6ezGZxnm
                 */
                "X-client-id": components["parameters"]["ClientId"];
                /**
                 * @description The tenant; only callers that are ISV applications must send it.
                 * @example 08f770f51f80d2f40f38c00cb199fd21
                 */
                "X-tenant-id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description x */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            default: components["responses"]["Failure"];
        };
    };
}
