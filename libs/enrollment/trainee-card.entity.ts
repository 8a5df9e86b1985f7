import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The card that a person holds; a renewed one takes the place of the old, which nothing knows any more. */
@Entity('trainee_cards')
@Index('uq_trainee_cards_digest', ['digest'], { unique: true })
export class TraineeCard {
  @ForeignKey('people', { name: 'fk_trainee_cards_person', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'int', name: 'person_id', unsigned: true })
  personId: number;

  @Column({ type: 'varbinary', length: 80, name: 'code_sealed' })
  codeSealed: Buffer;

  @Column({ type: 'binary', length: 9 })
  digest: Buffer;

  @Column({ type: 'datetime', name: 'issued_at', precision: 3 })
  issuedAt: Date;
}
