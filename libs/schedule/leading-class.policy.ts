/**
 * Rule 4: whose session it is, sessionsHeld and unnamed heads with it: that of the class that leads it, or where that is void or cancelled, of the lowest id among its other
 * classes that stand; `null` when none does.
 */
export function leadOf(session: { leadClassId: number; classIds: readonly number[] }, stands: (classId: number) => boolean): number | null {
  if (stands(session.leadClassId)) return session.leadClassId;
  const standing = session.classIds.filter(stands);
  return standing.length === 0 ? null : Math.min(...standing);
}
