import { type Shown } from '../../api/client.ts';

/** Where it is: the room, the site, the route, what of these is known. */
export const whereabouts = ({ place, labels }: Pick<Shown<'SessionView'>, 'place' | 'labels'>): string =>
  [place, labels.site, labels.route].filter(Boolean).join(' · ');
