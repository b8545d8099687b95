/** @jsxImportSource preact */
import type { FieldState } from 'amend';
import { states } from 'amend/matrix';
import { useConflicts, useContractOf } from './data.ts';
import { Facts, Source } from './facts.tsx';
import { limitsOf } from './limits.ts';
import { fieldTo, referenceTo } from './route.ts';
import { Sign } from './sign.tsx';
import type { State } from './state.ts';
import { matrix } from './subjects.ts';

/** The same field at every provider: each a link. */
const elsewhere = (state: State, field: string) =>
  matrix.rows
    .find((row) => row.field === field)
    ?.cells.filter((cell) => cell.state !== 'absent')
    .map((cell) => (
      <>
        <Sign of={cell.state} />{' '}
        <a href={fieldTo(state, state.change, field, cell)}>
          {[cell.provider, cell.variant, cell.status].filter(Boolean).join(' · ')}
        </a>{' '}
        <small>{states[cell.state].meaning}</small>
      </>
    )) ?? [];

/** Who says what of a field, and how it is written. */
export const FieldDetail = ({ at, state }: { at: FieldState; state: State }) => {
  const { provider, operation } = state.subject;
  const sentences = useConflicts(provider, at.conflicts !== undefined);
  const contract = useContractOf()(provider, operation.operationId);
  const rule = operation.rules?.properties[at.property.split('.')[0] ?? ''];
  const conflicts = (at.conflicts ?? []).map((name) => (
    <>
      <small>{name}</small> {sentences[name] ?? ''}
    </>
  ));
  return (
    <div class="detail">
      {[at.reason, ...Object.values({ ...at.lockedKinds, ...at.lockedMembers })].map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      <Facts
        of={[
          ['Who says so', ...at.sources.map((source) => <Source key={source.from} {...source} />)],
          ['Where they disagree', ...conflicts],
          ['Effect', rule && 'effect' in rule && rule.effect?.replaceAll('-', ' ')],
          ['Its value', ...limitsOf(at.schema), at.required && 'must be sent every time'],
          [
            'In the contract',
            contract && <a href={referenceTo(contract, operation.operationId)}>{operation.operationId}</a>,
          ],
          ['At every provider', ...elsewhere(state, at.field)],
        ]}
      />
    </div>
  );
};
