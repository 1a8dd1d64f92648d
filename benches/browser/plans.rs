//! Real plans, as long as a measure needs them.

use std::fs;
use std::path::{Path, PathBuf};

use ke_hoach::document::{paginate, typeset};
use ke_hoach::import;
use ke_hoach::plan::Plan;

/// A real plan's file.
pub fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/plans").join(name)
}

/// A real plan.
pub fn read(name: &str) -> Plan {
    let bytes = fs::read(file(name)).expect("the plan is there");
    match name.ends_with(".docx") {
        true => import::docx(&bytes).expect("it reads").plan,
        false => import::text(&String::from_utf8(bytes).expect("a text")).plan,
    }
}

/// A plan of at least so many pages: no real one at hand has ten, so sections of all of them stand
/// behind those of the longest, again and again.
pub fn of_pages(pages: usize) -> Plan {
    let mut joined = read("mttq-tinh-ninh-binh-de-an.txt");
    let others = [
        "mttq-xa-luong-minh-kiem-tra-giam-sat.docx",
        "mttq-tinh-nam-dinh-nq27.txt",
        "dang-uy-khoi-binh-dinh-nq27.txt",
        "mttq-xa-luong-minh-hiep-thuong-2.docx",
    ];
    let sections: Vec<_> = others.into_iter().flat_map(|name| read(name).sections).collect();
    for section in sections.into_iter().cycle() {
        if paginate(&typeset(&joined)).len() >= pages {
            break;
        }
        joined.sections.push(section);
    }
    // Sections that come twice bring their rows' numbers twice.
    joined.last_row = 0;
    joined.repair_rows();
    joined
}
