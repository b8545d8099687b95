import { malformedExtension } from '../../read/check-schema.ts';
import { vocabulary } from '../../read/vocabulary.ts';
import { isFromProvider } from '../messages.ts';
import type { Context, Operation, Rule } from '../redocly.ts';

const check = (node: unknown, context: Context): void => {
  const { type, location, report } = context;
  const kind = type.name === 'Operation' && isFromProvider(context) ? 'Webhook' : type.name;
  // The keys of other nodes are the provider's names, not OpenAPI's.
  if (typeof node !== 'object' || node === null || type.extensionsPrefix === undefined) return;
  for (const [key, value] of Object.entries(node)) {
    if (!key.startsWith('x-')) continue;
    const at = location.child([key]).key();
    const extension = vocabulary[key];
    if (!extension) {
      report({ message: `${key} is no key of our vocabulary; specs/README.md lists those that are.`, location: at });
    } else if (extension.on !== 'any' && !extension.on.includes(kind)) {
      report({ message: `${key} means nothing on a ${kind}; it belongs on: ${extension.on}.`, location: at });
    } else {
      const message = malformedExtension(key, value);
      if (message) report({ message, location: at });
    }
  }
};

type Paths = Record<string, Record<string, Operation>>;

/** The next call that a provider asks for has to be one of its own, and follows a change. */
const checkNextCall = (operation: Operation, callable: ReadonlySet<unknown>, { location, report }: Context): void => {
  const { 'x-after': after, 'x-update': update } = operation;
  if (typeof after !== 'string') return;
  const at = location.child('x-after');
  if (update === undefined)
    report({ message: 'x-after means nothing here; it follows an x-update.', location: at.key() });
  if (!callable.has(after)) report({ message: `${after} is no operationId of this contract.`, location: at });
};

/** How long an update may take to show is said of updates alone. */
const checkSettling = (operation: Operation, { location, report }: Context): void => {
  if (operation['x-settle'] !== undefined && operation['x-update'] === undefined)
    report({
      message: 'x-settle means nothing here; it stands beside an x-update.',
      location: location.child('x-settle').key(),
    });
};

/**
 * An `x-` key that specs/README.md does not define, one that stands where it means nothing, or a malformed value;
 * beside a `$ref` too. An operation that `x-after` names and that does not exist.
 */
export const knownExtensions: Rule = () => {
  const callable = new Set<unknown>();
  return {
    any: check,
    ref: check,
    Root({ paths = {} }: { paths?: Paths }) {
      callable.clear();
      for (const item of Object.values(paths))
        for (const { operationId } of Object.values(item)) if (operationId !== undefined) callable.add(operationId);
    },
    Operation(operation: Operation, context: Context) {
      checkNextCall(operation, callable, context);
      checkSettling(operation, context);
    },
  };
};
