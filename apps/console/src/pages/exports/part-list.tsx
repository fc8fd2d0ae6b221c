import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { ApiProblem } from '../../api.ts';
import { exportsText } from '../../i18n/exports.ts';
import { manageText } from '../../i18n/manage.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../manage/loaded.tsx';
import { MoreButton } from '../../manage/more-button.tsx';
import { type Column, Records } from '../../manage/records.tsx';
import { Section } from '../../manage/section.tsx';
import { useProblemText } from '../../problem-text.ts';
import { LANGUAGE_TAGS } from '../../settings/language.ts';
import { useSettings } from '../../settings/use-settings.ts';
import type { ExportPart } from './export-part.ts';
import type { ExportWanted } from './kinds.ts';
import { useParts } from './use-parts.ts';

interface NumberedPart extends ExportPart {
  readonly no: number;
}

/** The parts of an export, each with a link by which the browser keeps it. */
export function PartList({ wanted }: { wanted: ExportWanted }): ReactNode {
  const say = useText(exportsText);
  const columns = useColumns(wanted);
  const found = useParts(wanted);
  const state = found.isMoreOnItsWay ? 'soFar' : found.more === undefined ? 'all' : 'more';
  return (
    <Section title={say('parts')}>
      <p className="soft">{say(`parts.text.${wanted.kind}`)}</p>
      {found.query.data === undefined && found.failure !== null ? null : (
        <Loaded query={found.query}>
          {(parts) => (
            <>
              <Records
                caption={say('parts')}
                columns={columns}
                rows={parts.map((part, at) => ({ ...part, no: at + 1 }))}
                keyOf={({ path }) => path}
                empty={say(`parts.empty.${wanted.kind}`)}
              />
              {parts.length === 0 || found.failure !== null ? null : (
                <p className="soft" role="status">
                  {say(`parts.${state}`, { count: parts.length })}
                </p>
              )}
            </>
          )}
        </Loaded>
      )}
      {found.failure === null ? (
        <MoreButton found={found} />
      ) : (
        <Failure error={found.failure} again={found.query.refetch} />
      )}
    </Section>
  );
}

/** What was listed stays; the rest is asked for again. */
function Failure({ error, again }: { error: Error; again: () => Promise<unknown> }): ReactNode {
  const say = useText(exportsText);
  const sayAll = useText(manageText);
  const problemText = useProblemText();
  const isBusy = error instanceof ApiProblem && error.status === 503;
  const button = (
    <Button size="small" onClick={() => void again()}>
      {sayAll('retry')}
    </Button>
  );
  return <Alert type="error" showIcon title={isBusy ? say('busy') : problemText(error)} action={button} />;
}

function useColumns({ kind }: ExportWanted): readonly Column<NumberedPart>[] {
  const say = useText(exportsText);
  const sayAll = useText(manageText);
  const [{ language }] = useSettings();
  return [
    { label: say('part'), cell: ({ no }) => <strong>{say('part.no', { no })}</strong> },
    { label: say(`records.${kind}`), cell: ({ records }) => records.toLocaleString(LANGUAGE_TAGS[language]) },
    { label: say('file'), cell: ({ fileName }) => <code className="code">{fileName}</code> },
    {
      label: sayAll('actions'),
      // The browser writes it to the disk as it comes: a part may be larger than what a page holds.
      cell: ({ no, path, fileName }) => (
        <Button
          size="small"
          icon={<DownloadOutlined aria-hidden />}
          href={path}
          download={fileName}
          aria-label={say('download.of', { no })}
        >
          {say('download')}
        </Button>
      ),
    },
  ];
}
