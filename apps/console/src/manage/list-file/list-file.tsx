import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { listFileText } from '../../i18n/list-file.ts';
import { manageText } from '../../i18n/manage.ts';
import { useText } from '../../i18n/use-text.ts';
import { LANGUAGE_TAGS } from '../../settings/language.ts';
import { useSettings } from '../../settings/use-settings.ts';
import './list-file.css';
import type { PageAt } from './page-at.ts';
import { useDrawnTexts } from './use-drawn-texts.tsx';
import { useListFile } from './use-list-file.ts';
import { writeList } from './write-list.ts';
import type { WrittenColumn } from './written-column.ts';

interface ListFileProps<Row> {
  /** What the list is of: the name of the file. */
  readonly name: string;
  readonly columns: readonly WrittenColumn<Row>[];
  readonly pageAt: PageAt<Row>;
}

/** Gives the whole of a list as a file, however little of it is shown. */
export function ListFile<Row>({ name, columns, pageAt }: ListFileProps<Row>): ReactNode {
  const say = useText(listFileText);
  const actions = useText(manageText)('actions');
  const [{ language }] = useSettings();
  // What one may do with a row is nothing of the row.
  const written = columns.filter(({ label }) => label !== actions);
  const { drawn, textsOf } = useDrawnTexts(written);
  const head = written.map(({ label }) => label);
  const { running, said, start, stop } = useListFile(name, (watch) => writeList({ head, pageAt, textsOf }, watch));
  const isRunning = running !== undefined;
  return (
    <div className="list-file">
      <span className="soft" role="status">
        {isRunning ? say('running', { count: running.toLocaleString(LANGUAGE_TAGS[language]) }) : said}
      </span>
      {isRunning ? (
        <Button size="small" onClick={stop}>
          {say('stop')}
        </Button>
      ) : (
        <Button
          size="small"
          icon={<DownloadOutlined aria-hidden />}
          aria-label={say('export.of', { name })}
          onClick={start}
        >
          {say('export')}
        </Button>
      )}
      {drawn}
    </div>
  );
}
