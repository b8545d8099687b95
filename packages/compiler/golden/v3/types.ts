// Generated from packages/compiler/golden/v3/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

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
    "/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        get: operations["getCustomer"];
        put?: never;
        post: operations["updateCustomer"];
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
        PersonalUpdate: {
            firstName?: string;
            lastName?: string;
            email?: string;
            phone?: string;
            address1?: string;
            address2?: string;
            city?: string;
            state?: string;
            postalCode?: string;
            ipAddress?: string;
            /** Format: date */
            dateOfBirth?: string;
            /** Format: password */
            ssn?: $Write<string>;
        };
        BusinessUpdate: {
            /** @constant */
            type?: "business";
            businessName?: string;
            email?: string;
            website?: string;
            doingBusinessAs?: string;
            /** Format: password */
            ein?: $Write<string>;
        };
        User: {
            id: string;
            /** @enum {string} */
            type?: "unverified" | "personal" | "business";
            /** @enum {string} */
            status: "unverified" | "retry" | "document" | "kba" | "verified" | "suspended" | "deactivated";
            firstName?: string;
            lastName?: string;
            email?: string;
            phone?: string;
            address1?: string;
            address2?: string;
            city?: string;
            state?: string;
            postalCode?: string;
            businessName?: string;
            doingBusinessAs?: string;
            website?: string;
        };
        Error: {
            code: string;
            message: string;
        };
    };
    responses: {
        /** @description The customer. */
        Customer: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["User"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Customer"];
        };
    };
    updateCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonalUpdate"] | components["schemas"]["BusinessUpdate"];
            };
        };
        responses: {
            200: components["responses"]["Customer"];
            /** @description Refused. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
}
