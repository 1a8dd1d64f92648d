//! Names of places that are not the body's own: left over from the plan that was copied.

use super::clauses::{LIST, OWN_PLACE};
use super::units::{CITIES, is_past, name_behind};
use super::words::{Words, is_capital, is_listed, small};
use crate::check::finding::Severity::{Error, Hint, Warn};
use crate::check::manuscript::{Frame, Manuscript, Paragraph};
use crate::check::place_names::{COMMUNES, PlaceName, comparable, province_now};
use crate::check::rule::{Notes, Report, Rule};
use crate::format::place_name;
use crate::import::Role;
use crate::order;
use crate::unit;
use crate::vietnamese::{ascii, lower, sentence_case};
use std::hash::Hash;
use std::ops::Range;

pub(super) const RULES: &[Rule] = &[
    Rule::whole(Warn, "place.leftover.province", OWN_PLACE, "Tên tỉnh khác còn sót", province).reading(read),
    Rule::whole(Warn, "place.leftover", OWN_PLACE, "Tên xã, phường của tỉnh khác còn sót", commune)
        .reading(read),
    Rule::whole(Warn, "place.leftover.closing", OWN_PLACE, "Phần kết ghi tên xã, phường khác", closing)
        .reading(read),
    Rule::whole(
        Warn,
        "place.leftover.body",
        OWN_PLACE,
        "Cơ quan tỉnh trong kế hoạch của thành phố, và ngược lại",
        body,
    )
    .reading(body_read),
    Rule::whole(Warn, "place.leftover.number", OWN_PLACE, "Tên cơ quan ban hành mang số khác", number)
        .reading(numbers_read),
    Rule::whole(Warn, "place.leftover.neighbour", OWN_PLACE, "Tên xã, phường khác trong tỉnh", neighbour)
        .reading(read),
    Rule::whole(Warn, "place.leftover.other", OWN_PLACE, "Tên xã, phường khác, trước 01/7/2025", other)
        .reading(other_read),
    Rule::whole(Warn, "place.leftover.hamlet", OWN_PLACE, "Tên thôn, khu phố khác", hamlet)
        .reading(hamlets_read),
    Rule::whole(Warn, "place.leftover.district", OWN_PLACE, "Tên huyện khác, trước 01/7/2025", district)
        .reading(districts_read),
    Rule::each(Warn, "place.leftover.budget", OWN_PLACE, "Dự toán của năm trước", budget),
    Rule::whole(Error, "place.leftover.noun", LIST, "Xã ghi là phường, phường ghi là xã", noun).reading(read),
    Rule::whole(Error, "place.leftover.level", LIST, "Tên xã, phường ghi làm tên tỉnh", level).reading(read),
    Rule::whole(Hint, "place.leftover.unknown", LIST, "Tên xã, phường không có trong danh mục", unknown)
        .reading(read),
];

/// A unit that the text names, and where.
type Named<'a> = (&'a Paragraph, &'a PlaceName);

/// The units that a text names outside its head; of communes, or of provinces.
fn named(manuscript: &Manuscript, communes: bool) -> impl Iterator<Item = Named<'_>> {
    let read = |paragraph: &&Paragraph| !paragraph.role.is_of_head() && paragraph.role != Role::SignerName;
    let paragraphs = manuscript.paragraphs.iter().filter(read);
    let all = paragraphs.flat_map(|paragraph| paragraph.places.iter().map(move |place| (paragraph, place)));
    all.filter(move |(_, place)| COMMUNES.contains(&place.noun) == communes)
}

fn same(one: &str, other: &str) -> bool {
    comparable(one) == comparable(other)
}

/// The province that the header names, without its noun.
pub(super) fn province_said(frame: &Frame) -> Option<String> {
    if !frame.province.is_empty() {
        return Some(place_name(&frame.province));
    }
    // "TỈNH ỦY THANH HÓA": the committee is called after its province.
    let head = lower(&frame.bodies);
    let committee =
        head.lines().find_map(|line| line.strip_prefix("tỉnh ủy ").or(line.strip_prefix("thành ủy ")));
    committee.filter(|name| province_now(name).is_some()).map(str::to_owned)
}

/// The province of the body, as it is today: what its header says, else the only one that has its commune,
/// else the one of those that is named most, in căn cứ and opening above all.
fn own_province(manuscript: &Manuscript) -> Option<String> {
    let frame = &manuscript.frame;
    if let Some(province) = province_said(frame) {
        return province_now(&province);
    }
    let own = place_name(&frame.commune);
    let has = unit::communes_named(&own).filter(|unit| same(unit.name(), &own));
    let mut provinces: Vec<String> =
        has.filter_map(|unit| province_now(&place_name(unit.province()?))).collect();
    order::sort(&mut provinces);
    provinces.dedup();
    if provinces.len() > 1 {
        let weight = |paragraph: &Paragraph| match paragraph.role {
            Role::Basis | Role::Opening => 5,
            _ => 1,
        };
        let count = |province: &String| -> usize {
            let own = named(manuscript, false).filter(|(_, place)| same(&place.name, province));
            own.map(|(paragraph, _)| weight(paragraph)).sum()
        };
        let most = provinces.iter().map(count).max().unwrap_or(0);
        provinces.retain(|province| most > 0 && count(province) == most);
    }
    provinces.pop().filter(|_| provinces.is_empty())
}

/// Whether what stands there is compared or told of on purpose.
pub(super) fn is_meant(paragraph: &Paragraph) -> bool {
    const WORDS: [&str; 12] = [
        "kinh nghiem",
        "quan he",
        "ket nghia",
        "giap",
        "sap nhap",
        "truoc day",
        "lien tinh",
        "que quan",
        "hop tac",
        "sinh ngay",
        "tham quan",
        "giao luu",
    ];
    let text = ascii(&paragraph.text).replace("hop tac xa", "");
    WORDS.iter().any(|word| text.says(word))
}

/// The units that a paragraph names, by which the province of the body is known.
pub(super) fn read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    for place in &paragraph.places {
        (place.noun, &place.name).hash(notes);
    }
    if !paragraph.places.is_empty() {
        is_meant(paragraph).hash(notes);
    }
}

fn province(manuscript: &Manuscript, report: &mut Report) {
    let Some(own) = Province::of(manuscript) else { return };
    for (paragraph, place) in named(manuscript, false).filter(|(paragraph, _)| !is_meant(paragraph)) {
        if own.is_other(&place.name) {
            report.tell(paragraph, place.at.clone(), own.message());
        }
    }
}

/// The province of the body.
pub(super) struct Province {
    now: String,
    /// Of the time before provinces were merged, and called by its name.
    then: Option<String>,
}

impl Province {
    pub fn of(manuscript: &Manuscript) -> Option<Province> {
        let frame = &manuscript.frame;
        let then = province_said(frame).filter(|_| is_before(frame));
        Some(Province { now: own_province(manuscript)?, then })
    }

    /// Whether a name is that of another province. What was merged into the own one is no other.
    pub fn is_other(&self, name: &str) -> bool {
        let other = province_now(name).is_some_and(|now| {
            !same(&now, &self.now) || self.then.as_ref().is_some_and(|then| !same(then, name))
        });
        other && !["Hà Nội", "Hồ Chí Minh"].iter().any(|city| same(city, name))
    }

    pub fn message(&self) -> String {
        format!("Cơ quan ban hành thuộc {}: kiểm tra tên này có phải chữ còn sót.", self.now)
    }
}

/// Whether a plan is known to be of the time before there were two levels.
fn is_before(frame: &Frame) -> bool {
    frame.date.year.is_some() && !frame.is_two_level()
}

/// The communes that a text names beside that of its body, with whether its province has them.
fn others(manuscript: &Manuscript) -> Vec<(Named<'_>, bool)> {
    let own = place_name(&manuscript.frame.commune);
    let Some(province) = own_province(manuscript).filter(|_| !own.is_empty()) else { return Vec::new() };
    named(manuscript, true)
        .filter(|(paragraph, place)| {
            let other = !same(&place.name, &own) && !place.communes_in.is_empty();
            other && paragraph.role != Role::Closing && !is_meant(paragraph)
        })
        .map(|unit| (unit, unit.1.communes_in.iter().any(|of| same(of, &province))))
        .collect()
}

fn commune(manuscript: &Manuscript, report: &mut Report) {
    for ((paragraph, place), _) in others(manuscript).into_iter().filter(|(_, near)| !near) {
        let message =
            format!("Cơ quan ban hành ở {}: kiểm tra tên này có phải chữ còn sót.", manuscript.frame.commune);
        report.tell(paragraph, place.at.clone(), message);
    }
}

/// "Trên đây là Kế hoạch … trên địa bàn xã Hành Thuận": the closing speaks of the body's own unit.
fn closing(manuscript: &Manuscript, report: &mut Report) {
    let own = place_name(&manuscript.frame.commune);
    let closings = named(manuscript, true).filter(|(paragraph, _)| paragraph.role == Role::Closing);
    for (paragraph, place) in closings.filter(|_| !own.is_empty()) {
        if !same(&place.name, &own) && !is_body(place) && !is_meant(paragraph) {
            let message = format!("Cơ quan ban hành ở {}.", manuscript.frame.commune);
            report.tell(paragraph, place.at.clone(), message);
        }
    }
}

/// What has a number in its name: the two words before "số" and the one behind the number, and the number.
fn numbered(words: &[&str]) -> Option<([String; 3], String)> {
    let [first, second, "số", number, last, ..] = words else { return None };
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| ([lower(first), lower(second), lower(last)], (*number).to_owned()))
}

/// Bodies of a province, and those of a city under the State.
const OF_PROVINCES: [&str; 8] = [
    "tỉnh ủy",
    "ubnd tỉnh",
    "hđnd tỉnh",
    "ủy ban nhân dân tỉnh",
    "hội đồng nhân dân tỉnh",
    "công an tỉnh",
    "mttq việt nam tỉnh",
    "mặt trận tổ quốc việt nam tỉnh",
];
const OF_CITIES: [&str; 7] = [
    "thành ủy",
    "ubnd thành phố",
    "hđnd thành phố",
    "ủy ban nhân dân thành phố",
    "hội đồng nhân dân thành phố",
    "công an thành phố",
    "mttq việt nam thành phố",
];

/// "Tỉnh ủy" in the plan of a ward of Hải Phòng. With a name behind it it is that of another place.
fn body(manuscript: &Manuscript, report: &mut Report) {
    let now = own_province(manuscript);
    // Before 01/7/2025 Hải Dương was no part of a city.
    let then = province_said(&manuscript.frame).filter(|_| is_before(&manuscript.frame));
    let Some(own) = then.or(now) else { return };
    let (wrong, right): (&[&str], _) = match CITIES.iter().any(|city| same(city, &own)) {
        true => (&OF_PROVINCES, "thành phố"),
        // Before there were cities of provinces.
        false if manuscript.frame.is_two_level() => (&OF_CITIES, "tỉnh"),
        false => return,
    };
    for paragraph in manuscript.paragraphs.iter().filter(|own| !own.role.is_of_head()) {
        for (at, range) in wrong.iter().flat_map(|body| paragraph.phrases(body).with_word()) {
            let behind = paragraph.words.partition_point(|word| word.at.start < range.end);
            if !is_capital(paragraph, behind) && !is_past(paragraph, &range) && is_one(paragraph, at) {
                report.tell(paragraph, range, format!("{own} là {right}: kiểm tra tên cơ quan này."));
            }
        }
    }
}

/// Whether a body is not one of several: "các tỉnh ủy, thành ủy".
fn is_one(paragraph: &Paragraph, at: usize) -> bool {
    let before = paragraph.before(paragraph.words[at].at.start).trim_end();
    !before.ends_with("các") && !before.ends_with(',') && !before.ends_with('/')
}

fn body_read(paragraph: &Paragraph, manuscript: &Manuscript, notes: &mut Notes) {
    read(paragraph, manuscript, notes);
    let bodies = OF_PROVINCES.iter().chain(&OF_CITIES);
    if bodies.clone().any(|body| paragraph.phrases(body).next().is_some()) {
        paragraph.text.hash(notes);
    }
}

/// "Trường Tiểu học số 1 Bình An" in the plan of number 2.
fn number(manuscript: &Manuscript, report: &mut Report) {
    let words: Vec<String> = manuscript.frame.bodies.split_whitespace().map(lower).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let Some((name, own)) = words.windows(5).find_map(numbered) else { return };
    for paragraph in manuscript.paragraphs.iter().filter(|paragraph| !paragraph.role.is_of_head()) {
        for run in paragraph.words.windows(5) {
            let small: Vec<&str> = run.iter().map(|word| word.small.as_str()).collect();
            let other = numbered(&small).filter(|(other, number)| *other == name && *number != own);
            if let ([first, .., last], Some(_)) = (run, other) {
                let message = format!("Cơ quan ban hành mang số {own}.");
                report.tell(paragraph, first.at.start..last.at.end, message);
            }
        }
    }
}

fn numbers_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    for range in paragraph.phrases("số") {
        let at = super::words::at(paragraph, &range);
        let near = paragraph.words.get(at.saturating_sub(2)..).unwrap_or_default().iter().take(5);
        near.for_each(|word| word.small.hash(notes));
    }
}

fn neighbour(manuscript: &Manuscript, report: &mut Report) {
    for ((paragraph, place), _) in others(manuscript).into_iter().filter(|(_, near)| *near) {
        let message = format!("Cơ quan ban hành ở {}: kiểm tra tên này.", manuscript.frame.commune);
        report.tell(paragraph, place.at.clone(), message);
    }
}

/// "ấp Tư của xã Đồng Thạnh" in the plan of another commune, of the time before the list of units.
fn other(manuscript: &Manuscript, report: &mut Report) {
    let own = place_name(&manuscript.frame.commune);
    if own.is_empty() || manuscript.frame.date.year.is_none() || manuscript.frame.is_two_level() {
        return;
    }
    let told: Vec<_> =
        others(manuscript).into_iter().map(|((paragraph, place), _)| (paragraph.index, &place.at)).collect();
    for (paragraph, place) in named(manuscript, true).filter(|(paragraph, _)| paragraph.role != Role::Closing)
    {
        let is_own = same(&place.name, &own) || told.contains(&(paragraph.index, &place.at));
        if !is_own && !is_body(place) && !is_meant(paragraph) && place.name.contains(' ') {
            let message = format!("Cơ quan ban hành ở {}: kiểm tra tên này.", manuscript.frame.commune);
            report.tell(paragraph, place.at.clone(), message);
        }
    }
    for paragraph in manuscript.paragraphs.iter().filter(|paragraph| !paragraph.role.is_of_head()) {
        for (range, name) in towns(paragraph).filter(|(_, name)| !same(name, &own)) {
            let message = format!("Cơ quan ban hành ở {}: kiểm tra tên {name}.", manuscript.frame.commune);
            report.tell(paragraph, range, message);
        }
    }
}

/// The towns of whose bodies a paragraph speaks: "Ủy ban nhân dân thị trấn Sịa", each with its name.
fn towns(paragraph: &Paragraph) -> impl Iterator<Item = (Range<usize>, &str)> {
    let all = paragraph.phrases("nhân dân thị trấn").with_word();
    all.filter_map(|(at, range)| {
        let name = name_behind(paragraph, at + 3)?;
        Some((range.start..name.end, paragraph.slice(name)))
    })
}

fn other_read(paragraph: &Paragraph, manuscript: &Manuscript, notes: &mut Notes) {
    read(paragraph, manuscript, notes);
    towns(paragraph).for_each(|(_, name)| name.hash(notes));
}

/// Parts of communes.
const HAMLETS: [&str; 7] = ["khu phố", "tổ dân phố", "thôn", "ấp", "bản", "xóm", "buôn"];

/// "bà con khu phố 7" in the plan of the cell of khu phố 5.
fn hamlet(manuscript: &Manuscript, report: &mut Report) {
    let bodies = lower(&manuscript.frame.bodies);
    let own = HAMLETS.iter().find_map(|noun| {
        let (_, behind) = bodies.split_once(&format!(" {noun} "))?;
        Some((*noun, behind.lines().next()?.split(' ').next()?.to_owned()))
    });
    let Some((noun, own)) = own else { return };
    for paragraph in manuscript.paragraphs.iter().filter(|own| !own.role.is_of_head()) {
        for (at, range) in paragraph.phrases(noun).with_word() {
            let behind = at + noun.split(' ').count();
            let Some(name) = paragraph.words.get(behind) else { continue };
            // "mỗi khu phố 02 người" counts.
            let counted = is_listed(" mỗi từng một ", small(paragraph, at.checked_sub(1)));
            let number = !name.small.starts_with('0') && name.small.bytes().all(|byte| byte.is_ascii_digit());
            let named = !counted && (name.is_capital || number);
            let close = paragraph.slice(range.end..name.at.start) == " ";
            if named && close && name.small != own && !is_meant(paragraph) {
                let message = format!("Đơn vị ban hành ở {noun} {}: kiểm tra tên này.", own);
                report.tell(paragraph, range.start..name.at.end, message);
            }
        }
    }
}

fn hamlets_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    for (at, range) in HAMLETS.iter().flat_map(|noun| paragraph.phrases(noun).with_word()) {
        let near = paragraph.words.get(at.saturating_sub(1)..).unwrap_or_default().iter().take(5);
        near.for_each(|word| (&word.small, word.is_capital).hash(notes));
        (paragraph.behind(range.end).starts_with(' '), is_meant(paragraph)).hash(notes);
    }
}

/// What districts are called.
const DISTRICTS: [&str; 4] = ["huyện", "thị xã", "quận", "thành phố"];

/// What stands before the name of the district in a line of the header, and what it is called.
const DISTRICTS_OF: [(&str, &str); 8] = [
    ("thành ủy ", "thành phố"),
    ("thành phố ", "thành phố"),
    ("huyện ủy ", "huyện"),
    ("huyện ", "huyện"),
    ("thị ủy ", "thị xã"),
    ("thị xã ", "thị xã"),
    ("quận ủy ", "quận"),
    ("quận ", "quận"),
];

/// What stands before a district of which something is, or which something is in: "thuộc huyện Quảng Trạch", "Hội Cựu
/// chiến binh huyện Quảng Trạch".
const OF_DISTRICT: &str = " thuộc bàn của dân binh nữ hội niên động em ";

/// The districts that a paragraph names as what something is in or of, each with its name.
fn districts(paragraph: &Paragraph) -> impl Iterator<Item = (Range<usize>, &str)> {
    let all = DISTRICTS.iter().flat_map(|noun| {
        let last = noun.split(' ').count() - 1;
        paragraph.phrases(noun).with_word().map(move |(at, range)| (at, at + last, range))
    });
    all.filter_map(|(first, last, range)| {
        let within = is_listed(OF_DISTRICT, small(paragraph, first.checked_sub(1)));
        let name = name_behind(paragraph, last)?;
        let whole = range.start..name.end;
        let name = paragraph.slice(name);
        // A city under the State is no part of a province.
        let is_city = CITIES.iter().any(|city| same(city, name));
        (within && name.contains(' ') && !is_city).then_some((whole, name))
    })
}

/// "các xã, thị trấn thuộc huyện Quảng Trạch" in a plan of the district of Bố Trạch.
fn district(manuscript: &Manuscript, report: &mut Report) {
    let bodies = &manuscript.frame.bodies;
    let small = lower(bodies);
    let own = small.lines().find_map(|line| {
        DISTRICTS_OF.iter().find_map(|(lead, noun)| Some((*noun, line.split_once(lead)?.1.trim())))
    });
    let own = own.filter(|(_, own)| own.contains(' ') && !CITIES.iter().any(|city| same(city, own)));
    let Some((noun, own)) = own.filter(|_| is_before(&manuscript.frame)) else { return };
    let name: Vec<String> = own.split(' ').map(sentence_case).collect();
    let name = name.join(" ");
    let read = |own: &&Paragraph| own.is_prose() && own.role != Role::Basis && own.mentions.is_empty();
    for paragraph in manuscript.paragraphs.iter().filter(read).filter(|own| !is_meant(own)) {
        for (range, _) in districts(paragraph).filter(|(_, name)| !same(name, own)) {
            report.tell(paragraph, range, format!("Cơ quan ban hành ở {noun} {name}: kiểm tra tên này."));
        }
    }
}

fn districts_read(paragraph: &Paragraph, _: &Manuscript, notes: &mut Notes) {
    districts(paragraph).for_each(|(_, name)| (name, is_meant(paragraph)).hash(notes));
    (districts(paragraph).next().is_some() && paragraph.mentions.is_empty()).hash(notes);
}

/// "bố trí trong dự toán năm 2025" in a plan of 2026.
fn budget(paragraph: &Paragraph, frame: &Frame, report: &mut Report) {
    let Some(issued) = frame.date.year.filter(|_| !paragraph.role.is_of_head()) else { return };
    for (at, range) in paragraph.phrases("năm").with_word() {
        let Some(year) = paragraph.words.get(at + 1) else { continue };
        let before = paragraph.before(range.start);
        let clause = &before[before.rfind([';', '.', ':']).map_or(0, |at| at + 1)..];
        let is_past = year.small.parse::<u16>().is_ok_and(|year| (2000..issued).contains(&year));
        let used = ["bố trí", "sử dụng", "lấy từ", "cân đối"].iter().any(|word| clause.says(word));
        let clause = clause.trim_end();
        let planned = used && clause.ends_with("dự toán");
        // "Kinh phí từ ngân sách xã năm 2025": what is carried over says so.
        let paid =
            clause.says("inh phí") && clause.rsplit_once("ngân sách").is_some_and(|(_, of)| of.len() < 16);
        let carried = paragraph.behind(year.at.end).trim_start().starts_with("chuyển");
        if is_past && (planned || paid && !carried) {
            let message = format!("Kế hoạch ban hành năm {issued}: kiểm tra năm này.");
            report.tell(paragraph, range.start..year.at.end, message);
        }
    }
}

fn noun(manuscript: &Manuscript, report: &mut Report) {
    let own = &manuscript.frame.commune;
    let name = place_name(own);
    let Some(noun) = COMMUNES.into_iter().find(|noun| lower(own).starts_with(noun)) else { return };
    for (paragraph, place) in named(manuscript, true) {
        // Another of that name may stand near.
        let other = place.communes_as.contains(&place.noun);
        if same(&place.name, &name) && place.noun != noun && !other {
            report.tell(paragraph, place.at.clone(), format!("Tên đúng là {own}."));
        }
    }
}

fn level(manuscript: &Manuscript, report: &mut Report) {
    for (paragraph, place) in named(manuscript, false).filter(|(_, place)| place.noun == "tỉnh") {
        if !place.is_province && !place.communes_in.is_empty() {
            report.tell(paragraph, place.at.clone(), "Đây là tên xã, phường, không phải tên tỉnh.");
        }
    }
}

/// Words with which the name of a body begins, not that of a commune: "các xã, phường Đoàn Thanh niên".
const BODIES: [&str; 11] =
    ["Đoàn", "Hội", "Ban", "Công", "Trạm", "Trường", "Nông", "Mặt", "Ủy", "Uỷ", "Đảng"];

fn is_body(place: &PlaceName) -> bool {
    place.name.split(' ').next().is_some_and(|first| first.is_of(&BODIES))
}

fn unknown(manuscript: &Manuscript, report: &mut Report) {
    let own = place_name(&manuscript.frame.commune);
    let all = named(manuscript, true).filter(|(paragraph, _)| paragraph.role != Role::Closing);
    for (paragraph, place) in all.filter(|_| manuscript.frame.is_two_level()) {
        let body = is_body(place);
        let known = !place.communes_in.is_empty() || same(&place.name, &own);
        if !known && !body && !is_meant(paragraph) && place.name.contains(' ') {
            report.tell(
                paragraph,
                place.at.clone(),
                "Tên này không có trong danh mục xã, phường, đặc khu từ 01/7/2025.",
            );
        }
    }
}
