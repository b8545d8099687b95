// Generated from packages/compiler/golden/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

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
    "/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listUsers"];
        put?: never;
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put: operations["replaceUser"];
        post?: never;
        delete: operations["deleteUser"];
        options?: never;
        head?: never;
        patch: operations["updateUser"];
        trace?: never;
    };
    "/users/{user_id}/kyc": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["startKyc"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    userChecked: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header: {
                    "X-Signature": string;
                    "X-Time"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CheckEvent"];
                };
            };
            responses: {
                /** @description To be sent again. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Taken. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        UserCreate: {
            /** @description Set by the provider, so never sent. */
            id: $Read<components["schemas"]["Id"]>;
            /** Format: date-time */
            created_at?: $Read<string>;
            name: components["schemas"]["Name"];
            /** @enum {string} */
            kind: "person" | "business";
            /** @constant */
            version?: 1;
            nickname?: string;
            /** @enum {unknown} */
            currency?: "USD";
            /** Format: email */
            email?: string | null;
            /** Format: date */
            birth_date?: string;
            /** Format: uuid */
            parent?: string;
            ssn: $Write<components["schemas"]["Ssn"]>;
            age?: number;
            balance?: number;
            tags?: string[];
            number?: number | string;
            labels?: {
                [key: string]: string | number;
            };
            /** @description A name with a slash in it. */
            "address/home"?: components["schemas"]["Address"];
            contact?: string | {
                phone: string;
            };
            extra?: unknown;
        };
        PersonUpdate: {
            /** Format: password */
            api_key: $Write<string>;
            id?: $Read<components["schemas"]["Id"]>;
            /** @description The rule stands beside the reference. */
            name?: components["schemas"]["Name"];
            ssn?: $Write<components["schemas"]["Ssn"]>;
            documents?: components["schemas"]["Document"][];
        };
        BusinessUpdate: {
            name?: string;
        };
        UserReplacement: {
            reference: string;
            name: string;
        };
        Id: string;
        Name: string;
        /** Format: password */
        Ssn: string;
        Address: {
            city: string;
            zip?: string;
        };
        Document: {
            /** @enum {string} */
            document_type: "SSN" | "PASSPORT";
            /** Format: password */
            document_value?: $Write<string>;
        };
        User: {
            id: $Read<components["schemas"]["Id"]>;
            /** @enum {string} */
            status: "OPEN" | "CHECKING" | "DONE" | "CLOSED";
            /** @enum {string} */
            outcome?: "success";
            name?: string;
            /** Format: email */
            email?: string | null;
            /** Format: uri */
            website?: string;
            /** @description Written only, so never returned. */
            ssn: $Write<components["schemas"]["Ssn"]>;
            referred?: components["schemas"]["User"][];
            employer?: components["schemas"]["Employer"];
            checks?: {
                note?: unknown;
            } & {
                [key: string]: "PASSED" | "FAILED";
            };
            origin?: string | {
                country: string;
            };
        };
        Employer: {
            city: string;
            country?: string;
            zip?: string;
            left_at: string | null;
            /** @enum {string} */
            kind?: "own" | "client";
        };
        Check: {
            state?: string;
        };
        Progress: {
            reached?: string;
        };
        CheckEvent: {
            /** @enum {string} */
            event: "check.done" | "check.failed";
            data: {
                id: string;
                user_id?: string;
            };
        };
        Accepted: {
            ticket: string;
        };
        Problems: {
            problems: components["schemas"]["Error"][];
        };
        Error: {
            message: string;
            detail?: unknown;
        };
    };
    responses: {
        /** @description The user. */
        Created: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["User"];
            };
        };
        /** @description Why not. */
        Failed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
        XDate: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listUsers: {
        parameters: {
            query?: {
                page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The users. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"][];
                };
            };
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: {
                "X-Date"?: components["parameters"]["XDate"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserCreate"];
            };
        };
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            201: components["responses"]["Created"];
            /** @description Invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problems"];
                };
            };
            default: components["responses"]["Failed"];
        };
    };
    replaceUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserReplacement"];
            };
        };
        responses: {
            /** @description The user, or word that it will be changed later. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"] | components["schemas"]["Accepted"];
                };
            };
        };
    };
    deleteUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["Failed"];
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonUpdate"] | components["schemas"]["BusinessUpdate"];
            };
        };
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["Failed"];
        };
    };
    startKyc: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The check. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Progress"];
                };
            };
        };
    };
}
