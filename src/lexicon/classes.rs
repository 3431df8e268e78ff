//! What a word or phrase may be.

use std::ops::BitOr;

/// What a word or phrase may be; a set.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Classes(pub(super) u64);

impl Classes {
    /// Nothing is known.
    pub const NONE: Self = Self(0);
    /// A longer known phrase begins with it.
    pub const BEGINS: Self = Self(1);
    /// A country or continent.
    pub const COUNTRY: Self = Self(1 << 1);
    /// A city, region, river, sea or mountain.
    pub const PLACE: Self = Self(1 << 2);
    /// An organization's closed name.
    pub const ORGANIZATION: Self = Self(1 << 3);
    /// A person of public life.
    pub const PERSON: Self = Self(1 << 4);
    /// A given name.
    pub const GIVEN: Self = Self(1 << 5);
    /// A family name.
    pub const FAMILY: Self = Self(1 << 6);
    /// A people, nationality or language.
    pub const NATIONALITY: Self = Self(1 << 7);
    /// What any name is made of.
    pub const NAME: Self = Self(
        Self::COUNTRY.0
            | Self::PLACE.0
            | Self::ORGANIZATION.0
            | Self::PERSON.0
            | Self::GIVEN.0
            | Self::FAMILY.0,
    );
    /// A title: a person's name follows.
    pub const TITLE: Self = Self(1 << 8);
    /// A verb whose subject is often a person.
    pub const SAYING: Self = Self(1 << 9);
    /// A word inside a person's name.
    pub const PARTICLE: Self = Self(1 << 10);
    /// The head of an organization's name.
    pub const ORGANIZATION_HEAD: Self = Self(1 << 11);
    /// The head of a place's name.
    pub const PLACE_HEAD: Self = Self(1 << 12);
    /// A direction that belongs to a place's name.
    pub const DIRECTION: Self = Self(1 << 13);
    /// A month.
    pub const MONTH: Self = Self(1 << 14);
    /// A month only beside a number or another month.
    pub const WEAK_MONTH: Self = Self(1 << 15);
    /// A day of the week.
    pub const WEEKDAY: Self = Self(1 << 16);
    /// Last, next, current.
    pub const RELATIVE: Self = Self(1 << 17);
    /// A day by itself: yesterday, tomorrow.
    pub const DAY: Self = Self(1 << 18);
    /// A definite noun of time.
    pub const PERIOD: Self = Self(1 << 19);
    /// A length of time.
    pub const TIME_UNIT: Self = Self(1 << 20);
    /// Minutes and hours.
    pub const CLOCK_UNIT: Self = Self(1 << 21);
    /// The mark of a calendar after a year.
    pub const ERA: Self = Self(1 << 22);
    /// A feast that names a day.
    pub const HOLIDAY: Self = Self(1 << 23);
    /// One to nineteen.
    pub const UNIT_NUMBER: Self = Self(1 << 24);
    /// Twenty to ninety.
    pub const TENS: Self = Self(1 << 25);
    /// Hundred, thousand, million.
    pub const SCALE: Self = Self(1 << 26);
    /// Half, third, quarter.
    pub const FRACTION: Self = Self(1 << 27);
    /// First, second, third.
    pub const ORDINAL: Self = Self(1 << 28);
    /// About, more than: stands before a number, outside of it.
    pub const APPROXIMATOR: Self = Self(1 << 29);
    /// Per cent.
    pub const PERCENT: Self = Self(1 << 30);
    /// A currency.
    pub const CURRENCY: Self = Self(1 << 31);
    /// A word that completes a currency.
    pub const CURRENCY_TAIL: Self = Self(1 << 32);
    /// A unit of measure.
    pub const UNIT: Self = Self(1 << 33);
    /// A unit only beside a number.
    pub const WEAK_UNIT: Self = Self(1 << 34);
    /// A power or rate after a unit.
    pub const UNIT_TAIL: Self = Self(1 << 35);
    /// A part of the day after a clock time.
    pub const CLOCK_TAIL: Self = Self(1 << 36);
    /// An event by name.
    pub const EVENT: Self = Self(1 << 37);
    /// A quoted product or work follows.
    pub const PRODUCT_HEAD: Self = Self(1 << 38);
    /// A quoted organization follows.
    pub const QUOTED_ORGANIZATION_HEAD: Self = Self(1 << 39);
    /// Never part of a name, never split.
    pub const FUNCTION: Self = Self(1 << 40);
    /// A common word that only looks like a particle before a name; never split.
    pub const WHOLE: Self = Self(1 << 41);
    /// What a time of day begins with.
    pub const CLOCK: Self = Self(1 << 42);
    /// A name that an organization shares with a place or a common word.
    pub const SHARED: Self = Self(1 << 43);
    /// A word of sport.
    pub const SPORT: Self = Self(1 << 44);
    /// A word of trade.
    pub const TRADE: Self = Self(1 << 45);
    /// A part of a day or period, before it.
    pub const DATE_PART: Self = Self(1 << 46);
    /// A longer phrase of the words, not of the names, begins with it.
    pub const BEGINS_WORDS: Self = Self(1 << 47);

    /// Whether the two sets share a class.
    #[must_use]
    pub const fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    /// Both sets together.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The set as bits, the same in every build.
    #[must_use]
    pub const fn bits(self) -> u64 {
        self.0
    }
}

impl BitOr for Classes {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
