/** Waits until the question is answered with something true, and answers it. */
export async function until<T>(question: () => Promise<T> | T, seconds = 30): Promise<T> {
  for (const end = performance.now() + seconds * 1_000; ;) {
    const answer = await question();
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`not so within ${seconds} seconds: ${question}`);
    await new Promise((go) => setTimeout(go, 25));
  }
}
