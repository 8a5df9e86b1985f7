import { Column, Entity, ForeignKey, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A file as it was sent. What it holds lies sealed in its chunks. */
@Entity('files')
export class StoredFile {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'varchar', length: 200 })
  name: string;

  @Column({ type: 'varchar', name: 'media_type', length: 100 })
  mediaType: string;

  /** Bytes before sealing. */
  @Column({ type: 'int', unsigned: true })
  size: number;

  /** Of the bytes before sealing: chunks that were lost or put in another order are found by it. */
  @Column({ type: 'binary', length: 32 })
  sha256: Buffer;

  @Column({ type: 'int', name: 'created_by', unsigned: true, nullable: true })
  createdBy: number | null;

  @Column({ type: 'datetime', name: 'created_at', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' })
  createdAt: Date;
}

/** At most 512 kB of a file, sealed by itself. */
@Entity('file_chunks')
export class FileChunk {
  @ForeignKey(() => StoredFile, { name: 'fk_file_chunks_file', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'int', name: 'file_id', unsigned: true })
  fileId: number;

  /** From 0. */
  @PrimaryColumn({ type: 'int', unsigned: true })
  position: number;

  @Column({ type: 'mediumblob' })
  sealed: Buffer;
}
