import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * The units that a deed concerned on its day: those of what it was done to, and those that whoever did it acted for. Access follows
 * where these units stand today. An import that is taken back may take a unit with it, so the id is kept without a key.
 */
@Entity('audit_entry_units')
@Index('ix_audit_entry_units_unit', ['unitId'])
export class AuditEntryUnit {
  @PrimaryColumn({ type: 'int', name: 'entry_id', unsigned: true })
  @ForeignKey('audit_entries', { name: 'fk_audit_entry_units_entry', onDelete: 'CASCADE' })
  entryId: number;

  @PrimaryColumn({ type: 'int', name: 'unit_id', unsigned: true })
  unitId: number;
}
