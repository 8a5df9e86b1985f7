/** Waits until the probe answers with something, and answers that. */
export async function until<T>(
  probe: () => T | undefined | false | Promise<T | undefined | false>,
  what = String(probe),
  limitMs = 20_000,
): Promise<T> {
  for (const end = performance.now() + limitMs; performance.now() < end; await new Promise((go) => setTimeout(go, 20))) {
    const answer = await probe();
    if (answer !== undefined && answer !== false) return answer;
  }
  throw new Error(`waited in vain for: ${what}`);
}
