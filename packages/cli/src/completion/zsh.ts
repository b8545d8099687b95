import type { DescribedCommand, DescribedFlag, Values } from './described.ts';

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** In a description, some signs would end it. */
const plain = (text: string): string => text.replaceAll(/[[\]:\\]/g, '\\$&');

const action = (values: Values): string => {
  if (values === 'files') return '_files';
  return values ? `(${values.join(' ')})` : ' ';
};

const flagSpec = ({ name, about, value, multiple, values }: DescribedFlag): string =>
  quote(`${multiple ? '*' : ''}--${name}[${plain(about)}]${value ? `:${plain(value)}:${action(values)}` : ''}`);

const branch = ({ name, flags, values }: DescribedCommand): string => {
  const specs = [...flags.map(flagSpec), ...(values ? [quote(`*:argument:${action(values)}`)] : [])];
  return `    ${name})\n      _arguments \\\n        ${specs.join(' \\\n        ')}\n      ;;`;
};

/** The completion of zsh, to be sourced, or put as `_amend` in a folder of `fpath`. */
export const zshScript = (commands: readonly DescribedCommand[]): string => `#compdef amend
# zsh completion of amend: source <(amend completion zsh)
_amend() {
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    ${quote(`${name}:${plain(summary)}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${commands.map(branch).join('\n')}
  esac
}
if [ "\${funcstack[1]}" = _amend ]; then _amend "$@"; else compdef _amend amend; fi`;
