import { CreateUser } from '#accounts';
import { type BundleName } from '#contract';
import { systemContext } from '#platform/context';
import { type Db, insertRows } from '#platform/database';
import { type Product } from './start-product.js';

/** A small tree: a county with two towns, three villages and an organ. */
export interface County {
  county: number;
  hengqu: number;
  jinqu: number;
  doujiabu: number;
  hengquVillage: number;
  jinquVillage: number;
  organ: number;
}

type Planted = { id: number; path: string; county: number; town: number; village: number };

/** A unit put straight into the table. */
export async function plantUnit(db: Db, level: string, name: string, code: string | null, under?: Planted): Promise<Planted> {
  const [{ next }] = await db.query('SELECT COALESCE(MAX(id), 0) + 1 AS next FROM units');
  const id = Number(next);
  const path = `${under?.path ?? '/'}${id}/`;
  const above = under ?? { county: id, town: id, village: id };
  const place: Planted = {
    id,
    path,
    county: above.county,
    town: level === 'town' ? id : above.town,
    village: level === 'village' ? id : level === 'town' ? id : above.village,
  };
  await insertRows(db, 'units', [
    {
      id,
      parent_id: under?.id ?? null,
      level,
      name,
      code,
      path,
      access_path: path,
      key_village: place.village,
      key_town: place.town,
      key_county: place.county,
      key_city: place.county,
      key_province: place.county,
    },
  ]);
  return place;
}

/** Plants the tree straight into the table: what it is about is told by the units' own tests. */
export async function plantCounty(db: Db): Promise<County> {
  const plant = (level: string, name: string, code: string | null, under?: Planted) => plantUnit(db, level, name, code, under);
  const county = await plant('county', '眉县', '610326');
  const hengqu = await plant('town', '横渠镇', '610326101', county);
  const jinqu = await plant('town', '金渠镇', '610326105', county);
  const doujiabu = await plant('village', '豆家堡村', '610326101204', hengqu);
  const hengquVillage = await plant('village', '横渠村', '610326101200', hengqu);
  const jinquVillage = await plant('village', '金渠村', '610326105200', jinqu);
  const organ = await plant('organ', '县委组织部', null, county);
  return {
    county: county.id,
    hengqu: hengqu.id,
    jinqu: jinqu.id,
    doujiabu: doujiabu.id,
    hengquVillage: hengquVillage.id,
    jinquVillage: jinquVillage.id,
    organ: organ.id,
  };
}

export const testPassword = 'Shuguo-2021';

/** An account that holds one bundle for one unit. */
export async function addAccount(product: Product, account: string, bundle: BundleName, unitId: number): Promise<number> {
  const { id } = await product.get(CreateUser).run(systemContext('cli'), {
    scope: { paths: ['/'] },
    account,
    name: account,
    password: testPassword,
    grants: [{ bundle, unitId }],
  });
  return id;
}

/** A bearer token of the account. */
export async function tokenOf(product: Product, account: string): Promise<string> {
  const answer = await product.call('/v1/tokens', { body: { account, password: testPassword, label: 'story' } });
  if (answer.status !== 201) throw new Error(`no token for ${account}: ${answer.text}`);
  return answer.json.token;
}

/** Both at once. */
export async function signedIn(product: Product, account: string, bundle: BundleName, unitId: number): Promise<string> {
  await addAccount(product, account, bundle, unitId);
  return tokenOf(product, account);
}
