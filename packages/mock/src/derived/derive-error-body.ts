import type { Named } from '@amend/contract';
import { elementsOf, type Fields, isFields } from '../json.ts';
import type { Problem } from '../problem.ts';
import type { Provider } from '../provider.ts';

/** The property of an error that holds its sentence: the first of these that is text. */
const sentences = ['message', 'detail', 'msg', 'description', 'error_description', 'title', 'reason', 'error'];
const places = new Set(['field', 'loc', 'location', 'path', 'pointer', 'param', 'parameter', 'property', 'attribute']);

type Said = Parameters<Provider['errorBody']>[0];

const stepsOf = (field: string): readonly string[] =>
  field.startsWith('/') || field === '' ? ['body', ...field.split('/').slice(1)] : field.split('.');

const place = (example: unknown, [problem]: readonly Problem[]): unknown => {
  if (!problem) return example;
  const steps = stepsOf(problem.field);
  if (Array.isArray(example)) return steps;
  if (typeof example !== 'string') return example;
  return example.startsWith('/') ? `/${steps.slice(1).join('/')}` : steps.slice(1).join('.');
};

const sentenceOf = (example: Fields): string | undefined => sentences.find((name) => typeof example[name] === 'string');

/** The words for one problem: those of the example that answers it, or else its own sentence and the name of its rule. */
const inWords = (element: Fields, words: Fields | undefined, { rule }: Problem): Fields => {
  const sentence = sentenceOf(element);
  return Object.fromEntries(
    Object.entries(element).map(([name, value]) => {
      if (typeof value !== 'string' || places.has(name)) return [name, value];
      return [name, words?.[name] ?? (name === sentence ? value : rule)];
    }),
  );
};

const fillList = (name: string, list: readonly unknown[], said: Said): unknown => {
  const [first] = list;
  if (typeof first === 'string') return [said.message];
  if (!isFields(first) || said.problems.length === 0) return list;
  return said.problems.map((problem) => {
    const element = fill(first, { ...said, message: problem.message, problems: [problem] });
    const example = said.exampleFor?.(problem);
    return said.exampleFor ? inWords(element, elementsOf(isFields(example) && example[name])[0], problem) : element;
  });
};

const fill = (example: Fields, said: Said): Fields => {
  const sentence = sentenceOf(example);
  return Object.fromEntries(
    Object.entries(example).map(([name, value]) => {
      if (name === sentence) return [name, said.message];
      if (places.has(name)) return [name, place(value, said.problems)];
      if (name === 'status' && typeof value === 'number') return [name, said.status];
      if (Array.isArray(value)) return [name, fillList(name, value, said)];
      return [name, isFields(value) ? fill(value, said) : value];
    }),
  );
};

/** Errors like the contract's own examples of them, by status; another status is worded like the first refusal shown. */
export const deriveErrorBody = (examples: Named): Provider['errorBody'] => {
  const usual = examples[400] ?? examples[422] ?? Object.values(examples)[0];
  return (said) => {
    const example = examples[said.status] ?? usual;
    if (typeof example === 'string') return said.message;
    return isFields(example) ? fill(example, said) : { message: said.message };
  };
};
