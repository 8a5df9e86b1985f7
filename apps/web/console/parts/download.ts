import { App } from 'antd';
import { type MouseEvent, useRef } from 'react';
import { saveFile } from './save-file.ts';
import { useSaid } from './states.tsx';

/** The name that the answer gives its file; the plain one where there is no other. */
function nameIn(response: Response): string | undefined {
  const said = response.headers.get('content-disposition') ?? '';
  const [, coded] = /filename\*=UTF-8''([^;]+)/i.exec(said) ?? [];
  return coded === undefined ? /filename="?([^";]+)/i.exec(said)?.[1] : decodeURIComponent(coded);
}

type Asked = Promise<{ data?: unknown; response: Response }>;

/**
 * A link to a file whose refusal is said in words: a browser left alone would save the refusal as the file. The address stays in
 * the link, so that it can be opened and copied as any.
 */
export function useDownload(): (name: string, ask: () => Asked) => (event: MouseEvent) => void {
  const { message } = App.useApp();
  const said = useSaid();
  const busy = useRef(false);
  const fetchFile = async (name: string, ask: () => Asked): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    try {
      const { data, response } = await ask();
      saveFile(nameIn(response) ?? name, data as Blob);
    } catch (problem) {
      void message.error(said(problem));
    } finally {
      busy.current = false;
    }
  };
  return (name, ask) => (event) => {
    event.preventDefault();
    void fetchFile(name, ask);
  };
}
