/** The command was called in a way it does not know. */
export class Misuse extends Error {}

/** `--name value` and `--flag` pairs, and what stands between. @throws Misuse for an option that is not known */
export function readArguments(
  args: readonly string[],
  known: { flags?: string[]; options?: string[] },
): { flags: Set<string>; options: Map<string, string>; rest: string[] } {
  const flags = new Set<string>();
  const options = new Map<string, string>();
  const rest: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const word = args[i]!;
    if (!word.startsWith('--')) rest.push(word);
    else if (known.flags?.includes(word.slice(2))) flags.add(word.slice(2));
    else if (known.options?.includes(word.slice(2)) && args[i + 1] !== undefined) options.set(word.slice(2), args[++i]!);
    else throw new Misuse(`${word}?`);
  }
  return { flags, options, rest };
}
