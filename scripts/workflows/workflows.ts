import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path/posix';
import { contracts, parseYaml, readFile } from '@amend/compiler/read';

/** A contract that a workflow calls. */
interface Source {
  /** As the workflow names it. */
  readonly name: string;
  /** As redocly.yaml names it. */
  readonly contract: string;
}

/** A provider's file of workflows. */
export interface WorkflowFile {
  readonly provider: string;
  /** From the repository's root. */
  readonly path: string;
  readonly sources: readonly Source[];
  readonly workflows: readonly string[];
  /** What all of them take, by name. */
  readonly inputs: readonly string[];
}

interface Inputs {
  readonly properties?: Readonly<Record<string, object>>;
}

interface Arazzo {
  readonly sourceDescriptions: readonly { readonly name: string; readonly url: string }[];
  readonly workflows: readonly { readonly workflowId: string; readonly inputs?: Inputs }[];
  readonly components?: { readonly inputs?: Readonly<Record<string, Inputs>> };
}

const readWorkflows = (provider: string, path: string): WorkflowFile => {
  const { sourceDescriptions, workflows, components } = parseYaml(path, readFile(path)).document as unknown as Arazzo;
  const inputs = [...workflows.map((workflow) => workflow.inputs), ...Object.values(components?.inputs ?? {})];
  return {
    provider,
    path,
    sources: sourceDescriptions.map(({ name, url }) => {
      const file = join(dirname(path), url);
      const contract = contracts.find((candidate) => candidate.path === file);
      if (!contract) throw new Error(`${path}: ${file} is no contract; redocly.yaml lists them.`);
      return { name, contract: contract.name };
    }),
    workflows: workflows.map(({ workflowId }) => workflowId),
    inputs: [...new Set(inputs.flatMap((each) => Object.keys(each?.properties ?? {})))],
  };
};

/** All workflows beside the contracts, in the contracts' order. */
export const workflowFiles: readonly WorkflowFile[] = [...new Set(contracts.map(({ path }) => dirname(path)))].flatMap(
  (folder) =>
    readdirSync(new URL(`../../${folder}`, import.meta.url))
      .filter((name) => name.endsWith('.arazzo.yaml'))
      .toSorted()
      .map((name) => readWorkflows(basename(folder), join(folder, name))),
);
