//! What can be set of a blank, each thing as one text. Pure.

use gaozhi_core::field::{Field, Joiner, Kind};

/// A property of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Property {
    Label,
    Kind,
    Unit,
    Literal,
    Default,
    Choices,
    Each,
    Min,
    Max,
    Help,
    Optional,
}

impl Property {
    /// Every one, in the order in which they are shown.
    pub(super) const ALL: [Self; 11] = [
        Self::Label,
        Self::Kind,
        Self::Unit,
        Self::Literal,
        Self::Default,
        Self::Choices,
        Self::Each,
        Self::Min,
        Self::Max,
        Self::Help,
        Self::Optional,
    ];

    /// Its stable English name.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Label => "label",
            Self::Kind => "kind",
            Self::Unit => "unit",
            Self::Literal => "literal",
            Self::Default => "default",
            Self::Choices => "choices",
            Self::Each => "each",
            Self::Min => "min",
            Self::Max => "max",
            Self::Help => "help",
            Self::Optional => "optional",
        }
    }

    /// Whether it says something of a field of that kind.
    pub(super) fn concerns(self, kind: Kind) -> bool {
        match self {
            Self::Choices => kind == Kind::Choice,
            Self::Each => kind == Kind::List(Joiner::Comma),
            Self::Min | Self::Max => kind != Kind::Choice && kind != Kind::Date,
            Self::Label
            | Self::Kind
            | Self::Unit
            | Self::Literal
            | Self::Default
            | Self::Help
            | Self::Optional => true,
        }
    }

    /// What it is, as text.
    pub(super) fn read(self, field: &Field) -> String {
        let limit = |limit: Option<i64>| limit.map(|limit| limit.to_string()).unwrap_or_default();
        match self {
            Self::Label => field.label.clone(),
            Self::Kind => kind_id(field.kind).to_owned(),
            Self::Unit => field.unit.clone(),
            Self::Literal => field.literal.clone(),
            Self::Default => field.default.clone(),
            Self::Choices => field.choices.join("/"),
            Self::Each => field.each.clone(),
            Self::Min => limit(field.limits.min),
            Self::Max => limit(field.limits.max),
            Self::Help => field.help.clone(),
            Self::Optional => if field.optional { "true" } else { "" }.to_owned(),
        }
    }

    /// Sets it. What makes no sense, such as a limit that is no number, sets it to nothing; a name
    /// and a mark are never taken away.
    pub(super) fn write(self, field: &mut Field, text: &str) {
        let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let line = line.trim();
        match self {
            Self::Label if line.is_empty() => {}
            Self::Label => line.clone_into(&mut field.label),
            Self::Kind => field.kind = kind_of(line).unwrap_or(field.kind),
            Self::Unit => line.clone_into(&mut field.unit),
            Self::Literal if line.is_empty() => {}
            Self::Literal => line.clone_into(&mut field.literal),
            Self::Default => line.clone_into(&mut field.default),
            Self::Choices => field.choices = choices(line),
            Self::Each => line.clone_into(&mut field.each),
            Self::Min => field.limits.min = line.parse().ok(),
            Self::Max => field.limits.max = line.parse().ok(),
            Self::Help => line.clone_into(&mut field.help),
            Self::Optional => field.optional = line == "true",
        }
    }
}

/// The stable English name of a kind, different for each.
pub(in super::super) fn kind_id(kind: Kind) -> &'static str {
    if kind == Kind::List(Joiner::Series) { "series" } else { kind.id() }
}

/// The kind of such a name.
pub(in super::super) fn kind_of(id: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| kind_id(*kind) == id)
}

fn choices(line: &str) -> Vec<String> {
    let mut choices: Vec<String> = Vec::new();
    for choice in line.split(['/', '／']).map(str::trim).filter(|choice| !choice.is_empty()) {
        if !choices.iter().any(|other| other == choice) {
            choices.push(choice.to_owned());
        }
    }
    choices
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_property_reads_back_what_was_written() {
        let mut field = Field::new("a", Kind::Text, "甲", "XX");
        for (property, text) in [
            (Property::Label, "讲党课次数"),
            (Property::Kind, "integer"),
            (Property::Unit, "次"),
            (Property::Literal, "X"),
            (Property::Default, "3"),
            (Property::Choices, "上午/下午"),
            (Property::Each, "“…”学校"),
            (Property::Min, "1"),
            (Property::Max, "99"),
            (Property::Help, "全年合计"),
            (Property::Optional, "true"),
        ] {
            property.write(&mut field, text);
            assert_eq!(property.read(&field), text, "{property:?}");
        }
    }

    #[test]
    fn a_name_and_a_mark_stay_and_nonsense_sets_nothing() {
        let mut field = Field::new("a", Kind::Text, "甲", "XX");
        let before = field.clone();
        for property in [Property::Label, Property::Literal, Property::Kind, Property::Min, Property::Max] {
            property.write(&mut field, if property == Property::Kind { "?" } else { " \n" });
        }
        assert_eq!(field, before);
        Property::Choices.write(&mut field, " 上午 ／ 下午//上午");
        assert_eq!(field.choices, ["上午", "下午"]);
    }

    #[test]
    fn every_kind_has_a_name_of_its_own() {
        for kind in Kind::ALL {
            assert_eq!(kind_of(kind_id(kind)), Some(kind));
        }
    }
}
