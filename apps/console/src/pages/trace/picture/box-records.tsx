import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { eventLine } from '../../../events/event-lines.ts';
import { useStepName } from '../../../events/use-step-name.ts';
import { pictureText } from '../../../i18n/picture.ts';
import { traceText } from '../../../i18n/trace.ts';
import { useText } from '../../../i18n/use-text.ts';
import { Moment } from '../../../manage/moment.tsx';
import { ShowMore, useFirst } from '../show-more.tsx';
import type { PictureNode } from './collapse.ts';

/** What is behind a box: how often each step, each record, each code with a way to its own trace. */
export function BoxRecords({ node }: { node: PictureNode }): ReactNode {
  const say = useText(pictureText);
  const sayTrace = useText(traceText);
  const stepName = useStepName();
  const units = useFirst(node.units);
  const events = useFirst(node.events);
  const nameOf = (step: string): string => (step === '' ? say('step.untold') : stepName(step));
  return (
    <div className="box-records">
      <p>{[...node.steps].map(([step, count]) => say('step.times', { step: nameOf(step), count })).join(say('and'))}</p>
      <strong>{say('units')}</strong>
      <ul className="plain-list">
        {units.shown.map((code) => (
          <li key={code} className="box-unit">
            <code className="code">{code}</code>
            <Link to={`/trace?${new URLSearchParams({ code })}`} aria-label={say('trace.of', { code })}>
              {say('trace')}
            </Link>
          </li>
        ))}
      </ul>
      <ShowMore more={units.more} />
      {node.events.length === 0 ? null : <strong>{say('events')}</strong>}
      <ul className="plain-list">
        {events.shown.map((event) => (
          <li key={event.eventID}>
            {nameOf(event.bizStep === undefined && event.hidden?.includes('step') ? '' : eventLine(event).step)}{' '}
            <span className="soft">
              {event.eventTime === undefined ? sayTrace('unknownTime') : <Moment at={event.eventTime} />}
            </span>{' '}
            <code className="code soft">{event.eventID}</code>
          </li>
        ))}
      </ul>
      <ShowMore more={events.more} />
    </div>
  );
}

interface OpenButtonProps {
  readonly node: PictureNode;
  readonly label: string;
  readonly open: readonly string[];
  readonly onOpen: (open: readonly string[]) => void;
}

/** Takes a box of several codes apart, or puts together the one that this came out of. */
export function OpenButton({ node: { id, outOf, units }, label, open, onOpen }: OpenButtonProps): ReactNode {
  const say = useText(pictureText);
  if (outOf !== undefined) {
    return (
      <Button
        size="small"
        aria-label={say('close.of', { label })}
        onClick={() => onOpen(open.filter((opened) => opened !== outOf))}
      >
        {say('close')}
      </Button>
    );
  }
  if (units.length < 2) return null;
  return (
    <Button size="small" aria-label={say('open.of', { label })} onClick={() => onOpen([...open, id])}>
      {say('open')}
    </Button>
  );
}
