import type { Field } from './fields.ts';
import type { User } from './user.ts';
import type { DocumentsRow, UserOperation } from './user-operation.ts';

type RowsOf<A> = A extends UserOperation<infer _Rules, never, infer Rows> ? Rows : never;

type NameIn<RowType> =
  RowType extends DocumentsRow<infer Name, infer _Kind>
    ? Name
    : RowType extends { readonly fields: readonly (infer Name)[] }
      ? Name
      : never;

type NativeOf<Rows> = { [P in keyof Rows]: Rows[P] extends { readonly is: 'native' } ? P : never }[keyof Rows] & string;

/** The names of a form's inputs: `address.city`, and `native.user_scope` where these are asked for. */
export type FormPath<A, Native extends boolean = false, Rows = RowsOf<A>> =
  | ({ [P in keyof Rows]: NameIn<Rows[P]> }[keyof Rows] & Field)
  | (Native extends true ? `native.${NativeOf<Rows>}` : never);

/** What an input of such a value holds: '' for nothing. */
type InputOf<Value> = Value extends readonly (infer Element)[]
  ? Element[]
  : Value extends string
    ? string
    : Value extends number
      ? number | string
      : Value extends boolean
        ? boolean | ''
        : never;

type Top<Path> = Path extends `${string}.${string}` ? never : Path;
type GroupIn<Path> = Path extends `${infer Group}.${string}` ? Group : never;
type PartOf<Group extends string, Path> = Path extends `${Group}.${infer Part}` ? Part : never;
type At<Type, Name> = Name extends keyof Type ? NonNullable<Type[Name]> : unknown;

/** What a form holds: each input by its name, nested as React Hook Form and TanStack Form name them. */
export type FormValues<A, Native extends boolean = false, Path = FormPath<A, Native>> = {
  [Name in Top<Path> & string]: InputOf<At<User, Name>>;
} & {
  [Group in GroupIn<Path>]: {
    [Part in PartOf<Group, Path>]: Group extends 'native' ? unknown : InputOf<At<At<User, Group>, Part>>;
  };
};
