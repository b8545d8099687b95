import { isFromProvider, requestSchemas, responses } from '../messages.ts';
import type { Context, Example, Operation, Parameter, Rule } from '../redocly.ts';
import { alternatives, findUser, follow } from '../schemas.ts';

type Paths = Record<string, { parameters?: Parameter[] } & Record<string, Operation>>;

const methods = ['get', 'put', 'post', 'delete', 'patch'];

/** The names of all that is sent, in a body or in an address. */
const sentNames = (paths: Paths, context: Context): Set<string> => {
  const parametersOf = ({ parameters = [] }: { parameters?: Parameter[] }): string[] =>
    parameters.map((parameter) => follow(parameter, context.location, context).node.name ?? '');
  return new Set(
    Object.values(paths).flatMap((item) => [
      ...parametersOf(item),
      ...methods.flatMap((method) => {
        const operation = item[method];
        if (!operation) return [];
        const bodies = requestSchemas(operation, context).flatMap((body) => alternatives(body, context));
        return [...parametersOf(operation), ...bodies.flatMap(({ node }) => Object.keys(node.properties ?? {}))];
      }),
    ]),
  );
};

/** Which refusals an example answers, as a text. */
const causeOf = ({ rule, property, type }: NonNullable<Example['x-answers']>): string =>
  [rule, property, type].map(String).join(' ');

/** An `x-answers` that no refusal fits, or two alike; and an `x-unshown` that is no part of a user whom the example shows. */
export const examplesSayWhatFits: Rule = () => {
  let sent = new Set<string>();
  return {
    Root({ paths = {} }: { paths?: Paths }, context: Context) {
      sent = sentNames(paths, context);
    },
    Operation(operation: Operation, context: Context) {
      if (isFromProvider(context)) return;
      const user = findUser(context).node.properties ?? {};
      for (const response of responses(operation, context))
        for (const [mediaType, { schema = {}, examples = {} }] of Object.entries(response.node.content ?? {})) {
          const causes = new Set<string>();
          for (const [name, example] of Object.entries(examples)) {
            const at = response.location.child(['content', mediaType, 'examples', name]);
            const { node, location } = follow(example, at, context);
            const report = (key: 'x-answers' | 'x-unshown', message: string) =>
              context.report({ message, location: location.child(key) });
            const { 'x-answers': answers, 'x-unshown': unshown } = node;
            if (answers) {
              if (!/^[45]/.test(response.status)) report('x-answers', 'A success answers no refusal.');
              if (answers.property !== undefined && !sent.has(answers.property))
                report('x-answers', `Nobody sends ${answers.property}.`);
              if (causes.has(causeOf(answers))) report('x-answers', 'Another example answers the same.');
              causes.add(causeOf(answers));
            }
            if (unshown) {
              if (schema.$ref !== '#/components/schemas/User')
                report('x-unshown', 'This example is no User of whom more could be known.');
              for (const property of Object.keys(unshown))
                if (!Object.hasOwn(user, property)) report('x-unshown', `${property} is no property of User.`);
            }
          }
        }
    },
  };
};
