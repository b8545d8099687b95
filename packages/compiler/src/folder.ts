// Generated folders, and whether they are up to date: this loads no printer.
export { fingerprint, fingerprintName } from './print/fingerprint.ts';
export { differences, type Files, readFolder, writeFolder } from './print/folder.ts';
export { renderProviderList } from './print/provider-list.ts';
