//! Offices: what they are called, where they stand, and how they are reached where the publisher says so.

use crate::pack::packed;

/// An office that a clause names.
#[derive(Clone, Debug, PartialEq)]
pub struct Agency {
    /// Stable id.
    pub id: String,
    /// Name as the list writes it.
    pub name: String,
    /// Name as one says it, for cards.
    pub short: String,
    /// Where it stands; `None` where the list of a dataset does not say.
    pub level: Option<Level>,
    /// Where it is, from the publisher; never invented, as are the three below.
    pub address: Option<String>,
    /// Telephone.
    pub telephone: Option<String>,
    /// Page on the web.
    pub page: Option<String>,
    /// When it is open.
    pub hours: Option<String>,
}
packed!(Agency { id, name, short, level, address, telephone, page, hours });

/// At which level an office stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// 国家
    Nation,
    /// 省
    Province,
    /// 市
    City,
    /// 区县
    County,
    /// 当地: whichever place the firm stands in.
    Local,
}
packed!(Level: Nation, Province, City, County, Local; else Self::Local);

impl Level {
    /// All of them, the highest first, with their words in `policies.json`.
    pub const ALL: [(&'static str, Self); 5] = [
        ("nation", Self::Nation),
        ("province", Self::Province),
        ("city", Self::City),
        ("county", Self::County),
        ("local", Self::Local),
    ];

    /// As a word beside the name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Nation => "国家",
            Self::Province => "省级",
            Self::City => "市级",
            Self::County => "区县",
            Self::Local => "当地",
        }
    }
}
