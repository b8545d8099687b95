/** @jsxImportSource preact */
import type { FieldSchema, FieldState } from 'amend';
import { states } from 'amend/matrix';
import { useConflicts } from './data.ts';
import { Linked } from './parts.tsx';
import { fieldTo } from './route.ts';
import { Sign } from './sign.tsx';
import type { State } from './state.ts';
import { matrix } from './subjects.ts';

const wordOf: Readonly<Record<string, string>> = {
  minLength: 'at least this long',
  maxLength: 'at most this long',
  minimum: 'no less than',
  maximum: 'no more than',
  enum: 'one of',
  const: 'always',
};

const constraintsOf = (schema: FieldSchema): readonly (readonly [string, string])[] =>
  Object.entries(schema)
    .filter(([, value]) => typeof value !== 'object' || Array.isArray(value))
    .map(([keyword, value]) => [wordOf[keyword] ?? keyword, [value].flat().map(String).join(', ')]);

const evidence = {
  seed: 'the brief of this project',
  vendor: "the provider's page",
  'third-party': 'somebody who uses it',
  assumed: 'our assumption',
} as const;

/** The same field at every provider: each a link. */
const Elsewhere = ({ state, field }: { state: State; field: string }) => {
  const row = matrix.rows.find((each) => each.field === field);
  const cells = row?.cells.filter(({ state: told }) => told !== 'absent') ?? [];
  return (
    <ul class="elsewhere">
      {cells.map((cell) => {
        const name = [cell.provider, cell.variant, cell.status].filter(Boolean).join(' · ');
        return (
          <li key={name}>
            <Sign of={cell.state} />
            <a href={fieldTo(state, state.change, field, cell)}>{name}</a>
            <span>{states[cell.state].meaning}</span>
          </li>
        );
      })}
    </ul>
  );
};

/** Who says what of a field, and how it is written. */
export const FieldDetail = ({ at, state }: { at: FieldState; state: State }) => {
  const { provider, operation } = state.subject;
  const sentences = useConflicts(provider, at.conflicts !== undefined);
  const rule = operation.rules?.properties[at.property.split('.')[0] ?? ''];
  const effect = rule && 'effect' in rule ? rule.effect : undefined;
  return (
    <div class="detail">
      <p class="reason">{at.reason}</p>
      {Object.entries({ ...at.lockedKinds, ...at.lockedMembers }).map(([kind, reason]) => (
        <p key={kind}>{reason}</p>
      ))}
      <dl>
        <dt>Who says so</dt>
        <dd>
          <ul>
            {at.sources.map(({ evidence: kind, from }) => (
              <li key={from}>
                <Linked text={from} /> <small>{evidence[kind]}</small>
              </li>
            ))}
          </ul>
        </dd>
        {at.conflicts && (
          <>
            <dt>Where they disagree</dt>
            {at.conflicts.map((name) => (
              <dd key={name}>
                <small>{name}</small> {sentences[name] ?? ''}
              </dd>
            ))}
          </>
        )}
        {effect && (
          <>
            <dt>Effect</dt>
            <dd>{effect.replaceAll('-', ' ')}</dd>
          </>
        )}
        <dt>Its value</dt>
        {constraintsOf(at.schema).map(([word, value]) => (
          <dd key={word}>
            {word} <code>{value}</code>
          </dd>
        ))}
        {at.required && <dd>must be sent every time</dd>}
        <dt>At every provider</dt>
        <dd>
          <Elsewhere state={state} field={at.field} />
        </dd>
      </dl>
    </div>
  );
};
