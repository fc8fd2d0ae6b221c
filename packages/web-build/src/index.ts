export { type BuiltWorkspace, builtFolder, makeFolder, makeOnce } from './built-folder.ts';
export { packFiles } from './pack-files.ts';
