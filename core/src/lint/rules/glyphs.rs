//! FM05, FN01: characters of another script, and those that a face of the office lacks.

use super::scan::each;
use crate::lint::{Finding, Subject};
use crate::template::BlockKind;
use crate::text::chars::is_han;
use crate::text::part;

/// A report with more of them was written so, and wants to be converted, not remarked on.
const MOST: usize = 20;
/// Traditional characters, each with its simplified one, in order. None that a standard text may
/// hold too: 著 乾 徵 於.
const TRADITIONAL: &str = "\
    亂乱亞亚佈布來来侖仑侶侣係系俠侠倉仓個个們们倫伦偉伟側侧偽伪傘伞備备傭佣傳传債债傷伤傾倾僅仅價价儀仪億亿償偿優优儲储兒儿內内兩两冊册凍冻凱凯別别刪删則则剛刚創创劃划劇剧劉刘劍剑劑剂勁劲動动務务勝胜勞劳\
    勢势勳勋勵励勸劝匯汇區区協协卻却厭厌厲厉參参員员問问啓启啟启喪丧喬乔單单嗎吗嘆叹嘗尝嚴严國国圍围園园圓圆圖图團团執执堅坚堯尧報报場场塊块塵尘墊垫墜坠壇坛壓压壘垒壞坏壽寿夠够夢梦奪夺奮奋婦妇媽妈嬌娇孫孙\
    學学實实寧宁審审寫写寬宽寵宠寶宝將将尋寻對对導导屆届屬属岡冈島岛峽峡崗岗嶺岭帥帅師师帳帐帶带幣币幫帮幹干庫库廁厕廈厦廟庙廠厂廢废廣广廬庐廳厅張张強强彈弹後后從从復复徹彻悅悦惡恶惱恼愛爱態态慣惯慶庆憐怜\
    憑凭憤愤憲宪憶忆懇恳應应懷怀懼惧戰战戲戏戶户掃扫掛挂揚扬換换揮挥損损搖摇搶抢撥拨撫抚撲扑撿捡擁拥擇择擊击擔担據据擬拟擴扩擺摆擾扰攔拦攜携攝摄敘叙敵敌數数斷断時时暢畅暫暂曆历曉晓曠旷書书會会東东條条棟栋\
    棧栈楊杨楓枫業业極极構构槍枪樂乐樓楼標标樣样樹树橋桥機机橫横檔档檢检櫃柜權权歐欧歡欢歲岁歷历歸归殘残殺杀毀毁氣气決决沒没況况涼凉淚泪淨净減减測测湊凑湯汤溝沟溫温滅灭滬沪滯滞滿满漁渔漢汉漲涨漸渐潔洁潤润\
    澤泽濃浓濕湿濟济濱滨濾滤灑洒灣湾為为烏乌無无煉炼煙烟煩烦熱热燈灯燒烧爐炉爭争爲为爺爷爾尔牆墙牽牵犧牺狀状獄狱獎奖獨独獲获獸兽獻献現现瑪玛環环瓊琼產产産产畝亩畫画當当瘋疯療疗癢痒發发皺皱盜盗盡尽監监盧卢\
    眾众確确碼码磚砖礎础禍祸禮礼種种稱称積积穩稳窮穷竊窃競竞筆笔節节範范築筑簡简簽签籌筹糧粮糾纠紀纪約约紅红紋纹納纳純纯紙纸級级紛纷細细終终組组結结絕绝給给統统經经綠绿維维綱纲網网緊紧緒绪線线緣缘編编練练\
    縣县縮缩縱纵總总績绩織织繼继續续罰罚罷罢羅罗羣群義义習习聖圣聞闻聯联聲声職职聽听肅肃脅胁腦脑膽胆臨临臺台與与興兴舉举舊旧艦舰莊庄華华葉叶蓋盖薦荐藍蓝藝艺藥药蘇苏蘭兰處处虛虚虜虏號号虧亏蟲虫蠶蚕蠻蛮衆众\
    術术衛卫衝冲衹只裏里補补裝装裡里製制複复襲袭見见規规視视親亲覺觉覽览觀观觸触訂订計计訊讯討讨訓训記记訪访設设許许評评詞词詢询試试詩诗話话該该詳详誇夸認认語语誠诚誤误說说説说誰谁課课調调談谈請请論论諸诸\
    謀谋講讲謝谢謹谨證证識识譜谱議议護护譽誉讀读變变讓让豐丰豬猪貓猫貝贝負负財财貢贡貧贫貨货貫贯責责貴贵買买費费賀贺資资賓宾賞赏賢贤賣卖質质賴赖購购賽赛贈赠贊赞贏赢趕赶趙赵跡迹踐践躍跃車车軌轨軍军軟软較较\
    載载輔辅輕轻輛辆輝辉輩辈輪轮輯辑輸输轉转辦办辭辞農农這这連连進进遊游運运過过達达違违遙遥遞递遠远適适遲迟遷迁選选遺遗邁迈還还邊边郵邮鄉乡鄧邓鄭郑鄰邻醫医釀酿釋释針针鈴铃鉛铅銀银銷销鋒锋鋪铺鋼钢錄录錢钱\
    錦锦錯错鍛锻鍵键鎮镇鏡镜鐘钟鐵铁鑒鉴鑽钻鑿凿長长門门閃闪閉闭開开閒闲間间閱阅闊阔闖闯關关闡阐陣阵陰阴陳陈陸陆陽阳隊队階阶際际隨随險险隱隐隻只雖虽雙双雜杂離离難难雲云電电靈灵靜静韌韧韓韩響响頁页頂顶項项\
    順顺須须頌颂預预頒颁頓顿頗颇領领頭头頻频顆颗題题額额顏颜願愿顛颠類类顧顾顯显風风飄飘飛飞飯饭飲饮養养館馆饒饶馬马馮冯駁驳駐驻駕驾駛驶駿骏騙骗騰腾驅驱驗验驚惊體体髮发鬆松鬥斗鬧闹魚鱼鮮鲜鯨鲸鳥鸟鳳凤鳴鸣\
    鷹鹰鹽盐麗丽麥麦麵面麼么黃黄點点黨党黴霉齊齐齋斋齒齿齡龄龍龙龜龟\
    ";
/// Characters that names like and GB 2312 does not have, in order.
const RARE: &str = "㙓㛃䶮喆垚埼堃堉堽姮婳媃嫚嬿彣彧愔旸旻旼昇昉昳昺晅晞晢暐曌朲杬梽棪楙槑橒沄沇沺泂洺涢淏湉湜溁濛炘烜焜燚犇玥玹珅珣珮珺琤瑀瑄瑢璟璠甡畇祎祐禛禤秾竑羴翀翯翾芃苪虓訚赟赪釴鋆锜锳镕頔飏骕龑龢";

/// FM05: a traditional character in simplified text.
pub(super) fn traditional(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let chars: Vec<char> = TRADITIONAL.chars().collect();
    let pairs: Vec<(char, char)> =
        chars.chunks_exact(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?))).collect();
    let simple = |c: char| {
        let index = pairs.binary_search_by_key(&c, |pair| pair.0).ok()?;
        pairs.get(index).map(|pair| pair.1)
    };
    let mut left = MOST;
    for (at, paragraph, text) in subject.paragraphs() {
        // People write their names as they like.
        if matches!(paragraph.kind, BlockKind::Byline | BlockKind::Signature) {
            continue;
        }
        let (mut end, mut fix) = (0, String::new());
        for (start, c) in text.char_indices().chain([(text.len(), ' ')]) {
            if let Some(simple) = is_han(c).then(|| simple(c)).flatten() {
                fix.push(simple);
                end = start + c.len_utf8();
            } else if !fix.is_empty() && left > 0 {
                left -= 1;
                let from = part(text, ..end).char_indices().rev().nth(fix.chars().count() - 1);
                let from = from.map_or(end, |(from, _)| from);
                found.push(Finding::at(at, from..end).fixed(std::mem::take(&mut fix)));
            }
        }
    }
}

/// FN01: a character that 仿宋_GB2312 and its like do not have: a rare one in a name, or one from
/// outside of the first block of Unicode. The full table of GB 2312 is not kept here.
pub(super) fn lacking(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    each(subject, found, |words, found| {
        for (at, c) in words.text.char_indices() {
            let is_far = is_han(c) && !matches!(c, '\u{4E00}'..='\u{9FA5}' | '〇' | '々');
            if is_far || is_han(c) && RARE.contains(c) {
                found.push(words.find(at..at + c.len_utf8()).telling(c));
            }
        }
    });
}
