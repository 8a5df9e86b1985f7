// What the devices mark: classes of every sort with sessions around today, and people on their rosters.
/** @typedef {{ sessionId: string, people: string[], counted: boolean }} Markable */

/**
 * @param {import('./county.mjs').County} county
 * @param {{ classes: number, people: number, today: string }} size people on each roster, all of one day
 * @returns {Promise<Markable[]>}
 */
export async function prepareSessions(county, { classes, people, today }) {
  const { items: villages } = await county.call('/v1/units?level=village&limit=20');
  const { items: counties } = await county.call('/v1/units?level=county&limit=1');
  // The same people are called up again and again: compiles of several classes say where they are counted.
  const folk = await inTurn(2 * people, async (n) => {
    const { id } = await county.call('/v1/people', { name: `示例${n}`, unitId: villages[n % villages.length].id });
    return id;
  });
  /** @type {Markable[]} */
  const markable = [];
  for (let i = 0; i < classes; i++) {
    const village = villages[i % villages.length].id;
    const roster = Array.from({ length: people }, (_, n) => folk[(i * 7 + n) % folk.length]);
    const lessons = i % 2 === 0;
    const { id } = await county.call('/v1/classes', {
      name: `压测班${i}`,
      kind: lessons ? 'demonstration' : 'thematic',
      startsOn: today,
      endsOn: today,
      hosts: [counties[0].id],
      ...(lessons && { villageId: village }),
    });
    await county.call('/v1/enrollments', { classId: id, people: roster.map((personId) => ({ personId })) });
    for (const dayPart of ['am', 'pm']) {
      const session = await county.call('/v1/sessions', { leadClassId: id, topic: '示例课', date: today, dayPart });
      markable.push({ sessionId: session.id, people: roster, counted: lessons });
    }
    for (const to of ['published', 'running']) {
      const { version } = await county.call(`/v1/classes/${id}`);
      await county.call(`/v1/classes/${id}/state`, { to }, { 'if-match': `"${version}"` });
    }
  }
  return markable;
}

/** @template T @param {number} many @param {(n: number) => Promise<T>} make @returns {Promise<T[]>} */
async function inTurn(many, make) {
  const made = [];
  for (let n = 0; n < many; n++) made.push(await make(n));
  return made;
}
