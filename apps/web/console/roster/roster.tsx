import { App, Button, Input } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, byId, ifMatch, once, told } from '../../api/client.ts';
import { type ClassOf, hasEnded, useChanged } from '../classes/questions.ts';
import { useCsv } from '../parts/csv.ts';
import { n } from '../parts/quantities.ts';
import { Empty, Fault, Skeleton, useSaid } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { AddPeople } from './add-people.tsx';
import { EditLine } from './edit-line.tsx';
import { type Line, useRoster } from './questions.ts';
import css from './roster.module.css';

const holds = (line: Line, part: string): boolean =>
  [line.name, line.unit, line.team ?? '', line.last4 ?? '', String(line.rosterNo ?? '')].some((text) => text.includes(part));

/** Who belongs to the class: whole, up to 3,000 people. */
export function Roster({ one, manages }: { one: ClassOf; manages: boolean }) {
  const { t } = useTranslation();
  const download = useCsv();
  const { message } = App.useApp();
  const said = useSaid();
  const changed = useChanged();
  const asked = useRoster(one.id);
  const [typed, setTyped] = useState('');
  const [edited, setEdited] = useState<Line>();
  const [isAdding, setAdding] = useState(false);
  const part = useDeferredValue(typed.trim());
  const people = asked.data?.people;
  const shown = useMemo(() => people?.filter((line) => holds(line, part)) ?? [], [people, part]);
  const isOpen = manages && !hasEnded(one);

  const takeBack = async (line: Line): Promise<void> => {
    const { personId, rosterNo, team } = line;
    await told(api.POST('/v1/enrollments', { headers: once(), body: { classId: one.id, people: [{ personId, rosterNo, team }] } })).catch(
      (problem: unknown) => void message.error(said(problem)),
    );
    changed();
  };
  const remove = async (line: Line): Promise<void> => {
    try {
      await told(api.DELETE('/v1/enrollments/{id}', { params: { path: byId(line.id), header: ifMatch(line.version) } }));
      message.open({
        type: 'success',
        key: line.id,
        duration: 6,
        content: (
          <>
            {t('roster.removed', { name: line.name })}{' '}
            <Button
              type="link"
              size="small"
              onClick={() => {
                message.destroy(line.id);
                void takeBack(line);
              }}
            >
              {t('roster.undo')}
            </Button>
          </>
        ),
      });
    } catch (problem) {
      void message.error(said(problem));
    }
    changed();
  };

  const columns: Column<Line>[] = [
    { key: 'name', title: t('roster.name'), cell: (row) => row.name },
    { key: 'no', title: t('roster.no'), right: true, width: '60px', cell: (row) => row.rosterNo },
    { key: 'unit', title: t('roster.unit'), cell: (row) => row.unit },
    { key: 'team', title: t('roster.team'), cell: (row) => row.team },
    { key: 'last4', title: t('roster.last4'), cell: (row) => row.last4 },
    ...(isOpen
      ? [
          {
            key: 'do',
            title: t('all.edit'),
            right: true,
            offPaper: true,
            cell: (row: Line) => <Doing line={row} onEdit={setEdited} onRemove={(line) => void remove(line)} />,
          },
        ]
      : []),
  ];
  const csv = (): void =>
    download(`${one.name} ${t('roster.title')}`, [
      [t('roster.no'), t('roster.name'), t('roster.unit'), t('roster.team'), t('roster.last4')],
      ...shown.map((row) => [row.rosterNo, row.name, row.unit, row.team, row.last4]),
    ]);
  const add = isOpen && (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t('roster.addPeople')}
    </Button>
  );
  return (
    <section aria-label={t('roster.title')}>
      {people && (
        <div className={`${css.bar} offPaper`}>
          {people.length > 0 && (
            <span data-search>
              <Input
                allowClear
                style={{ width: 220 }}
                aria-label={t('roster.search')}
                placeholder={t('roster.search')}
                maxLength={60}
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            </span>
          )}
          <span className="note">{part ? `${n(shown.length)} / ${n(people.length)}` : t('roster.count', { count: people.length })}</span>
          <span className={css.right}>
            {!isOpen && manages && <span className="soft">{t('roster.closed')}</span>}
            <Link to={`/classes/${one.id}/sheet`}>{t('roster.sheet')}</Link>
            {isOpen && people.length > 0 && <Link to={`/classes/${one.id}/cards`}>{t('roster.cards.title')}</Link>}
            {shown.length > 0 && (
              <>
                <button type="button" className={css.plain} onClick={() => window.print()}>
                  {t('roster.print')}
                </button>
                <button type="button" className={css.plain} onClick={csv}>
                  {t('all.csv')}
                </button>
              </>
            )}
            {people.length > 0 && add}
          </span>
        </div>
      )}
      {asked.isPending && <Skeleton rows={8} />}
      {asked.isError && !people && <Fault problem={asked.error} again={() => void asked.refetch()} />}
      {people?.length === 0 && (
        <Empty title={t('roster.empty.title')} next={add}>
          {t(one.roster === 'open' ? 'roster.empty.open' : 'roster.empty.hint')}{' '}
          {isOpen && <Link to="/imports?for=rosters">{t('roster.toImport')}</Link>}
        </Empty>
      )}
      {people && people.length > 0 && shown.length === 0 && <Empty title={t('all.noResult')} />}
      {shown.length > 0 && (
        <div>
          <Table label={t('roster.title')} columns={columns} rows={shown} rowKey={(row) => row.id} />
          <p className={`onPaper ${css.signed}`}>
            {(['prepared', 'checked', 'responsible'] as const).map((who) => (
              <span key={who}>{t(`roster.paper.${who}`)}</span>
            ))}
          </p>
        </div>
      )}
      {edited && <EditLine line={edited} onClose={() => setEdited(undefined)} />}
      {isAdding && people && <AddPeople classId={one.id} people={people} onClose={() => setAdding(false)} />}
    </section>
  );
}

/** Plain buttons: there may be thousands. */
function Doing({ line, onEdit, onRemove }: { line: Line; onEdit: (line: Line) => void; onRemove: (line: Line) => void }) {
  const { t } = useTranslation();
  return (
    <span className={css.doing}>
      <button type="button" onClick={() => onEdit(line)} aria-label={`${t('roster.change')} ${line.name}`}>
        {t('roster.change')}
      </button>
      <button type="button" onClick={() => onRemove(line)} aria-label={`${t('roster.remove')} ${line.name}`}>
        {t('roster.remove')}
      </button>
    </span>
  );
}
