// Generated from packages/compiler/golden/v2/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

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
    "/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["updateUser"];
        trace?: never;
    };
    "/users/{user_id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["startCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["createMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["updateMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{user_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        get?: never;
        put: operations["replaceMember"];
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
        PersonUpdate: {
            id?: string;
            given_name?: string;
            middle_name?: string;
            family_name?: string;
            /** Format: email */
            email?: string;
            mobile?: components["schemas"]["Mobile"];
            street?: string;
            street_2?: string;
            city?: string;
            region?: string;
            country?: string;
            /** Format: date */
            born_on?: string;
            gender?: string;
            occupation?: string;
            scope?: string;
            type?: string;
            employer?: components["schemas"]["Employer"];
            numbers?: components["schemas"]["DocumentNumber"][];
            scans?: components["schemas"]["Scan"][];
        };
        BusinessUpdate: {
            name?: string;
            /** Format: email */
            email?: string;
            mobile?: components["schemas"]["Mobile"];
            country?: string;
            /** Format: date */
            founded_on?: string;
            website?: string;
            username?: string;
            monthly_payments?: string;
            numbers?: components["schemas"]["DocumentNumber"][];
            scans?: components["schemas"]["Scan"][];
        };
        MemberCreate: {
            /** @constant */
            kind: "consumer";
            reference: components["schemas"]["Reference"];
            name: components["schemas"]["Name"];
            /** Format: email */
            email?: string;
            phone: components["schemas"]["Phone"];
            /** Format: date */
            born_on?: string;
            address?: components["schemas"]["Address"];
            employer?: components["schemas"]["Employer"];
            ssn?: $Write<components["schemas"]["SealedSsn"]>;
            terms_accepted?: boolean;
            tags?: components["schemas"]["Tag"][];
        };
        MemberUpdate: {
            user_id: string;
            /** Format: password */
            api_key?: $Write<string>;
            reference?: components["schemas"]["Reference"];
            name?: components["schemas"]["Name"];
            /** Format: email */
            email?: string | null;
            username?: string | null;
            phone?: components["schemas"]["Phone"];
            /** Format: date */
            born_on?: string;
            address?: components["schemas"]["Address"];
            ssn?: $Write<components["schemas"]["SealedSsn"]>;
            active?: boolean;
        };
        MemberReplacement: {
            reference: components["schemas"]["Reference"];
            name: components["schemas"]["Name"];
            /** Format: email */
            email?: string | null;
            username?: string | null;
            phone: string;
            active?: boolean;
            payout_account?: string;
        };
        User: {
            id: string;
            /** @enum {string} */
            status: "OPEN" | "CHECKING" | "DONE" | "CLOSED";
            business?: boolean;
            given_name?: string;
            middle_name?: string;
            family_name?: string;
            name?: string;
            email?: string;
            mobile?: string;
            street?: string;
            street_2?: string;
            city?: string;
            region?: string;
            country?: string;
            born_on?: string;
            founded_on?: string;
            gender?: string;
            occupation?: string;
            username?: string;
            scope?: string;
            type?: string;
            website?: string;
            monthly_payments?: string;
            employer?: components["schemas"]["Employer"];
            numbers?: components["schemas"]["DocumentNumber"][];
            scans?: components["schemas"]["Scan"][];
            created_at?: string;
        };
        Page: {
            items: components["schemas"]["Member"][];
        };
        Member: {
            id: string;
            /** @enum {string} */
            kind?: "consumer" | "company";
            reference?: components["schemas"]["Reference"];
            name?: string;
            email?: string | null;
            username?: string | null;
            phone?: string;
            born_on?: string;
            address?: components["schemas"]["Address"];
            employer?: components["schemas"]["Employer"];
            ssn_last_4?: string;
            active?: boolean;
            payout_account?: string;
            created_at?: string;
        };
        Mobile: string;
        Phone: string;
        Reference: string | number;
        Name: string;
        /** Format: password */
        SealedSsn: string;
        Address: {
            line_1: string;
            line_2?: string | null;
            city: string;
            state: string;
            zip: string;
            /** @enum {string} */
            country: "UNITED STATES";
        };
        Employer: {
            name?: string;
            address?: string;
            phone?: string;
        };
        DocumentNumber: {
            id?: string;
            /** @enum {string} */
            kind: "SSN" | "PASSPORT" | "LICENCE";
            value: string;
            issuer?: string;
            /** Format: date */
            issued_on?: string;
            /** Format: date */
            expires_on?: string;
            country?: string;
            region?: string;
        };
        Scan: {
            id?: string;
            /** @enum {string} */
            kind: "PASSPORT" | "STATEMENT" | "CHARTER";
            front: string;
            back?: string;
            country?: string;
            region?: string;
            /** Format: date */
            expires_on?: string;
        };
        Tag: {
            name: string;
            value: string;
        };
    };
    responses: never;
    parameters: {
        UserId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    updateUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: components["parameters"]["UserId"];
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
        };
    };
    startCheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The check has begun. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createMember: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberCreate"];
            };
        };
        responses: {
            /** @description The member, as the one of a page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page"];
                };
            };
        };
    };
    updateMember: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberUpdate"];
            };
        };
        responses: {
            /** @description The member. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
        };
    };
    replaceMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberReplacement"];
            };
        };
        responses: {
            /** @description The member. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
        };
    };
}
