//! The nouns that stand beside blanks: units, the ends of names, and the words that ask for a value.
//! Tables, and how a text is matched with them.

use super::table::Table;
use super::view::{ends, starts};

/// What a noun beside a blank asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ask {
    Person,
    Place,
    Organisation,
    Title,
    Year,
    Date,
    Count,
    Amount,
    Share,
    Sex,
    Words,
    /// Sentences, which may as well stand on the lines below.
    Prose,
}

/// Units, each with the characters that make another word of it: 人大, 名单.
#[rustfmt::skip]
static UNITS: Table<&str> = Table::by_first(&[
    ("%", ""), ("‰", ""), ("个百分点", ""), ("微克", ""), ("毫克", ""), ("斤", ""), ("个工作日", ""), ("平方公里", ""), ("平方千米", ""), ("个小时", ""), ("平方米", ""), ("立方米", ""), ("人次", ""),
    ("场次", ""), ("批次", ""), ("件次", ""), ("户次", ""), ("家次", ""), ("班次", ""), ("架次", ""), ("车次", ""), ("个月", ""),
    ("学时", ""), ("课时", ""), ("公里", ""), ("千米", ""), ("厘米", ""), ("毫米", ""), ("公顷", ""), ("分钟", ""), ("小时", ""),
    ("周年", ""), ("公斤", ""), ("千克", ""), ("毫升", ""), ("季度", ""), ("学期", ""), ("学年", ""), ("人份", ""), ("轮次", ""), ("剂次", ""), ("美元", ""), ("欧元", ""), ("港元", ""), ("台次", ""), ("辆次", ""), ("头次", ""), ("人天", ""),
    ("点钟", ""), ("人", "大民员才事社物口力工均家群武选文为身格防"), ("名", "单称义誉字录额"), ("个", "人别体性"), ("次", "要日年序数方"),
    ("所", "有在属长以谓需得"), ("家", "庭长具乡园风教访委"), ("项", "目链"), ("件", ""), ("起", "来点草步到义"),
    ("场", "所地馆景合面长镇"), ("期", "间末初中限满待盼货刊"), ("篇", "章幅"), ("条", "件例款"), ("户", "籍口外主部县"), ("亩", ""),
    ("吨", ""), ("台", "账湾风阶州"), ("套", "路餐"), ("辆", ""), ("元", "旦素宵首宝"), ("倍", "增"), ("天", "津气然下空地文水台鹅府"),
    ("岁", "月"), ("级", "别"), ("届", "时"), ("分", "局公管院行部会类校析工享布配别为组队支社店子歧流解赴批期段层级片中获"),
    ("处", "长室分级理置罚于在"), ("批", "准评示复判改阅发"), ("份", ""), ("册", ""), ("门", "诊店户口票卫"),
    ("节", "日约目能水俭假奏省气"), ("轮", "岗训流换椅"), ("类", "型别似"), ("支", "部队持行书委撑出付援农教边"), ("栋", "梁"),
    ("间", "接隔谍"), ("座", "谈右位"), ("位", "置于列次"), ("宗", "旨教族"), ("幅", "度"), ("株", "洲连"), ("例", "会如行"),
    ("本", "市县省区年月级校院局人次单科职系着届质地"), ("张", "家贴"), ("只", "有能要是"), ("头", "部等衔"), ("棵", ""),
    ("根", "据本治源"), ("块", ""), ("面", "积对向临貌试"), ("盏", ""), ("幢", ""), ("层", "次面级"), ("桌", "面"), ("米", "粉饭面"),
    ("秒", ""), ("周", "边末期报刊密到"), ("页", "面"), ("字", "〔号["), ("点", "击评燃位"), ("枚", ""), ("艘", ""), ("℃", ""), ("㎡", ""),
    ("度", "假过"), ("首", "都先届页次"), ("票", "据价房务箱证选决"), ("口", "号岸头径碑味述才腔语罩"), ("楼", "宇房盘市道栋"),
    ("把", "手关握控柄"), ("具", "有体备"), ("趟", ""), ("遍", "及布地"), ("瓶", "颈装"), ("箱", ""), ("袋", ""), ("颗", "粒"),
    ("眼", "科睛前光界镜"), ("架", "构设子次空"),
]);

/// Units that measure rather than count, so that figures behind the point are usual.
const MEASURES: [&str; 18] = [
    "斤",
    "元",
    "亩",
    "吨",
    "公里",
    "千米",
    "公顷",
    "平方米",
    "立方米",
    "公斤",
    "克",
    "米",
    "倍",
    "个百分点",
    "毫升",
    "㎡",
    "℃",
    "亿",
];

/// Units in Latin letters. Only after two marks or more, since one may begin a word.
const LATIN_UNITS: [&str; 17] =
    ["kWh", "km²", "hm²", "km", "kg", "mm", "cm", "m²", "m³", "MW", "kW", "GB", "MB", "TB", "ml", "t", "m"];

/// Posts and forms of address, behind a name or a surname.
#[rustfmt::skip]
static PERSONS: Table<&str> = Table::by_first(&[
    ("同志", ""), ("書記", ""), ("书记", ""), ("局长", ""), ("主任", ""), ("校长", ""), ("老师", ""), ("县长", ""), ("市长", ""),
    ("省长", ""), ("区长", ""), ("镇长", ""), ("乡长", ""), ("村长", ""), ("部长", ""), ("主席", ""), ("院长", ""), ("处长", ""),
    ("科长", ""), ("股长", ""), ("所长", ""), ("站长", ""), ("会长", ""), ("秘书长", ""), ("常委", ""), ("先生", ""), ("女士", ""),
    ("经理", ""), ("总经理", ""), ("董事长", ""), ("教授", ""), ("同学", ""), ("医生", ""), ("律师", ""), ("支书", ""), ("组长", ""),
    ("队长", ""), ("班长", ""), ("园长", ""), ("行长", ""), ("厂长", ""), ("社长", ""), ("理事长", ""), ("总监", ""), ("领导", ""),
    ("州长", ""), ("副书记", ""), ("副局长", ""), ("副主任", ""), ("副校长", ""), ("副县长", ""), ("副市长", ""), ("副镇长", ""),
    ("副乡长", ""), ("副区长", ""), ("副院长", ""), ("副部长", ""), ("副处长", ""), ("副科长", ""), ("副主席", ""), ("副会长", ""),
    ("等同志", ""), ("等领导", ""), ("委员", ""), ("代表", ""),
]);

/// Posts that stand before a name.
#[rustfmt::skip]
static POSTS: Table<()> = Table::by_last(&[
    ("记者", ()), ("学生", ()), ("业主", ()), ("村民", ()), ("选手", ()), ("书记", ()), ("局长", ()), ("主任", ()), ("校长", ()), ("县长", ()), ("市长", ()), ("省长", ()), ("区长", ()), ("镇长", ()),
    ("乡长", ()), ("村长", ()), ("部长", ()), ("主席", ()), ("院长", ()), ("处长", ()), ("科长", ()), ("股长", ()), ("所长", ()), ("站长", ()),
    ("会长", ()), ("秘书长", ()), ("常委", ()), ("经理", ()), ("董事长", ()), ("教授", ()), ("同学", ()), ("医生", ()), ("律师", ()), ("支书", ()),
    ("组长", ()), ("队长", ()), ("班长", ()), ("园长", ()), ("行长", ()), ("厂长", ()), ("社长", ()), ("理事长", ()), ("总监", ()), ("州长", ()),
    ("同志", ()), ("老师", ()), ("委员", ()), ("总经理", ()), ("辅导员", ()), ("教师", ()), ("法人代表", ()),
]);

/// Ends of the names of places, each with the characters that make another word of it.
#[rustfmt::skip]
static PLACES: Table<&str> = Table::by_first(&[
    ("自治区", ""), ("街道", ""), ("社区", ""), ("乡镇", ""), ("大道", ""), ("省", "略"), ("市", "场民容"), ("县", ""), ("縣", ""),
    ("区", "别间"), ("區", ""), ("镇", "静"), ("鎮", ""), ("乡", "愁"), ("鄉", ""), ("村", ""), ("州", ""), ("旗", "帜"), ("屯", ""),
    ("路", "线径演"), ("街", ""),
]);

/// Ends of the names of organisations, each with the characters that make another word of it.
#[rustfmt::skip]
static ORGANISATIONS: Table<&str> = Table::by_first(&[
    ("股份有限公司", ""), ("有限责任公司", ""), ("街道办事处", ""), ("人民检察院", ""), ("人民政府", ""), ("人民法院", ""),
    ("有限公司", ""), ("领导小组", ""), ("党总支", ""), ("党支部", ""), ("党小组", ""), ("党工委", ""), ("委员会", ""), ("办公室", ""),
    ("办事处", ""), ("联合会", ""), ("理事会", ""), ("基金会", ""), ("村委会", ""), ("居委会", ""), ("指挥部", ""), ("工作组", ""),
    ("教研组", ""), ("年级组", ""), ("幼儿园", ""), ("卫生院", ""), ("派出所", ""), ("检察院", ""), ("事务所", ""), ("研究所", ""),
    ("研究院", ""), ("出版社", ""), ("合作社", ""), ("中心校", ""), ("项目部", ""), ("分公司", ""), ("组织部", ""), ("宣传部", ""),
    ("教育局", ""), ("党委", "书"), ("党组", "织书"), ("党校", ""), ("学校", ""), ("小学", ""), ("中学", ""), ("大学", ""), ("学院", ""),
    ("高中", ""), ("初中", ""), ("医院", ""), ("银行", ""), ("支行", ""), ("分行", ""), ("分院", ""), ("分局", ""), ("分校", ""),
    ("公司", ""), ("集团", ""), ("支部", "书"), ("总支", "书"), ("中心", ""), ("协会", ""), ("学会", ""), ("商会", ""), ("政府", ""),
    ("机关", ""), ("法院", ""), ("工会", ""), ("团委", ""), ("妇联", ""), ("纪委", ""), ("企业", ""), ("工厂", ""), ("单位", ""),
    ("部门", ""), ("机构", ""), ("园区", ""), ("支队", ""), ("大队", ""), ("车间", ""), ("专班", ""), ("小组", ""), ("报社", ""),
    ("局", "面部势限"), ("委", "托派屈员发"), ("办", "理法好学事案结"), ("校", "园友外内企本"), ("院", ""), ("部", "分署"),
    ("科", "技学目研级"), ("室", "内外"), ("站", "在位点"), ("队", "伍员"), ("厂", ""), ("店", ""), ("厅", ""), ("社", "会"), ("署", "名"),
]);

/// Words that may stand between a blank and the end of an organisation's name.
#[rustfmt::skip]
static MODIFIERS: Table<&str> = Table::by_first(&[
    ("第一", ""), ("第二", ""), ("第三", ""), ("第四", ""), ("第五", ""), ("实验", ""), ("中心", ""), ("职业", ""), ("高级", ""),
    ("初级", ""), ("希望", ""), ("示范", ""), ("建筑", ""), ("科技", ""), ("教育", ""), ("体育", ""), ("卫生", ""), ("人民", ""),
    ("财政", ""), ("公安", ""), ("民政", ""), ("农业", ""), ("文化", ""), ("旅游", ""), ("市场", ""), ("监督", ""), ("管理", ""),
    ("技术", ""), ("师范", ""), ("民族", ""), ("外国语", ""), ("国际", ""), ("工业", ""), ("商贸", ""), ("投资", ""), ("建设", ""),
    ("发展", ""), ("行政", ""), ("审批", ""), ("服务", ""), ("基层", ""), ("社区", ""), ("机关", ""), ("镇中心", ""), ("乡中心", ""),
]);

/// Nouns that ask for a value, at the end of a label before ： or of a hint in brackets.
#[rustfmt::skip]
static SLOTS: Table<Ask> = Table::by_last(&[
    ("走访人", Ask::Person), ("值班人员", Ask::Person), ("户主", Ask::Person), ("成员", Ask::Person), ("代理人", Ask::Person), ("主送机关", Ask::Organisation),
    ("出席人员", Ask::Person), ("列席人员", Ask::Person), ("参会人员", Ask::Person), ("参加人员", Ask::Person), ("签名", Ask::Person), ("签字", Ask::Person),
    ("姓名", Ask::Person), ("联系人", Ask::Person), ("负责人", Ask::Person), ("主持人", Ask::Person), ("主持", Ask::Person),
    ("记录人", Ask::Person), ("记录", Ask::Person), ("报告人", Ask::Person), ("汇报人", Ask::Person), ("述职人", Ask::Person),
    ("申请人", Ask::Person), ("经办人", Ask::Person), ("责任人", Ask::Person), ("签发人", Ask::Person), ("审核人", Ask::Person),
    ("审批人", Ask::Person), ("介绍人", Ask::Person), ("推荐人", Ask::Person), ("证明人", Ask::Person), ("填表人", Ask::Person),
    ("制表人", Ask::Person), ("填报人", Ask::Person), ("发言人", Ask::Person), ("主讲人", Ask::Person), ("召集人", Ask::Person),
    ("承办人", Ask::Person), ("监督人", Ask::Person), ("代表人", Ask::Person), ("委托人", Ask::Person), ("受托人", Ask::Person),
    ("班主任", Ask::Person), ("谈话人", Ask::Person), ("监票人", Ask::Person), ("计票人", Ask::Person), ("培养人", Ask::Person),
    ("接待人", Ask::Person), ("陪同人", Ask::Person), ("执笔人", Ask::Person), ("交接人", Ask::Person), ("被谈话人", Ask::Person),
    ("单位", Ask::Organisation), ("部门", Ask::Organisation), ("公司名称", Ask::Organisation), ("单位名称", Ask::Organisation),
    ("学校名称", Ask::Organisation), ("企业名称", Ask::Organisation), ("机构名称", Ask::Organisation), ("支部名称", Ask::Organisation),
    ("组织名称", Ask::Organisation), ("单位全称", Ask::Organisation), ("毕业院校", Ask::Organisation), ("院校", Ask::Organisation),
    ("所在支部", Ask::Organisation), ("党支部", Ask::Organisation), ("所在学校", Ask::Organisation), ("甲方", Ask::Organisation),
    ("乙方", Ask::Organisation), ("丙方", Ask::Organisation), ("科室", Ask::Organisation), ("院系", Ask::Organisation),
    ("学校", Ask::Organisation), ("开户行", Ask::Organisation), ("地点", Ask::Place), ("地址", Ask::Place), ("籍贯", Ask::Place),
    ("住址", Ask::Place), ("出生地", Ask::Place), ("所在地", Ask::Place), ("名称", Ask::Title), ("题目", Ask::Title), ("标题", Ask::Title),
    ("主题", Ask::Title), ("全称", Ask::Title), ("简称", Ask::Title), ("年份", Ask::Year), ("年度", Ask::Year), ("日期", Ask::Date),
    ("年月日", Ask::Date), ("人数", Ask::Count), ("次数", Ask::Count), ("数量", Ask::Count), ("年龄", Ask::Count), ("页数", Ask::Count),
    ("天数", Ask::Count), ("应到", Ask::Count), ("实到", Ask::Count), ("得分", Ask::Count), ("票数", Ask::Count), ("份数", Ask::Count),
    ("工龄", Ask::Count), ("数字", Ask::Count), ("学时", Ask::Count), ("应到人", Ask::Count), ("实到人", Ask::Count), ("总分", Ask::Count),
    ("分数", Ask::Count), ("金额", Ask::Amount), ("面积", Ask::Amount), ("总额", Ask::Amount), ("费用", Ask::Amount), ("经费", Ask::Amount),
    ("比例", Ask::Share), ("占比", Ask::Share), ("百分比", Ask::Share), ("率", Ask::Share), ("性别", Ask::Sex), ("时间", Ask::Words),
    ("时分", Ask::Words), ("出生年月", Ask::Words), ("职务", Ask::Words), ("职称", Ask::Words), ("电话", Ask::Words), ("手机", Ask::Words),
    ("传真", Ask::Words), ("邮箱", Ask::Words), ("联系方式", Ask::Words), ("号码", Ask::Words), ("编号", Ask::Words), ("文号", Ask::Words),
    ("证号", Ask::Words), ("学号", Ask::Words), ("工号", Ask::Words), ("账号", Ask::Words), ("邮编", Ask::Words), ("民族", Ask::Words),
    ("学历", Ask::Words), ("学位", Ask::Words), ("专业", Ask::Words), ("政治面貌", Ask::Words), ("岗位", Ask::Words), ("职位", Ask::Words),
    ("年级", Ask::Words), ("班级", Ask::Words), ("学科", Ask::Words), ("科目", Ask::Words), ("方式", Ask::Words), ("类型", Ask::Words),
    ("类别", Ask::Words), ("级别", Ask::Words), ("等级", Ask::Words), ("等次", Ask::Words), ("月份", Ask::Words), ("星期", Ask::Words),
    ("天气", Ask::Words), ("健康状况", Ask::Words), ("婚姻状况", Ask::Words), ("身份证", Ask::Words), ("人员", Ask::Words),
    ("出席", Ask::Words), ("列席", Ask::Words), ("缺席", Ask::Words), ("名单", Ask::Words), ("关系", Ask::Words), ("期限", Ask::Words),
    ("时限", Ask::Words), ("党龄", Ask::Words), ("领导", Ask::Person), ("届次", Ask::Words), ("课题", Ask::Words), ("任教", Ask::Words),
    ("版本", Ask::Words), ("爱好", Ask::Words), ("特长", Ask::Words), ("身高", Ask::Words), ("内容", Ask::Prose), ("措施", Ask::Prose),
    ("原因", Ask::Prose), ("事项", Ask::Prose), ("议题", Ask::Prose), ("情况", Ask::Prose), ("问题", Ask::Prose), ("意见", Ask::Prose),
    ("建议", Ask::Prose), ("要求", Ask::Prose), ("目标", Ask::Prose), ("任务", Ask::Prose), ("目的", Ask::Prose), ("依据", Ask::Prose),
    ("事迹", Ask::Prose), ("经历", Ask::Prose), ("简历", Ask::Prose), ("备注", Ask::Prose), ("理由", Ask::Prose), ("范围", Ask::Prose),
    ("对象", Ask::Prose), ("结果", Ask::Prose), ("成果", Ask::Prose), ("结论", Ask::Prose), ("说明", Ask::Prose), ("评语", Ask::Prose),
    ("议程", Ask::Prose), ("鉴定", Ask::Prose), ("决议", Ask::Prose), ("自评", Ask::Prose), ("纪要", Ask::Prose), ("小结", Ask::Prose),
    ("奖惩", Ask::Prose),
    ("请假人", Ask::Person), ("值班人", Ask::Person), ("借款人", Ask::Person), ("贷款人", Ask::Person), ("担保人", Ask::Person),
    ("收款人", Ask::Person), ("付款人", Ask::Person), ("领取人", Ask::Person), ("保管人", Ask::Person), ("接收人", Ask::Person),
    ("移交人", Ask::Person), ("监交人", Ask::Person), ("出租人", Ask::Person), ("承租人", Ask::Person), ("当事人", Ask::Person),
    ("申报人", Ask::Person), ("考核人", Ask::Person), ("承诺人", Ask::Person), ("检讨人", Ask::Person), ("入党人", Ask::Person),
    ("整改人", Ask::Person), ("校对", Ask::Person), ("拟稿", Ask::Person), ("拟稿人", Ask::Person), ("核稿人", Ask::Person),
]);

/// How many characters of `text` are a unit: 次, 余人, 万平方米, %. 0 for none.
pub(super) fn unit(text: &[char]) -> usize {
    let is_about = |c: &char| matches!(c, '余' | '多');
    let is_power = |c: &char| matches!(c, '十' | '百' | '千' | '万' | '亿');
    let mut at = usize::from(text.first().is_some_and(is_about));
    at += text[at..].iter().take_while(|c| is_power(c)).take(3).count();
    at += usize::from(at > 0 && text[at - 1] != '余' && text.get(at).is_some_and(is_about));
    let bare = bare_unit(&text[at..]);
    if bare > 0 {
        return at + bare;
    }
    let ends_in_power = at > 0 && matches!(text[at - 1], '万' | '亿');
    let word =
        matches!(text.get(at), Some('达' | '科' | '里' | '州' | '宁' | '安' | '年' | '一' | '全' | '众'));
    if ends_in_power && !word { at } else { 0 }
}

/// How many characters of `text` are a unit without a power of ten.
fn bare_unit(text: &[char]) -> usize {
    // 项目 is another word, 项目标 is 项 and 目标.
    if starts(text, "项目标") {
        return 1;
    }
    longest(&UNITS, text)
}

/// The length of the longest word of a table that `text` begins with and that does not go on to be
/// another one.
fn longest(table: &Table<&'static str>, text: &[char]) -> usize {
    let mut best = 0;
    for (word, others) in table.starting(text) {
        let length = word.chars().count();
        let is_other = text.get(length).is_some_and(|next| others.contains(*next));
        if length > best && !is_other {
            best = length;
        }
    }
    best
}

/// How many characters of `text` are a unit in Latin letters: km, kg.
pub(super) fn latin_unit(text: &[char]) -> usize {
    let Some(unit) = LATIN_UNITS.iter().find(|unit| starts(text, unit)) else { return 0 };
    let length = unit.chars().count();
    let goes_on = text.get(length).is_some_and(|c| c.is_ascii_alphanumeric());
    if goes_on { 0 } else { length }
}

/// Whether a unit measures: figures behind the point are usual.
pub(super) fn is_measure(unit: &[char]) -> bool {
    let is_about = unit.iter().any(|c| matches!(c, '余' | '多'));
    let is_large = !is_about && unit.iter().any(|c| matches!(c, '万' | '亿'));
    is_large
        || unit.last().is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '²' | '³'))
        || MEASURES.iter().any(|measure| ends(unit, measure))
}

/// The end of a name that `text` begins with, and its length: 同志, 县, 党支部.
pub(super) fn suffix(text: &[char]) -> Option<(Ask, usize)> {
    let person = person(text);
    let organisation = longest(&ORGANISATIONS, text);
    let place = longest(&PLACES, text);
    match person.max(organisation).max(place) {
        0 => None,
        length if length == person => Some((Ask::Person, length)),
        length if length == place => Some((Ask::Place, length)),
        length => Some((Ask::Organisation, length)),
    }
}

/// How many characters of `text` are a post or a form of address.
fn person(text: &[char]) -> usize {
    let length = longest(&PERSONS, text);
    match text.get(length) {
        Some('会') if starts(text, "委员") => 0,
        Some('大' | '团' | '队' | '作' | '性') if starts(text, "代表") => 0,
        Some('班' | '小' | '干' | '机') if starts(text, "领导") => 0,
        _ => length,
    }
}

/// The end of an organisation's name behind modifiers, 实验小学, and the length of all.
pub(super) fn far_organisation(text: &[char]) -> Option<usize> {
    let mut at = 0;
    for _ in 0..4 {
        let organisation = longest(&ORGANISATIONS, &text[at..]);
        let modifier = longest(&MODIFIERS, &text[at..]);
        if at > 0 && organisation > 0 {
            return Some(at + organisation);
        }
        if modifier == 0 {
            return None;
        }
        at += modifier;
    }
    None
}

/// Whether `text` ends in a post, before a name: 校长XXX.
pub(super) fn ends_in_post(text: &[char]) -> bool {
    POSTS.ending(text).next().is_some()
}

/// What the noun at the end of a label or hint asks for.
pub(super) fn slot(text: &[char]) -> Option<Ask> {
    SLOTS.ending(text).max_by_key(|(word, _)| word.len()).map(|(_, ask)| *ask)
}
