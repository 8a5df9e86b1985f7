import { Injectable } from '@nestjs/common';

/** The API's own description: made once, when it is first asked for. */
@Injectable()
export class ApiDocument {
  private text?: string;
  private make: () => object = () => ({});

  comesFrom(make: () => object): void {
    this.make = make;
  }

  get json(): string {
    return (this.text ??= JSON.stringify(this.make()));
  }
}
