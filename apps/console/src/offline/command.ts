/** What a person wants done once there is a line: to record one sheet. Commands are sent, never tables. */
import type { SheetContent } from '@suyuan/api';
import type { GivenSheet } from '../pages/record/given-sheet.ts';

export interface RecordCommand {
  /** Of the sheet, and of the event that it becomes: sent twice, it is recorded once. */
  readonly id: string;
  /** Who wants it, and for which organisation. */
  readonly owner: string;
  readonly pack: string;
  readonly stage: string;
  readonly name: string;
  /** Of the sheet, as it was when it was changed; 0 of one that was never saved. */
  readonly version: number;
  readonly content: SheetContent;
  /** As it stood in the form. */
  readonly given: GivenSheet;
  readonly atMs: number;
  /** Signed on this device: a JWS. None over plain http, and of what was wanted before devices signed. */
  readonly proof?: string;
  /** Why it was not recorded: whoever wants it has to look. */
  readonly stopped?: Stop;
}

export interface Stop {
  /** `conflict`: somebody else changed it meanwhile; `told`: the check found what keeps it from being recorded; else what the server refused it with. */
  readonly why: 'conflict' | 'told' | 'refused';
  /** The server's own words, where it gave some. */
  readonly title: string;
}
