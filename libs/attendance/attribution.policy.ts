/**
 * Rule 4: a mark counts for the class on whose roster the person stands; on several, for the lead class if it is among them,
 * else for the lowest id; on none, for the lead class. Classes that are void or cancelled own a mark only when no other can.
 */
export function ownerOf(leadClassId: number, classes: readonly { id: number; stands: boolean; enrolled: boolean }[]): number {
  const choices = [
    classes.filter((one) => one.enrolled && one.stands),
    classes.filter((one) => one.enrolled),
    classes.filter((one) => one.stands),
  ];
  const ids = choices.find((choice) => choice.length > 0)?.map((one) => one.id) ?? [];
  return ids.length === 0 || ids.includes(leadClassId) ? leadClassId : Math.min(...ids);
}
