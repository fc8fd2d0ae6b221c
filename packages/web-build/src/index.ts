export { type BuiltWorkspace, builtFolder, makeFolder, makeOnce } from './built-folder.ts';
