import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import { Problem } from '../../api/client.ts';
import { readClass } from '../classes/questions.ts';
import { Page } from '../parts/page.tsx';
import { Empty, Fault, Skeleton } from '../parts/states.tsx';
import { readSession } from './questions.ts';

/** A link to a session leads to it over its class: the one that leads it, or where that is another's, one of those that sit in. */
export function SessionDoor() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const client = useQueryClient();
  const found = useQuery({
    queryKey: ['session', id, 'class'],
    queryFn: async (): Promise<string> => {
      const session = await readSession(id);
      client.setQueryData(['session', id], session);
      const others = session.classIds.filter((one) => one !== session.leadClassId);
      for (const classId of [session.leadClassId, ...others]) {
        try {
          client.setQueryData(['class', classId], await readClass(classId));
          return classId;
        } catch (problem) {
          if (!(problem instanceof Problem) || problem.status !== 404) throw problem;
        }
      }
      throw new Problem('notFound', 404);
    },
  });
  if (found.data !== undefined) return <Navigate to={`/classes/${found.data}?tab=sessions&session=${id}`} replace />;
  if (found.isPending) return <Skeleton rows={8} />;
  const isAbsent = found.error instanceof Problem && found.error.status === 404;
  return (
    <Page title={t('classes.sessions')} crumb={<Link to="/classes">{t('classes.title')}</Link>}>
      {isAbsent ? (
        <Empty title={t('all.fault.notFound')} next={<Link to="/classes">{t('classes.title')}</Link>} />
      ) : (
        <Fault problem={found.error} again={() => void found.refetch()} />
      )}
    </Page>
  );
}
