import { Injectable } from '@nestjs/common';
import { type ImportKind } from '#contract';
import { Refusal } from '#platform/refusal';
import { type Importer } from './importer.js';

/** The kinds of import that this process knows. Each lib registers its own when its module starts. */
@Injectable()
export class ImporterRegistry {
  private readonly known = new Map<string, Importer>();

  /** @throws when another importer has the kind, or two of its formats one name. */
  register(importer: Importer): void {
    if (this.known.has(importer.kind)) throw new Error(`the import kind "${importer.kind}" has two importers`);
    const names = importer.sheets.map(({ name }) => name);
    const twice = names.find((name, i) => names.indexOf(name) < i);
    if (twice !== undefined) throw new Error(`the import kind "${importer.kind}" has two formats called "${twice}"`);
    this.known.set(importer.kind, importer);
  }

  /** @throws Refusal importKindUnknown */
  of(kind: string): Importer {
    const importer = this.known.get(kind);
    if (!importer) throw new Refusal('importKindUnknown', { kinds: this.kinds() });
    return importer;
  }

  kinds(): ImportKind[] {
    return [...this.known.values()].map((importer) => importer.kind);
  }
}
