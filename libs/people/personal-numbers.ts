import { Injectable } from '@nestjs/common';
import { Refusal } from '#platform/refusal';
import { normaliseIdNumber, normalisePhone, Secrecy } from '#platform/secrecy';

export interface SealedIdNumber {
  id_number_sealed: Buffer | null;
  id_number_index: Buffer | null;
  id_number_last4: string | null;
}
export interface SealedPhone {
  phone_sealed: Buffer | null;
  phone_index: Buffer | null;
  phone_last4: string | null;
}

/** ID and phone numbers as the table keeps them: sealed, a blind index to find equal ones, the last four places to show. */
@Injectable()
export class PersonalNumbers {
  constructor(private readonly secrecy: Secrecy) {}

  /** @throws Refusal identityInvalid */
  idNumber(text: string | null): SealedIdNumber & { normalised: string | null } {
    const normalised = text === null ? null : normaliseIdNumber(text);
    if (text !== null && normalised === null) throw new Refusal('identityInvalid', { fields: [{ field: 'idNumber', fault: 'malformed' }] });
    return {
      normalised,
      id_number_sealed: normalised === null ? null : this.secrecy.seal(normalised),
      id_number_index: normalised === null ? null : this.secrecy.blindIndex('idNumber', normalised),
      id_number_last4: normalised === null ? null : normalised.slice(-4),
    };
  }

  /** @throws Refusal invalidFields */
  phone(text: string | null): SealedPhone {
    const normalised = text === null ? null : normalisePhone(text);
    if (text !== null && normalised === null) throw new Refusal('invalidFields', { fields: [{ field: 'phone', fault: 'malformed' }] });
    return {
      phone_sealed: normalised === null ? null : this.secrecy.seal(normalised),
      phone_index: normalised === null ? null : this.secrecy.blindIndex('phone', normalised),
      phone_last4: normalised === null ? null : normalised.slice(-4),
    };
  }

  open(sealed: Buffer): string {
    return this.secrecy.open(sealed);
  }
}
