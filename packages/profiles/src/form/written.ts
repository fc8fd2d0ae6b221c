/** What an event is written of. */
import type { PackStage } from '../pack/pack.ts';

export type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json };
export type SheetEvent = Readonly<Record<string, Json>>;
export type EventType = PackStage['event']['types'][number];
/** Something is wrong with a field. */
export type Tell = (field: string, zh: string, en: string) => void;
