// Generated folders, what takes no compiler to fill, and whether they are up to date: this loads no printer.
export { renderEditorSchema } from './print/editor-schema.ts';
export { fingerprint, fingerprintName } from './print/fingerprint.ts';
export { differences, type Files, readFolder, writeFolder } from './print/folder.ts';
export { renderProviderList } from './print/provider-list.ts';
