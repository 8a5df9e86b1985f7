import { type IssuedCard } from '#enrollment';
import { displayName } from '#units';
import { Id, idText, ShownParts, Text, Whole, Yes } from '../wire/index.js';

export class CardRenewalFields {
  @Id() personId: number;
}

export class CardView {
  @Id() personId: string;
  @Text({ max: 60, example: '示例学员' }) name: string;
  @Text({ max: 100, example: '横渠村' }) unit: string;
  @Whole({ min: 1, max: 9_999, nullable: true }) rosterNo: number | null;
  @Text({ min: 22, max: 22, example: 'q5yGxk0mTtC9b2Zr1uVw3A', about: '卡上的码 · what the card holds' }) code: string;
  @Yes({ example: true, about: '这一次才出的 · made by this call' }) isNew: boolean;
}

export class CardsView {
  @ShownParts(() => CardView, { about: '顺序如花名册 · in roster order' }) cards: CardView[];
}

export const cardView = ({ personId, name, unitName, rosterNo, code, isNew }: IssuedCard): CardView => ({
  personId: idText(personId),
  name,
  unit: displayName(unitName),
  rosterNo,
  code,
  isNew,
});
