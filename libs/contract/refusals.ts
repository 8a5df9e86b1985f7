/**
 * Every way in which the product says no: stable code → HTTP status and the sentence in both languages.
 * Tests and clients rely on the code, never on the sentence.
 */
const table = {
  // malformed input
  malformedBody: [400, '请求内容不是有效的 JSON', 'The body is not valid JSON'],
  invalidFields: [400, '有字段不符合要求', 'Some fields are not valid'],
  invalidParameters: [400, '查询参数不符合要求', 'Some query parameters are not valid'],
  malformedText: [400, '文字中含有不能保存的字符', 'A text holds characters that cannot be stored'],
  tooDeep: [400, '请求内容嵌套过深', 'The body is nested too deeply'],
  cursorInvalid: [400, '翻页位置无效,请从第一页重新开始', 'The cursor is not valid; start from the first page'],
  periodInvalid: [400, '起止月份无效', 'The period is not valid'],
  bodyTooLarge: [413, '请求内容过大', 'The body is too large'],
  headTooLarge: [431, '请求的地址或请求头过长', 'The address or the headers of the request are too long'],
  requestMalformed: [400, '请求不符合 HTTP 格式', 'The request is not valid HTTP'],
  requestTimeout: [408, '请求没有在时限内发完', 'The request did not arrive in time'],
  mediaTypeUnsupported: [415, '不支持这种内容类型', 'This content type is not supported'],
  // who
  notSignedIn: [401, '请先登录', 'Sign in first'],
  signInFailed: [401, '账号或密码不对', 'The account or the password is wrong'],
  signInLocked: [429, '连续输错,请稍后再试', 'Too many failures; try again later'],
  forbidden: [403, '没有这项权限', 'You do not have this permission'],
  originMismatch: [403, '请求来源不符', 'The request came from another origin'],
  notFound: [404, '没有找到', 'Not found'],
  methodNotAllowed: [405, '不支持这种操作', 'This method is not supported'],
  // versions and repeats
  preconditionRequired: [428, '缺少版本号,请重新打开后再改', 'Send the version in If-Match'],
  versionMismatch: [412, '内容已被别人改过,请核对后再改', 'Someone else has changed this in the meantime'],
  idempotencyKeyReused: [409, '同一请求编号的内容不一致', 'The idempotency key was used with another body'],
  idempotencyKeyInvalid: [400, '请求编号无效', 'The idempotency key is not valid'],
  alreadyExists: [409, '已有相同的记录', 'There is one already'],
  // domain
  unitNotEmpty: [409, '该单位下还有内容', 'The unit still has something in it'],
  unitRetired: [409, '该单位已撤销', 'The unit is retired'],
  unitLevelInvalid: [400, '单位层级不符', 'The unit is of the wrong level'],
  referenceUnknown: [400, '引用的对象不存在或不在你的范围内', 'A referenced record does not exist or is outside your scope'],
  datesReversed: [400, '结束不能早于开始', 'The end is before the beginning'],
  positionOverlaps: [409, '同一职务的任期重叠', 'Terms of the same position overlap'],
  identityInvalid: [400, '身份证号有误', 'The ID number is not valid'],
  identityTaken: [409, '该身份证号已登记在另一人名下', 'This ID number belongs to another person'],
  mergeWithSelf: [400, '不能与自己合并', 'A person cannot be merged with itself'],
  alreadyFounded: [409, '已经建县,请用已有的账号登录', 'The county has been set up; sign in with an account that is there'],
  alreadyMerged: [409, '该人员已并入他人', 'The person has been merged already'],
  notMerged: [409, '该人员没有被合并', 'The person is not merged'],
  personMerged: [409, '该人员已并入他人,请在合并后的记录上修改', 'The person has been merged; edit the canonical record'],
  transitionNotAllowed: [409, '当前状态不能这样变更', 'This change of state is not allowed'],
  classNeedsSession: [409, '培训班还没有课次', 'The class has no session'],
  classHeld: [
    409,
    '已有课次举办,不能取消;请结班,名单不实的请作废',
    'Sessions were held: close the class, or void it where its sheets are false',
  ],
  classFinished: [409, '培训班已结束,不能再改', 'The class has ended and can no longer be changed'],
  kindNeedsRoute: [400, '这类课需要学习线路或现场教学点', 'This kind needs a route or a teaching site'],
  kindMismatch: [400, '课堂类型不符', 'The course kind does not match'],
  dateOutsideClass: [400, '课次日期不在培训班起止日期内', 'The session lies outside the dates of the class'],
  sessionNotOpen: [409, '课次已取消或作废', 'The session is cancelled or void'],
  viewingPointInUse: [409, '该收看点已有登记或人数,不能删除', 'Marks or head counts stand on this viewing point'],
  leadClassMissing: [400, '牵头班次必须在合班之列', 'The lead class must be among the classes of the session'],
  capacityExceeded: [409, '超过承载量', 'The capacity is exceeded'],
  alreadyEnrolled: [409, '已在花名册上', 'Already on the roster'],
  rosterTooLong: [409, '花名册超过 3,000 人', 'The roster exceeds 3,000 people'],
  // field marks: codes beside a verdict
  sessionUnknown: [404, '课次不存在或不归你登记', 'The session does not exist or is not yours'],
  personUnknown: [404, '人员不存在', 'The person does not exist'],
  markMalformed: [400, '登记内容不完整', 'The mark is malformed'],
  markConflict: [409, '同一编号已有不同内容', 'The same id was used with another body'],
  offRoster: [409, '不在花名册上', 'Not on the roster'],
  classClosed: [409, '培训班已结班', 'The class is closed'],
  sessionCancelled: [409, '课次已取消', 'The session is cancelled'],
  sessionVoid: [409, '课次已作废', 'The session is void'],
  viewingPointGone: [409, '该收看点已撤销,记在主课堂', 'The viewing point is gone; recorded in the main room'],
  outsidePack: [409, '课次已不在离线包内', 'The session is no longer served to you'],
  recordDateForbidden: [403, '没有补录历史资料的权限', 'You may not set a date of record'],
  selfVerification: [403, '报送人不能核实自己的报送', 'The reporter cannot verify their own count'],
  alreadyVerified: [409, '已经核实', 'Already verified'],
  nothingToDecide: [409, '这条登记不需要处理', 'There is nothing to decide about this mark'],
  // phones
  invitationUnknown: [404, '没有这个登记码,请让组织者重新出示', 'There is no such code; ask the organiser for a new one'],
  invitationUsed: [409, '登记码已被另一部手机用过,请让组织者重新出示', 'Another phone has used this code; ask the organiser for a new one'],
  invitationExpired: [410, '登记码已过期,请让组织者重新出示', 'The code has expired; ask the organiser for a new one'],
  deviceRevoked: [403, '这部手机已被停用,登记仍会保留并请人核对', 'This phone is revoked; its marks are kept and flagged'],
  accountDisabled: [409, '该账号已停用', 'The account is disabled'],
  accountCannotMark: [409, '该账号没有点名的权限,请先设定', 'The account may not mark attendance; set its rights first'],
  deviceNotEnrolled: [409, '这部手机没有登记过', 'This phone was never enrolled'],
  unsentFileInvalid: [400, '这不是手机导出的待发文件,或没有下载完整', 'This is no file of unsent records, or it did not come whole'],
  unsentFileNewer: [400, '这个文件由更新的版本导出,请先升级', 'A newer version wrote this file; update first'],
  unsentFileAltered: [
    409,
    '文件与手机导出的不一致:被改动过,或不是本县登记过的手机导出的',
    'The file is not as a phone of this county wrote it: it was altered, or comes from elsewhere',
  ],
  unsentNotSealed: [
    409,
    '封签不是登记人留下的,不能记在他名下:请他在那部手机上用新的登记码进来,由手机自己交',
    'Not sealed by whom it names, and not credited to them: let them open that phone with a new code, and it hands over itself',
  ],
  // photos
  photosOff: [409, '这一课次的单位没有打开照片', 'Photos are not switched on for the unit of this session'],
  photosFull: [409, '这一课次的照片已满 20 张', 'The session holds 20 photos already'],
  photoInvalid: [400, '这不是完整的 JPEG 照片', 'This is no whole JPEG photo'],
  photoConflict: [409, '同一编号已有另一张照片', 'The same id was used with another photo'],
  // people who sign in themselves
  hallCodeWrong: [404, '会场码不对,或已经换了', 'The code of the hall is wrong, or has changed'],
  hallEarly: [409, '还没开始,请到时再来', 'It has not begun; come again then'],
  hallOver: [409, '本人登记已经结束', 'Signing in has ended'],
  hallTicketEnded: [410, '登记票已过期,请重新扫码', 'The ticket has ended; scan again'],
  hallTicketUsed: [409, '这张登记票已为另一个人登记,请重新扫码', 'The ticket has signed in somebody else; scan again'],
  hallNotFound: [404, '没有找到,请核对姓名和后四位', 'Nobody was found; check the name and the last four'],
  // imports
  importKindUnknown: [400, '不支持这种导入', 'This kind of import is not supported'],
  notAWorkbook: [400, '文件不是 Excel 工作簿(.xlsx)', 'The file is not an Excel workbook (.xlsx)'],
  headerMissing: [400, '没有找到表头', 'The header row was not found'],
  importNotChecked: [409, '还没有检查完', 'The file has not been checked yet'],
  importNotApplied: [409, '还没有导入,不能撤回', 'The import has not been applied'],
  importEffectsUnknown: [
    409,
    '数据库退回过旧版本,没有留下这次导入改动了什么,不能撤回',
    'The database was once taken back to an older version: what this import changed is no longer known, so it cannot be reverted',
  ],
  importInUse: [409, '导入的内容已被使用,不能撤回', 'Something stands on this import already'],
  fileMissing: [400, '没有收到文件', 'No file was received'],
  // platform
  tooManyRequests: [429, '请求太多,请稍后再试', 'Too many requests'],
  unavailable: [503, '服务暂时不可用,请稍后再试', 'Temporarily unavailable; try again'],
  unexpected: [500, '系统出错,已记录', 'Something went wrong and has been recorded'],
} as const satisfies Record<string, readonly [number, string, string]>;

export type RefusalCode = keyof typeof table;

export const refusalCodes = Object.keys(table) as RefusalCode[];

/** The HTTP status and the titles of a code. */
export const explainRefusal = (code: RefusalCode): { status: number; zh: string; en: string } => {
  const [status, zh, en] = table[code];
  return { status, zh, en };
};
