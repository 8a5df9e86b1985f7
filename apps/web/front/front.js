// A first look at the year: the bulletin's line and person-times by town and kind. The console proper stands elsewhere.
const year = new URLSearchParams(location.search).get('year') ?? '2021';
const period = `from=${year}-01&to=${year}-12`;
/** The order of the columns; a kind that is not named here comes last. */
const order = ['online', 'thematic', 'practical', 'demonstration'];

const $ = (id) => document.getElementById(id);
const n = (value) => value.toLocaleString('zh-CN');
const get = async (path) => {
  const response = await fetch(path, { headers: { accept: 'application/json' } });
  if (!response.ok) throw Object.assign(new Error(), { status: response.status, problem: await response.json().catch(() => ({})) });
  return response.json();
};

const element = (name, text, className) => {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
};

async function show() {
  try {
    // One question finds out whether anybody is signed in.
    await get('/v1/me');
    const [line, byKind, byTown] = await Promise.all([
      get(`/v1/figures/bulletin?${period}`),
      get(`/v1/figures?${period}&by=kind,town`),
      get(`/v1/figures?${period}&by=town`),
    ]);
    $('sign-in').hidden = true;
    $('figures').hidden = false;
    $('scope').textContent =
      `${year}年1月–12月 · 按学员单位 · 口径 ${line.rule} · 编制于 ${line.compiledAt ? new Date(line.compiledAt).toLocaleString('zh-CN') : '—'} · 待编制 ${line.pending}`;
    drawLine(line);
    drawTable(byKind, byTown);
  } catch (error) {
    if (error.status === 401) $('sign-in').hidden = false;
    else fail(error.problem?.title ?? '没有取到数据。请稍后刷新页面。');
  }
}

function drawLine(line) {
  const entries = [
    ['批次', n(line.batches)],
    ['场次', n(line.sessionsHeld)],
    ['农村党员干部和群众骨干 人次', n(line.backbone)],
    ['示范培训 人次', n(line.demonstration)],
    ['其他 人次(实名 + 清点)', `${n(line.other.registered)} + ${n(line.other.declared)}`],
  ];
  $('line').replaceChildren(
    ...entries.map(([term, value]) => {
      const pair = document.createElement('div');
      pair.append(element('dt', term), element('dd', value));
      return pair;
    }),
  );
}

/** 镇街 × 课堂: registered + declared. The total row is the county's own, never a sum: people are counted anew. */
function drawTable(byKind, byTown) {
  const place = (kind) => (order.includes(kind) ? order.indexOf(kind) : order.length);
  const kinds = Object.fromEntries(
    byKind.rows.map(({ key, labels }) => [key.kind, `${labels.kind[0]} ${labels.kind}`]).sort(([a], [b]) => place(a) - place(b)),
  );
  const head = document.createElement('thead');
  const titles = document.createElement('tr');
  for (const title of ['镇街', ...Object.values(kinds), '合计 人次', '人数', '批次', '场次']) titles.append(element('th', title));
  head.append(titles);
  const body = document.createElement('tbody');
  for (const town of byTown.rows) {
    const row = document.createElement('tr');
    row.append(element('td', town.labels.town));
    for (const kind of Object.keys(kinds))
      row.append(graded(byKind.rows.find((one) => one.key.kind === kind && one.key.town === town.key.town)));
    row.append(graded(town), element('td', n(town.people)), element('td', n(town.batches)), element('td', n(town.sessionsHeld)));
    body.append(row);
  }
  const foot = document.createElement('tfoot');
  const last = document.createElement('tr');
  last.append(element('td', '全部'));
  for (const kind of Object.keys(kinds)) {
    const rows = byKind.rows.filter((one) => one.key.kind === kind);
    const sum = (grade) => rows.reduce((all, one) => all + one.personTimes[grade], 0);
    last.append(graded({ personTimes: { registered: sum('registered'), declared: sum('declared') } }));
  }
  const { total } = byTown;
  last.append(graded(total), element('td', n(total.people)), element('td', n(total.batches)), element('td', n(total.sessionsHeld)));
  foot.append(last);
  $('table').replaceChildren(head, body, foot);
  $('foot').textContent =
    '单元格为 实名 + 清点。一个批次或场次在它涉及的每个镇街各计一次,在全部中计一次;人数逐级重新计算,不相加。不属于任何镇街的,记在县一行。';
}

function graded(cell) {
  const made = element('td', n(cell?.personTimes.registered ?? 0));
  const declared = cell?.personTimes.declared ?? 0;
  if (declared > 0) made.append(element('span', ` + ${n(declared)}`, 'declared'));
  return made;
}

function fail(text) {
  $('sign-in').hidden = false;
  $('fault').textContent = text;
}

$('sign-in').addEventListener('submit', async (event) => {
  event.preventDefault();
  $('fault').textContent = '';
  const response = await fetch('/v1/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(Object.fromEntries(new FormData(event.target))),
  });
  if (response.ok) await show();
  else fail((await response.json().catch(() => ({}))).title ?? '没有登录成功。请稍后再试。');
});
$('sign-out').addEventListener('click', async () => {
  await fetch('/v1/sign-out', { method: 'POST' });
  location.reload();
});
await show();
