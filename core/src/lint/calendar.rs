//! What has its time in the political calendar: plans, meetings, campaigns, with the years that they
//! begin and end in. The rules of time know no other years; a new one is a row here.

/// A plan of five years.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plan {
    pub(super) name: &'static str,
    pub(super) from: u16,
    pub(super) to: u16,
}

pub(super) const PLANS: [Plan; 5] = [
    Plan { name: "十二五", from: 2011, to: 2015 },
    Plan { name: "十三五", from: 2016, to: 2020 },
    Plan { name: "十四五", from: 2021, to: 2025 },
    Plan { name: "十五五", from: 2026, to: 2030 },
    Plan { name: "十六五", from: 2031, to: 2035 },
];

/// A party congress, or a plenum of the committee that it elected.
#[derive(Clone, Copy, Debug)]
pub(super) struct Meeting {
    /// The number of the congress.
    pub(super) congress: u8,
    /// The number of the plenum; 0 for the congress itself.
    pub(super) plenum: u8,
    /// The year in which it was held.
    pub(super) year: u16,
}

const fn meeting(congress: u8, plenum: u8, year: u16) -> Meeting {
    Meeting { congress, plenum, year }
}

/// In the order in which they were held.
pub(super) const MEETINGS: [Meeting; 19] = [
    meeting(18, 0, 2012),
    meeting(18, 1, 2012),
    meeting(18, 2, 2013),
    meeting(18, 3, 2013),
    meeting(18, 4, 2014),
    meeting(18, 5, 2015),
    meeting(18, 6, 2016),
    meeting(19, 0, 2017),
    meeting(19, 1, 2017),
    meeting(19, 2, 2018),
    meeting(19, 3, 2018),
    meeting(19, 4, 2019),
    meeting(19, 5, 2020),
    meeting(19, 6, 2021),
    meeting(20, 0, 2022),
    meeting(20, 1, 2022),
    meeting(20, 2, 2023),
    meeting(20, 3, 2024),
    meeting(20, 4, 2025),
];

/// A campaign that is over.
#[derive(Clone, Copy, Debug)]
pub(super) struct Campaign {
    pub(super) name: &'static str,
    /// The last year of which a report may speak of it as of its own.
    pub(super) to: u16,
    /// What may be said instead, or nothing.
    pub(super) instead: &'static str,
    /// Words before the name that make it another thing.
    pub(super) not_after: &'static [&'static str],
}

const fn campaign(name: &'static str, to: u16, instead: &'static str) -> Campaign {
    Campaign { name, to, instead, not_after: &[] }
}

pub(super) const CAMPAIGNS: [Campaign; 7] = [
    campaign("党史学习教育", 2021, ""),
    campaign("脱贫攻坚", 2021, "巩固拓展脱贫攻坚成果"),
    Campaign {
        name: "疫情防控",
        to: 2023,
        instead: "传染病防控",
        not_after: &["动物", "植物", "猪瘟", "流感", "登革热", "口蹄疫", "牲畜", "畜禽"],
    },
    campaign("“不忘初心、牢记使命”主题教育", 2020, ""),
    campaign("“三严三实”专题教育", 2016, ""),
    campaign("党纪学习教育", 2024, ""),
    campaign("扫黑除恶专项斗争", 2021, "常态化扫黑除恶斗争"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_are_in_the_order_of_time() {
        assert!(PLANS.windows(2).all(|pair| pair[0].to + 1 == pair[1].from));
        assert!(PLANS.iter().all(|plan| plan.from + 4 == plan.to));
        let key = |meeting: &Meeting| (meeting.congress, meeting.plenum);
        assert!(
            MEETINGS.windows(2).all(|pair| key(&pair[0]) < key(&pair[1]) && pair[0].year <= pair[1].year)
        );
    }
}
