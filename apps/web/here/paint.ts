export type Child = Node | string;

/** An element; what is told stands in it as text, never as markup. */
export function make(tag: string, attributes: Record<string, string>, ...children: Child[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export function button(text: string, onPress: () => void): HTMLElement {
  const element = make('button', { type: 'button' }, text);
  element.addEventListener('click', onPress);
  return element;
}

/** What was typed so far: the page is drawn anew, and nobody types twice. */
const typedSoFar = new Map<string, string>();

export function field({
  label,
  hint,
  ...attributes
}: Record<string, string> & { label: string; name: string; hint?: string }): HTMLElement {
  const input = make('input', { required: '', autocomplete: 'off', ...attributes }) as HTMLInputElement;
  input.value = typedSoFar.get(attributes.name) ?? '';
  input.addEventListener('input', () => typedSoFar.set(attributes.name, input.value));
  return make('label', {}, label, input, ...(hint === undefined ? [] : [make('span', {}, hint)]));
}

/** What is typed is asked for by the names of the fields. */
export function form(fields: HTMLElement[], send: string, onSend: (typed: (name: string) => string) => void): HTMLElement {
  const element = make('form', {}, ...fields, make('button', { class: 'primary' }, send)) as HTMLFormElement;
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    const typed = new FormData(element);
    onSend((name) => String(typed.get(name) ?? ''));
  });
  return element;
}
