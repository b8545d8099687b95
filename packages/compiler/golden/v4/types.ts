// Generated from packages/compiler/golden/v4/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

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
    "/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        get: operations["getPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["updatePerson"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        PersonUpdate: {
            email?: string;
            individual?: {
                title?: string;
                name?: {
                    first_name?: string;
                    last_name?: string;
                };
                tax?: {
                    /** Format: password */
                    number?: $Write<string>;
                    office?: string;
                };
            };
            address?: {
                line1?: string;
                line2?: string;
                city?: string;
                state?: string;
                country?: string;
            };
            preferences?: {
                language?: string;
                currency?: string;
                tags?: string[];
            };
            settings?: {
                channel?: string;
                region?: string;
            };
        };
        User: {
            id: string;
            /** @enum {string} */
            status: "open" | "retry" | "approved" | "closed";
            email?: string;
            individual?: {
                title?: string;
                name?: {
                    first_name?: string;
                    last_name?: string;
                };
                tax?: {
                    office?: string;
                };
            };
            address?: {
                line1?: string;
                line2?: string;
                city?: string;
                state?: string;
                country?: string;
            };
            preferences?: {
                language?: string;
                currency?: string;
                tags?: string[];
            };
            settings?: {
                channel?: string;
                region?: string;
            };
        };
        Error: {
            code: string;
            message: string;
        };
    };
    responses: {
        /** @description The person. */
        Person: {
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
    getPerson: {
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
            200: components["responses"]["Person"];
        };
    };
    updatePerson: {
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
                "application/json": components["schemas"]["PersonUpdate"];
            };
        };
        responses: {
            200: components["responses"]["Person"];
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
