import { Injectable } from '@nestjs/common';
import { type ClassState, type SessionState } from '#contract';
import { type Db, numbersOf } from '#platform/database';
import { leadOf, standsAs } from '#schedule';
import { type Hours } from './hall-hours.policy.js';

export interface HallSession extends Hours {
  id: number;
  topic: string;
  place: string | null;
  state: SessionState;
  classState: ClassState;
}

@Injectable()
export class HallRepository {
  async session(db: Db, id: number): Promise<HallSession | null> {
    return (await this.found(db, 's.id = ?', [id]))[0] ?? null;
  }

  /** How many have signed in themselves, and how many stand on the rosters; who is on two of them is one. */
  async countSigned(db: Db, sessionId: number): Promise<{ signed: number; onRoster: number }> {
    const [row] = await db.query(
      `SELECT (SELECT COUNT(DISTINCT person_id) FROM marks WHERE session_id = ? AND origin = 'self') AS signed,
         (SELECT COUNT(DISTINCT e.person_id) FROM session_classes sc JOIN enrollments e ON e.class_id = sc.class_id AND e.removed_on IS NULL
          WHERE sc.session_id = ?) AS onRoster`,
      [sessionId, sessionId],
    );
    return { signed: Number(row.signed), onRoster: Number(row.onRoster) };
  }

  /** Sessions of a day that six digits may be those of. */
  sessionsOn(db: Db, date: string): Promise<HallSession[]> {
    return this.found(db, "s.date = ? AND s.state = 'scheduled'", [date]);
  }

  /** Of a joint session the class that leads it now decides: the one it was planned under may be cancelled (rule 4). */
  private async found(db: Db, which: string, parameters: unknown[]): Promise<HallSession[]> {
    const rows: (HallSession & { plannedLead: number; classId: number })[] = await db.query(
      `SELECT s.id, s.topic, s.place, s.state, s.date, s.day_part AS dayPart, TIME_FORMAT(s.starts_at, '%H:%i') AS startsAt,
         TIME_FORMAT(s.ends_at, '%H:%i') AS endsAt, s.lead_class_id AS plannedLead, c.id AS classId, c.state AS classState
       FROM sessions s JOIN session_classes sc ON sc.session_id = s.id JOIN classes c ON c.id = sc.class_id WHERE ${which} ORDER BY s.id`,
      parameters,
    );
    const states = new Map<number, Map<number, ClassState>>();
    for (const { id, classId, classState } of rows) states.set(id, (states.get(id) ?? new Map()).set(classId, classState));
    return rows.filter(({ id, plannedLead, classId }) => {
      const of = states.get(id)!;
      const lead = leadOf({ leadClassId: plannedLead, classIds: [...of.keys()] }, (one) => standsAs(of.get(one)!)) ?? plannedLead;
      return classId === lead;
    });
  }

  /** People on the rosters of a session who are called so, with these last four of phone or ID number. */
  async named(db: Db, sessionId: number, { name, last4 }: { name: string; last4: string }): Promise<number[]> {
    const rows: { id: number }[] = await db.query(
      `SELECT DISTINCT p.id FROM session_classes sc JOIN enrollments e ON e.class_id = sc.class_id AND e.removed_on IS NULL
       JOIN people p ON p.id = e.person_id
       WHERE sc.session_id = ? AND p.name = ? AND (p.phone_last4 = ? OR p.id_number_last4 = ?)`,
      [sessionId, name, last4, last4],
    );
    return rows.map(({ id }) => id);
  }

  /** Whether one of these has signed in at this roll call themselves. */
  async hasSigned(db: Db, { sessionId, slot }: { sessionId: number; slot: number }, personIds: readonly number[]): Promise<boolean> {
    const sql = `SELECT 1 FROM marks WHERE session_id = ? AND slot = ? AND origin = 'self' AND person_id IN ${numbersOf(personIds)} LIMIT 1`;
    return (await db.query(sql, [sessionId, slot])).length > 0;
  }
}
