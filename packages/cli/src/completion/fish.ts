import type { DescribedCommand, DescribedFlag } from './described.ts';

const quote = (text: string): string => `'${text.replaceAll(/[\\']/g, '\\$&')}'`;

const within = (command: string): string => `complete -c amend -n '__fish_seen_subcommand_from ${command}'`;

const flagLine = (command: string, { name, about, value, values }: DescribedFlag): string => {
  const takes = value === undefined ? '' : values === 'files' ? ' -r -F' : ' -x';
  const words = typeof values === 'object' ? ` -a ${quote(values.join(' '))}` : '';
  return `${within(command)} -l ${name}${takes}${words} -d ${quote(about)}`;
};

const linesOf = ({ name, flags, values }: DescribedCommand): string[] => [
  ...flags.map((flag) => flagLine(name, flag)),
  ...(typeof values === 'object' ? [`${within(name)} -a ${quote(values.join(' '))}`] : []),
];

/** The completion of fish. */
export const fishScript = (commands: readonly DescribedCommand[]): string =>
  [
    '# fish completion of amend: amend completion fish | source',
    'complete -c amend -f',
    ...commands.map(
      ({ name, summary }) => `complete -c amend -n __fish_use_subcommand -a ${name} -d ${quote(summary)}`,
    ),
    ...commands.flatMap(linesOf),
  ].join('\n');
