import { api, byId, type Shown, told } from '../../api/client.ts';
import { usePagesOf } from '../parts/pages-of.ts';

export type Device = Shown<'DeviceView'>;
export type Invitation = Shown<'InvitationView'>;

export const useDevices = (q: string | undefined) =>
  usePagesOf(['devices', q], (cursor) => told(api.GET('/v1/devices', { params: { query: { q, cursor, limit: 50 } } })));

/** An instructor, who may have no account yet, or an account. */
export type Whom = { instructorId: string } | { userId: string };

export const invite = (whom: Whom): Promise<Invitation> => {
  const body = 'userId' in whom ? { userId: whom.userId } : { instructorId: whom.instructorId };
  return told(api.POST('/v1/devices/invitations', { body }));
};

export const revoke = (id: string, wipe: boolean): Promise<Device> =>
  told(api.POST('/v1/devices/{id}/revoke', { params: { path: byId(id) }, body: { wipe } }));
