import type { TraceEventRow } from '@suyuan/api';
import { isEventElement } from '@suyuan/api/disclosure';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { eventLine } from '../../events/event-lines.ts';
import { useStepName } from '../../events/use-step-name.ts';
import { disputesText } from '../../i18n/disputes.ts';
import { traceText } from '../../i18n/trace.ts';
import { useText } from '../../i18n/use-text.ts';
import { Moment } from '../../manage/moment.tsx';
import { useElementName } from '../../manage/use-element-name.ts';
import { useMay } from '../../manage/use-may.ts';
import { useSupervises } from '../../manage/use-supervises.ts';
import { StepPlace } from './step-place.tsx';
import type { NameOf } from './use-trace.ts';

/** One step as it is told: what, when, where, to whom; how much of it is not open. */
export function Step({ row, nameOf }: { row: TraceEventRow; nameOf: NameOf }): ReactNode {
  const say = useText(traceText);
  const stepName = useStepName();
  const mayDispute = useMay('capture');
  const isSupervisor = useSupervises();
  const { hidden, eventTime, party } = row;
  const isStepTold = row.bizStep !== undefined || hidden?.includes('step') !== true;
  const step = isStepTold ? stepName(eventLine(row).step) : say('unknownStep');
  const isDisputable = mayDispute && !isSupervisor && isSeenTrade(row);
  return (
    <li className={hidden === undefined ? 'trace-step' : 'trace-step of-another'}>
      <div className="trace-step-head">
        <h3 className={isStepTold ? undefined : 'soft'}>{step}</h3>
        {hidden === undefined ? null : <Tag>{say(row.verified === true ? 'verified' : 'unverified')}</Tag>}
        <span className="soft">{eventTime === undefined ? say('unknownTime') : <Moment at={eventTime} />}</span>
      </div>
      <StepPlace row={row} nameOf={nameOf} />
      {party === undefined ? null : (
        <p>
          <span className="soft">{say('party')}</span> {nameOf(party)}
        </p>
      )}
      <Faults row={row} />
      <div className="trace-step-foot">
        {hidden === undefined ? null : <Hidden elements={hidden} />}
        {isDisputable ? (
          <Link
            to={`/disputes?${new URLSearchParams({ event: row.eventID, code: row.units[0]?.code ?? '' })}`}
            aria-label={say('dispute.of', { step })}
          >
            {say('dispute')}
          </Link>
        ) : null}
      </div>
    </li>
  );
}

/** Of another, with the trade of it told: whoever stands so near may say otherwise. One's own is declared in error instead. */
function isSeenTrade({ hidden }: TraceEventRow): boolean {
  return hidden?.includes('party') === false;
}

/** What is said against it. */
function Faults({ row: { declaredInError, disputed, disputes = [] } }: { row: TraceEventRow }): ReactNode {
  const say = useText(traceText);
  const sayDispute = useText(disputesText);
  return (
    <>
      {declaredInError === true ? <p className="trace-fault">{say('error')}</p> : null}
      {disputed === true ? <p className="trace-fault">{say('partError')}</p> : null}
      {disputes.map(({ subject, by, words }) => (
        <p key={`${subject} ${by?.id}`} className="trace-fault">
          <strong>{say('disputed', { subject: sayDispute(`subject.${subject}`) })}</strong>
          {by === undefined || words === undefined ? null : (
            <span className="raw">{say('disputed.by', { name: by.name ?? by.code ?? by.id, words })}</span>
          )}
        </p>
      ))}
    </>
  );
}

/** Which elements are not open, behind their number. */
function Hidden({ elements }: { elements: readonly string[] }): ReactNode {
  const say = useText(traceText);
  const elementName = useElementName();
  const names = elements.filter(isEventElement).map(elementName);
  return (
    <details>
      <summary>{say('hidden', { count: names.length })}</summary>
      <ul className="chips">
        {names.map((name) => (
          <li key={name} className="soft">
            {name}
          </li>
        ))}
      </ul>
    </details>
  );
}
