//! Above every step: what the file from which the plan was read says and no field holds.

use leptos::prelude::*;

use super::super::session::Session;
use crate::app::fields::{TextField, When, group};
use crate::plan::{PlanStoreFields, lines};

/// Chưa xếp vào đâu; nothing while the plan has nothing of the kind.
#[component]
pub fn Unplaced() -> impl IntoView {
    let plan = Session::get().plan_now();
    let unplaced = plan.unplaced();
    let count = Memo::new(move |_| lines(&unplaced.read()).count());
    // Once shown it stays while the step is open: the last line is not to vanish under the hand.
    let had = count.get_untracked() > 0;
    let said = Memo::new(move |_| match count.get() {
        0 => "đã xếp xong".to_owned(),
        count => format!("{count} dòng"),
    });
    view! {
        <When holds=Signal::derive(move || had || count.get() > 0)>{
            let fields = view! {
                <TextField
                    id="unplaced"
                    label="Dòng của tệp gốc"
                    value=unplaced
                    rows=4
                    help="Những dòng này không in ra. Dòng nào cần thì chép sang đúng bước; xong thì xóa khỏi đây."
                />
            };
            group("unplaced-title", "Chưa xếp vào đâu", said, fields.into_any())
        }</When>
    }
}
