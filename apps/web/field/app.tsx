import { Cards } from './cards/cards.tsx';
import { Days } from './screens/days.tsx';
import { Entry } from './screens/entry.tsx';
import { Frame } from './screens/frame.tsx';
import { Locked } from './screens/locked.tsx';
import { LockSettings } from './screens/lock-settings.tsx';
import { Records } from './screens/records.tsx';
import { Roll } from './screens/roll.tsx';
import { Hall } from './hall/hall.tsx';
import { OpenPhotos } from './photos/open-photos.tsx';
import { usePlace } from './address.ts';
import { usePhone } from './use-phone.ts';

export function App() {
  const place = usePlace();
  const stage = usePhone((standing) => standing.stage);
  const session = usePhone(({ sessions }) => ('sessionId' in place ? sessions.get(place.sessionId) : undefined));
  const isLocked = usePhone((standing) => standing.isLocked);
  if (stage === 'opening') return null;
  if (stage !== 'in') return <Entry stage={stage} />;
  if (isLocked) return <Locked />;
  if (place.at === 'records') return <Records />;
  if (place.at === 'lock') return <LockSettings />;
  if (session && place.at === 'cards') return <Cards key={session.id} session={session} />;
  if (session && place.at === 'hall') return <Hall key={session.id} session={session} />;
  if (session && place.at === 'photos') return <OpenPhotos key={session.id} session={session} />;
  if (session) return <Roll key={session.id} session={session} over={place.at === 'roll' ? place.over : undefined} />;
  return (
    <Frame>
      <Days />
    </Frame>
  );
}
