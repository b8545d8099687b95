import type { Context, Rule } from './redocly.ts';

/** Reports each problem once, however many ways lead to it: a component is reached from each place that refers to it. */
export const once =
  (rule: Rule): Rule =>
  () => {
    const reported = new Set<string>();
    const deduplicate = ({ report, ...context }: Context): Context => ({
      ...context,
      report(problem) {
        const key = `${problem.location.absolutePointer} ${problem.message}`;
        if (!reported.has(key)) report(problem);
        reported.add(key);
      },
    });
    return Object.fromEntries(
      Object.entries(rule()).map(([type, visit]) => [
        type,
        (node: never, context: Context) => visit(node, deduplicate(context)),
      ]),
    );
  };
