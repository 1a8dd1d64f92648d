//! One draft open in several tabs: its owner writes it, the others show what that keeps.

use leptos::prelude::*;

use super::saving::Access;
use super::session::Session;
use crate::app::App;
use crate::app::platform::{self, Claim, News};
use crate::draft::DraftError;
use crate::store::StorageError;

/// Above the form while the draft can only be looked at: why, and a way to write it here.
#[component]
pub fn Banner() -> impl IntoView {
    let session = Session::get();
    let app = App::get();
    // One who did not ask for the draft is not told that it is his.
    let asked = RwSignal::new(false);
    let claim = (session.access().get_untracked() != Access::Newer).then(|| {
        let told = Callback::new(move |news| hear(session, app, news, asked));
        Claim::new(session.id(), app.drafts, told)
    });
    let take_over = move |_| {
        asked.set(true);
        claim.iter().for_each(Claim::take_over);
    };
    move || {
        let (sentence, button) = match session.access().get() {
            Access::Asked | Access::Mine => return None,
            Access::Newer => (NEWER, None),
            Access::Elsewhere => {
                let button =
                    view! { <button type="button" class="button" on:click=take_over>"Tiếp quản"</button> };
                (ELSEWHERE, Some(button))
            }
        };
        Some(view! {
            <section class="banner" aria-label="Chỉ xem">
                <p>{sentence}</p>
                {button}
            </section>
        })
    }
}

/// Does what the news ask for.
fn hear(session: Session, app: App, news: News, asked: RwSignal<bool>) {
    let (access, saving) = (session.access(), session.saving());
    match news {
        News::Kept => catch_up(session, app),
        News::Removed => {
            saving.removed();
            app.notices.warn(REMOVED);
        }
        News::Mine => {
            catch_up(session, app);
            if access.get_untracked() == Access::Newer {
                return;
            }
            saving.own();
            if asked.get_untracked() {
                asked.set(false);
                app.notices.say(TAKEN_OVER);
                // The button goes away.
                platform::focus("step-title".into());
            }
        }
        News::Theirs => {
            match access.get_untracked() {
                Access::Mine => {
                    app.notices.clear();
                    // Leaving a field may change it.
                    platform::blur();
                    saving.flush();
                }
                Access::Asked if saving.unsaved() => saving.go_apart(),
                _ => {}
            }
            access.set(Access::Elsewhere);
            catch_up(session, app);
        }
    }
}

/// Shows the draft as it is kept now. What is typed here and could not be kept stays.
fn catch_up(session: Session, app: App) {
    let (access, saving) = (session.access(), session.saving());
    let mine = access.get_untracked() == Access::Mine;
    match app.drafts.with_value(|drafts| drafts.open(&session.id())) {
        Ok(found) if mine && saving.has_kept() => {
            // Nobody else writes it, unless it stood still and has not heard of that yet.
            if found.draft.plan != saving.kept().plan {
                saving.go_apart();
            } else if !saving.unsaved() {
                session.follow(found.draft);
            }
        }
        Ok(found) => {
            if !saving.unsaved() && (!mine || found.draft.rev >= saving.kept().rev) {
                session.follow(found.draft);
            }
        }
        Err(StorageError::Draft(DraftError::Newer { .. })) => {
            if saving.unsaved() {
                saving.go_apart();
            } else {
                access.set(Access::Newer);
            }
        }
        // What stands here is all there is.
        Err(_) => {}
    }
}

const ELSEWHERE: &str = "Bản nháp này đang mở ở một cửa sổ khác, nên ở đây chỉ xem được.";

const NEWER: &str = "Bản nháp này do phiên bản mới hơn của ứng dụng ghi, nên ở đây chỉ xem được: hãy tải lại trang để dùng \
                     phiên bản mới.";

const TAKEN_OVER: &str = "Đã tiếp quản: bạn có thể soạn tiếp ở đây.";

const REMOVED: &str =
    "Bản nháp này vừa bị xóa ở một cửa sổ khác; phần đang mở vẫn còn và được lưu lại khi bạn soạn tiếp.";
