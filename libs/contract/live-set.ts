/** A fact that may name the facts it takes the place of. Ids are lower-case UUIDs. */
export interface Replacing {
  id: string;
  replaces: readonly string[];
  /** Takes no part yet, or never will: it is not live and replaces nothing, but hands on what it named to whoever replaces it. */
  aside?: boolean;
}

/** Whether one fact can take the place of another at all. */
export type Concerns<T> = (by: T, other: T) => boolean;

/**
 * The facts that take part and that no other fact replaces. Whoever corrects a fact that was left aside had seen it, and so what
 * it replaced: the correction replaces that too. A ring of facts that replace each other replaces nothing inside it, so the
 * answer does not depend on the order in which they arrived. Ids that never arrived are allowed on the right side of `replaces`.
 */
export function liveSet<T extends Replacing>(facts: readonly T[], concerns: Concerns<T> = () => true): T[] {
  const taking = facts.filter((fact) => !fact.aside);
  if (taking.every((fact) => fact.replaces.length === 0)) return taking;
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const targets = new Map<string, string[]>();
  for (const fact of facts) {
    const named = fact.replaces.filter((id) => {
      const other = byId.get(id);
      return other !== undefined && other !== fact && concerns(fact, other);
    });
    if (named.length > 0) targets.set(fact.id, named);
  }
  const ring = ringOf(targets);
  const replaced = new Set<string>();
  for (const fact of taking) {
    const reached = new Set<string>();
    for (const open = [...(targets.get(fact.id) ?? [])]; open.length > 0;) {
      const id = open.pop()!;
      if (reached.has(id)) continue;
      reached.add(id);
      if (ring.get(id) !== ring.get(fact.id)) replaced.add(id);
      if (byId.get(id)!.aside) open.push(...(targets.get(id) ?? []));
    }
  }
  return taking.filter((fact) => !replaced.has(fact.id));
}

/** Strongly connected components (Tarjan, without recursion): id → a name of its ring, its own alone where it is in none. */
function ringOf(edges: Map<string, readonly string[]>): Map<string, string> {
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
      const target = edges.get(step.id)?.[step.next++];
      if (target !== undefined) {
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
