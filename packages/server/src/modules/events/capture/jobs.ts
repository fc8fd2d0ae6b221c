/** Capture jobs: what became of each document, EPCIS 2.0 REST binding `/capture/{captureID}`. */
import { findingLine, type Language, PROBLEMS } from '@suyuan/api';
import type { Finding } from '@suyuan/epcis';
import type { MovedPlace } from './personal-data.ts';
import type { ErrorBehaviour } from './receive-document.ts';

export interface CaptureJob {
  readonly id: string;
  readonly orgNo: number;
  readonly keyId?: string;
  readonly createdAt: Date;
  readonly finishedAt: Date;
  readonly success: boolean;
  readonly errorBehaviour: ErrorBehaviour;
  readonly eventCount: number;
  readonly capturedCount: number;
  readonly duplicateCount: number;
  /** All findings; `errors` holds the first of them. */
  readonly errorCount: number;
  readonly errors: readonly Finding[];
  /** Personal data that references stand for now; `moved` says where the first of them stood. */
  readonly movedCount: number;
  readonly moved: readonly MovedPlace[];
}

/** The job as the standard's CaptureJob, with our counts beside. */
export function jobBody(job: CaptureJob, language: Language): Record<string, unknown> {
  return {
    captureID: job.id,
    createdAt: job.createdAt.toISOString(),
    finishedAt: job.finishedAt.toISOString(),
    running: false,
    success: job.success,
    captureErrorBehaviour: job.errorBehaviour,
    eventCount: job.eventCount,
    capturedCount: job.capturedCount,
    duplicateCount: job.duplicateCount,
    errorCount: job.errorCount,
    movedCount: job.movedCount,
    moved: job.moved,
    errors: job.errors.map((finding) => errorBody(finding, language)),
  };
}

/** A finding as the problem the standard's job lists, with everything that the finding says. */
function errorBody(finding: Finding, language: Language): Record<string, unknown> {
  const problem = PROBLEMS[finding.rule === 'event.identity-conflict' ? 'event.conflict' : 'document.invalid'];
  return {
    type: `epcisException:${problem.epcis}`,
    title: findingLine(finding, language),
    status: problem.status,
    ...finding,
  };
}
