import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useAccount } from '../accounts/questions.ts';
import { type ClassOf, useClass } from '../classes/questions.ts';
import { useInstructor } from '../instructors/questions.ts';
import { InvitePage } from './invite-page.tsx';

/** An instructor's phone, from the page of the instructor. */
export function InviteInstructor() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const asked = useInstructor(id);
  const name = asked.data?.name;
  return (
    <InvitePage
      asked={asked}
      from={{ to: `/instructors/${id}`, name }}
      whom={name === undefined ? undefined : { instructorId: id, name, opens: t('devices.invite.opens.instructor') }}
    />
  );
}

/** The phone of a class's head, from the page of the class. */
export function InviteHead() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const asked = useClass(id);
  const headOf = ({ headUserId, labels }: ClassOf) =>
    headUserId === null ? null : { userId: headUserId, name: labels.head ?? '', opens: t('devices.invite.opens.head') };
  return <InvitePage asked={asked} from={{ to: `/classes/${id}`, name: asked.data?.name }} whom={asked.data && headOf(asked.data)} />;
}

/** The phone of whoever holds an account, from the page of the account. */
export function InviteAccount() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const asked = useAccount(id);
  const name = asked.data?.name;
  return (
    <InvitePage
      asked={asked}
      from={{ to: `/accounts/${id}`, name }}
      whom={name === undefined ? undefined : { userId: id, name, opens: t('devices.invite.opens.account') }}
    />
  );
}
