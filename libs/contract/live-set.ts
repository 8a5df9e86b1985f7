/** A fact that may name the facts it takes the place of. Ids are lower-case UUIDs. */
export interface Replacing {
  id: string;
  replaces: readonly string[];
}

/**
 * The facts that no other fact replaces. A ring of facts that replace each other replaces nothing, so the answer does not
 * depend on the order in which they arrived. Ids that never arrived are allowed on the right side of `replaces`.
 */
export function liveSet<T extends Replacing>(facts: readonly T[]): T[] {
  if (facts.every((fact) => fact.replaces.length === 0)) return [...facts];
  const ring = ringOf(facts);
  const replaced = new Set<string>();
  for (const fact of facts) {
    for (const target of fact.replaces) {
      if (target !== fact.id && (ring.get(target) ?? target) !== (ring.get(fact.id) ?? fact.id)) replaced.add(target);
    }
  }
  return facts.filter((fact) => !replaced.has(fact.id));
}

/** Strongly connected components (Tarjan, without recursion): id → a name of its ring, for facts in a ring of two or more. */
function ringOf(facts: readonly Replacing[]): Map<string, string> {
  const edges = new Map(facts.map((fact) => [fact.id, fact.replaces]));
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const ring = new Map<string, string>();
  for (const start of edges.keys()) {
    if (index.has(start)) continue;
    const path: { id: string; next: number }[] = [{ id: start, next: 0 }];
    while (path.length > 0) {
      const step = path[path.length - 1]!;
      if (step.next === 0 && !index.has(step.id)) {
        index.set(step.id, index.size);
        low.set(step.id, index.get(step.id)!);
        open.push(step.id);
        isOpen.add(step.id);
      }
      const target = edges.get(step.id)![step.next++];
      if (target !== undefined) {
        if (!edges.has(target)) continue;
        if (!index.has(target)) path.push({ id: target, next: 0 });
        else if (isOpen.has(target)) low.set(step.id, Math.min(low.get(step.id)!, index.get(target)!));
        continue;
      }
      path.pop();
      const parent = path[path.length - 1];
      if (parent) low.set(parent.id, Math.min(low.get(parent.id)!, low.get(step.id)!));
      if (low.get(step.id) !== index.get(step.id)) continue;
      for (let member = ''; member !== step.id;) {
        member = open.pop()!;
        isOpen.delete(member);
        ring.set(member, step.id);
      }
    }
  }
  return ring;
}
