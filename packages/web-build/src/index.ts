export { type BuiltWorkspace, builtFolder, makeFolder } from './built-folder.ts';
