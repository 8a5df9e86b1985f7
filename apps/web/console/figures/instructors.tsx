import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '../parts/page.tsx';
import { Empty } from '../parts/states.tsx';
import { Partakers } from './partakers.tsx';
import { type InstructorFigure, usePartakers } from './questions.ts';
import { type Scope } from './scope.ts';
import { ScopedPage } from './scoped-page.tsx';

/** Who taught the sessions of the scope. */
export function ByInstructor({ scope }: { scope: Scope }) {
  const { t } = useTranslation();
  const list = usePartakers<InstructorFigure>('instructors', scope);
  const { items, last } = list;
  return (
    <ScopedPage
      tab="instructors"
      scope={scope}
      told={last}
      awaiting={list.isPlaceholderData}
      problem={last ? undefined : list.error}
      again={() => void list.refetch()}
    >
      {last && (
        <Section title={t('figures.instructor.heading')} note={t('figures.instructor.note')}>
          {items.length === 0 && <Empty title={t('figures.instructor.none')} />}
          <Partakers
            partaker="instructor"
            list={list}
            file={`${t('figures.csvName')}-${scope.from}-${scope.to}-${t('figures.instructor.title')}`}
            name={({ id, name }) => <Link to={`/instructors/${id}`}>{name}</Link>}
            columns={[
              {
                key: 'engagement',
                title: t('figures.instructor.engagement'),
                cell: ({ engagement }) => t(`domain.engagement.${engagement}`),
              },
              { key: 'unit', title: t('all.unit'), cell: ({ unit }) => unit },
            ]}
          />
        </Section>
      )}
    </ScopedPage>
  );
}
