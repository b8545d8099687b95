import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Application, type DeclarationReflection, ReflectionKind } from 'typedoc';

/** The public names of one entry of a package. */
export interface Module {
  /** As it is imported: `@amend/mock/browser`. */
  readonly name: string;
  readonly markdown: string;
  readonly exports: readonly Exported[];
}

interface Exported {
  readonly name: string;
  readonly kind: string;
}

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, { readonly 'amend-source'?: string }>>;
  readonly publishConfig?: { readonly exports?: Readonly<Record<string, unknown>> };
}

/** A file, by the name that it is imported by. */
export type Entries = Readonly<Record<string, string>>;

/** What a package exports, but for what is generated: the contract is the better text of that. */
export const entriesOf = (folder: string): Entries => {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const { name, exports = {}, publishConfig } = manifest;
  if (manifest.private) return {};
  return Object.fromEntries(
    Object.keys(publishConfig?.exports ?? {}).flatMap((key) => {
      const source = exports[key]?.['amend-source'];
      if (!source?.endsWith('.ts') || source.includes('/generated/')) return [];
      const [before = '', after] = source.split('*');
      const files = globSync(source, { cwd: folder, exclude: ['**/*.test*'] });
      return files.map((file) => {
        const star = after === undefined ? '' : file.slice(join(before).length, -after.length);
        return [join(name, key.replace('*', star)), join(folder, file)];
      });
    }),
  );
};

const options = {
  outputFileStrategy: 'modules',
  hidePageHeader: true,
  hidePageTitle: true,
  hideBreadcrumbs: true,
  useCodeBlocks: true,
  entryFileName: 'index',
  parametersFormat: 'table',
  propertiesFormat: 'table',
  interfacePropertiesFormat: 'table',
  enumMembersFormat: 'table',
};

/** @throws where a name that is linked to is none. */
export const readApi = async (entries: Entries, tsconfig: string): Promise<readonly Module[]> => {
  const out = mkdtempSync(join(tmpdir(), 'amend-docs-'));
  const app = await Application.bootstrapWithPlugins({
    entryPoints: Object.values(entries),
    tsconfig,
    plugin: ['typedoc-plugin-markdown'],
    readme: 'none',
    // `tsc` has checked them.
    skipErrorChecking: true,
    excludeExternals: true,
    groupOrder: ['Functions', 'Classes', 'Variables', 'Interfaces', 'Type Aliases', '*', 'References'],
    // What openapi-typescript writes.
    blockTags: ['@description', '@enum', '@default', '@throws', '@param', '@returns', '@example', '@typeParam'],
    logLevel: 'Error',
    ...(options as object),
  });
  const project = await app.convert();
  if (!project) throw new Error('TypeDoc could not read the packages.');
  const names = new Map(Object.entries(entries).map(([name, file]) => [file, name]));
  const modules = (project.children ?? []).filter(({ kind }) => kind === ReflectionKind.Module);
  for (const module of modules) {
    const [file = ''] = module.sources?.map(({ fullFileName }) => fullFileName) ?? [];
    module.name = names.get(file) ?? module.name;
  }
  // Where each is written changes with every line above it.
  app.options.setValue('disableSources', true);
  await app.outputs.writeOutput({ name: 'markdown', path: out }, project);
  try {
    return modules.map((module) => ({
      name: module.name,
      markdown: withoutReferences(readFileSync(join(out, `${module.name}.md`), 'utf8')),
      exports: exportsOf(module),
    }));
  } finally {
    rmSync(out, { recursive: true });
  }
};

/** What another module documents is a line of a list, and no section. */
const withoutReferences = (markdown: string): string =>
  markdown.replaceAll(/### .*\n\n(?:Re-exports|Renames and re-exports) (.*)\n(?:\n\*\*\*\n\n)?/g, '- $1\n');

const exportsOf = ({ children = [] }: DeclarationReflection): readonly Exported[] =>
  children
    .filter(({ kind }) => kind !== ReflectionKind.Reference)
    .map(({ name, kind }) => ({ name, kind: ReflectionKind.singularString(kind).toLowerCase() }));
