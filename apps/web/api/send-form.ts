import { tell } from './client.ts';
import { Problem, problemOf } from './problem.ts';

/**
 * Sends a form with files and says how much of it has left: `fetch` cannot.
 * @throws Problem whatever it was that the API, or nobody, answered; the signal's reason when it was called off
 */
export function sendForm<T>(
  path: string,
  form: FormData,
  { header, signal, onSent }: { header: Record<string, string>; signal: AbortSignal; onSent: (part: number) => void },
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('accept', 'application/json');
    for (const [name, value] of Object.entries(header)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new Problem('offline', 0));
    request.onabort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.onload = () => {
      const { status, responseText } = request;
      if (status >= 200 && status < 300) return resolve(JSON.parse(responseText) as T);
      void problemOf(new Response(responseText, { status })).then((problem) => {
        tell(problem);
        reject(problem);
      });
    };
    request.send(form);
  });
}
