// Entities enter lists of the whole process when their modules are loaded.
/** @type {{ EntitiesMetadataStorage: { storage: Map<string, { name: string }[]> } }} */
const { EntitiesMetadataStorage } = await import(new URL('entities-metadata.storage.js', import.meta.resolve('@nestjs/typeorm')).href);

/** @type {{ lists: Map<unknown[], number>, byConnection: [string, { name: string }[]][] } | undefined} */
let first;

/** Lists of a class: columns, relations and the like. @returns {unknown[][]} */
const lists = () => Object.values(Reflect.get(globalThis, 'typeormMetadataArgsStorage') ?? {}).filter(Array.isArray);

/**
 * Before a program is loaded: the lists become those of the first program again, or every later one would take longer to start than the one
 * before. `share`, once it is loaded: what it did not load anew is the first one's.
 */
export function takeEntities() {
  const { storage } = EntitiesMetadataStorage;
  if (first) {
    for (const [list, length] of first.lists) list.length = length;
    storage.clear();
  }
  return {
    share() {
      first ??= {
        lists: new Map(lists().map((list) => [list, list.length])),
        byConnection: [...storage].map(([name, entities]) => [name, [...entities]]),
      };
      for (const [name, entities] of first.byConnection) {
        const own = storage.get(name) ?? [];
        const known = new Set(own.map((entity) => entity.name));
        storage.set(name, [...own, ...entities.filter((entity) => !known.has(entity.name))]);
      }
    },
  };
}
